/** How are these two connected: the keys of both, null for one that isn't chosen yet, and which way is looked at. */
export interface PathQuestion {
  readonly from: string | null;
  readonly to: string | null;
  /** From 0. */
  readonly way: number;
}

export const NO_PATH: PathQuestion = { from: null, to: null, way: 0 };

/** Writes who is to be connected into an address. */
export function writePath(parts: URLSearchParams, path: PathQuestion | null): void {
  if (path === null) return;
  parts.set("path", path.from ?? "");
  if (path.to !== null) parts.set("path-to", path.to);
  if (path.way > 0) parts.set("way", String(path.way + 1));
}

export function readPath(parts: URLSearchParams): PathQuestion | null {
  const from = parts.get("path");
  if (from === null) return null;
  const way = Number(parts.get("way") ?? 1);
  return {
    from: from || null,
    to: parts.get("path-to") || null,
    way: Number.isInteger(way) && way > 0 && way <= 1_000 ? way - 1 : 0,
  };
}
