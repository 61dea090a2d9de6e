/** What was found early, for who asks first. */
let found: boolean | null = null;

/** Finds out while there is nothing else to do: it takes a moment. */
export function askForWebgl2(): boolean {
  found = hasWebgl2();
  return found;
}

/** Whether this browser can draw with WebGL 2 now. The context that was asked for is given back at once. */
export function hasWebgl2(): boolean {
  if (found !== null) {
    const early = found;
    found = null;
    return early;
  }
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
