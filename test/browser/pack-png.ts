import { crc32, deflateSync } from "node:zlib";
import type { Page } from "playwright-core";

/** Colours a packed picture keeps. */
const COLORS = 256;

/**
 * Packs a screenshot into a PNG with a palette, about a third of its size: colours that are seen stay, those between them
 * become the nearest. PNG (third edition) 2025, sections 5 and 11.
 *
 * @param canvas any page, which decodes the picture.
 */
export async function packPng(canvas: Page, png: Buffer): Promise<Buffer> {
  const { width, height, palette, indices } = await canvas.evaluate(quantise, {
    data: `data:image/png;base64,${png.toString("base64")}`,
    colors: COLORS,
  });
  const pixels = Buffer.from(indices, "latin1");
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) pixels.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, colours from a palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** Runs in the page: the palette as numbers and, as Latin-1, the index of every pixel. */
async function quantise({ data, colors }: { data: string; colors: number }) {
  const picture = await createImageBitmap(await (await fetch(data)).blob());
  const { width, height } = picture;
  const surface = new OffscreenCanvas(width, height).getContext("2d");
  if (surface === null) throw new Error("the page has no canvas");
  surface.drawImage(picture, 0, 0);
  const pixels = surface.getImageData(0, 0, width, height).data;
  const counts = new Map<number, number>();
  const colorAt = (at: number) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  for (let at = 0; at < pixels.length; at += 4) counts.set(colorAt(at), (counts.get(colorAt(at)) ?? 0) + 1);
  const distance = (one: number, other: number) =>
    ((one >> 16) - (other >> 16)) ** 2 +
    (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
    ((one & 255) - (other & 255)) ** 2;
  // Each colour that is taken is the one that would be worst off without: far from all taken, and on many pixels.
  const all = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const nearest = new Map(all.map(([color]) => [color, { index: 0, off: Number.POSITIVE_INFINITY }]));
  const palette: number[] = [];
  for (let next: number | undefined = all[0][0]; next !== undefined && palette.length < colors; ) {
    palette.push(next);
    let worst = 0;
    const taken: number = next;
    next = undefined;
    for (const [color, count] of all) {
      const known = nearest.get(color);
      if (known === undefined) continue;
      const off = distance(color, taken);
      if (off < known.off) Object.assign(known, { index: palette.length - 1, off });
      if (known.off * count > worst) {
        worst = known.off * count;
        next = color;
      }
    }
  }
  let indices = "";
  for (let at = 0; at < pixels.length; at += 4) indices += String.fromCharCode(nearest.get(colorAt(at))?.index ?? 0);
  return { width, height, palette, indices };
}
