import type Sigma from "sigma";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { SceneEdge, SceneNode } from "../scene/scene.ts";
import { color, FRAME_DECLARATIONS, FRAME_UNIFORMS, floats, setFrameUniforms } from "./program-set-up.ts";

/** What the reducer adds to a node for this program. */
export interface ShapeData extends NodeDisplayData {
  /** Index into SHAPES. */
  shape: number;
  /** Index into FILLS. */
  fill: number;
  /** 0 none, 1 hovered, 2 selected. */
  ring: number;
}

// Below this radius in pixels a shape can't be told from another: it is a disc, which costs a third to draw.
const SMALL = "#define SMALL 2.5";

// A square that encloses the shape and its ring, no larger than it must be: with many nodes the pixels beside them are what
// costs. All lengths are CSS pixels.
const VERTEX = /* glsl */ `
${SMALL}
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_style;
attribute vec2 a_corner;

${FRAME_DECLARATIONS}

varying vec4 v_color;
varying vec2 v_point;
varying float v_radius;
varying float v_style;

void main() {
  v_radius = a_size / u_sizeRatio;
  float shape = mod(a_style, 16.0);
  bool small = v_radius < SMALL;
  bool round = small || shape < 0.5 || (shape > 3.5 && shape < 4.5) || (shape > 5.5 && shape < 6.5);
  float margin = a_style >= 64.0 ? 6.0 : small ? 1.5 : 2.0;
  v_point = (v_radius * (round ? 1.0 : 1.35) + margin) * a_corner;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_point * 2.0 / u_viewport, 0.0, 1.0);
  v_style = a_style;
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
  // What is filtered out has no size: it leaves the picture.
  if (a_size <= 0.0) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
}
`;

// Signed distances to each outline in pixels, negative inside; sizes are balanced so that equal radii look equally large.
const FRAGMENT = /* glsl */ `
${SMALL}
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
  if (r < SMALL) return length(p) - r;
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
  if (v_radius < SMALL && ring < 0.5) {
    float edge = length(v_point) - v_radius;
    float disc = 1.0 - smoothstep(-0.5, 0.5, edge);
    float hole = fill > 0.5 ? 1.0 - smoothstep(-0.5, 0.5, edge + 1.2) : 0.0;
    float around = 1.0 - smoothstep(-0.5, 0.5, edge - 0.8);
    gl_FragColor = vec4(mix(u_paper, v_color.rgb, disc - hole) * around, around);
    return;
  }
  float d = outline(shape, v_point, v_radius);

  float soft = 0.75 / u_pixelRatio;
  if (ring < 0.5 && d > 1.5 + soft) {
    gl_FragColor = vec4(0.0);
    return;
  }
  vec3 color = v_color.rgb;
  if (ring < 0.5 && fill < 0.5 && shape < 3.5) {
    // Most of what is drawn: a full shape and its halo.
    float inner = 1.0 - smoothstep(-soft, soft, d);
    float outer = 1.0 - smoothstep(-soft, soft, d - 1.5);
    gl_FragColor = vec4(mix(u_paper, color, inner) * outer, outer);
    return;
  }
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
}
`;

const UNIFORMS = [...FRAME_UNIFORMS, "u_paper", "u_accent", "u_ink"] as const;
type Uniform = (typeof UNIFORMS)[number];

/** Two triangles. */
const SQUARE = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [-1, 1],
  [1, -1],
  [1, 1],
];

/** Colours that all nodes share, 0…1 a channel. */
export interface ShapeColors {
  paper: readonly [number, number, number];
  accent: readonly [number, number, number];
  ink: readonly [number, number, number];
}

/**
 * A node program that draws every kind's shape in one call, by signed distance functions. `colors` may change between frames.
 * It draws nothing for Sigma to find out what is under the pointer by: that would be every node once more in every frame, and
 * scene/geometry.ts knows it without.
 */
export function createShapeProgram(colors: ShapeColors) {
  return class ShapeProgram extends NodeProgram<Uniform, SceneNode, SceneEdge> {
    constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma<SceneNode, SceneEdge>) {
      super(gl, null, renderer);
    }

    override getDefinition() {
      return {
        VERTICES: SQUARE.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: WebGLRenderingContext.TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [floats("a_position", 2), floats("a_size", 1), floats("a_style", 1), color("a_color")],
        CONSTANT_ATTRIBUTES: [floats("a_corner", 2)],
        CONSTANT_DATA: SQUARE,
      };
    }

    override processVisibleItem(_index: number, startIndex: number, data: NodeDisplayData): void {
      const { array } = this;
      const { shape, fill, ring } = data as ShapeData;
      array[startIndex] = data.x;
      array[startIndex + 1] = data.y;
      array[startIndex + 2] = data.size;
      array[startIndex + 3] = shape + 16 * fill + 64 * ring;
      array[startIndex + 4] = floatColor(data.color);
    }

    override setUniforms(params: RenderParams, info: ProgramInfo<Uniform>): void {
      setFrameUniforms(params, info);
      const { gl, uniformLocations } = info;
      gl.uniform3f(uniformLocations.u_paper, ...colors.paper);
      gl.uniform3f(uniformLocations.u_accent, ...colors.accent);
      gl.uniform3f(uniformLocations.u_ink, ...colors.ink);
    }
  };
}
