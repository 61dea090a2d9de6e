import { MODES, type Mode } from "../scene/scene.ts";
import { readAppearance, writeAppearance } from "./appearance.ts";
import { readArrangement, writeArrangement } from "./arrangement.ts";
import { readFilters, writeFilters } from "./filters-address.ts";
import { readPassages, writePassages } from "./passages.ts";
import { readPath, writePath } from "./path-question.ts";
import { readQuestion, writeQuestion } from "./question.ts";
import { type Place, type Selection, sameSelection } from "./selection.ts";
import { readTable, writeTable } from "./table-view.ts";
import { type Camera, FIRST_VIEW, PANES, type Pane, type View } from "./view.ts";

/** Writes a view into the part of the address after `#`; the first view is the empty string. */
export function writeAddress(view: View): string {
  const parts = new URLSearchParams();
  if (view.pane !== FIRST_VIEW.pane) parts.set("view", view.pane);
  if (view.selection !== null) {
    parts.set(view.selection.type, view.selection.key);
    if (view.selection.at) parts.set("at", writePlace(view.selection.at));
  }
  if (view.mode !== null) parts.set("show", view.mode);
  for (const key of view.unfolded) parts.append("unfold", key);
  if (view.hidden.length > 0) parts.set("hide", view.hidden.join(","));
  writeFilters(parts, view.filters);
  writeAppearance(parts, view.appearance);
  writeArrangement(parts, view.arrangement);
  writePath(parts, view.path);
  if (view.passages !== null) parts.set("passages", writePassages(view.passages));
  for (const article of view.tabs) parts.append("tab", article);
  if (view.follow) parts.set("follow", "yes");
  writeTable(parts, view.table);
  writeQuestion(parts, view.question);
  if (view.camera !== null) parts.set("camera", writeCamera(view.camera));
  // What needs no escape after "#" stays readable.
  return parts.toString().replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%40", "@").replaceAll("%24", "$");
}

/** Reads an address back. What it doesn't understand is left out: an address is typed and shortened by people. */
export function readAddress(hash: string): View {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const [pane, mode] = [parts.get("view"), parts.get("show")];
  return {
    selection: readSelection(parts),
    hidden: (parts.get("hide") ?? "").split(",").filter((kind) => kind !== ""),
    filters: readFilters(parts),
    appearance: readAppearance(parts),
    arrangement: readArrangement(parts),
    path: readPath(parts),
    pane: PANES.includes(pane as Pane) ? (pane as Pane) : FIRST_VIEW.pane,
    mode: MODES.includes(mode as Mode) ? (mode as Mode) : null,
    unfolded: parts.getAll("unfold"),
    passages: readPassages(parts.get("passages")),
    tabs: [...new Set(parts.getAll("tab"))],
    follow: parts.get("follow") === "yes",
    table: readTable(parts),
    question: readQuestion(parts),
    camera: readCamera(parts.get("camera")),
  };
}

/** Whether going from `a` to `b` is a step a person would want to go back from with the browser's button. */
export function isStep(a: View, b: View): boolean {
  return (
    a.pane !== b.pane || a.passages !== b.passages || a.path !== b.path || !sameSelection(a.selection, b.selection)
  );
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
  const match = /^(.+):(\d+)-(\d+)$/s.exec(text ?? "");
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
