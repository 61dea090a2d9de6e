import { useEffect } from "react";
import { KEY_SCOPES, type KeyScope } from "../palette/command.ts";
import "../palette/all.ts";
import { registry } from "../palette/registry.ts";
import { useExplorer } from "../state/store.ts";

/** The keys of every command: in the pane that has the focus, then on the page; not while something is typed. */
export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { dialog, phase } = useExplorer.getState();
      if (event.defaultPrevented || dialog !== null) return;
      const command = registry.find(event, scopeOf(event.target));
      if (command === null || (isTyping(event.target) && command.inFields !== true)) return;
      const isAvailable = command.isAvailable ?? (() => phase === "ready");
      if (!isAvailable()) return;
      event.preventDefault();
      command.run();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

/** The pane a key was pressed in, by its `data-keys`. */
function scopeOf(target: EventTarget | null): KeyScope {
  const pane = target instanceof Element ? target.closest<HTMLElement>("[data-keys]") : null;
  return KEY_SCOPES.find((scope) => scope === pane?.dataset.keys) ?? "page";
}

/** Inputs that take no letters: keys mean there what they mean anywhere. */
const BOXES = "input:is([type=checkbox], [type=radio], [type=range])";

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof Element && target.matches(BOXES)) return false;
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
