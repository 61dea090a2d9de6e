import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { SceneEdge, SceneNode } from "../scene/scene.ts";

/** What the reducer adds to a node for this program. */
export interface ShapeData extends NodeDisplayData {
  /** Index into SHAPES. */
  shape: number;
  /** Index into FILLS. */
  fill: number;
  /** 0 none, 1 hovered, 2 selected. */
  ring: number;
}

// A triangle that encloses the shape and its ring; all lengths are CSS pixels.
const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_style;
attribute float a_angle;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;

varying vec4 v_color;
varying vec2 v_point;
varying float v_radius;
varying float v_style;

void main() {
  v_radius = a_size / u_sizeRatio;
  // No larger than what is drawn: with many nodes the pixels beside them are what costs.
  #ifdef PICKING_MODE
  float margin = 4.0;
  #else
  float margin = a_style >= 64.0 ? 6.0 : 2.0;
  #endif
  v_point = (v_radius * 1.4 + margin) * 2.0 * vec2(cos(a_angle), sin(a_angle));
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_point * 2.0 / u_viewport, 0.0, 1.0);
  v_style = a_style;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  // What is filtered out has no size: it leaves the picture.
  if (a_size <= 0.0) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
}
`;

// Signed distances to each outline in pixels, negative inside; sizes are balanced so that equal radii look equally large.
const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_point;
varying float v_radius;
varying float v_style;

uniform vec3 u_paper;
uniform vec3 u_accent;
uniform vec3 u_ink;
uniform float u_pixelRatio;

const float PI = 3.14159265;

float box(vec2 p, vec2 half_size, float corner) {
  vec2 q = abs(p) - half_size + corner;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}

float star(vec2 p, float outer, float inner) {
  float sector = 2.0 * PI / 5.0;
  float angle = abs(mod(atan(p.x, p.y) + sector / 2.0, sector) - sector / 2.0);
  vec2 q = length(p) * vec2(cos(angle), sin(angle));
  vec2 tip = vec2(outer, 0.0);
  vec2 notch = inner * vec2(cos(sector / 2.0), sin(sector / 2.0));
  vec2 side = notch - tip;
  return dot(q - tip, normalize(vec2(side.y, -side.x)));
}

float bubble(vec2 p, float r) {
  float body = box(p - vec2(0.0, 0.12 * r), vec2(1.22, 0.88) * r, 0.42 * r);
  vec2 t = p - vec2(-0.45 * r, -0.62 * r);
  float tail = max(max(-t.x - 0.12 * r, t.x * 0.78 - t.y * 0.62 - 0.5 * r), t.y - 0.2 * r);
  return min(body, tail);
}

float outline(float shape, vec2 p, float r) {
  if (shape < 0.5) return length(p) - r;
  if (shape < 1.5) return box(p, vec2(0.88 * r), 0.1 * r);
  if (shape < 2.5) { vec2 t = p + vec2(0.0, 0.14 * r); return max(-t.y, abs(t.x) * 0.866 + t.y * 0.5) - 0.62 * r; }
  if (shape < 3.5) return (abs(p.x) + abs(p.y) - 1.25 * r) * 0.7071;
  if (shape < 4.5) return length(p) - r;
  if (shape < 5.5) return star(p, 1.35 * r, 0.6 * r);
  if (shape < 6.5) return length(p) - 0.75 * r;
  if (shape < 7.5) return bubble(p, r);
  return max(box(p, vec2(0.8, 1.05) * r, 0.06 * r), (p.x + p.y - 1.25 * r) * 0.7071);
}

void main() {
  float ring = floor(v_style / 64.0);
  float fill = floor(mod(v_style, 64.0) / 16.0);
  float shape = mod(v_style, 16.0);
  float d = outline(shape, v_point, v_radius);

  #ifdef PICKING_MODE
  if (d > 4.0) discard;
  gl_FragColor = v_color;
  #else
  float soft = 0.75 / u_pixelRatio;
  vec3 color = v_color.rgb;
  vec3 inside = color;
  float stroke = max(1.25, v_radius * 0.16);
  float border = 1.0 - smoothstep(-soft, soft, abs(d + stroke / 2.0) - stroke / 2.0);
  if (shape > 3.5 && shape < 4.5) {
    // A ring: a thick border around paper.
    float hole = smoothstep(-soft, soft, -d - v_radius * 0.42);
    inside = mix(color, u_paper, hole);
  } else if (fill > 2.5) {
    float around = max(6.0, floor(2.0 * PI * v_radius / 5.0 + 0.5));
    float gap = smoothstep(0.50, 0.62, abs(fract(atan(v_point.y, v_point.x) / (2.0 * PI) * around) - 0.5) * 2.0);
    inside = mix(u_paper, color, max(border * (1.0 - gap), 0.22));
  } else if (fill > 1.5) {
    inside = mix(mix(u_paper, color, smoothstep(-soft, soft, -v_point.x)), color, border);
  } else if (fill > 0.5) {
    inside = mix(u_paper, color, border);
  }
  if (shape > 7.5) {
    // The folded corner of a page.
    vec2 fold = v_point - vec2(0.2, 0.45) * v_radius;
    inside = mix(inside, u_paper, 0.45 * step(0.0, min(fold.x, fold.y)));
  }
  float body = 1.0 - smoothstep(-soft, soft, d);
  // A thin edge of paper keeps shapes and edges apart.
  float halo = 1.0 - smoothstep(-soft, soft, d - 1.5);
  vec3 rgb = mix(u_paper, inside, body);
  float alpha = halo;
  if (ring > 0.5) {
    float width = ring > 1.5 ? 2.0 : 1.25;
    float band = 1.0 - smoothstep(-soft, soft, abs(d - 3.5) - width / 2.0);
    rgb = mix(rgb, ring > 1.5 ? u_accent : u_ink, band);
    alpha = max(1.0 - smoothstep(-soft, soft, d - 3.5), band);
  }
  gl_FragColor = vec4(rgb * alpha, alpha);
  #endif
}
`;

const UNIFORMS = ["u_matrix", "u_viewport", "u_sizeRatio", "u_pixelRatio", "u_paper", "u_accent", "u_ink"] as const;

/** Colours that all nodes share, 0…1 a channel. */
export interface ShapeColors {
  paper: readonly [number, number, number];
  accent: readonly [number, number, number];
  ink: readonly [number, number, number];
}

/** A node program that draws every kind's shape in one call, by signed distance functions. `colors` may change between frames. */
export function createShapeProgram(colors: ShapeColors) {
  return class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number], SceneNode, SceneEdge> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_style", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
      };
    }

    override processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData): void {
      const { array } = this;
      const { shape, fill, ring } = data as ShapeData;
      array[startIndex] = data.x;
      array[startIndex + 1] = data.y;
      array[startIndex + 2] = data.size;
      array[startIndex + 3] = shape + 16 * fill + 64 * ring;
      array[startIndex + 4] = floatColor(data.color);
      array[startIndex + 5] = nodeIndex;
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform3f(uniformLocations.u_paper, ...colors.paper);
      gl.uniform3f(uniformLocations.u_accent, ...colors.accent);
      gl.uniform3f(uniformLocations.u_ink, ...colors.ink);
    }
  };
}
