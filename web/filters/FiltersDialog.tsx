import { Button } from "react-aria-components";
import { DialogFrame } from "../shell/DialogFrame.tsx";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { Legend } from "./Legend.tsx";

/** The legend on screens that have no room for it beside the graph. */
export function FiltersDialog() {
  const open = useExplorer((state) => state.dialog === "filters");
  const openDialog = useExplorer((state) => state.openDialog);
  return (
    <DialogFrame title={text.toolbar.filters} isOpen={open} onClose={() => openDialog(null)} isSmall>
      <Legend />
      <div className="row row-end dialog-foot">
        <Button slot="close" className="button button-strong">
          {text.help.close}
        </Button>
      </div>
    </DialogFrame>
  );
}
