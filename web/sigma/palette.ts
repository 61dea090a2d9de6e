import { NODE_KINDS, type NodeKind } from "../../src/model/index.ts";
import { kindToken } from "../scene/kinds.ts";

/** The theme's colours as the graph needs them, opaque: crossing edges don't add up to darker ones. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly accent: string;
  readonly kind: Readonly<Record<NodeKind, string>>;
  /** The same, faded into the paper: what is not in focus. */
  readonly kindFaded: Readonly<Record<NodeKind, string>>;
  readonly edge: string;
  readonly edgeQuiet: string;
  readonly edgeFaded: string;
  readonly edgeNear: string;
  readonly font: string;
  readonly articleFont: string;
}

/** Reads the colours from theme/tokens.css as they stand on the page now. */
export function readPalette(element: Element = document.documentElement): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const context = document.createElement("canvas").getContext("2d");
  // A style sheet may write a colour in any form: a canvas gives it back as #rrggbb.
  const color = (name: string) => {
    if (context === null) return token(name);
    context.fillStyle = token(name);
    return context.fillStyle;
  };
  const [paper, ink] = [color("paper"), color("ink")];
  const kind = Object.fromEntries(NODE_KINDS.map((name) => [name, color(kindToken(name))])) as Record<NodeKind, string>;
  const kindFaded = Object.fromEntries(NODE_KINDS.map((name) => [name, mix(kind[name], paper, 0.78)])) as Record<
    NodeKind,
    string
  >;
  return {
    paper,
    ink,
    inkSoft: color("ink-soft"),
    accent: color("accent"),
    kind,
    kindFaded,
    edge: mix(ink, paper, 0.7),
    edgeQuiet: mix(ink, paper, 0.88),
    edgeFaded: mix(ink, paper, 0.92),
    edgeNear: mix(ink, paper, 0.35),
    font: token("font-text") || "sans-serif",
    articleFont: token("font-article") || "serif",
  };
}

/** `#rrggbb` between two such colours: `share` 0 is the first, 1 the second. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  return `#${a
    .map((value, i) =>
      Math.round(value + (b[i] - value) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function channels(color: string): [number, number, number] {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (hex === null) throw new Error(`"${color}" is no #rrggbb colour`);
  return [Number.parseInt(hex[1], 16), Number.parseInt(hex[2], 16), Number.parseInt(hex[3], 16)];
}
