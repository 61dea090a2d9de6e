import type { GraphRenderer } from "../sigma/renderer.ts";

let current: GraphRenderer | null = null;
const listeners = new Set<() => void>();

/** The picture on the page, for whoever exports it or draws beside it; null while there is none. */
export const currentPicture = {
  get: (): GraphRenderer | null => current,
  set(renderer: GraphRenderer | null): void {
    current = renderer;
  },
  /** Calls `listener` after each frame: the camera or the nodes may have moved. Answers a function that ends it. */
  onFrame(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** To be called when a frame has been drawn. */
  drawn(): void {
    for (const listener of listeners) listener();
  },
};
