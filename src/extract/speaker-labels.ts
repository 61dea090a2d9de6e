import type { Span } from "../model/index.ts";
import type { Prose } from "./prose.ts";

/** A block that begins with who speaks: "Ann Lee: …", "Q: …". */
export interface LabelledBlock {
  readonly block: number;
  readonly label: Span;
  readonly colon: Span;
  /** What is said: the rest of the block, and the paragraphs behind it until the next label. */
  readonly said: readonly Span[];
}

const LABEL =
  /^(?:["“]|'')?(\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}|of |de |the )[\p{L}.'’() -]{0,24}){0,3}?)(:|\.(?=\s))\s*(?=\S)/u;
/** Words before a colon that name no speaker. */
const NOT_A_SPEAKER =
  /^(?:related|note|notes|editor's note|photo|photos|read more|see also|update|updated|correction|sources?|source|where|when|what|why|who|how|tickets|price|date|time|address|phone|email|website|video|watch|listen|warning|example|result|results|background|summary|topics|tags|contact|more|also|first|second|third|finally|answer key|the answer|the result|the question|fact|myth|pros|cons|ingredients|method)$/i;

/** The labels that name somebody, for a recogniser that doesn't know the names: of one word where it comes back. */
export function namesInLabels(prose: Prose, labelled: readonly LabelledBlock[]): Span[] {
  const words = labelled.map(({ label }) => prose.text.slice(label.start, label.end));
  const comesBack = (word: string) => words.indexOf(word) !== words.lastIndexOf(word);
  return labelled
    .map(({ label }) => label)
    .filter((_, index) => {
      const label = words[index];
      if (/^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(label)) return true;
      return /^\p{Lu}[\p{L}'’-]{2,}$/u.test(label) && !NO_NAME.test(label) && comesBack(label);
    });
}

/** Labels that say what somebody is, or mark questions and answers. */
const NO_NAME =
  /^(?:question|answer|reporter|interviewer|moderator|host|audience|caller|crowd|man|woman|speaker|narrator)s?$/i;

/**
 * The blocks of an interview or a transcript, in order. A label counts where it comes back, where several blocks carry
 * labels, or where a quotation follows it.
 */
export function findLabelledBlocks(prose: Prose): LabelledBlock[] {
  const found: { block: number; label: Span; colon: Span; rest: Span; name: string; quoted: boolean }[] = [];
  const counts = new Map<string, number>();
  prose.blocks.forEach((block, index) => {
    if (block.kind !== "paragraph" && block.kind !== "title" && block.kind !== "heading") return;
    const match = LABEL.exec(prose.text.slice(block.start, Math.min(block.end, block.start + 100)));
    if (match === null || NOT_A_SPEAKER.test(match[1])) return;
    const isLetter = /^(?:Q|A)$/.test(match[1]);
    if (match[2] === "." && !isLetter) return;
    // a transcript that is quoted as a whole has an opening mark before every label
    const start = block.start + match[0].indexOf(match[1]);
    const at = start + match[1].length;
    const label = { start, end: start + match[1].trimEnd().length };
    const rest = { start: block.start + match[0].length, end: block.end };
    if (rest.end <= rest.start || hasVerb(prose, label)) return;
    const quoted = /^["“„«‘']|^''|^``/.test(prose.text.slice(rest.start, rest.start + 2));
    if (block.kind !== "paragraph" && !quoted) return;
    counts.set(match[1], (counts.get(match[1]) ?? 0) + 1);
    found.push({ block: index, label, colon: { start: at, end: at + 1 }, rest, name: match[1], quoted });
  });
  const labels = counts.size;
  const isTranscript = found.length >= 3 && labels >= 2 && labels * 2 <= found.length + 1;
  const labelled = found.filter(({ block, name, quoted }) => {
    const times = counts.get(name)!;
    // what an article begins with may be a headline ("Lee: Bridge Was Rushed") or a line like it
    return quoted || (isTranscript && (block > 0 || times >= 2)) || (times >= 2 && labels <= 3);
  });
  return labelled.map(({ block, label, colon, rest, quoted }, index) => {
    const said = [quoted ? quotedPart(prose, rest) : rest];
    // an answer may take several paragraphs; what stands behind the last label may be the writer's
    const next = labelled[index + 1]?.block ?? 0;
    for (let other = block + 1; other < next && isTranscript && !quoted; other++) {
      if (prose.blocks[other].kind === "paragraph")
        said.push({ start: prose.blocks[other].start, end: prose.blocks[other].end });
    }
    return { block, label, colon, said };
  });
}

/** "Jane Muller disagreed: …" is a sentence, not a label. */
function hasVerb(prose: Prose, label: Span): boolean {
  for (let word = prose.wordAt(label.start); word < prose.count && prose.words.start[word] < label.end; word++)
    if (prose.isFiniteVerb(word) && !prose.isCapitalised(word)) return true;
  return false;
}

/** Of a block that begins with a quotation that quotation alone. */
function quotedPart(prose: Prose, rest: Span): Span {
  const { quotations } = prose;
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle].start < rest.start) low = middle + 1;
    else high = middle;
  }
  const quotation = quotations[low];
  return quotation?.start === rest.start && quotation.level === 0
    ? { start: quotation.start, end: quotation.end }
    : rest;
}
