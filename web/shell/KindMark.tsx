import type { NodeKind } from "../../src/model/index.ts";
import { type Fill, KIND_SHAPE, kindToken, type Shape } from "../scene/kinds.ts";

/** The outline of each shape on a 16 × 16 grid, as the graph draws it. */
const OUTLINE: Readonly<Record<Shape, string>> = {
  circle: "M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3Z",
  square: "M3.6 3.6h8.8v8.8H3.6z",
  triangle: "M8 2.6 13.8 12.6H2.2z",
  diamond: "M8 1.8 14.2 8 8 14.2 1.8 8z",
  ring: "M8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z",
  star: "M8 1.3 9.9 5.9l4.9.4-3.7 3.2 1.1 4.8L8 11.7l-4.2 2.6 1.1-4.8L1.2 6.3l4.9-.4z",
  dot: "M8 4.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8Z",
  bubble:
    "M4.2 3h7.6A2.2 2.2 0 0 1 14 5.2v3.6a2.2 2.2 0 0 1-2.2 2.2H7.5L4.5 13.8V11h-.3A2.2 2.2 0 0 1 2 8.8V5.2A2.2 2.2 0 0 1 4.2 3Z",
  page: "M4 2h5.5L12.5 5v9H4z",
};

/** The mark of a kind: its shape in its colour, filled as the graph fills it. */
export function KindMark({ kind, fill = "full" }: { readonly kind: NodeKind; readonly fill?: Fill }) {
  const shape = KIND_SHAPE[kind];
  return (
    <svg
      className={`mark mark-${fill} mark-${shape}`}
      viewBox="0 0 16 16"
      data-kind={kindToken(kind)}
      aria-hidden="true"
    >
      <path d={OUTLINE[shape]} />
      {fill === "half" && (
        <path className="mark-half" d="M4.2 3H8v8H4.2A2.2 2.2 0 0 1 2 8.8V5.2A2.2 2.2 0 0 1 4.2 3Z" />
      )}
    </svg>
  );
}
