import type { RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Geometry } from "../scene/geometry.ts";
import { createTieProgram, styleOf, type TieEnds, type TieProgram } from "./edge-program.ts";
import type { LayeredSigma } from "./layered-sigma.ts";
import type { Palette } from "./palette.ts";

/** Quads along a curve. */
export const CURVE_PIECES = 14;
/** Edges drawn in one frame; the rest follow in the next ones. By software this many take about twenty milliseconds. */
const EDGES_A_FRAME = 4_000;
/** Beyond so many edges in view, arrow heads and widths only blacken the picture: then edges are lines of one pixel … */
const MOST_STRIPS = 4_000;
/** … but for so many of the strongest, where some are stronger than others. */
const STRONGEST = 1_000;

/**
 * The edges as they lie behind everything, on a canvas of their own that keeps what is drawn: the strongest come with the
 * first frame, the others with those that follow, so that a picture of 150,000 edges answers as fast as one of a thousand.
 * While the camera moves only the strongest are drawn.
 */
export class TieLayer {
  private readonly gl: WebGL2RenderingContext;
  private readonly straight: TieProgram;
  private readonly curved: TieProgram;
  private readonly drawn = { straight: 0, curved: 0 };
  /** How many edges of each program stand for more than one statement. */
  private readonly strong = { straight: 0, curved: 0 };
  /** Whether most edges are drawn as lines now. */
  private plain = false;
  private params: RenderParams | null = null;
  private frame: number | null = null;
  /** Passed once the graphics card has drawn what it was handed last. */
  private fence: WebGLSync | null = null;
  private geometry: Geometry | null = null;

  /** @param onComplete called when the last edge of a picture is drawn. */
  constructor(
    sigma: LayeredSigma,
    private readonly onComplete: () => void,
  ) {
    this.gl = sigma.contextOf("ties");
    this.straight = createTieProgram(this.gl, sigma, 1);
    this.curved = createTieProgram(this.gl, sigma, CURVE_PIECES);
  }

  /** Takes over where the edges lie and which are seen. */
  pack(geometry: Geometry, palette: Palette): void {
    this.geometry = geometry;
    const [strong, quiet] = [floatColor(palette.edge), floatColor(palette.edgeQuiet)];
    this.straight.begin(geometry.edges.length);
    this.curved.begin(geometry.edges.length);
    this.strong.straight = this.strong.curved = 0;
    const ends: TieEnds = { ax: 0, ay: 0, bx: 0, by: 0, aRadius: 0, bRadius: 0 };
    for (let i = 0; i < geometry.edges.length; i++) {
      if (geometry.seen[i] === 0) continue;
      takeEnds(geometry, i, ends);
      const isQuiet = geometry.quiet[i] === 1;
      const name = geometry.curve[i] === 0 ? "straight" : "curved";
      const program = this[name];
      if (geometry.thickness[i] > 1 && program.count < STRONGEST) this.strong[name]++;
      const style = styleOf(!isQuiet, geometry.dashed[i] === 1);
      program.write(ends, geometry.thickness[i], geometry.curve[i], style, isQuiet ? quiet : strong);
    }
  }

  /** Begins a picture: clears, draws the strongest edges, and the others from the next frame on. */
  render(params: RenderParams): void {
    this.stop();
    const { gl } = this;
    // The camera at ratio r sees a share of about r² of a picture that is evenly filled.
    const inView = (this.geometry?.seenEdges ?? 0) * Math.min(1, params.zoomRatio ** 2);
    this.plain = inView > MOST_STRIPS;
    gl.viewport(0, 0, params.width * params.pixelRatio, params.height * params.pixelRatio);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    this.params = params;
    this.drawn.straight = this.drawn.curved = 0;
    this.drawNext(EDGES_A_FRAME);
  }

  /** Whether the graphics card is still drawing: what it is handed meanwhile waits, and makes the page wait in the end. */
  get isBusy(): boolean {
    const { gl, fence } = this;
    if (fence === null) return false;
    if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) return true;
    gl.deleteSync(fence);
    this.fence = null;
    return false;
  }

  /** Draws what is left of the picture at once. */
  finish(): void {
    this.stop();
    this.drawNext(Number.POSITIVE_INFINITY);
  }

  kill(): void {
    this.stop();
    this.straight.kill();
    this.curved.kill();
  }

  private stop(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
  }

  private drawNext(most: number): void {
    const { straight, curved, drawn, params } = this;
    if (params === null) return;
    const total = straight.count + curved.count;
    const share = total === 0 ? 1 : Math.min(1, most / total);
    for (const [program, name] of [
      [straight, "straight"],
      [curved, "curved"],
    ] as const) {
      const end = Math.min(program.count, drawn[name] + Math.ceil(program.count * share));
      const strong = this.plain ? Math.min(end, Math.max(drawn[name], this.strong[name])) : end;
      program.draw(params, drawn[name], strong);
      program.draw(params, strong, end, "lines");
      drawn[name] = end;
    }
    this.setFence();
    if (drawn.straight === straight.count && drawn.curved === curved.count) this.onComplete();
    else this.drawLater(most);
  }

  /** Draws the next edges in a frame in which the graphics card has nothing else to do. */
  private drawLater(most: number): void {
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      if (this.isBusy) this.drawLater(most);
      else this.drawNext(most);
    });
  }

  private setFence(): void {
    const { gl } = this;
    if (this.fence !== null) gl.deleteSync(this.fence);
    this.fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
  }
}

/** Reads an edge's ends into `ends`. */
export function takeEnds({ source, target, x, y, radius }: Geometry, edge: number, ends: TieEnds): void {
  const [a, b] = [source[edge], target[edge]];
  ends.ax = x[a];
  ends.ay = y[a];
  ends.bx = x[b];
  ends.by = y[b];
  ends.aRadius = radius[a];
  ends.bRadius = radius[b];
}
