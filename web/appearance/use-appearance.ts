import { useRef } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { type ExplorerState, useExplorer } from "../state/store.ts";
import type { Analysis } from "./analysis.ts";
import { readColors } from "./colors.ts";
import { type ColorScheme, schemeOf } from "./schemes.ts";
import { radiiOf, type SizeScale, sizeScale } from "./sizes.ts";

/** Sizes and colours of nodes where they aren't the scene's own: what the picture's look takes over. */
export interface NodeLooks {
  readonly sizes?: ReadonlyMap<string, number>;
  readonly colors?: ReadonlyMap<string, string>;
}

let lastScheme: { graph: OnRecordGraph; color: string; analysis: Analysis | null; scheme: ColorScheme | null } | null =
  null;

/** What colours say now; null for the kind. */
export function selectScheme({ graph, history, analysis }: ExplorerState): ColorScheme | null {
  const { color } = history.present.appearance;
  if (graph === null) return null;
  // Only communities wait for what is worked out.
  const needed = color === "community" ? analysis : null;
  if (lastScheme?.graph !== graph || lastScheme.color !== color || lastScheme.analysis !== needed)
    lastScheme = { graph, color, analysis: needed, scheme: schemeOf(graph, color, needed) };
  return lastScheme.scheme;
}

let lastScale: { size: string; analysis: Analysis | null; scale: SizeScale | null } | null = null;

/** What sizes say now; null for those the build gave. */
export function selectScale({ history, analysis }: ExplorerState): SizeScale | null {
  const { size } = history.present.appearance;
  if (lastScale?.size !== size || lastScale.analysis !== analysis)
    lastScale = { size, analysis, scale: sizeScale(size, analysis) };
  return lastScale.scale;
}

/** The sizes and colours of nodes in a theme; the same maps for as long as they say the same. */
export function useNodeLooks(theme: string): NodeLooks {
  const scheme = useExplorer(selectScheme);
  const scale = useExplorer(selectScale);
  const analysis = useExplorer((state) => state.analysis);
  const colored = useRef<{ scheme: ColorScheme; theme: string; colors: ReadonlyMap<string, string> } | null>(null);
  const sized = useRef<{ scale: SizeScale; sizes: ReadonlyMap<string, number> } | null>(null);
  if (scheme === null) colored.current = null;
  else if (colored.current?.scheme !== scheme || colored.current.theme !== theme)
    colored.current = { scheme, theme, colors: colorsOf(scheme) };
  if (scale === null || analysis === null) sized.current = null;
  else if (sized.current?.scale !== scale) sized.current = { scale, sizes: radiiOf(scale, analysis) };
  return { sizes: sized.current?.sizes, colors: colored.current?.colors };
}

function colorsOf({ tokenOf }: ColorScheme): ReadonlyMap<string, string> {
  const colors = readColors(new Set(tokenOf.values()));
  const found = new Map<string, string>();
  for (const [key, token] of tokenOf) {
    const color = colors.get(token);
    if (color !== undefined) found.set(key, color);
  }
  return found;
}
