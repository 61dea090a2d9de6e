import { type ReactNode, useCallback } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

interface DialogFrameProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Whether Escape and a click beside it close it. Default true. */
  readonly isDismissable?: boolean;
  readonly isSmall?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the page; the page behind it is out of reach until it is closed. */
export function DialogFrame({
  title,
  isOpen,
  onClose,
  isDismissable = true,
  isSmall = false,
  children,
}: DialogFrameProps) {
  // React Aria hides the page behind the dialog and leaves the attribute that says so to us.
  const markModal = useCallback((element: HTMLElement | null) => element?.setAttribute("aria-modal", "true"), []);
  return (
    <ModalOverlay
      className="overlay"
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={isSmall ? "modal modal-small" : "modal"}>
        <Dialog className="dialog" ref={markModal}>
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
