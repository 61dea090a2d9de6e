import { MultiDirectedGraph } from "graphology";
import { atOnce, type Steps } from "../data/slices.ts";
import { crowding } from "../scene/crowding.ts";
import { edgeAt, type Geometry, geometryOf, markSeen, nodeAt, type Projection } from "../scene/geometry.ts";
import type { Box } from "../scene/place-labels.ts";
import { type Places, placesOf, type Scene, type SceneEdge, type SceneGraph, type SceneNode } from "../scene/scene.ts";
import type { Camera } from "../state/view.ts";
import { cameraAround, isWhole, projectionOf, WHOLE } from "./cameras.ts";
import { FocusLayer } from "./focus-layer.ts";
import { LabelLayer } from "./label-layer.ts";
import { LAYERS, LayeredSigma } from "./layered-sigma.ts";
import { type Look, litFocus, lookOfNode } from "./look.ts";
import { startsOf } from "./motion.ts";
import { listen, type PointerEvents } from "./pointer.ts";
import { createShapeProgram, type ShapeColors } from "./shape-program.ts";
import { boxOf, stretchOf } from "./stretch.ts";
import { TieLayer } from "./tie-layer.ts";

/** What happens in the picture. */
export interface RendererEvents extends PointerEvents {
  /** The camera has come to rest; null is the view of everything. */
  cameraSettled(camera: Camera | null): void;
  /** Something was drawn: places or the camera may have changed. */
  frameDrawn?(): void;
  /** The last edge of a picture is drawn. */
  completed?(): void;
  /** What lies over the picture now, where no label goes; over one that nobody handles, nothing. */
  covered?(): readonly Box[];
}

/** Room around the graph for the labels at its border, in pixels. */
const paddingOf = (container: HTMLElement) => Math.min(64, Math.max(28, container.clientWidth * 0.09));
/** Room above and below for what lies over the picture there: the switches, the zoom (graph/graph.css), larger for fingers. */
const bandsOf = (container: HTMLElement) =>
  Math.min(container.clientWidth < 720 ? 76 : 62, container.clientHeight * 0.2);
/** Milliseconds without movement after which the camera counts as settled. */
const SETTLED_AFTER = 250;
/** How much of what isn't in focus remains; graph/graph.css fades the layers on the page by the same shares. */
const FADED = { ties: 0.27, nodes: 0.22 } as const;

/** More nodes than this are handed over and drawn in two tasks. */
const MANY_MOVING = 5_000;
/** So many nodes of a layout on its way are handed over in one task. */
const MOVED_A_STEP = 2_500;

/** What has to be drawn in the next frame. */
type Pending = "focus" | "visible" | "everything" | "places";

/**
 * The one place that knows Sigma: draws a scene into an element as a `Look` says, and tells what happens in it. Sigma has
 * the camera, the pointer and the nodes; edges lie behind them on a layer of our own, what stands out above.
 */
export class GraphRenderer {
  private readonly sigma: LayeredSigma;
  private ties!: TieLayer;
  private focus!: FocusLayer;
  private readonly labels: LabelLayer;
  private readonly colors: ShapeColors;
  private observer: ResizeObserver | null = null;
  private geometry!: Geometry;
  /** Whether the first picture is still on its way: it is drawn layer by layer. */
  private isStarting = true;
  /** The attributes of the scene's nodes in the geometry's order. */
  private nodes: SceneNode[] = [];
  /** By how much nodes are smaller than they would be alone. */
  private shrink = 1;
  /** By how much heights are more than the layout's. */
  private stretch = 1;
  /** The same nodes as Sigma has them, at stretched heights. */
  private stretched: SceneNode[] = [];
  /** The numbers of the nodes that Sigma has moved, shown or hidden since the geometry was filled; "all" of them. */
  private stale: readonly number[] | "all" = "all";
  /** Counts how often nodes have moved, come or gone. */
  private revision = 0;
  /** What was seen when the geometry was filled. */
  private seen: Look["visible"] | null = null;
  private pending: Pending | null = null;
  private settling: ReturnType<typeof setTimeout> | null = null;
  private ownMovement = false;
  private frame: number | null = null;
  /** Puts nodes that are still on their way where they belong. */
  private motion: (() => void) | null = null;

  constructor(
    private readonly container: HTMLElement,
    private scene: Scene,
    private look: Look,
    private readonly events: RendererEvents | null,
    camera: Camera | null = null,
  ) {
    this.colors = shapeColors(look);
    this.labels = new LabelLayer();
    this.sigma = new LayeredSigma(container, createShapeProgram(this.colors), {
      allowInvalidContainer: true,
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: events !== null,
      defaultDrawNodeHover: () => {},
      zIndex: false,
      stagePadding: paddingOf(container),
      minCameraRatio: 0.02,
      maxCameraRatio: 2.5,
      doubleClickZoomingRatio: 1.6,
      zoomingRatio: 1.4,
      // Sigma hands over copies of its own of the attributes; they become what it draws.
      nodeReducer: (key, data) => lookOfNode(this.look, key, data, this.shrink),
    });
    this.findBy(this.sigma);
    this.sigma.getCamera().setState(camera ?? WHOLE);
    this.sigma.on("afterProcess", () => {
      this.stale = "all";
    });
    this.sigma.on("afterRender", () => this.drawLayers());
  }

  /** Draws the first picture, in steps between which the page may answer. All else is for afterwards, but `kill`. */
  *starting(): Steps<void> {
    const { sigma, events, container } = this;
    yield;
    this.ties = new TieLayer(sigma, () => events?.completed?.());
    yield;
    this.focus = new FocusLayer(sigma, this.colors);
    sigma.resize(true);
    yield;
    yield* this.installing(this.scene);
    yield;
    this.takePlaces();
    yield;
    this.ties.render(sigma.getRenderParams());
    yield;
    this.drawFocus();
    if (events !== null) this.listen(events);
    this.isStarting = false;
    events?.frameDrawn?.();
    let drawn = sigma.getDimensions();
    this.observer = new ResizeObserver(() => {
      // It tells the first size too, which is drawn already.
      const { offsetWidth: width, offsetHeight: height } = container;
      if (width === drawn.width && height === drawn.height) return;
      drawn = { width, height };
      this.shrink = crowding(this.nodes.length, container.clientWidth);
      this.drawSoon(this.fitFrame() ? "places" : "everything");
    });
    this.observer.observe(container);
  }

  /**
   * Draws another scene with its nodes at `places`; a look is of one scene, so both change at once. Nodes that were there go to
   * their places from where they are, statements that appear come out of who said them, in `duration` milliseconds. Answers
   * false where it is the scene that is drawn already, and nothing changes.
   */
  setScene(scene: Scene, look: Look, places: Places, duration: number): boolean {
    if (scene === this.scene) return false;
    this.motion?.();
    const before = this.scene.graph;
    this.look = look;
    Object.assign(this.colors, shapeColors(look));
    const starts = duration === 0 ? places : startsOf(scene.graph, places, before);
    this.scene = scene;
    place(scene.graph, starts);
    atOnce(this.installing(scene));
    if (starts !== places) this.setPlaces(places, duration);
    return true;
  }

  /** Moves the nodes of the scene to other places, in `duration` milliseconds; 0 is at once. */
  setPlaces(places: Places, duration: number): void {
    this.motion?.();
    const from = placesOf(this.scene.graph);
    const moving: number[] = [];
    for (let i = 0; i < this.nodes.length; i++)
      if (Math.abs(from.x[i] - places.x[i]) + Math.abs(from.y[i] - places.y[i]) > 1e-4) moving.push(i);
    if (moving.length === 0) return;
    const keys = moving.map((i) => this.geometry.nodes[i]);
    const goTo = (share: number) => {
      for (const i of moving) {
        this.nodes[i].x = from.x[i] + (places.x[i] - from.x[i]) * share;
        this.nodes[i].y = from.y[i] + (places.y[i] - from.y[i]) * share;
      }
      this.refresh(moving, keys);
    };
    if (duration === 0) {
      goTo(1);
      return;
    }
    const begin = performance.now();
    let frame = 0;
    const step = (now: number) => {
      const time = Math.min(1, Math.max(0, (now - begin) / duration));
      goTo(1 - (1 - time) ** 3);
      if (time < 1) frame = requestAnimationFrame(step);
      else this.motion = null;
    };
    frame = requestAnimationFrame(step);
    this.motion = () => {
      cancelAnimationFrame(frame);
      this.motion = null;
      goTo(1);
    };
  }

  /** Moves the nodes of the scene at once, in steps between which the page may answer: a layout on its way moves all of them. */
  *placing(places: Places): Steps<void> {
    this.motion?.();
    const { nodes, geometry } = this;
    for (let first = 0; first < nodes.length; first += MOVED_A_STEP) {
      yield;
      // Another scene has come meanwhile.
      if (this.nodes !== nodes) return;
      const moved: number[] = [];
      for (let i = first; i < Math.min(nodes.length, first + MOVED_A_STEP); i++) {
        if (Math.abs(nodes[i].x - places.x[i]) + Math.abs(nodes[i].y - places.y[i]) <= 1e-4) continue;
        nodes[i].x = places.x[i];
        nodes[i].y = places.y[i];
        moved.push(i);
      }
      if (moved.length > 0)
        this.refresh(
          moved,
          moved.map((i) => geometry.nodes[i]),
          true,
        );
    }
  }

  /** Whether the picture before is still being drawn: one that another will follow soon may be left out. */
  get isBusy(): boolean {
    return this.ties.isBusy;
  }

  /** What is drawn now, and how. */
  get drawn(): { readonly scene: Scene; readonly look: Look; readonly width: number; readonly height: number } {
    return { scene: this.scene, look: this.look, ...this.sigma.getDimensions() };
  }

  /** Where everything is drawn now, and how that lies on the container. */
  get lay(): { readonly geometry: Geometry; readonly projection: Projection; readonly revision: number } {
    return { geometry: this.geometry, projection: projectionOf(this.sigma), revision: this.revision };
  }

  setLook(look: Look): void {
    const before = this.look;
    this.look = look;
    Object.assign(this.colors, shapeColors(look));
    const recoloured = look.palette !== before.palette || look.sizes !== before.sizes || look.colors !== before.colors;
    this.drawSoon(recoloured ? "everything" : look.visible !== before.visible ? "visible" : "focus");
  }

  /** Fonts that arrive late change how wide labels are. */
  fontsArrived(): void {
    this.labels.forgetWidths();
    this.drawSoon("focus");
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
    return cameraAround(this.sigma, this.geometry, keys, paddingOf(this.container));
  }

  /** Where a node stands in the container, in CSS pixels; null where it isn't seen. */
  placeOf(key: string): { x: number; y: number } | null {
    const data = this.sigma.getNodeDisplayData(key);
    return data === undefined || data.hidden ? null : this.sigma.framedGraphToViewport(data);
  }

  /** Where a place of the graph lies in the container, in CSS pixels. */
  toViewport({ x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } {
    return this.sigma.graphToViewport({ x, y: y * this.stretch });
  }

  /** Looks at another point, in Sigma's framed coordinates, as if it had been dragged there. */
  lookAt(x: number, y: number): void {
    this.sigma.getCamera().setState({ x, y });
  }

  /** Draws everything at once and gives the picture on paper. */
  picture(): HTMLCanvasElement {
    this.sigma.refresh();
    this.ties.finish();
    const canvases = this.sigma.getCanvases();
    const picture = document.createElement("canvas");
    picture.width = canvases.nodes.width;
    picture.height = canvases.nodes.height;
    const context = picture.getContext("2d");
    if (context === null) throw new Error("this browser gives no 2D canvas");
    context.fillStyle = this.look.palette.paper;
    context.fillRect(0, 0, picture.width, picture.height);
    const lit = litFocus(this.look) !== null;
    for (const layer of ["ties", "nodes", "focus", "labels"] as const) {
      context.globalAlpha = lit && (layer === "ties" || layer === "nodes") ? FADED[layer] : 1;
      context.drawImage(canvases[LAYERS[layer]], 0, 0);
    }
    return picture;
  }

  kill(): void {
    if (this.settling !== null) clearTimeout(this.settling);
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.motion?.();
    this.observer?.disconnect();
    this.ties?.kill();
    this.focus?.kill();
    this.sigma.kill();
  }

  /** Hands a scene over to Sigma and the layers, and draws it. */
  private *installing(scene: Scene): Steps<void> {
    this.geometry = geometryOf(scene);
    yield;
    this.nodes = this.geometry.nodes.map((key) => scene.graph.getNodeAttributes(key));
    this.shrink = crowding(this.nodes.length, this.container.clientWidth);
    this.labels.setScene(this.geometry, this.nodes);
    this.focus.setScene(this.geometry);
    yield;
    this.fitFrame();
    this.sigma.setCustomBBox(boxOf(scene.extent, this.stretch));
    this.stretched = this.nodes.map((node) => ({ ...node, y: node.y * this.stretch }));
    // Sigma gets the nodes alone: edges are none of its work.
    const nodes: SceneGraph = new MultiDirectedGraph<SceneNode, SceneEdge>();
    this.geometry.nodes.forEach((key, i) => {
      nodes.addNode(key, this.stretched[i]);
    });
    this.pending = null;
    yield;
    this.sigma.setGraph(nodes);
  }

  /** Makes the picture as high for its width as its frame is; answers whether that changed anything. */
  private fitFrame(): boolean {
    const { container, scene } = this;
    const stretch = stretchOf(scene.extent, {
      width: container.clientWidth - 2 * this.sigma.getSetting("stagePadding"),
      height: container.clientHeight - 2 * bandsOf(container),
    });
    if (stretch === this.stretch) return false;
    this.stretch = stretch;
    this.sigma.setCustomBBox(boxOf(scene.extent, stretch));
    return true;
  }

  /** Lets Sigma find what is under the pointer by asking the geometry, rather than by drawing everything a second time. */
  private findBy(sigma: object): void {
    Object.assign(sigma, {
      getNodeAtPosition: ({ x, y }: { x: number; y: number }) =>
        this.isStarting ? null : nodeAt(this.geometry, projectionOf(this.sigma), x, y),
      getEdgeAtPoint: (x: number, y: number) =>
        this.isStarting ? null : edgeAt(this.geometry, projectionOf(this.sigma), x, y),
    });
  }

  /** Draws again in the next frame: what stands out, what is seen, or everything. */
  private drawSoon(what: Pending): void {
    const rank = (pending: Pending | null) => [null, "focus", "visible", "everything", "places"].indexOf(pending);
    if (rank(what) > rank(this.pending)) this.pending = what;
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      const { pending } = this;
      this.pending = null;
      if (pending === "focus") {
        this.drawFocus();
        return;
      }
      if (pending === "places") {
        this.stretchNodes(this.nodes.keys());
        this.sigma.refresh();
        return;
      }
      const { nodes } = this.geometry;
      const changed = pending === "everything" ? [...nodes.keys()] : this.changedNodes();
      this.refresh(
        changed,
        changed.map((i) => nodes[i]),
      );
    });
  }

  /**
   * Lets Sigma take over how some nodes are now, and draws.
   *
   * @param schedule whether to draw in the next frame: both together would keep the page from answering where nodes are many.
   */
  private refresh(numbers: readonly number[], keys: string[], schedule = numbers.length > MANY_MOVING): void {
    this.stretchNodes(numbers);
    if (this.stale !== "all") this.stale = [...this.stale, ...numbers];
    this.sigma.refresh({ partialGraph: { nodes: keys }, skipIndexation: true, schedule });
  }

  /** Puts nodes of Sigma's where those of the scene are now. */
  private stretchNodes(numbers: Iterable<number>): void {
    for (const i of numbers) {
      this.stretched[i].x = this.nodes[i].x;
      this.stretched[i].y = this.nodes[i].y * this.stretch;
    }
  }

  /** The numbers of the nodes that are drawn and shouldn't be, and the other way round. */
  private changedNodes(): number[] {
    const { nodes, radius } = this.geometry;
    const changed: number[] = [];
    nodes.forEach((key, i) => {
      if (radius[i] > 0 !== this.look.visible.nodes.has(key)) changed.push(i);
    });
    return changed;
  }

  /** Draws our own layers after Sigma has drawn its nodes. */
  private drawLayers(): void {
    if (this.isStarting) return;
    if (this.stale === "all" || this.stale.length > 0 || this.seen !== this.look.visible) this.takePlaces();
    this.ties.render(this.sigma.getRenderParams());
    this.drawFocus();
    this.events?.frameDrawn?.();
  }

  /** Reads back where Sigma has put the nodes. */
  private takePlaces(): void {
    const { geometry, sigma, look } = this;
    const take = (i: number) => {
      const data = sigma.getNodeDisplayData(geometry.nodes[i]);
      if (data === undefined) return;
      geometry.x[i] = data.x;
      geometry.y[i] = data.y;
      geometry.radius[i] = data.hidden ? 0 : data.size;
    };
    if (this.stale === "all") geometry.nodes.forEach((_, i) => void take(i));
    else this.stale.forEach(take);
    this.stale = [];
    this.revision++;
    this.seen = look.visible;
    markSeen(geometry, look.visible);
    this.labels.setCovered(this.events?.covered?.() ?? []);
    this.ties.pack(geometry, look.palette);
  }

  /** Draws what stands out, and the labels; the rest only fades. */
  private drawFocus(): void {
    const { sigma, look, scene, geometry } = this;
    const lit = litFocus(look) !== null;
    if (lit !== (this.container.dataset.lit === "true")) this.container.dataset.lit = String(lit);
    this.focus.render(sigma.getRenderParams(), scene, geometry, look);
    const context = sigma.getCanvases().labels.getContext("2d");
    if (context === null) return;
    const { width, height } = sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    this.labels.draw(context, { width, height }, projectionOf(sigma), scene, look);
  }

  private listen(events: RendererEvents): void {
    const laid = ({ x, y }: { x: number; y: number }) => ({ x, y: y / this.stretch });
    listen(this.sigma, this.container, events, laid, (node) => {
      const around = this.cameraAround([node, ...this.scene.graph.neighbors(node)]);
      if (around !== null) void this.sigma.getCamera().animate({ ...around, angle: 0 }, { duration: 180 });
    });
    this.sigma.getCamera().on("updated", () => {
      if (this.settling !== null) clearTimeout(this.settling);
      if (this.ownMovement) return;
      this.settling = setTimeout(() => {
        const { camera } = this;
        events.cameraSettled(isWhole(camera) ? null : camera);
      }, SETTLED_AFTER);
    });
  }
}

function place(graph: SceneGraph, places: Places): void {
  let i = 0;
  graph.forEachNode((_, node) => {
    node.x = places.x[i];
    node.y = places.y[i++];
  });
}

function shapeColors({ palette }: Look): ShapeColors {
  return { paper: unit(palette.paper), accent: unit(palette.accent), ink: unit(palette.ink) };
}

function unit(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
