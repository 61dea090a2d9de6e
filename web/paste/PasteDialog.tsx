import { DialogFrame } from "../shell/DialogFrame.tsx";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { DropTarget } from "./DropTarget.tsx";
import { PasteForm } from "./PasteForm.tsx";
import { usePasting } from "./use-pasting.ts";

/** Where an article is pasted or chosen and read on the page; a file dropped anywhere is read too. */
export function PasteDialog() {
  const open = useExplorer((state) => state.dialog === "paste");
  const openDialog = useExplorer((state) => state.openDialog);
  const pasting = usePasting(() => openDialog(null));
  const close = () => {
    pasting.stop();
    openDialog(null);
  };
  return (
    <>
      <DropTarget
        onFiles={(files) => {
          openDialog("paste");
          void pasting.readFiles(files);
        }}
      />
      <DialogFrame title={text.paste.title} isOpen={open} onClose={close} isDismissable={pasting.stage === null}>
        <PasteForm pasting={pasting} onCancel={close} />
      </DialogFrame>
    </>
  );
}
