import { useEffect, useState } from "react";
import { text } from "../text.ts";
import { Icon } from "./Icon.tsx";
import { dismiss, type Toast, useToasts } from "./toasts.ts";

/** How long a message stays, in milliseconds: long enough to reach its button. */
const STAYS = 7_000;

/** What was done, and what went wrong, at the foot of the page; read out by screen readers. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    // React Aria leaves what is marked so within reach while a dialog is open.
    <div
      className="toasts"
      role="status"
      aria-live="polite"
      aria-label={text.state.messages}
      data-react-aria-top-layer="true"
    >
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastLine({ toast: { id, message, isProblem, action } }: { readonly toast: Toast }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isProblem || isHeld) return;
    const timer = setTimeout(() => dismiss(id), STAYS);
    return () => clearTimeout(timer);
  }, [id, isProblem, isHeld]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only makes it stay.
    <div
      className="toast"
      data-problem={isProblem}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{message}</p>
      {action !== null && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={text.state.dismiss} onClick={() => dismiss(id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
