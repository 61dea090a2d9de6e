import type Sigma from "sigma";
import type { MouseCoords } from "sigma/types";
import type { SceneEdge, SceneNode } from "../scene/scene.ts";
import type { Selection } from "../state/selection.ts";

/** A node on its way under a finger or the mouse, in the graph's coordinates. */
export interface Drag {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/** What a person does to the picture. */
export interface PointerEvents {
  /** A click on a node or edge, or on nothing. */
  select(selection: Selection | null): void;
  hover(selection: Selection | null): void;
  /** A node is being dragged. */
  drag(drag: Drag): void;
  /** It was let go of, there. */
  drop(drag: Drag): void;
}

/** Pixels a pointer moves before that is dragging rather than an unsteady click. */
const DRAGS_FROM = 4;

/**
 * Tells what is done to the picture. `laid` says where in the layout a place of Sigma's graph is; `onDoubleClick` is called
 * with a node that was clicked twice.
 */
export function listen(
  sigma: Sigma<SceneNode, SceneEdge>,
  container: HTMLElement,
  events: PointerEvents,
  laid: (place: { x: number; y: number }) => { x: number; y: number },
  onDoubleClick: (node: string) => void,
): void {
  let last = "";
  /** Where a node was pressed; it moves once the pointer has gone far enough. */
  let pressed: { key: string; x: number; y: number; moved: boolean } | null = null;
  /** The click that ends a drag selects nothing. */
  let ignoresClick = false;
  const select = (selection: Selection | null) => {
    if (ignoresClick) ignoresClick = false;
    else events.select(selection);
  };
  const selectNode = (node: string) => {
    last = node;
    select({ type: "node", key: node });
  };
  sigma.on("clickNode", ({ node }) => selectNode(node));
  sigma.on("clickEdge", ({ edge }) => select({ type: "edge", key: edge }));
  sigma.on("doubleClickEdge", (event) => {
    event.preventSigmaDefault();
    select({ type: "edge", key: event.edge });
  });
  sigma.on("clickStage", () => select(null));
  sigma.on("doubleClickNode", (event) => {
    event.preventSigmaDefault();
    // Two quick clicks count as one double click for Sigma even where they are on two nodes.
    if (event.node !== last) return selectNode(event.node);
    onDoubleClick(event.node);
  });

  const hover = (selection: Selection | null) => {
    if (pressed?.moved) return;
    container.style.cursor = selection === null ? "" : "pointer";
    events.hover(selection);
  };
  sigma.on("enterNode", ({ node }) => hover({ type: "node", key: node }));
  sigma.on("leaveNode", () => hover(null));
  sigma.on("enterEdge", ({ edge }) => hover({ type: "edge", key: edge }));
  sigma.on("leaveEdge", () => hover(null));

  const at = (event: MouseCoords, key: string): Drag => ({ key, ...laid(sigma.viewportToGraph(event)) });
  sigma.on("downNode", ({ node, event }) => {
    ignoresClick = false;
    pressed = { key: node, x: event.x, y: event.y, moved: false };
  });
  sigma.on("downStage", () => {
    ignoresClick = false;
  });
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (pressed === null) return;
    // The picture stays where it is while a node moves.
    preventSigmaDefault();
    if (!pressed.moved && Math.hypot(event.x - pressed.x, event.y - pressed.y) < DRAGS_FROM) return;
    pressed.moved = true;
    container.style.cursor = "grabbing";
    event.original.preventDefault();
    events.drag(at(event, pressed.key));
  });
  const release = ({ event }: { event: MouseCoords }) => {
    if (pressed?.moved) {
      ignoresClick = true;
      container.style.cursor = "";
      events.drop(at(event, pressed.key));
    }
    pressed = null;
  };
  sigma.on("upNode", release);
  sigma.on("upEdge", release);
  sigma.on("upStage", release);
}
