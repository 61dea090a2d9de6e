/** A combination of keys: `Mod` is Ctrl, on Apple's machines ⌘. */
interface Combination {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** As `KeyboardEvent.key` gives it; letters in upper case. */
  readonly key: string;
}

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Names of keys as they stand on the screen. */
const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  " ": "Space",
  "-": "−",
};

/** Reads `Mod+Shift+Z`; a plus itself is `+` or `Mod++`. */
export function parseKeys(keys: string): Combination {
  const [, before, last] = /^((?:(?:Mod|Shift|Alt)\+)*)(.+)$/.exec(keys) ?? [];
  if (last === undefined) throw new Error(`"${keys}" names no key`);
  const has = (name: string) => before.includes(name);
  return { mod: has("Mod"), shift: has("Shift"), alt: has("Alt"), key: upper(last) };
}

/** Whether these keys are the ones that were pressed. Shift counts for letters and named keys: of signs it is a part. */
export function matchesKeys(keys: string, event: Pressed): boolean {
  const { mod, shift, alt, key } = parseKeys(keys);
  if (upper(event.key) !== key || (event.ctrlKey || event.metaKey) !== mod || event.altKey !== alt) return false;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== " ";
  return isSign || event.shiftKey === shift;
}

/** The keys as they are shown, one after the other: `["Ctrl", "K"]`. */
export function shownKeys(keys: string, isApple: boolean = onApple()): string[] {
  const { mod, shift, alt, key } = parseKeys(keys);
  return [
    ...(mod ? [isApple ? "⌘" : "Ctrl"] : []),
    ...(alt ? [isApple ? "⌥" : "Alt"] : []),
    ...(shift ? [isApple ? "⇧" : "Shift"] : []),
    SHOWN[key] ?? key,
  ];
}

function upper(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key;
}

function onApple(): boolean {
  return typeof navigator !== "undefined" && /Mac|iP(?:hone|ad|od)/.test(navigator.platform);
}
