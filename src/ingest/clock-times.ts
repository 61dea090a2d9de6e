import type { Block } from "../model/index.ts";

const ZONE = "GMT|BST|UTC|CES?T|EES?T|MSK|IST|HKT|SGT|JST|AE[SD]T|[ECMP][SD]?T";
/** "10:42", "3.05pm", "11 a.m. GMT" at the beginning of an entry. */
const CLOCK_TIME = new RegExp(
  `^(?:\\d{1,2}[:.]\\d\\d(?:\\s?[ap]\\.?m\\b\\.?)?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?)(?:\\s(?:${ZONE})\\b)?(?:\\s*[:|–—-])?(?=\\s+\\S)`,
  "i",
);

/** Cuts the times of a live report off its entries, where at least two paragraphs begin with one. */
export function partClockTimes(text: string, blocks: readonly Block[]): readonly Block[] {
  const times = blocks.map(({ kind, start, end }) =>
    kind === "paragraph" ? CLOCK_TIME.exec(text.slice(start, Math.min(end, start + 24))) : null,
  );
  if (times.filter((time) => time !== null).length < 2) return blocks;
  return blocks.flatMap((block, index): Block[] => {
    const time = times[index];
    if (time === null) return [block];
    const end = block.start + time[0].length;
    let start = end;
    while (/\s/.test(text[start])) start++;
    return [
      { kind: "date", start: block.start, end },
      { kind: "paragraph", start, end: block.end },
    ];
  });
}
