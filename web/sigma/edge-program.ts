import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { SceneEdge, SceneNode } from "../scene/scene.ts";

/** What the reducer adds to an edge for this program. */
export interface TieData extends EdgeDisplayData {
  /** Distance of the control point from the chord, over its length; to the left of source → target. */
  curve: number;
  dashed: boolean;
  arrow: boolean;
}

/**
 * A strip along a quadratic Bézier curve from border to border of its nodes. All lengths are CSS pixels, so that arrow heads
 * and dashes keep their size whatever an edge weighs (with Sigma's own arrows a tie six pixels wide has a head of fifteen,
 * and a hairline one that can't be seen).
 */
const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute vec2 a_radii;
attribute float a_thickness;
attribute float a_curve;
attribute float a_style;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;

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
  // No wider than what is drawn: with many edges the pixels beside them are what costs.
  #ifdef PICKING_MODE
  float reach = max(v_thickness / 2.0, 4.0);
  #else
  float reach = v_thickness / 2.0 + (mod(a_style, 2.0) > 0.5 ? 5.0 : 1.0);
  #endif
  v_beside = a_corner.y * reach;
  v_length = (to - from) * distance * (1.0 + 1.3 * a_curve * a_curve);
  v_along = a_corner.x * v_length;
  point += vec2(-tangent.y, tangent.x) * v_beside;
  gl_Position = vec4(point * 2.0 / u_viewport, 0.0, 1.0);
  v_style = a_style;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  if (a_thickness <= 0.0) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
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
  #ifdef PICKING_MODE
  if (beside > max(v_thickness / 2.0, 4.0)) discard;
  gl_FragColor = v_color;
  #else
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
  #endif
}
`;

const UNIFORMS = ["u_matrix", "u_viewport", "u_sizeRatio", "u_pixelRatio"] as const;

/** The corners of a strip of `pieces` quads as triangles: where along it (0…1), and on which side (-1, 1). */
function strip(pieces: number): number[][] {
  const corners: number[][] = [];
  for (let piece = 0; piece < pieces; piece++) {
    const [a, b] = [piece / pieces, (piece + 1) / pieces];
    corners.push([a, -1], [b, -1], [a, 1], [a, 1], [b, -1], [b, 1]);
  }
  return corners;
}

/** An edge program: one quad for straight edges, `pieces` of them along a curve. */
export function createTieProgram(pieces: number) {
  const corners = strip(pieces);
  return class TieProgram extends EdgeProgram<(typeof UNIFORMS)[number], SceneNode, SceneEdge> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_start", size: 2, type: FLOAT },
          { name: "a_end", size: 2, type: FLOAT },
          { name: "a_radii", size: 2, type: FLOAT },
          { name: "a_thickness", size: 1, type: FLOAT },
          { name: "a_curve", size: 1, type: FLOAT },
          { name: "a_style", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: corners,
      };
    }

    override processVisibleItem(
      edgeIndex: number,
      startIndex: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const { array } = this;
      const { curve, dashed, arrow } = data as TieData;
      array[startIndex] = source.x;
      array[startIndex + 1] = source.y;
      array[startIndex + 2] = target.x;
      array[startIndex + 3] = target.y;
      array[startIndex + 4] = source.size;
      array[startIndex + 5] = target.size;
      array[startIndex + 6] = data.size;
      array[startIndex + 7] = curve;
      array[startIndex + 8] = (arrow ? 1 : 0) + (dashed ? 2 : 0);
      array[startIndex + 9] = floatColor(data.color);
      array[startIndex + 10] = edgeIndex;
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
    }
  };
}
