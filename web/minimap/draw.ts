import type { Geometry, Projection } from "../scene/geometry.ts";
import type { Scene } from "../scene/scene.ts";
import { colorOf, type Look } from "../sigma/look.ts";

/** How framed coordinates lie on the small map, in CSS pixels: `left + x · scale`, `top - y · scale`. */
export interface MapFrame {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

const MARGIN = 8;

/** Draws every node that is seen as a dot, and answers how they lie. Null where none is seen. */
export function drawDots(
  canvas: HTMLCanvasElement,
  { nodes, x, y, radius }: Geometry,
  { graph }: Scene,
  look: Look,
  pixelRatio: number,
): MapFrame | null {
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const frame = mapFrame(x, y, canvas.width / pixelRatio, canvas.height / pixelRatio);
  if (frame === null) return null;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  const size = nodes.length > 4_000 ? 1 : 1.6;
  const byColor = new Map<string, number[]>();
  nodes.forEach((key, i) => {
    if (radius[i] === 0) return;
    const color = colorOf(look, key, graph.getNodeAttributes(key));
    const own = byColor.get(color);
    if (own === undefined) byColor.set(color, [i]);
    else own.push(i);
  });
  for (const [color, members] of byColor) {
    context.fillStyle = color;
    for (const i of members)
      context.fillRect(
        frame.left + x[i] * frame.scale - size / 2,
        frame.top - y[i] * frame.scale - size / 2,
        size,
        size,
      );
  }
  return frame;
}

/** Fits all nodes, seen or not, into the map: it stays as it is while filters change. */
function mapFrame(x: Float32Array, y: Float32Array, width: number, height: number): MapFrame | null {
  if (x.length === 0) return null;
  let [left, right, bottom, top] = [x[0], x[0], y[0], y[0]];
  for (let i = 1; i < x.length; i++) {
    left = Math.min(left, x[i]);
    right = Math.max(right, x[i]);
    bottom = Math.min(bottom, y[i]);
    top = Math.max(top, y[i]);
  }
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(1e-6, right - left),
    (height - 2 * MARGIN) / Math.max(1e-6, top - bottom),
  );
  return {
    scale,
    left: width / 2 - ((left + right) / 2) * scale,
    top: height / 2 + ((bottom + top) / 2) * scale,
  };
}

/** Draws the border of what the camera shows. */
export function drawFrame(
  context: CanvasRenderingContext2D,
  frame: MapFrame,
  { scaleX, offsetX, scaleY, offsetY }: Projection,
  { width, height }: { readonly width: number; readonly height: number },
  color: string,
  pixelRatio: number,
): void {
  const [left, right] = [-offsetX / scaleX, (width - offsetX) / scaleX];
  const [top, bottom] = [-offsetY / scaleY, (height - offsetY) / scaleY];
  const [mapWidth, mapHeight] = [context.canvas.width / pixelRatio, context.canvas.height / pixelRatio];
  // Of a camera that shows more than the map the frame stays at the map's border.
  const clampTo = (value: number, most: number) => Math.min(most - 1, Math.max(1, value));
  const [x0, x1] = [left, right].map((x) => clampTo(frame.left + x * frame.scale, mapWidth));
  const [y0, y1] = [top, bottom].map((y) => clampTo(frame.top - y * frame.scale, mapHeight));
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.strokeStyle = color;
  context.lineWidth = 1.25;
  context.strokeRect(x0, y0, x1 - x0, y1 - y0);
  context.setTransform(1, 0, 0, 1, 0, 0);
}

/** The framed coordinates of a point of the map. */
export function framedAt({ left, top, scale }: MapFrame, x: number, y: number): { x: number; y: number } {
  return { x: (x - left) / scale, y: (top - y) / scale };
}
