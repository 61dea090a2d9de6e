import type { Block, Mention, Reading, Span, Statement } from "../../src/model/index.ts";

/** What a piece of a statement is. */
export type Part = "content" | "cue" | "source";

/** A stretch of text that is marked the same way throughout. The segments of a block cover it without gaps. */
export interface Segment extends Span {
  readonly statement: Statement | null;
  /** What it is of `statement`; null where there is none. */
  readonly part: Part | null;
  /** The innermost mention it lies in. */
  readonly mention: Mention | null;
  /** Whether the mention begins here. */
  readonly mentionStarts: boolean;
  readonly lit: boolean;
}

export interface Marked extends Span {
  readonly statement: Statement;
  readonly part: Part;
}

/** Every content, cue and source span of a reading's statements, by start. */
export function statementSpans(reading: Reading): Marked[] {
  const spans = reading.statements.flatMap((statement) => [
    ...statement.content.map((span) => ({ ...span, statement, part: "content" as const })),
    ...statement.cue.map((span) => ({ ...span, statement, part: "cue" as const })),
    ...statement.source.map((span) => ({ ...span, statement, part: "source" as const })),
  ]);
  return spans
    .map(({ start, end, statement, part }) => ({ start, end, statement, part }))
    .sort((a, b) => a.start - b.start);
}

/**
 * Cuts a block of the article wherever a marking begins or ends; the shortest marking that covers a piece wins. Takes time
 * in proportion to the markings, however many stand in one block.
 */
export function segmentsOf(
  block: Span,
  marked: readonly Marked[],
  mentions: readonly Mention[],
  lit: readonly Span[],
): Segment[] {
  const [statements, names, lights] = [new Cover(marked), new Cover(mentions), new Cover(lit)];
  const cuts = new Set([block.start, block.end]);
  for (const span of [...marked, ...mentions, ...lit]) {
    if (span.start > block.start && span.start < block.end) cuts.add(span.start);
    if (span.end > block.start && span.end < block.end) cuts.add(span.end);
  }
  const at = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < at.length; i++) {
    const [start, end] = [at[i], at[i + 1]];
    const statement = statements.shortestAt(start);
    const mention = names.shortestAt(start);
    segments.push({
      start,
      end,
      statement: statement?.statement ?? null,
      part: statement?.part ?? null,
      mention,
      mentionStarts: mention?.start === start,
      lit: lights.shortestAt(start) !== null,
    });
  }
  return segments;
}

/** Spans, asked for places from left to right. */
class Cover<T extends Span> {
  private readonly spans: readonly T[];
  private next = 0;
  private open: T[] = [];

  constructor(spans: readonly T[]) {
    this.spans = [...spans].sort((a, b) => a.start - b.start);
  }

  /** The shortest span over a place, the first of equal ones; places may not go back. */
  shortestAt(place: number): T | null {
    while (this.next < this.spans.length && this.spans[this.next].start <= place)
      this.open.push(this.spans[this.next++]);
    if (this.open.some(({ end }) => end <= place)) this.open = this.open.filter(({ end }) => end > place);
    let best: T | null = null;
    for (const span of this.open) if (best === null || span.end - span.start < best.end - best.start) best = span;
    return best;
  }
}

/** Spreads spans over the blocks they touch: entry `i` holds those of block `i`. Blocks are sorted and do not overlap. */
export function inBlocks<T extends Span>(blocks: readonly Block[], spans: readonly T[]): T[][] {
  const found: T[][] = blocks.map(() => []);
  for (const span of spans) {
    let [from, to] = [0, blocks.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (blocks[middle].end <= span.start) from = middle + 1;
      else to = middle;
    }
    for (let i = from; i < blocks.length && blocks[i].start < span.end; i++) found[i].push(span);
  }
  return found;
}

/** The blocks to show: the article's own, or, where it has none, what empty lines part. */
export function blocksOf({ article }: Reading): readonly Block[] {
  if (article.blocks.length > 0) return article.blocks;
  const blocks: Block[] = [];
  for (const match of article.text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)) {
    const end = match.index + match[0].trimEnd().length;
    blocks.push({ kind: "paragraph", start: match.index, end });
  }
  return blocks;
}
