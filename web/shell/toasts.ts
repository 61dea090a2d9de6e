import { create } from "zustand";

/** Something that is said on the screen for a while. */
export interface Toast {
  readonly id: number;
  readonly message: string;
  /** Said because something went wrong: it stays until it is closed. */
  readonly isProblem: boolean;
  /** What can be done about it. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

interface Toasts {
  readonly toasts: readonly Toast[];
}

export const useToasts = create<Toasts>()(() => ({ toasts: [] }));

/** More than these at once are nobody's to read: the oldest go. */
const MOST = 3;
let last = 0;

/** Says something on the screen and to screen readers; with an action, what can be done about it. */
export function notify(message: string, { isProblem = false, action = null }: Partial<Omit<Toast, "id">> = {}): void {
  const toast: Toast = { id: ++last, message, isProblem, action };
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((other) => other.message !== message), toast].slice(-MOST),
  }));
}

export function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
