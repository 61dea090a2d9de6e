/** What a node's size can say; `given` is the size the build gave it, by how often it is mentioned. */
export const SIZES = ["given", "degree", "statements", "quotedWords", "pageRank", "betweenness"] as const;
export type SizeBy = (typeof SIZES)[number];

/** What colours say without looking at attributes. */
export const COLORS = ["kind", "community", "outlet", "stance"] as const;

/** How nodes look. */
export interface Appearance {
  readonly size: SizeBy;
  /** One of COLORS, or the name of an attribute of stakeholders. */
  readonly color: string;
}

export const FIRST_APPEARANCE: Appearance = { size: "given", color: "kind" };

/** Writes an appearance into an address; what is as at first is left out. */
export function writeAppearance(parts: URLSearchParams, { size, color }: Appearance): void {
  if (size !== FIRST_APPEARANCE.size) parts.set("size", size);
  if (color !== FIRST_APPEARANCE.color) parts.set("color", color);
}

export function readAppearance(parts: URLSearchParams): Appearance {
  return {
    size: SIZES.find((size) => size === parts.get("size")) ?? FIRST_APPEARANCE.size,
    color: parts.get("color") || FIRST_APPEARANCE.color,
  };
}
