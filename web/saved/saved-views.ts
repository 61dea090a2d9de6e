/** A view with a name: its address is all there is to it, and stays readable when views learn more. */
export interface SavedView {
  /** Unique in its collection. */
  readonly id: number;
  readonly name: string;
  /** What stands after `#`. */
  readonly address: string;
}

/** The saved views of one workspace, known by articles it has. */
export interface Collection {
  readonly articles: readonly string[];
  readonly views: readonly SavedView[];
}

export const SAVED_VERSION = 1;
/** The schema of a file of views. */
export const SAVED_SCHEMA = "onrecord-views/1";

/** So many articles are enough to know a workspace again. */
const MARKS = 50;

/**
 * Reads what the browser kept.
 *
 * @returns null where it isn't what this page writes: the caller keeps it aside rather than lose it.
 */
export function parseCollections(stored: string | null): Collection[] | null {
  if (stored === null) return [];
  const value = parse(stored) as { version?: unknown; collections?: unknown } | null;
  if (value?.version !== SAVED_VERSION || !Array.isArray(value.collections)) return null;
  const collections: Collection[] = [];
  for (const entry of value.collections as { articles?: unknown; views?: unknown }[]) {
    const views = readViews(entry?.views);
    if (views === null || !isTexts(entry.articles)) return null;
    collections.push({ articles: entry.articles, views });
  }
  return collections;
}

export function writeCollections(collections: readonly Collection[]): string {
  return JSON.stringify({ version: SAVED_VERSION, collections });
}

/** The place of the collection that shares most articles with a workspace; -1 where none shares any. */
export function collectionOf(collections: readonly Collection[], articles: readonly string[]): number {
  const here = new Set(articles);
  let [best, most] = [-1, 0];
  collections.forEach((collection, place) => {
    const shared = collection.articles.filter((id) => here.has(id)).length;
    if (shared > most) [best, most] = [place, shared];
  });
  return best;
}

/** Puts a workspace's views in the place of what was kept for it; a workspace without views takes no room. */
export function withViews(
  collections: readonly Collection[],
  articles: readonly string[],
  views: readonly SavedView[],
): Collection[] {
  const place = collectionOf(collections, articles);
  const others = collections.filter((_, other) => other !== place);
  return views.length === 0 ? others : [...others, { articles: articles.slice(0, MARKS), views }];
}

/** Adds a view at the end; one name stands for one view, so that a second gets a number. */
export function addView(views: readonly SavedView[], name: string, address: string): SavedView[] {
  const id = Math.max(0, ...views.map((view) => view.id)) + 1;
  return [...views, { id, name: freeName(views, name), address }];
}

export function renameView(views: readonly SavedView[], id: number, name: string): SavedView[] {
  const others = views.filter((view) => view.id !== id);
  return views.map((view) => (view.id === id ? { ...view, name: freeName(others, name) } : view));
}

/** Moves a view up (-1) or down (1). */
export function moveView(views: readonly SavedView[], id: number, by: -1 | 1): SavedView[] {
  const from = views.findIndex((view) => view.id === id);
  const to = from + by;
  if (from === -1 || to < 0 || to >= views.length) return [...views];
  const moved = [...views];
  [moved[from], moved[to]] = [moved[to], moved[from]];
  return moved;
}

/** Views as a file that can be given on. */
export function writeFile(title: string, views: readonly SavedView[]): string {
  const file = { schema: SAVED_SCHEMA, title, views: views.map(({ name, address }) => ({ name, address })) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Adds the views of a file to others; what is there already isn't added twice. Null where the file holds no views. */
export function readFile(views: readonly SavedView[], file: string): SavedView[] | null {
  const value = parse(file) as { schema?: unknown; views?: unknown } | null;
  if (value?.schema !== SAVED_SCHEMA || !Array.isArray(value.views)) return null;
  let all = [...views];
  for (const entry of value.views as { name?: unknown; address?: unknown }[]) {
    if (typeof entry?.name !== "string" || typeof entry.address !== "string") return null;
    const { name, address } = { name: entry.name, address: entry.address };
    if (!all.some((view) => view.name === name && view.address === address)) all = addView(all, name, address);
  }
  return all;
}

function freeName(views: readonly SavedView[], wanted: string): string {
  const name = wanted.trim().slice(0, 120);
  const taken = new Set(views.map((view) => view.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number++;
  return `${name} (${number})`;
}

function readViews(value: unknown): SavedView[] | null {
  if (!Array.isArray(value)) return null;
  const views = value as { id?: unknown; name?: unknown; address?: unknown }[];
  const isView = (view: (typeof views)[number]): view is SavedView =>
    Number.isInteger(view?.id) && typeof view.name === "string" && typeof view.address === "string";
  return views.every(isView) && new Set(views.map(({ id }) => id)).size === views.length
    ? (views as SavedView[])
    : null;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
