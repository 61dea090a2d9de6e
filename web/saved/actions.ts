import { fileName, saveFile } from "../export/save.ts";
import { chipsOf } from "../filters/chips.ts";
import { notify } from "../shell/toasts.ts";
import { readAddress, writeAddress } from "../state/address.ts";
import { viewOf } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { addView, readFile, type SavedView, writeFile } from "./saved-views.ts";
import { keepViews, useSavedViews } from "./store.ts";

const views = () => useSavedViews.getState().views;

/** The address of the view on the page. */
export function currentAddress(): string {
  return writeAddress(viewOf(useExplorer.getState()));
}

/** A name for the view on the page: what is selected, and what it is filtered to. */
export function suggestedName(): string {
  const { graph, history } = useExplorer.getState();
  const view = history.present;
  if (graph === null) return text.toolbar[view.pane];
  const { selection } = view;
  const selected =
    selection?.type === "node" && graph.hasNode(selection.key) ? [graph.getNodeAttribute(selection.key, "label")] : [];
  const filters = chipsOf(graph, view).map(({ label }) => label);
  const parts = [...selected, ...filters];
  return parts.length === 0 ? text.toolbar[view.pane] : parts.slice(0, 3).join(", ");
}

export function saveView(name: string): void {
  keepViews(addView(views(), name.trim() === "" ? suggestedName() : name, currentAddress()));
  notify(text.saved.kept(views().at(-1)?.name ?? name));
}

/** Opens a saved view, as a step that can be undone. */
export function openView({ name, address }: SavedView): void {
  const { change, openDialog, showPane } = useExplorer.getState();
  const view = readAddress(address);
  openDialog(null);
  change(view, "address");
  showPane(view.pane === "table" ? "list" : "graph");
  useExplorer.getState().say(text.saved.opened(name));
}

/** Deletes a view, and offers to put it back where it was. */
export function deleteView(view: SavedView): void {
  const place = views().findIndex(({ id }) => id === view.id);
  keepViews(views().filter(({ id }) => id !== view.id));
  notify(text.saved.deleted(view.name), {
    action: { label: text.toolbar.undo, run: () => keepViews(views().toSpliced(place, 0, view)) },
  });
}

/** Puts the address of a view into the clipboard, to be given on. */
export async function copyLink(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(`${location.href.replace(/#.*$/, "")}#${address}`);
    notify(text.saved.linkCopied);
  } catch {
    notify(text.saved.linkNotCopied, { isProblem: true });
  }
}

export function saveViewsAsFile(): void {
  const title = useExplorer.getState().graph?.getAttribute("title") ?? "";
  const name = fileName(`${title} views`, "json");
  saveFile(name, new Blob([writeFile(title, views())], { type: "application/json" }));
  notify(text.export.done(name));
}

export async function addViewsOfFile(file: File): Promise<void> {
  const all = readFile(views(), await file.text());
  if (all === null) return notify(text.saved.notViews(file.name), { isProblem: true });
  const added = all.length - views().length;
  keepViews(all);
  notify(text.saved.added(added));
}
