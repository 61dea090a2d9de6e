import type { EdgeKind, NodeKind, StatementKind } from "../../src/model/index.ts";

/** Shapes the graph draws; the numbers are the shader's (sigma/shape-program.ts). */
export const SHAPES = ["circle", "square", "triangle", "diamond", "ring", "star", "dot", "bubble", "page"] as const;
export type Shape = (typeof SHAPES)[number];

/** Kinds differ by shape as well as by colour, so that neither is needed alone. */
export const KIND_SHAPE: Readonly<Record<NodeKind, Shape>> = {
  Person: "circle",
  Organization: "square",
  Group: "ring",
  Place: "triangle",
  Document: "diamond",
  Event: "star",
  Topic: "dot",
  Statement: "bubble",
  Article: "page",
};

/** How a shape is filled: direct statements are full, indirect ones hollow, mixed ones half; unnamed sources are dashed. */
export const FILLS = ["full", "hollow", "half", "dashed"] as const;
export type Fill = (typeof FILLS)[number];

export const STATEMENT_FILL: Readonly<Record<StatementKind, Fill>> = {
  direct: "full",
  indirect: "hollow",
  mixed: "half",
};

/** Ties that only say where something stands: drawn fainter, without arrows. */
export const QUIET_EDGES: ReadonlySet<EdgeKind> = new Set<EdgeKind>(["IN_ARTICLE", "APPEARS_IN"]);

/** Ties that are proposed rather than found: drawn dashed. */
export const DASHED_EDGES: ReadonlySet<EdgeKind> = new Set<EdgeKind>(["MAY_BE", "ECHOES"]);

/** The name of a kind's colour in theme/tokens.css. */
export function kindToken(kind: NodeKind): string {
  return kind.toLowerCase();
}
