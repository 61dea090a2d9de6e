/** How are these two connected: the keys of both, null for one that isn't chosen yet. */
export interface PathQuestion {
  readonly from: string | null;
  readonly to: string | null;
}

/** Writes who is to be connected into an address. */
export function writePath(parts: URLSearchParams, path: PathQuestion | null): void {
  if (path === null) return;
  parts.set("path", path.from ?? "");
  if (path.to !== null) parts.set("path-to", path.to);
}

export function readPath(parts: URLSearchParams): PathQuestion | null {
  const from = parts.get("path");
  return from === null ? null : { from: from || null, to: parts.get("path-to") || null };
}
