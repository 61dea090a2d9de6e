/** The groups of the palette and of the keyboard map, in their order. */
export const COMMAND_GROUPS = [
  "view",
  "graph",
  "layout",
  "appearance",
  "filters",
  "selection",
  "reading",
  "query",
  "saved",
  "export",
  "page",
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/**
 * Where keys work: "page" is everywhere but in fields; the others hold inside an element with that `data-keys`, and come
 * before those of the page.
 */
export const KEY_SCOPES = ["page", "graph", "article", "table"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Something a person can do, from the palette and by its keys. */
export interface Command {
  /** Unique and stable: an area and a verb, `view.table`. */
  readonly id: string;
  readonly group: CommandGroup;
  /** What it does, as a button would say it. */
  readonly label: string;
  /** Other words it is found by. */
  readonly also?: string;
  /** Keys that do it, the first of them shown: `G`, `Shift+L`, `Mod+K` (Ctrl, on Apple's machines ⌘). See keys.ts. */
  readonly keys?: readonly string[];
  /** Where the keys work. Default "page". */
  readonly scope?: KeyScope;
  /** Whether the keys work while something is typed too. Default false. */
  readonly inFields?: boolean;
  /** Whether it can be done now. Default: while there is a graph. */
  readonly isAvailable?: () => boolean;
  /** For what is on or off: whether it is on. */
  readonly isOn?: () => boolean;
  readonly run: () => void;
}

/** Keys that a pane takes itself because they are no command of their own, for the keyboard map: the arrows. */
export interface Gesture {
  readonly group: CommandGroup;
  readonly keys: readonly string[];
  readonly label: string;
}
