/** A colour as channels 0…255; `alpha` 0…1, null where none is given. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number | null;
}

const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const FUNCTION = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*(\d*\.?\d+)\s*)?\)$/i;

/** Parses `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` and `rgba(…)`; null for any other text. */
export function parseColor(text: string): Color | null {
  if (HEX.test(text)) {
    const digits = text.length === 4 ? [...text.slice(1)].map((digit) => digit + digit).join("") : text.slice(1);
    const channel = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
    const alpha = digits.length === 8 ? Math.round((channel(6) / 255) * 1000) / 1000 : null;
    return { red: channel(0), green: channel(2), blue: channel(4), alpha };
  }
  const parts = FUNCTION.exec(text);
  if (!parts) return null;
  const [red, green, blue] = parts.slice(1, 4).map(Number);
  const alpha = parts[4] === undefined ? null : Number(parts[4]);
  if (Math.max(red, green, blue) > 255 || (alpha ?? 0) > 1) return null;
  return { red, green, blue, alpha };
}

/** `#rrggbb`, without alpha. */
export function toHex({ red, green, blue }: Color): string {
  return `#${((1 << 24) | (red << 16) | (green << 8) | blue).toString(16).slice(1)}`;
}
