import type { Block } from "../../model/index.ts";

/** Every line that isn't blank as a paragraph, for texts that are nothing but paragraphs. */
export function blocksOfLines(text: string): Block[] {
  const blocks: Block[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    const trimmed = line.trim();
    if (trimmed === "") continue;
    const start = index + line.indexOf(trimmed);
    blocks.push({ start, end: start + trimmed.length, kind: "paragraph" });
  }
  return blocks;
}
