import type { Focus } from "../scene/focus.ts";
import type { SceneEdge, SceneNode } from "../scene/scene.ts";
import type { Visible } from "../scene/visible.ts";
import type { TieData } from "./edge-program.ts";
import type { Palette } from "./palette.ts";
import type { ShapeData } from "./shape-program.ts";

/** How the scene is to look now. */
export interface Look {
  readonly palette: Palette;
  readonly visible: Visible;
  readonly selected: Focus | null;
  readonly hovered: Focus | null;
  /** Sizes of nodes, in pixels at camera ratio 1, where they aren't the scene's own. */
  readonly sizes?: ReadonlyMap<string, number>;
  /** Colours of nodes where they aren't their kind's. */
  readonly colors?: ReadonlyMap<string, string>;
}

/** Beyond so many edges, arrow heads only blacken the picture: those of what is in focus remain. */
const MOST_ARROWS = 4_000;
/** Beyond so many edges, those out of focus are the graphics card's own lines, one pixel wide. */
const MOST_STRIPS = 10_000;

/** The neighbourhood that stands out: what is under the pointer, else what is selected. */
export function litFocus({ hovered, selected }: Look): Focus | null {
  return hovered ?? selected;
}

/** Writes how a node looks into `data`, Sigma's own copy of its attributes: nothing is allocated. */
export function lookOfNode(look: Look, key: string, data: SceneNode): Partial<ShapeData> {
  const { palette, visible, selected, hovered } = look;
  const drawn = data as unknown as ShapeData & SceneNode;
  drawn.type = "shape";
  drawn.hidden = !visible.nodes.has(key);
  const lit = litFocus(look);
  const own = selected?.centre.has(key) ?? false;
  const faded = lit !== null && !lit.nodes.has(key) && !own;
  drawn.color = faded ? palette.kindFaded[data.kind] : (look.colors?.get(key) ?? palette.kind[data.kind]);
  drawn.size = look.sizes?.get(key) ?? data.size;
  drawn.ring = own ? 2 : hovered?.centre.has(key) ? 1 : 0;
  drawn.zIndex = faded ? 0 : 1;
  return drawn;
}

/** Writes how an edge looks into `data`, Sigma's own copy of its attributes. */
export function lookOfEdge(look: Look, key: string, data: SceneEdge): Partial<TieData> {
  const { palette, visible, selected, hovered } = look;
  const drawn = data as unknown as TieData & Omit<SceneEdge, "type">;
  drawn.hidden = !visible.edges.has(key);
  drawn.arrow = !data.quiet && visible.edges.size <= MOST_ARROWS;
  const chosen = selected?.edges.has(key) ?? false;
  const near = hovered?.edges.has(key) ?? false;
  if (chosen) drawn.color = palette.accent;
  else if (near) drawn.color = palette.edgeNear;
  else if (litFocus(look) !== null) drawn.color = palette.edgeFaded;
  else drawn.color = data.quiet ? palette.edgeQuiet : palette.edge;
  if (visible.edges.size > MOST_STRIPS && !chosen && !near) drawn.type = "line";
  if (chosen || near) {
    drawn.size = Math.max(data.size, 1.5);
    drawn.arrow = !data.quiet;
  }
  drawn.zIndex = chosen ? 2 : near ? 1 : 0;
  return drawn;
}
