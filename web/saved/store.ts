import { create } from "zustand";
import { notify } from "../shell/toasts.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import {
  type Collection,
  collectionOf,
  parseCollections,
  type SavedView,
  withViews,
  writeCollections,
} from "./saved-views.ts";

/** One for each place the page is served at; workspaces at the same place are told apart by their articles. */
const KEY = `onrecord-views:${location.pathname}`;

interface SavedViews {
  readonly views: readonly SavedView[];
}

/** The saved views of the workspace on the page. */
export const useSavedViews = create<SavedViews>()(() => ({ views: [] }));

let collections: Collection[] = [];
collections = load();
show();

// Another workspace, or another article in it; and what another tab saved.
useExplorer.subscribe((state, before) => {
  if (state.graph !== before.graph) show();
});
window.addEventListener("storage", ({ key }) => {
  if (key !== KEY) return;
  collections = load();
  show();
});

/** Takes these for the workspace's views and keeps them for the next visit, as far as the browser can. */
export function keepViews(views: readonly SavedView[]): void {
  // What another tab has saved since for another workspace stays.
  collections = withViews(load(), articlesHere(), views);
  useSavedViews.setState({ views });
  try {
    localStorage.setItem(KEY, writeCollections(collections));
  } catch {
    notify(text.saved.notKept, { isProblem: true });
  }
}

function show(): void {
  const place = collectionOf(collections, articlesHere());
  useSavedViews.setState({ views: place === -1 ? [] : collections[place].views });
}

function load(): Collection[] {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(KEY);
    const found = parseCollections(stored);
    if (found !== null) return found;
    // What can't be read is put aside, not lost.
    localStorage.setItem(`${KEY}:unreadable`, stored ?? "");
    localStorage.removeItem(KEY);
    notify(text.saved.unreadable(`${KEY}:unreadable`), { isProblem: true });
  } catch {
    // Without storage, views hold for as long as the page is open.
    return collections;
  }
  return [];
}

function articlesHere(): string[] {
  const { graph } = useExplorer.getState();
  return graph === null ? [] : graph.filterNodes((_, { kind }) => kind === "Article");
}
