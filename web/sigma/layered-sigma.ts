import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { EdgeProgramType, NodeProgramType } from "sigma/rendering";
import type { Settings } from "sigma/settings";
import type { SceneEdge, SceneNode } from "../scene/scene.ts";
import { NoWebglError } from "./no-webgl.ts";

/** Sigma's names of the canvases, by what we draw on them, from the back to the front. */
export const LAYERS = { ties: "edges", nodes: "nodes", focus: "hoverNodes", labels: "labels" } as const;

type Options = Parameters<Sigma["createWebGLContext"]>[1] & { afterLayer?: string };

/**
 * Sigma with none of its own programs, and with its canvases of edges and of what is pointed at handed over to our layers.
 * Asking a browser for a WebGL context takes long, and so does each shader it compiles: there are no more than are drawn with.
 */
export class LayeredSigma extends Sigma<SceneNode, SceneEdge> {
  /** @param shape the program of the nodes. */
  constructor(
    container: HTMLElement,
    shape: NodeProgramType<SceneNode, SceneEdge>,
    settings: Partial<Settings<SceneNode, SceneEdge>>,
  ) {
    const node = NoProgram as NodeProgramType<SceneNode, SceneEdge>;
    const edge = NoProgram as EdgeProgramType<SceneNode, SceneEdge>;
    super(new MultiDirectedGraph<SceneNode, SceneEdge>(), container, {
      ...settings,
      nodeProgramClasses: { circle: node, shape },
      nodeHoverProgramClasses: { circle: node, shape: node },
      edgeProgramClasses: { arrow: edge, line: edge },
      defaultNodeType: "shape",
    });
    // It would clear what the focus layer has drawn.
    Object.assign(this, { renderHighlightedNodes() {} });
  }

  /** Leaves out the buffers in which Sigma would look for what is under the pointer: scene/geometry.ts knows it. */
  override createWebGLContext(id: string): WebGLRenderingContext {
    const place: Options = id === LAYERS.focus ? { afterLayer: LAYERS.nodes } : {};
    const canvas = this.createCanvas(id, place);
    const keeps = { antialias: false, preserveDrawingBuffer: id === LAYERS.ties };
    if (canvas.getContext("webgl2", keeps) === null) throw new NoWebglError();
    return super.createWebGLContext(id, { ...keeps, canvas });
  }

  /** Leaves a context to be given back later: the page would wait until all is drawn that it was handed. */
  override killLayer(id: string): this {
    const canvas = this.getCanvases()[id];
    const context = canvas.getContext("webgl2");
    if (context === null) return super.killLayer(id);
    canvas.remove();
    giveBack(context);
    return this;
  }

  /** The context of one of our layers. */
  contextOf(layer: "ties" | "focus"): WebGL2RenderingContext {
    const context = this.getCanvases()[LAYERS[layer]].getContext("webgl2");
    if (context === null) throw new NoWebglError();
    return context;
  }
}

/** Milliseconds between two looks at whether all is drawn. */
const LOOKS_EVERY = 50;

/** Gives a context back as soon as it has drawn all it was handed. */
function giveBack(gl: WebGL2RenderingContext): void {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  const look = () => {
    const isDrawing =
      fence !== null && !gl.isContextLost() && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED;
    if (isDrawing) setTimeout(look, LOOKS_EVERY);
    else gl.getExtension("WEBGL_lose_context")?.loseContext();
  };
  setTimeout(look, LOOKS_EVERY);
}

/** Draws nothing: what Sigma would draw by it, a layer of ours does. */
class NoProgram {
  readonly drawLabel = undefined;
  readonly drawHover = undefined;
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}
