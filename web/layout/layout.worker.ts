import { arrange } from "./arrange.ts";
import type { ForceStep } from "./force.ts";
import type { LayoutInput } from "./layouts.ts";

/** Milliseconds between two pictures of a layout on its way. */
const BEAT = 120;

/** Lays out the graph it is handed, telling where the nodes are now and then; whoever has enough of it ends the worker. */
self.onmessage = ({ data }: MessageEvent<LayoutInput>) => {
  let told = performance.now();
  for (const step of arrange(data)) {
    if (step.done < 1 && performance.now() - told < BEAT) continue;
    told = performance.now();
    self.postMessage(step satisfies ForceStep);
  }
};
