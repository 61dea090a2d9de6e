import Sigma from "sigma";
import { EdgeLineProgram } from "sigma/rendering";
import { animateNodes } from "sigma/utils";
import type { Scene, SceneEdge, SceneGraph, SceneNode } from "../scene/scene.ts";
import type { Selection } from "../state/selection.ts";
import type { Camera } from "../state/view.ts";
import { createTieProgram } from "./edge-program.ts";
import { LabelLayer } from "./label-layer.ts";
import { type Look, lookOfEdge, lookOfNode } from "./look.ts";
import { createShapeProgram, type ShapeColors } from "./shape-program.ts";

/** What happens in the picture. */
export interface RendererEvents {
  /** A click on a node or edge, or on nothing. */
  select(selection: Selection | null): void;
  hover(selection: Selection | null): void;
  /** The camera has come to rest; null is the view of everything. */
  cameraSettled(camera: Camera | null): void;
}

/** Room around the graph for the labels at its border, in pixels. */
const paddingOf = (container: HTMLElement) => Math.min(64, Math.max(28, container.clientWidth * 0.09));
const CURVE_PIECES = 14;
/** Where the switch between stakeholders and statements lies over the picture (graph/graph.css). */
const SWITCHES = { left: 0, top: 0, right: 210, bottom: 44 };
/** Milliseconds without movement after which the camera counts as settled. */
const SETTLED_AFTER = 250;
const WHOLE: Camera = { x: 0.5, y: 0.5, ratio: 1 };

/** The one place that knows Sigma: draws a scene into an element as a `Look` says, and tells what happens in it. */
export class GraphRenderer {
  private readonly sigma: Sigma<SceneNode, SceneEdge>;
  private readonly labels: LabelLayer;
  private readonly colors: ShapeColors;
  private readonly observer: ResizeObserver;
  private settling: ReturnType<typeof setTimeout> | null = null;
  private ownMovement = false;
  private frame: number | null = null;
  /** Puts nodes that are still on their way where they belong. */
  private unfolding: (() => void) | null = null;

  constructor(
    private readonly container: HTMLElement,
    private scene: Scene,
    private look: Look,
    events: RendererEvents | null,
    camera: Camera | null = null,
  ) {
    this.colors = shapeColors(look);
    // A picture that nobody handles has no switches over it.
    this.labels = new LabelLayer(events === null ? [] : [SWITCHES]);
    this.labels.setScene(scene);
    this.sigma = new Sigma<SceneNode, SceneEdge>(scene.graph, container, {
      allowInvalidContainer: true,
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: events !== null,
      defaultDrawNodeHover: () => {},
      zIndex: true,
      stagePadding: paddingOf(container),
      minCameraRatio: 0.02,
      maxCameraRatio: 2.5,
      doubleClickZoomingRatio: 1.6,
      zoomingRatio: 1.4,
      minEdgeThickness: 0.5,
      nodeProgramClasses: { shape: createShapeProgram(this.colors) },
      nodeHoverProgramClasses: { shape: createShapeProgram(this.colors) },
      edgeProgramClasses: {
        line: EdgeLineProgram,
        straight: createTieProgram(1),
        curved: createTieProgram(CURVE_PIECES),
      },
      defaultNodeType: "shape",
      defaultEdgeType: "straight",
      // Sigma hands over copies of its own of the attributes; they become what it draws.
      nodeReducer: (key, data) => lookOfNode(this.look, key, data),
      edgeReducer: (key, data) => lookOfEdge(this.look, key, data),
    });
    this.sigma.setCustomBBox(boxOf(scene));
    this.sigma.getCamera().setState(camera ?? WHOLE);
    this.sigma.refresh();
    this.sigma.on("afterRender", () => this.drawLabels());
    this.drawLabels();
    if (events !== null) this.listen(events);
    this.observer = new ResizeObserver(() => this.refreshSoon());
    this.observer.observe(container);
  }

  /**
   * Draws another scene; a look is of one scene, so both change at once. Statements that appear come out of who said them,
   * in `duration` milliseconds.
   */
  setScene(scene: Scene, look: Look, duration: number): void {
    if (scene === this.scene) return;
    this.finishUnfolding();
    const before = this.scene.graph;
    this.scene = scene;
    this.look = look;
    Object.assign(this.colors, shapeColors(look));
    this.labels.setScene(scene);
    const places = duration === 0 ? {} : startsOf(scene, before);
    const appearing = Object.keys(places).length > 0;
    this.sigma.setGraph(scene.graph);
    this.sigma.setCustomBBox(boxOf(scene));
    this.sigma.refresh();
    if (!appearing) return;
    const cancel = animateNodes(scene.graph, places, { duration, easing: "cubicOut" }, () => {
      this.unfolding = null;
    });
    this.unfolding = () => {
      cancel();
      scene.graph.updateEachNodeAttributes((key, node) => ({ ...node, ...places[key] }), { attributes: ["x", "y"] });
    };
  }

  private finishUnfolding(): void {
    this.unfolding?.();
    this.unfolding = null;
  }

  /** What is drawn now, and how. */
  get drawn(): { readonly scene: Scene; readonly look: Look; readonly width: number; readonly height: number } {
    return { scene: this.scene, look: this.look, ...this.sigma.getDimensions() };
  }

  setLook(look: Look): void {
    this.look = look;
    Object.assign(this.colors, shapeColors(look));
    this.refreshSoon();
  }

  /** Fonts that arrive late change how wide labels are. */
  fontsArrived(): void {
    this.labels.forgetWidths();
    this.sigma.scheduleRender();
  }

  get camera(): Camera {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    return { x, y, ratio };
  }

  /** Moves the camera; null shows everything. `duration` is in milliseconds, 0 jumps. */
  moveTo(camera: Camera | null, duration: number): void {
    this.ownMovement = true;
    const state = { ...(camera ?? WHOLE), angle: 0 };
    if (duration === 0) {
      this.sigma.getCamera().setState(state);
      this.ownMovement = false;
      return;
    }
    void this.sigma
      .getCamera()
      .animate(state, { duration, easing: "cubicInOut" })
      .then(() => {
        this.ownMovement = false;
      });
  }

  /** The camera that brings a node to the middle, no farther away than now. */
  cameraOn(key: string): Camera | null {
    const data = this.sigma.getNodeDisplayData(key);
    return data === undefined ? null : { x: data.x, y: data.y, ratio: Math.min(this.camera.ratio, 0.8) };
  }

  /** The camera that shows just these nodes. */
  cameraAround(keys: Iterable<string>): Camera | null {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    const [xs, ys]: [number[], number[]] = [[], []];
    for (const key of keys) {
      const data = this.sigma.getNodeDisplayData(key);
      if (data === undefined) continue;
      xs.push(data.x);
      ys.push(data.y);
      const point = this.sigma.framedGraphToViewport(data, { cameraState: { ...WHOLE, angle: 0 } });
      [left, right] = [Math.min(left, point.x), Math.max(right, point.x)];
      [top, bottom] = [Math.min(top, point.y), Math.max(bottom, point.y)];
    }
    if (xs.length === 0) return null;
    const { width, height } = this.sigma.getDimensions();
    const padding = paddingOf(this.container);
    const room = (length: number) => Math.max(1, length - 2 * padding - 40);
    const ratio = Math.max((right - left) / room(width), (bottom - top) / room(height), 0.15);
    const middle = (values: number[]) =>
      (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
    return { x: middle(xs), y: middle(ys), ratio: Math.min(ratio, 1.5) };
  }

  /** Where a node stands in the container, in CSS pixels; null where it isn't seen. */
  placeOf(key: string): { x: number; y: number } | null {
    const data = this.sigma.getNodeDisplayData(key);
    return data === undefined || data.hidden ? null : this.sigma.framedGraphToViewport(data);
  }

  /** Draws everything at once and gives the picture on paper, `scale` pixels a CSS pixel. */
  picture(): HTMLCanvasElement {
    this.sigma.refresh();
    const canvases = this.sigma.getCanvases();
    const picture = document.createElement("canvas");
    picture.width = canvases.nodes.width;
    picture.height = canvases.nodes.height;
    const context = picture.getContext("2d");
    if (context === null) throw new Error("this browser gives no 2D canvas");
    context.fillStyle = this.look.palette.paper;
    context.fillRect(0, 0, picture.width, picture.height);
    for (const layer of ["edges", "nodes", "labels"]) context.drawImage(canvases[layer], 0, 0);
    return picture;
  }

  kill(): void {
    if (this.settling !== null) clearTimeout(this.settling);
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.finishUnfolding();
    this.observer.disconnect();
    this.sigma.kill();
  }

  /** Draws again in the next frame. Sigma's own scheduling would leave places without meaning until then. */
  private refreshSoon(): void {
    if (this.frame !== null) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      this.sigma.refresh();
    });
  }

  private drawLabels(): void {
    const context = this.sigma.getCanvases().labels.getContext("2d");
    if (context !== null) this.labels.draw(context, this.sigma, this.scene, this.look);
  }

  private listen(events: RendererEvents): void {
    const { sigma } = this;
    let last = "";
    const selectNode = (node: string) => {
      last = node;
      events.select({ type: "node", key: node });
    };
    sigma.on("clickNode", ({ node }) => selectNode(node));
    sigma.on("clickEdge", ({ edge }) => events.select({ type: "edge", key: edge }));
    sigma.on("doubleClickEdge", (event) => {
      event.preventSigmaDefault();
      events.select({ type: "edge", key: event.edge });
    });
    sigma.on("clickStage", () => events.select(null));
    sigma.on("doubleClickNode", (event) => {
      event.preventSigmaDefault();
      // Two quick clicks count as one double click for Sigma even where they are on two nodes.
      if (event.node !== last) return selectNode(event.node);
      const around = this.cameraAround([event.node, ...this.scene.graph.neighbors(event.node)]);
      if (around !== null) this.sigma.getCamera().animate({ ...around, angle: 0 }, { duration: 180 });
    });
    const hover = (selection: Selection | null) => {
      this.container.style.cursor = selection === null ? "" : "pointer";
      events.hover(selection);
    };
    sigma.on("enterNode", ({ node }) => hover({ type: "node", key: node }));
    sigma.on("leaveNode", () => hover(null));
    sigma.on("enterEdge", ({ edge }) => hover({ type: "edge", key: edge }));
    sigma.on("leaveEdge", () => hover(null));
    sigma.getCamera().on("updated", () => {
      if (this.settling !== null) clearTimeout(this.settling);
      if (this.ownMovement) return;
      this.settling = setTimeout(() => {
        const { camera } = this;
        events.cameraSettled(isWhole(camera) ? null : camera);
      }, SETTLED_AFTER);
    });
  }
}

/** More nodes than this appear at once. */
const MOST_UNFOLDING = 400;

/**
 * Moves the nodes that are new since `before` to a neighbour that isn't, and gives the places they belong to. Nothing moves
 * where everything is new.
 */
function startsOf({ graph }: Scene, before: SceneGraph): Record<string, { x: number; y: number }> {
  const places: Record<string, { x: number; y: number }> = {};
  const fresh = graph.filterNodes((key) => !before.hasNode(key));
  if (fresh.length > MOST_UNFOLDING || fresh.length === graph.order) return places;
  for (const key of fresh) {
    const parent = graph.findInNeighbor(key, (neighbour) => before.hasNode(neighbour));
    if (parent === undefined) continue;
    const { x, y } = graph.getNodeAttributes(key);
    places[key] = { x, y };
    const from = graph.getNodeAttributes(parent);
    graph.mergeNodeAttributes(key, { x: from.x, y: from.y });
  }
  return places;
}

function boxOf({ extent }: Scene): { x: [number, number]; y: [number, number] } {
  return { x: [...extent.x], y: [...extent.y] };
}

function isWhole({ x, y, ratio }: Camera): boolean {
  return Math.abs(x - 0.5) < 1e-3 && Math.abs(y - 0.5) < 1e-3 && Math.abs(ratio - 1) < 1e-3;
}

function shapeColors({ palette }: Look): ShapeColors {
  return { paper: unit(palette.paper), accent: unit(palette.accent), ink: unit(palette.ink) };
}

function unit(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
