import { type Citation, sourceLine, speakerLine } from "./citation.ts";

const WIDTH = 720;
const MARGIN = 48;
/** Pixels of the image for each of its own. */
const SCALE = 2;

/** Words that fill lines no wider than `width`; a single word that is wider stands alone. */
export function wrap(words: string, width: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/\s+/).filter((one) => one !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/**
 * Sets a citation as a picture in the theme's colours and letters: the words, who said them, where they stand.
 *
 * @throws Error where the browser can't make a picture of that size.
 */
export async function quoteImage(citation: Citation): Promise<Blob> {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const fonts = {
    words: `400 27px ${token("font-article")}`,
    speaker: `600 17px ${token("font-text")}`,
    source: `400 14px ${token("font-text")}`,
  };
  await Promise.all(Object.values(fonts).map((font) => document.fonts.load(font)));
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws no pictures");
  const measure = (font: string) => (line: string) => {
    context.font = font;
    return context.measureText(line).width;
  };
  const inner = WIDTH - 2 * MARGIN;
  const blocks = [
    {
      lines: wrap(citation.words, inner, measure(fonts.words)),
      font: fonts.words,
      color: token("ink"),
      height: 40,
      after: 24,
    },
    {
      lines: wrap(speakerLine(citation), inner, measure(fonts.speaker)),
      font: fonts.speaker,
      color: token("ink"),
      height: 26,
      after: 4,
    },
    {
      lines: wrap(sourceLine(citation), inner, measure(fonts.source)),
      font: fonts.source,
      color: token("ink-soft"),
      height: 22,
      after: 0,
    },
  ];
  const height = blocks.reduce((sum, { lines, height: line, after }) => sum + lines.length * line + after, 2 * MARGIN);
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = token("paper");
  context.fillRect(0, 0, WIDTH, height);
  context.fillStyle = token("accent");
  context.fillRect(0, 0, 6, height);
  context.textBaseline = "top";
  let y = MARGIN;
  for (const { lines, font, color, height: line, after } of blocks) {
    context.font = font;
    context.fillStyle = color;
    for (const words of lines) {
      context.fillText(words, MARGIN, y);
      y += line;
    }
    y += after;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error("the words are too long for a picture")) : resolve(blob),
    );
  });
}
