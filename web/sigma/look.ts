import type { Focus } from "../scene/focus.ts";
import type { SceneNode } from "../scene/scene.ts";
import type { Visible } from "../scene/visible.ts";
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
  /** Nodes that a hand has put where they are: they have a mark. */
  readonly pins?: readonly { readonly key: string }[];
}

/** The neighbourhood that stands out: what is under the pointer, else what is selected. */
export function litFocus({ hovered, selected }: Look): Focus | null {
  return hovered ?? selected;
}

/** How a node is drawn beneath: what stands out is drawn once more above it, and all this fades behind. */
export type BaseNode = ShapeData & SceneNode;

/** Writes how a node looks into `data`, Sigma's own copy of its attributes: nothing is allocated. */
export function lookOfNode(look: Look, key: string, data: SceneNode, shrink: number): Partial<ShapeData> {
  const drawn = data as unknown as BaseNode;
  drawn.type = "shape";
  drawn.hidden = !look.visible.nodes.has(key);
  drawn.color = colorOf(look, key, data);
  drawn.size = sizeOf(look, key, data) * shrink;
  drawn.ring = 0;
  // Sigma would lay a grid of labels that it isn't asked to draw.
  (drawn as { label: string | null }).label = null;
  return drawn;
}

export function colorOf(look: Look, key: string, { kind }: SceneNode): string {
  return look.colors?.get(key) ?? look.palette.kind[kind];
}

export function sizeOf(look: Look, key: string, { size }: SceneNode): number {
  return look.sizes?.get(key) ?? size;
}
