/** The colours of tokens in theme/tokens.css as they stand on the page now, as `#rrggbb`. */
export function readColors(tokens: Iterable<string>): ReadonlyMap<string, string> {
  const style = getComputedStyle(document.documentElement);
  const context = document.createElement("canvas").getContext("2d");
  const colors = new Map<string, string>();
  for (const token of tokens) {
    const written = style.getPropertyValue(`--${token}`).trim();
    if (written === "") continue;
    if (context !== null) context.fillStyle = written;
    // A style sheet may write a colour in any form: a canvas gives it back as #rrggbb.
    colors.set(token, context === null ? written : String(context.fillStyle));
  }
  return colors;
}
