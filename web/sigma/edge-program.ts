import type Sigma from "sigma";
import { Program, type ProgramInfo } from "sigma/rendering";
import type { RenderParams } from "sigma/types";
import type { SceneEdge, SceneNode } from "../scene/scene.ts";
import {
  color,
  FRAME_DECLARATIONS,
  FRAME_UNIFORMS,
  type FrameUniform,
  floats,
  setFrameUniforms,
} from "./program-set-up.ts";

/**
 * A strip along a quadratic Bézier curve from border to border of its nodes. All lengths are CSS pixels, so that arrow heads
 * and dashes keep their size whatever an edge weighs (with Sigma's own arrows a tie six pixels wide has a head of fifteen,
 * and a hairline one that can't be seen).
 */
const VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute vec2 a_radii;
attribute float a_thickness;
attribute float a_curve;
attribute float a_style;
attribute vec2 a_corner;

${FRAME_DECLARATIONS}

varying vec4 v_color;
varying float v_beside;
varying float v_along;
varying float v_length;
varying float v_thickness;
varying float v_style;

vec2 toPixels(vec2 point) {
  return (u_matrix * vec3(point, 1.0)).xy * u_viewport / 2.0;
}

void main() {
  vec2 start = toPixels(a_start);
  vec2 end = toPixels(a_end);
  vec2 chord = end - start;
  float distance = max(length(chord), 0.001);
  vec2 left = vec2(-chord.y, chord.x) / distance;
  vec2 control = (start + end) / 2.0 + left * a_curve * distance;

  // Where the curve leaves the source and enters the target: near its ends it runs at twice the distance to the control point.
  float speed = 2.0 * max(length(control - start), 0.001);
  float from = min(0.45, (a_radii.x / u_sizeRatio + 2.0) / speed);
  float to = 1.0 - min(0.45, (a_radii.y / u_sizeRatio + 3.0) / speed);
  float t = mix(from, to, a_corner.x);

  vec2 point = mix(mix(start, control, t), mix(control, end, t), t);
  vec2 tangent = normalize(mix(control - start, end - control, t));
  v_thickness = max(a_thickness / u_sizeRatio, 0.75);
  v_style = a_style;
  // No wider than what is drawn: with many edges the pixels beside them are what costs.
  float reach = v_thickness / 2.0 + (mod(v_style, 2.0) > 0.5 ? 5.0 : 0.5);
  v_beside = a_corner.y * reach;
  v_length = (to - from) * distance * (1.0 + 1.3 * a_curve * a_curve);
  v_along = a_corner.x * v_length;
  point += vec2(-tangent.y, tangent.x) * v_beside;
  gl_Position = vec4(point * 2.0 / u_viewport, 0.0, 1.0);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_beside;
varying float v_along;
varying float v_length;
varying float v_thickness;
varying float v_style;

uniform float u_pixelRatio;

void main() {
  float beside = abs(v_beside);
  float soft = 0.5 / u_pixelRatio;
  bool arrow = mod(v_style, 2.0) > 0.5;
  bool dashed = v_style > 1.5;
  float head = arrow ? min(6.0 + v_thickness, v_length * 0.5) : 0.0;
  float left = v_length - v_along;
  float body = 1.0 - smoothstep(v_thickness / 2.0 - soft, v_thickness / 2.0 + soft, beside);
  if (arrow) body *= smoothstep(head - 1.0, head, left);
  if (dashed) body *= smoothstep(0.0, soft * 2.0, mod(v_along, 7.0) - 3.0);
  float wide = (2.4 + v_thickness * 0.6) * left / max(head, 0.001);
  float point = arrow ? (1.0 - smoothstep(wide - soft, wide + soft, beside)) * step(left, head) : 0.0;
  float alpha = max(body, point) * v_color.a;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
}
`;

/** The same edge as a line of one pixel, from middle to middle. */
const LINE_VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_curve;
attribute vec2 a_corner;

${FRAME_DECLARATIONS}

varying vec4 v_color;

vec2 toPixels(vec2 point) {
  return (u_matrix * vec3(point, 1.0)).xy * u_viewport / 2.0;
}

void main() {
  vec2 start = toPixels(a_start);
  vec2 end = toPixels(a_end);
  vec2 control = (start + end) / 2.0 + vec2(start.y - end.y, end.x - start.x) * a_curve;
  float t = a_corner.x;
  gl_Position = vec4(mix(mix(start, control, t), mix(control, end, t), t) * 2.0 / u_viewport, 0.0, 1.0);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}
`;

const LINE_FRAGMENT = /* glsl */ `
precision mediump float;

varying vec4 v_color;

void main() {
  gl_FragColor = vec4(v_color.rgb * v_color.a, v_color.a);
}
`;

/** The corners of a strip of `pieces` quads as triangles: where along it (0…1), and on which side (-1, 1). */
function strip(pieces: number): number[][] {
  const corners: number[][] = [];
  for (let piece = 0; piece < pieces; piece++) {
    const [a, b] = [piece / pieces, (piece + 1) / pieces];
    corners.push([a, -1], [b, -1], [a, 1], [a, 1], [b, -1], [b, 1]);
  }
  return corners;
}

/** The ends of a line of `pieces` pieces: where along it (0…1). */
function line(pieces: number): number[] {
  const ends: number[] = [];
  for (let piece = 0; piece < pieces; piece++) ends.push(piece / pieces, 0, (piece + 1) / pieces, 0);
  return ends;
}

/** Draws edges that were written before, a range of them at a time. */
export interface TieProgram {
  /** How many edges have been written. */
  readonly count: number;
  /** Forgets what was written, and makes room. */
  begin(capacity: number): void;
  write(ends: TieEnds, thickness: number, curve: number, style: number, color: number): void;
  /** Draws the edges from number `from` to before `to`: as they are, or, as "lines", without width, arrows and dashes. */
  draw(params: RenderParams, from: number, to: number, how?: "strips" | "lines"): void;
  kill(): void;
}

/** Centres in Sigma's framed coordinates, and radii, of both ends. */
export interface TieEnds {
  ax: number;
  ay: number;
  bx: number;
  by: number;
  aRadius: number;
  bRadius: number;
}

/** The number that says how an edge is drawn, for `write`. */
export const styleOf = (arrow: boolean, dashed: boolean) => (arrow ? 1 : 0) + (dashed ? 2 : 0);

/**
 * An edge program: straight edges are one quad, curved ones `pieces` of them. Sigma's own programs draw all there is in every
 * frame and hand it to the graphics card anew each time; this one is told what to draw, and keeps what it has.
 */
export function createTieProgram(
  gl: WebGLRenderingContext,
  renderer: Sigma<SceneNode, SceneEdge>,
  pieces: number,
): TieProgram {
  const corners = strip(pieces);
  const ends = new Float32Array(line(pieces));
  const Ties = class extends Program<FrameUniform, SceneNode, SceneEdge> implements TieProgram {
    count = 0;
    private changed = true;
    private readonly lines = this.getProgramInfo("normal", gl, LINE_VERTEX, LINE_FRAGMENT, null);

    override getDefinition() {
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: WebGLRenderingContext.TRIANGLES,
        UNIFORMS: FRAME_UNIFORMS,
        ATTRIBUTES: [
          floats("a_start", 2),
          floats("a_end", 2),
          floats("a_radii", 2),
          floats("a_thickness", 1),
          floats("a_curve", 1),
          floats("a_style", 1),
          color("a_color"),
        ],
        CONSTANT_ATTRIBUTES: [floats("a_corner", 2)],
        CONSTANT_DATA: corners,
      };
    }

    begin(capacity: number): void {
      this.reallocate(capacity);
      this.count = 0;
      this.changed = true;
    }

    write(ends: TieEnds, thickness: number, curve: number, style: number, color: number): void {
      const { array } = this;
      let at = this.count++ * this.STRIDE;
      array[at++] = ends.ax;
      array[at++] = ends.ay;
      array[at++] = ends.bx;
      array[at++] = ends.by;
      array[at++] = ends.aRadius;
      array[at++] = ends.bRadius;
      array[at++] = thickness;
      array[at++] = curve;
      array[at++] = style;
      array[at] = color;
    }

    draw(params: RenderParams, from: number, to: number, how: "strips" | "lines" = "strips"): void {
      if (to <= from) return;
      const info = how === "lines" ? this.lines : this.normalProgram;
      const context = info.gl as WebGL2RenderingContext;
      context.useProgram(info.program);
      context.bindBuffer(context.ARRAY_BUFFER, info.constantBuffer);
      context.bufferData(context.ARRAY_BUFFER, how === "lines" ? ends : this.constantArray, context.STATIC_DRAW);
      this.bindAttribute(this.CONSTANT_ATTRIBUTES[0], info, 0, false);
      // Both ways draw from one buffer.
      context.bindBuffer(context.ARRAY_BUFFER, this.normalProgram.buffer);
      if (this.changed)
        context.bufferData(
          context.ARRAY_BUFFER,
          this.array.subarray(0, this.count * this.STRIDE),
          context.DYNAMIC_DRAW,
        );
      this.changed = false;
      let offset = from * this.STRIDE * Float32Array.BYTES_PER_ELEMENT;
      for (const attribute of this.ATTRIBUTES) offset += this.bindAttribute(attribute, info, offset, true);
      context.enable(context.BLEND);
      this.setUniforms(params, info);
      if (how === "lines") context.drawArraysInstanced(context.LINES, 0, ends.length / 2, to - from);
      else context.drawArraysInstanced(this.METHOD, 0, this.VERTICES, to - from);
      this.unbindProgram(info);
    }

    override setUniforms(params: RenderParams, info: ProgramInfo<FrameUniform>): void {
      setFrameUniforms(params, info);
    }
  };
  return new Ties(gl, null, renderer);
}
