import type Sigma from "sigma";
import type { Geometry, Projection } from "../scene/geometry.ts";
import type { SceneEdge, SceneNode } from "../scene/scene.ts";
import type { Camera } from "../state/view.ts";

/** Everything in the middle. */
export const WHOLE: Camera = { x: 0.5, y: 0.5, ratio: 1 };
/** How near, and how far away, the camera goes of itself. */
const NEAREST = 0.15;
const FARTHEST = 1.5;
/** Room for labels round what is shown, in pixels. */
const LABEL_ROOM = 40;

type Renderer = Sigma<SceneNode, SceneEdge>;

export function isWhole({ x, y, ratio }: Camera): boolean {
  return Math.abs(x - 0.5) < 1e-3 && Math.abs(y - 0.5) < 1e-3 && Math.abs(ratio - 1) < 1e-3;
}

/** How the picture lies on the container now. */
export function projectionOf(sigma: Renderer): Projection {
  const origin = sigma.framedGraphToViewport({ x: 0, y: 0 });
  const unit = sigma.framedGraphToViewport({ x: 1, y: 1 });
  return {
    offsetX: origin.x,
    scaleX: unit.x - origin.x,
    offsetY: origin.y,
    scaleY: unit.y - origin.y,
    radius: sigma.scaleSize(1),
  };
}

/** The camera that shows just these nodes, with `padding` pixels round them; null where none of them is there. */
export function cameraAround(
  sigma: Renderer,
  { index, x, y }: Geometry,
  keys: Iterable<string>,
  padding: number,
): Camera | null {
  const xs = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };
  const ys = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };
  for (const key of keys) {
    const i = index.get(key);
    if (i === undefined) continue;
    xs.least = Math.min(xs.least, x[i]);
    xs.most = Math.max(xs.most, x[i]);
    ys.least = Math.min(ys.least, y[i]);
    ys.most = Math.max(ys.most, y[i]);
  }
  if (xs.least > xs.most) return null;
  const cameraState = { ...WHOLE, angle: 0 };
  const low = sigma.framedGraphToViewport({ x: xs.least, y: ys.least }, { cameraState });
  const high = sigma.framedGraphToViewport({ x: xs.most, y: ys.most }, { cameraState });
  const { width, height } = sigma.getDimensions();
  const room = (length: number) => Math.max(1, length - 2 * padding - LABEL_ROOM);
  const ratio = Math.max(Math.abs(high.x - low.x) / room(width), Math.abs(high.y - low.y) / room(height), NEAREST);
  return { x: (xs.least + xs.most) / 2, y: (ys.least + ys.most) / 2, ratio: Math.min(ratio, FARTHEST) };
}
