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

interface Marked extends Span {
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

/** Cuts a block of the article wherever a marking begins or ends; the shortest marking that covers a piece wins. */
export function segmentsOf(
  block: Span,
  marked: readonly Marked[],
  mentions: readonly Mention[],
  lit: readonly Span[],
): Segment[] {
  const touches = (span: Span) => span.start < block.end && span.end > block.start;
  const statements = marked.filter(touches);
  const names = mentions.filter(touches);
  const lights = lit.filter(touches);
  const cuts = new Set([block.start, block.end]);
  for (const span of [...statements, ...names, ...lights]) {
    cuts.add(Math.max(block.start, span.start));
    cuts.add(Math.min(block.end, span.end));
  }
  const at = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < at.length; i++) {
    const [start, end] = [at[i], at[i + 1]];
    const within = <T extends Span>(spans: readonly T[]) =>
      shortest(spans.filter((s) => s.start <= start && end <= s.end));
    const statement = within(statements);
    const mention = within(names);
    segments.push({
      start,
      end,
      statement: statement?.statement ?? null,
      part: statement?.part ?? null,
      mention,
      mentionStarts: mention?.start === start,
      lit: lights.some((span) => span.start <= start && end <= span.end),
    });
  }
  return segments;
}

function shortest<T extends Span>(spans: readonly T[]): T | null {
  let best: T | null = null;
  for (const span of spans) if (best === null || span.end - span.start < best.end - best.start) best = span;
  return best;
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
