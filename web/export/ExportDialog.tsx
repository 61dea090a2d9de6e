import { Button } from "react-aria-components";
import { DialogFrame } from "../shell/DialogFrame.tsx";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { EXPORTS } from "./exports.ts";
import { runExport } from "./run-export.ts";

/** What can be saved, on screens without the menu. */
export function ExportDialog() {
  const open = useExplorer((state) => state.dialog === "export");
  const openDialog = useExplorer((state) => state.openDialog);
  return (
    <DialogFrame title={text.export.label} isOpen={open} onClose={() => openDialog(null)} isSmall>
      <div className="stack">
        {EXPORTS.map(({ id, label }) => (
          <Button
            key={id}
            className="button"
            onPress={() => {
              openDialog(null);
              void runExport(id);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      <div className="row row-end">
        <Button slot="close" className="button">
          {text.help.close}
        </Button>
      </div>
    </DialogFrame>
  );
}
