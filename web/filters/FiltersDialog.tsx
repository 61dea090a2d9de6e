import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { Legend } from "./Legend.tsx";

/** The legend on screens that have no room for it beside the graph. */
export function FiltersDialog() {
  const open = useExplorer((state) => state.dialog === "filters");
  const openDialog = useExplorer((state) => state.openDialog);
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={open}
      onOpenChange={(is) => openDialog(is ? "filters" : null)}
    >
      <Modal className="modal modal-small">
        <Dialog className="dialog">
          <Heading slot="title">{text.toolbar.filters}</Heading>
          <Legend />
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
