import { type Place, type Selection, sameSelection } from "./selection.ts";
import { type Camera, FIRST_VIEW, PANES, type Pane, type View } from "./view.ts";

/** Writes a view into the part of the address after `#`; the first view is the empty string. */
export function writeAddress(view: View): string {
  const parts = new URLSearchParams();
  if (view.pane !== FIRST_VIEW.pane) parts.set("view", view.pane);
  if (view.selection !== null) {
    parts.set(view.selection.type, view.selection.key);
    if (view.selection.at) parts.set("at", writePlace(view.selection.at));
  }
  if (view.hidden.length > 0) parts.set("hide", view.hidden.join(","));
  if (view.camera !== null) parts.set("camera", writeCamera(view.camera));
  return parts.toString().replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%40", "@");
}

/** Reads an address back. What it doesn't understand is left out: an address is typed and shortened by people. */
export function readAddress(hash: string): View {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const pane = parts.get("view");
  return {
    selection: readSelection(parts),
    hidden: (parts.get("hide") ?? "").split(",").filter((kind) => kind !== ""),
    pane: PANES.includes(pane as Pane) ? (pane as Pane) : FIRST_VIEW.pane,
    camera: readCamera(parts.get("camera")),
  };
}

/** Whether going from `a` to `b` is a step a person would want to go back from with the browser's button. */
export function isStep(a: View, b: View): boolean {
  return a.pane !== b.pane || !sameSelection(a.selection, b.selection);
}

function readSelection(parts: URLSearchParams): Selection | null {
  for (const type of ["node", "edge"] as const) {
    const key = parts.get(type);
    if (key === null || key === "") continue;
    const at = readPlace(parts.get("at"));
    return at === null ? { type, key } : { type, key, at };
  }
  return null;
}

function writePlace({ article, start, end }: Place): string {
  return `${article}:${start}-${end}`;
}

function readPlace(text: string | null): Place | null {
  const match = /^(.+):(\d+)-(\d+)$/.exec(text ?? "");
  if (match === null || Number(match[3]) < Number(match[2])) return null;
  return { article: match[1], start: Number(match[2]), end: Number(match[3]) };
}

function writeCamera({ x, y, ratio }: Camera): string {
  return [x, y, ratio].map((value) => Number(value.toFixed(4))).join(",");
}

function readCamera(text: string | null): Camera | null {
  const numbers = (text ?? "").split(",").map(Number);
  if (numbers.length !== 3 || numbers.some((value) => !Number.isFinite(value)) || numbers[2] <= 0) return null;
  return { x: numbers[0], y: numbers[1], ratio: numbers[2] };
}
