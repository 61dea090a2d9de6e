import type { EntityKind } from "./reading.ts";

/** The id of what a name of a kind means, made from both: `person:carrie-lam`. */
export function entityId(kind: EntityKind, name: string): string {
  return `${kind.toLowerCase()}:${slug(name) || "unknown"}`;
}

function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
}
