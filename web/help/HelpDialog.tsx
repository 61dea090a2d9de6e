import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

/** The list of keys. */
export function HelpDialog() {
  const open = useExplorer((state) => state.dialog === "help");
  const openDialog = useExplorer((state) => state.openDialog);
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={open}
      onOpenChange={(isOpen) => openDialog(isOpen ? "help" : null)}
    >
      <Modal className="modal modal-small">
        <Dialog className="dialog">
          <Heading slot="title">{text.help.title}</Heading>
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
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
