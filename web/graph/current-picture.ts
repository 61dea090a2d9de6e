import type { GraphRenderer } from "../sigma/renderer.ts";

let current: GraphRenderer | null = null;

/** The picture on the page, for whoever exports it; null while there is none. */
export const currentPicture = {
  get: (): GraphRenderer | null => current,
  set(renderer: GraphRenderer | null): void {
    current = renderer;
  },
};
