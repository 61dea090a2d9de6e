import { Button } from "react-aria-components";
import { DialogFrame } from "../shell/DialogFrame.tsx";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

/** The list of keys. */
export function HelpDialog() {
  const open = useExplorer((state) => state.dialog === "help");
  const openDialog = useExplorer((state) => state.openDialog);
  return (
    <DialogFrame title={text.help.title} isOpen={open} onClose={() => openDialog(null)} isSmall>
      <dl className="keys">
        {text.help.keys.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              {keys
                .split(" ")
                .filter(Boolean)
                .map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{text.help.about}</p>
      <div className="row row-end">
        <Button slot="close" className="button button-strong">
          {text.help.close}
        </Button>
      </div>
    </DialogFrame>
  );
}
