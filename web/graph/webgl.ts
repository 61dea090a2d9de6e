/** Whether this browser can draw with WebGL 2 now. The context that was asked for is given back at once. */
export function hasWebgl2(): boolean {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
