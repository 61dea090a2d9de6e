import type { RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Geometry } from "../scene/geometry.ts";
import type { Scene } from "../scene/scene.ts";
import { createTieProgram, styleOf, type TieEnds, type TieProgram } from "./edge-program.ts";
import type { LayeredSigma } from "./layered-sigma.ts";
import { type BaseNode, colorOf, type Look, litFocus } from "./look.ts";
import { createShapeProgram, type ShapeColors } from "./shape-program.ts";
import { CURVE_PIECES, takeEnds } from "./tie-layer.ts";

/** Rings round a node, for the shader. */
const RING = { none: 0, hovered: 1, selected: 2 } as const;
/** What stands out is at least so thick, in pixels. */
const LEAST_THICKNESS = 1.5;

/**
 * What stands out, drawn once more above all else, which a style sheet fades meanwhile: pointing at a node costs what its
 * neighbourhood costs, however large the graph is.
 */
export class FocusLayer {
  private readonly gl: WebGLRenderingContext;
  private readonly straight: TieProgram;
  private readonly curved: TieProgram;
  private readonly shapes: InstanceType<ReturnType<typeof createShapeProgram>>;
  private edgeNumbers: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly sigma: LayeredSigma,
    colors: ShapeColors,
  ) {
    this.gl = sigma.contextOf("focus");
    this.straight = createTieProgram(this.gl, sigma, 1);
    this.curved = createTieProgram(this.gl, sigma, CURVE_PIECES);
    this.shapes = new (createShapeProgram(colors))(this.gl, null, sigma);
  }

  setScene(geometry: Geometry): void {
    this.edgeNumbers = new Map(geometry.edges.map((key, i) => [key, i]));
  }

  render(params: RenderParams, scene: Scene, geometry: Geometry, look: Look): void {
    const { gl } = this;
    gl.viewport(0, 0, params.width * params.pixelRatio, params.height * params.pixelRatio);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const lit = litFocus(look);
    if (lit === null) return;
    this.packEdges(geometry, look);
    this.packNodes(scene, look, lit.nodes);
    this.straight.draw(params, 0, this.straight.count);
    this.curved.draw(params, 0, this.curved.count);
    this.shapes.render(params);
  }

  kill(): void {
    this.straight.kill();
    this.curved.kill();
    this.shapes.kill();
  }

  /** The edges of both neighbourhoods; the selection's have the accent and lie above. */
  private packEdges(geometry: Geometry, { hovered, selected, palette }: Look): void {
    const [near, chosen] = [hovered?.edges ?? NONE, selected?.edges ?? NONE];
    this.straight.begin(near.size + chosen.size);
    this.curved.begin(near.size + chosen.size);
    const ends: TieEnds = { ax: 0, ay: 0, bx: 0, by: 0, aRadius: 0, bRadius: 0 };
    const write = (keys: ReadonlySet<string>, color: number) => {
      for (const key of keys) {
        const i = this.edgeNumbers.get(key);
        if (i === undefined || geometry.seen[i] === 0) continue;
        takeEnds(geometry, i, ends);
        const program = geometry.curve[i] === 0 ? this.straight : this.curved;
        const style = styleOf(geometry.quiet[i] === 0, geometry.dashed[i] === 1);
        program.write(ends, Math.max(LEAST_THICKNESS, geometry.thickness[i]), geometry.curve[i], style, color);
      }
    };
    write(near, floatColor(palette.edgeNear));
    write(chosen, floatColor(palette.accent));
  }

  private packNodes({ graph }: Scene, look: Look, lit: ReadonlySet<string>): void {
    const [chosen, pointed] = [look.selected?.centre ?? NONE, look.hovered?.centre ?? NONE];
    const keys = [...new Set([...lit, ...chosen])].filter((key) => look.visible.nodes.has(key) && graph.hasNode(key));
    this.shapes.reallocate(keys.length);
    keys.forEach((key, i) => {
      const ring = chosen.has(key) ? RING.selected : pointed.has(key) ? RING.hovered : RING.none;
      const data = this.sigma.getNodeDisplayData(key) as BaseNode;
      this.shapes.process(0, i, { ...data, color: colorOf(look, key, graph.getNodeAttributes(key)), ring } as BaseNode);
    });
  }
}

const NONE: ReadonlySet<string> = new Set();
