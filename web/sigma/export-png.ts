import { atOnce } from "../data/slices.ts";
import type { Scene } from "../scene/scene.ts";
import type { Camera } from "../state/view.ts";
import type { Look } from "./look.ts";
import { GraphRenderer } from "./renderer.ts";

/**
 * Draws the scene once more, unseen, with `scale` pixels a CSS pixel, and gives it as PNG. Sigma takes the number of pixels
 * from the window: it is told another one for as long as the picture takes, which is one task.
 *
 * @param size of the picture in CSS pixels.
 * @throws Error where the browser can't make a picture of that size.
 */
export async function exportPng(
  scene: Scene,
  look: Look,
  camera: Camera | null,
  size: { readonly width: number; readonly height: number },
  scale: number,
): Promise<Blob> {
  const container = document.createElement("div");
  Object.assign(container.style, {
    position: "fixed",
    left: "-20000px",
    top: "0",
    width: `${size.width}px`,
    height: `${size.height}px`,
  });
  document.body.append(container);
  const picture = withPixelRatio(scale, () => {
    const renderer = new GraphRenderer(container, scene, look, null, camera);
    try {
      atOnce(renderer.starting());
      return renderer.picture();
    } finally {
      renderer.kill();
      container.remove();
    }
  });
  return new Promise<Blob>((resolve, reject) => {
    picture.toBlob((blob) =>
      blob === null ? reject(new Error("the picture is too large for this browser")) : resolve(blob),
    );
  });
}

function withPixelRatio<T>(ratio: number, draw: () => T): T {
  const own = Object.getOwnPropertyDescriptor(window, "devicePixelRatio");
  Object.defineProperty(window, "devicePixelRatio", { configurable: true, value: ratio });
  try {
    return draw();
  } finally {
    if (own === undefined) Reflect.deleteProperty(window, "devicePixelRatio");
    else Object.defineProperty(window, "devicePixelRatio", own);
  }
}
