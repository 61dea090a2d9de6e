import type { Geometry, Projection } from "../scene/geometry.ts";
import { type Box, breakLabel, type LabelWish, type PlacedLabel, placeLabels } from "../scene/place-labels.ts";
import type { Scene, SceneNode } from "../scene/scene.ts";
import { type Look, litFocus } from "./look.ts";

/** One label is wished for every so many square pixels. */
const AREA_PER_LABEL = 7_000;
/** Strongest nodes that keep their labels while something else is in focus. */
const ALWAYS = 5;
/** Above this, only labelled nodes are kept clear of labels. */
const MANY_NODES = 2_000;
const HALO = 3;
const PIN_RADIUS = 3.5;
/** How far the widest shapes reach, in radii. */
const WIDEST = 1.3;

/** Draws the labels: biggest first, none over another, each with a halo of paper. Widths are measured once a text. */
export class LabelLayer {
  private readonly widths = new Map<string, number>();
  private geometry: Geometry | null = null;
  private bySize: string[] = [];

  private covered: readonly Box[] = [];

  /** Says what lies over the picture, where no label goes. */
  setCovered(boxes: readonly Box[]): void {
    this.covered = boxes;
  }

  /** Orders the nodes of a scene, biggest first, the rest by key: the same picture every time. */
  setScene(geometry: Geometry, nodes: readonly SceneNode[]): void {
    this.geometry = geometry;
    const order = geometry.nodes.map((key, i) => ({ key, size: nodes[i].size }));
    this.bySize = order.sort((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1)).map(({ key }) => key);
  }

  /** Widths change when a font has arrived. */
  forgetWidths(): void {
    this.widths.clear();
  }

  draw(
    context: CanvasRenderingContext2D,
    size: { readonly width: number; readonly height: number },
    projection: Projection,
    scene: Scene,
    look: Look,
  ): void {
    const viewport = { ...size, reserved: this.covered };
    const keys = this.order(look, (viewport.width * viewport.height) / AREA_PER_LABEL, (key) => {
      const at = this.placeOf(projection, key);
      return at !== null && !outside(at, viewport);
    });
    const lit = litFocus(look);
    const chosen = new Set([...(look.selected?.centre ?? []), ...(look.hovered?.centre ?? [])]);
    const strongest = this.strongest(look);
    const wishes: LabelWish[] = [];
    for (const key of keys) {
      const at = this.placeOf(projection, key);
      if (at === null) continue;
      const node = scene.graph.getNodeAttributes(key);
      const lines = breakLabel(node.label);
      const font = fontOf(node, look, chosen.has(key));
      wishes.push({
        key,
        lines,
        ...at,
        width: Math.max(...lines.map((line) => this.widthOf(context, font, line))),
        lineHeight: 15,
        forced: chosen.has(key),
        strong: strongest.has(key),
      });
    }
    wishes.push(...this.edgeWishes(context, projection, scene, look));
    const obstacleKeys = look.visible.nodes.size > MANY_NODES ? keys : look.visible.nodes;
    const obstacles: { x: number; y: number; radius: number }[] = [];
    for (const key of obstacleKeys) {
      const place = this.placeOf(projection, key);
      if (place !== null && !outside(place, viewport)) obstacles.push({ ...place, radius: place.radius * WIDEST });
    }
    this.drawPins(context, projection, look);
    for (const label of placeLabels(wishes, obstacles, viewport)) {
      const node = scene.graph.hasNode(label.key) ? scene.graph.getNodeAttributes(label.key) : null;
      const faded = lit !== null && node !== null && !lit.nodes.has(label.key) && !chosen.has(label.key);
      const font = node === null ? edgeFont(look) : fontOf(node, look, chosen.has(label.key));
      const color = node === null ? look.palette.accent : faded ? look.palette.inkSoft : look.palette.ink;
      write(context, label, font, color, look.palette.paper);
    }
  }

  /** A small mark on each node that was put by hand: the head of a pin at its upper right. */
  private drawPins(
    context: CanvasRenderingContext2D,
    projection: Projection,
    { pins = [], visible, palette }: Look,
  ): void {
    for (const { key } of pins) {
      const at = visible.nodes.has(key) ? this.placeOf(projection, key) : null;
      if (at === null) continue;
      context.beginPath();
      context.arc(at.x + at.radius * 0.75 + 1, at.y - at.radius * 0.75 - 1, PIN_RADIUS, 0, 2 * Math.PI);
      context.fillStyle = palette.accent;
      context.strokeStyle = palette.paper;
      context.lineWidth = 1.5;
      context.fill();
      context.stroke();
    }
  }

  /** Who of those that are `seen` may be labelled, those that win first: bounded, however many there are. */
  private order(look: Look, limit: number, seen: (key: string) => boolean): string[] {
    const lit = litFocus(look);
    const centre = new Set([...(look.hovered?.centre ?? []), ...(look.selected?.centre ?? [])]);
    const keys = [...centre].filter((key) => look.visible.nodes.has(key) && seen(key));
    const add = (candidates: Iterable<string>, most: number) => {
      let added = 0;
      for (const key of candidates) {
        if (added >= most) break;
        if (centre.has(key) || !look.visible.nodes.has(key) || !seen(key)) continue;
        keys.push(key);
        added++;
      }
    };
    if (lit === null) add(this.bySize, limit);
    else {
      const near = this.biggestOf(lit.nodes, limit);
      add(near, limit);
      add(
        this.bySize.filter((key) => !lit.nodes.has(key)),
        ALWAYS,
      );
    }
    return keys;
  }

  /** The biggest of some nodes first. */
  private biggestOf(keys: ReadonlySet<string>, limit: number): Iterable<string> {
    if (keys.size <= limit) return keys;
    return this.bySize.filter((key) => keys.has(key));
  }

  /** The few biggest nodes that are seen: their labels are always on. */
  private strongest({ visible }: Look): ReadonlySet<string> {
    const found = new Set<string>();
    for (const key of this.bySize) {
      if (found.size === ALWAYS) break;
      if (visible.nodes.has(key)) found.add(key);
    }
    return found;
  }

  private edgeWishes(
    context: CanvasRenderingContext2D,
    projection: Projection,
    { graph }: Scene,
    look: Look,
  ): LabelWish[] {
    const edges = litFocus(look)?.edges ?? new Set<string>();
    if (edges.size > 24) return [];
    const font = edgeFont(look);
    return [...edges].flatMap((key) => {
      if (!graph.hasEdge(key)) return [];
      const { label, curve, quiet } = graph.getEdgeAttributes(key);
      const [source, target] = graph.extremities(key).map((end) => this.placeOf(projection, end));
      if (source === null || target === null || (quiet && edges.size > 1)) return [];
      const [dx, dy] = [target.x - source.x, target.y - source.y];
      const centre = {
        x: (source.x + target.x) / 2 + (dy * curve) / 2,
        y: (source.y + target.y) / 2 - (dx * curve) / 2,
      };
      const width = this.widthOf(context, font, label);
      // A label wider than its edge would hide it.
      if (Math.hypot(dx, dy) < width + 24) return [];
      return [
        { key, lines: [label], ...centre, radius: 0, width, lineHeight: 14, forced: edges.size === 1, centred: true },
      ];
    });
  }

  private placeOf(projection: Projection, key: string): { x: number; y: number; radius: number } | null {
    const i = this.geometry?.index.get(key);
    if (this.geometry === null || i === undefined || this.geometry.radius[i] === 0) return null;
    const { x, y, radius } = this.geometry;
    return {
      x: x[i] * projection.scaleX + projection.offsetX,
      y: y[i] * projection.scaleY + projection.offsetY,
      radius: radius[i] * projection.radius,
    };
  }

  private widthOf(context: CanvasRenderingContext2D, font: string, line: string): number {
    const of = `${font}\n${line}`;
    let width = this.widths.get(of);
    if (width === undefined) {
      context.font = font;
      width = Math.ceil(context.measureText(line).width);
      this.widths.set(of, width);
    }
    return width;
  }
}

function outside(
  { x, y, radius }: { x: number; y: number; radius: number },
  viewport: { width: number; height: number },
) {
  return x < -radius || y < -radius || x > viewport.width + radius || y > viewport.height + radius;
}

function fontOf({ kind, size }: SceneNode, { palette }: Look, strong: boolean): string {
  if (kind === "Statement") return `italic ${strong ? 600 : 400} 13px ${palette.articleFont}`;
  return `${strong || size >= 8 ? 600 : 400} ${size >= 8 ? 13 : 12}px ${palette.font}`;
}

function edgeFont({ palette }: Look): string {
  return `600 12px ${palette.font}`;
}

function write(
  context: CanvasRenderingContext2D,
  label: PlacedLabel,
  font: string,
  color: string,
  paper: string,
): void {
  const { lines, x, y, width, height, align } = label;
  context.font = font;
  context.textAlign = align;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = HALO * 2;
  context.strokeStyle = paper;
  context.fillStyle = color;
  const anchor = align === "left" ? x : align === "right" ? x + width : x + width / 2;
  const step = height / lines.length;
  lines.forEach((line, index) => {
    context.strokeText(line, anchor, y + step * (index + 0.5));
  });
  lines.forEach((line, index) => {
    context.fillText(line, anchor, y + step * (index + 0.5));
  });
}
