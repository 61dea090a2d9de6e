import type { ProgramAttributeSpecification, ProgramInfo } from "sigma/rendering";
import type { RenderParams } from "sigma/types";

/** What every program of ours is told about the frame it draws: all lengths in its shaders are CSS pixels. */
export const FRAME_UNIFORMS = ["u_matrix", "u_viewport", "u_sizeRatio", "u_pixelRatio"] as const;
export type FrameUniform = (typeof FRAME_UNIFORMS)[number];

/** The declarations of FRAME_UNIFORMS that vertex shaders begin with. */
export const FRAME_DECLARATIONS = /* glsl */ `
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
`;

/** Hands over the camera's matrix and the size of the picture. */
export function setFrameUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<FrameUniform>): void {
  gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
  gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
  gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
}

/** An attribute of `size` numbers. */
export function floats(name: string, size: number): ProgramAttributeSpecification {
  return { name, size, type: WebGLRenderingContext.FLOAT };
}

/** A colour: four bytes in the place of one number, 0…1 in the shader. */
export function color(name: string): ProgramAttributeSpecification {
  return { name, size: 4, type: WebGLRenderingContext.UNSIGNED_BYTE, normalized: true };
}
