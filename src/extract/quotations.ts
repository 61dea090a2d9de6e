import type { Block, Span } from "../model/index.ts";

/** A pair of quotation marks and what stands between them. */
export interface Quotation extends Span {
  /** Without the marks. */
  readonly inner: Span;
  /** 0 for a quotation that stands in no other one. */
  readonly level: number;
  /** The block it stands in, an index into the article's blocks. */
  readonly block: number;
  /** Index of the quotation that goes on in this one (the paragraph before was left open), or -1. */
  readonly continues: number;
  /** Whether its closing mark is missing because the next paragraph goes on, or because it was forgotten. */
  readonly open: boolean;
  /** Whether a mark was forgotten. */
  readonly unbalanced: boolean;
  /** Whether the marks are single ones. */
  readonly single: boolean;
}

export interface Quotations {
  /** Sorted by `compareSpans`; a quotation inside another follows it. */
  readonly all: readonly Quotation[];
  readonly warnings: readonly string[];
}

type Family =
  | "straight"
  | "curly"
  | "low"
  | "angle"
  | "reverse-angle"
  | "swedish"
  | "backtick"
  | "apostrophes"
  | "single"
  | "single-angle";

interface Mark {
  readonly at: number;
  readonly length: number;
  /** The family it may open, null where it can only close. */
  readonly opens: Family | null;
  /** Families it may close. */
  readonly closes: readonly Family[];
}

interface OpenMark {
  readonly at: number;
  readonly length: number;
  readonly family: Family;
  readonly continues: number;
  readonly block: number;
}

/** A mutable quotation while the text is being read. */
type Draft = { -readonly [Key in keyof Quotation]: Quotation[Key] };

/** Nobody quotes someone who quotes someone … this deep; what is opened deeper is no mark. */
const DEEPEST = 8;
/** At most so many warnings about marks are worth reading. */
const MOST_WARNINGS = 5;

/**
 * Pairs the quotation marks of a whole text: straight, curly, „…“, «…», ``…'', two apostrophes, single ones (British
 * style) as against apostrophes, nested ones, and paragraphs that go on with an opening mark after one left open. A mark
 * without its partner gives a warning, never an exception. Every mark is looked at once: linear in the length of the text.
 */
export function findQuotations(text: string, blocks: readonly Block[]): Quotations {
  const pairing = new Pairing(text);
  blocks.forEach((block, index) => {
    if (block.kind !== "date" && block.kind !== "byline") pairing.readBlock(block, index);
  });
  return pairing.finish();
}

class Pairing {
  private readonly text: string;
  private readonly drafts: Draft[] = [];
  private readonly warnings: string[] = [];
  private lost = 0;
  /** The outermost quotation left open at the end of the paragraph before: it may go on in this one. */
  private pending: number = -1;

  constructor(text: string) {
    this.text = text;
  }

  readBlock(block: Block, index: number): void {
    const marks = marksOf(this.text, block);
    const stack: OpenMark[] = [];
    let first = 0;
    if (this.pending !== -1) first = this.resume(block, index, marks, stack);
    for (let next = first; next < marks.length; next++) this.readMark(marks[next], stack, index);
    this.endBlock(block, stack);
  }

  /** Goes on with the quotation the paragraph before left open, where this one begins with its mark or holds its end. */
  private resume(block: Block, index: number, marks: readonly Mark[], stack: OpenMark[]): number {
    const before = this.drafts[this.pending];
    const family = familyAt(this.text, before);
    const mark = marks[0];
    const paragraph = block.kind === "paragraph";
    if (
      paragraph &&
      mark !== undefined &&
      mark.at === block.start &&
      mark.opens !== null &&
      sameStyle(mark.opens, family)
    ) {
      stack.push({ at: mark.at, length: mark.length, family: mark.opens, continues: this.pending, block: index });
      this.pending = -1;
      return 1;
    }
    if (
      paragraph &&
      mark !== undefined &&
      mark.opens === null &&
      mark.closes.some((closes) => sameStyle(closes, family))
    ) {
      // the paragraph has only the closing mark: everything before it still belongs to the quotation
      stack.push({ at: block.start, length: 0, family, continues: this.pending, block: index });
      this.pending = -1;
      return 0;
    }
    if (block.kind === "paragraph") {
      this.warn(before.start, "is never closed");
      before.unbalanced = true;
      this.pending = -1;
    }
    return 0;
  }

  private readMark(mark: Mark, stack: OpenMark[], block: number): void {
    for (let depth = stack.length - 1; depth >= 0; depth--) {
      if (!mark.closes.includes(stack[depth].family)) continue;
      // a mark that may open as well closes only what stands directly around it
      if (mark.opens !== null && depth < stack.length - 1) break;
      for (const left of stack.splice(depth + 1)) this.lose(left);
      this.close(stack.pop()!, mark.at, mark.at + mark.length, stack.length);
      return;
    }
    if (mark.opens !== null && stack.length < DEEPEST) {
      stack.push({ at: mark.at, length: mark.length, family: mark.opens, continues: -1, block });
    } else if (mark.opens !== null) this.lost++;
    else if (!mark.closes.includes("single") && !/\d/.test(this.text[mark.at - 1] ?? ""))
      this.warn(mark.at, "has no opening mark before it");
  }

  private close(opening: OpenMark, innerEnd: number, end: number, level: number): void {
    this.drafts.push(draftOf(opening, innerEnd, end, level));
  }

  /** What is still open at the end of a paragraph: the outermost may go on in the next one. */
  private endBlock(block: Block, stack: readonly OpenMark[]): void {
    if (stack.length === 0) return;
    for (const left of stack.slice(1)) this.lose(left);
    const outermost = stack[0];
    if (outermost.family === "single" && outermost.continues === -1 && outermost.at !== block.start) return;
    const draft = draftOf(outermost, block.end, block.end, 0);
    draft.open = true;
    this.pending = this.drafts.push(draft) - 1;
  }

  private lose(opening: OpenMark): void {
    if (opening.family !== "single") this.warn(opening.at, "is never closed");
  }

  private warn(at: number, what: string): void {
    if (this.warnings.length < MOST_WARNINGS) {
      const words = this.text.slice(at, at + 30).split("\n")[0];
      this.warnings.push(`unbalanced quotation marks: the mark at ${at} (${words} …) ${what}`);
    } else this.lost++;
  }

  finish(): Quotations {
    if (this.pending !== -1) {
      const last = this.drafts[this.pending];
      last.unbalanced = true;
      this.warn(last.start, "is never closed");
    }
    if (this.lost > 0) this.warnings.push(`unbalanced quotation marks: ${this.lost} more marks without their partners`);
    const order = this.drafts.map((_, index) => index);
    order.sort((a, b) => this.drafts[a].start - this.drafts[b].start || this.drafts[b].end - this.drafts[a].end);
    const rank = new Int32Array(order.length);
    order.forEach((draft, position) => {
      rank[draft] = position;
    });
    const all = order.map((index) => {
      const draft = this.drafts[index];
      return draft.continues === -1 ? draft : { ...draft, continues: rank[draft.continues] };
    });
    return { all, warnings: this.warnings };
  }
}

function draftOf(opening: OpenMark, innerEnd: number, end: number, level: number): Draft {
  return {
    start: opening.at,
    end,
    inner: { start: opening.at + opening.length, end: innerEnd },
    level,
    block: opening.block,
    continues: opening.continues,
    open: false,
    unbalanced: false,
    single: opening.family === "single" || opening.family === "single-angle",
  };
}

/** The family of marks a quotation was opened with. */
function familyAt(text: string, { start }: Span): Family {
  return OPENING[text[start]] ?? (text.startsWith("''", start) ? "apostrophes" : "single");
}

/** Newspapers mix typewriter and typographer's marks of one kind. */
function sameStyle(a: Family, b: Family): boolean {
  const plain = (family: Family) => (DOUBLE.has(family) ? "double" : family);
  return plain(a) === plain(b);
}

const DOUBLE: ReadonlySet<Family> = new Set<Family>(["straight", "curly", "swedish", "backtick", "apostrophes"]);

const OPENING: Readonly<Record<string, Family>> = {
  '"': "straight",
  "＂": "straight",
  "“": "curly",
  "‟": "curly",
  "„": "low",
  "”": "swedish",
  "«": "angle",
  "»": "reverse-angle",
  "`": "backtick",
  "‹": "single-angle",
};

const MARK = /["＂“”„‟«»‹›]|``|''|`(?=\p{L})|['‘’‚]/gu;

function marksOf(text: string, block: Block): Mark[] {
  const marks: Mark[] = [];
  MARK.lastIndex = block.start;
  for (let match = MARK.exec(text); match !== null && match.index < block.end; match = MARK.exec(text)) {
    const at = match.index;
    const word = match[0];
    if (word === "'" || word === "‘" || word === "’" || word === "‚" || word === "`") continue;
    const mark = doubleMark(text, block, at, word);
    if (mark !== null) marks.push(mark);
  }
  return withSingleMarks(text, block, marks);
}

/** Whether an opening mark can stand at `at`: nothing or white space, a bracket or a dash before, a word behind. */
function canOpen(text: string, block: Block, at: number, length: number): boolean {
  const before = at === block.start ? " " : text[at - 1];
  const after = at + length >= block.end ? " " : text[at + length];
  return /[\s([{/—–\-"'“‘„«…:=]/.test(before) && !/[\s,;:!?)\]}]/.test(after);
}

function canClose(text: string, block: Block, at: number, length: number): boolean {
  const before = at === block.start ? " " : text[at - 1];
  const after = at + length >= block.end ? " " : text[at + length];
  return !/\s/.test(before) || (/[\s.,;:!?)\]—–-]/.test(after) && at !== block.start);
}

function doubleMark(text: string, block: Block, at: number, word: string): Mark | null {
  const length = word.length;
  const opensHere = canOpen(text, block, at, length);
  const closesHere = canClose(text, block, at, length);
  switch (word) {
    case '"':
    case "＂":
      // feet and inches: 6'2"
      if (/\d['’]\d{1,2}$/.test(text.slice(Math.max(block.start, at - 5), at))) return null;
      return ambiguous(at, length, "straight", ["straight", "curly", "swedish", "low"], opensHere, closesHere);
    case "''":
      return ambiguous(at, length, "apostrophes", ["apostrophes", "backtick"], opensHere, closesHere);
    case "``":
      return { at, length, opens: "backtick", closes: [] };
    case "“":
    case "‟":
      // closes „…“ of German, Czech and other typography
      return {
        at,
        length,
        opens: opensHere || !closesHere || text[at + 1] !== " " ? "curly" : null,
        closes: closesHere && !opensHere ? ["low", "curly"] : ["low"],
      };
    case "”":
      return {
        at,
        length,
        opens: opensHere && !/\s/.test(text[at + 1] ?? " ") ? "swedish" : null,
        closes: ["curly", "low", "swedish", "straight"],
      };
    case "„":
      return { at, length, opens: "low", closes: [] };
    case "«":
      return { at, length, opens: "angle", closes: ["reverse-angle"] };
    case "»":
      return { at, length, opens: opensHere ? "reverse-angle" : null, closes: ["angle", "reverse-angle"] };
    case "‹":
      return { at, length, opens: "single-angle", closes: [] };
    default:
      return { at, length, opens: null, closes: ["single-angle"] };
  }
}

/** A mark that looks the same on both sides: white space around it decides, then whether one is open. */
function ambiguous(
  at: number,
  length: number,
  opens: Family,
  closes: readonly Family[],
  opensHere: boolean,
  closesHere: boolean,
): Mark {
  if (opensHere && !closesHere) return { at, length, opens, closes: [] };
  if (closesHere && !opensHere) return { at, length, opens: null, closes };
  return { at, length, opens, closes };
}

enum Strength {
  None = 0,
  /** As in "workers' rights". */
  Possessive = 1,
  Word = 2,
  Punctuated = 3,
}

/** Short forms that begin with an apostrophe. */
const ELISION = /^['’‘](?:em|tis|twas|til|till|cause|bout|round|n|\d0s|\d\d)\b/i;

/**
 * Finds single quotation marks among the apostrophes. An opening mark counts only if a closing one follows in the same
 * paragraph (or the paragraph begins with it), and a mark behind an "s" closes only if no better one comes before the next
 * opening.
 */
function withSingleMarks(text: string, block: Block, marks: Mark[]): Mark[] {
  const candidates: { at: number; opens: boolean; closes: Strength }[] = [];
  let any = false;
  for (let at = block.start; at < block.end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x27 && code !== 0x2018 && code !== 0x2019 && code !== 0x201a) continue;
    if (code === 0x27 && (text[at + 1] === "'" || text[at - 1] === "'")) continue;
    const opens = code !== 0x2019 && opensSingle(text, block, at);
    const closes = code === 0x2018 || code === 0x201a ? Strength.None : closesSingle(text, block, at);
    if (opens || closes !== Strength.None) candidates.push({ at, opens, closes });
    any ||= opens;
  }
  if (!any) return marks;
  const single: Mark[] = [];
  let open = false;
  const bestAhead = strongestBeforeNextOpening(candidates);
  candidates.forEach((candidate, index) => {
    if (open && candidate.closes !== Strength.None && candidate.closes >= Math.min(bestAhead[index], Strength.Word)) {
      single.push({ at: candidate.at, length: 1, opens: null, closes: ["single"] });
      open = false;
    } else if (
      !open &&
      candidate.opens &&
      (bestAhead[index + 1] !== Strength.None || (candidate.at === block.start && index === 0))
    ) {
      single.push({ at: candidate.at, length: 1, opens: "single", closes: [] });
      open = true;
    }
  });
  return [...marks, ...single].sort((a, b) => a.at - b.at);
}

/** For each candidate, how good the best closing mark from it on is, up to the next opening one. */
function strongestBeforeNextOpening(candidates: readonly { opens: boolean; closes: Strength }[]): Uint8Array {
  const best = new Uint8Array(candidates.length + 1);
  for (let index = candidates.length - 1; index >= 0; index--) {
    const { opens, closes } = candidates[index];
    best[index] = opens && closes === Strength.None ? Strength.None : Math.max(closes, best[index + 1]);
  }
  return best;
}

function opensSingle(text: string, block: Block, at: number): boolean {
  const before = at === block.start ? " " : text[at - 1];
  if (!/[\s([{/—–\-"“„«…:]/.test(before) || !/[\p{L}\p{N}"“$£€…[]/u.test(text[at + 1] ?? "")) return false;
  return !ELISION.test(text.slice(at, at + 8));
}

function closesSingle(text: string, block: Block, at: number): Strength {
  const before = at === block.start ? " " : text[at - 1];
  const after = at + 1 >= block.end ? " " : text[at + 1];
  if (/\s/.test(before) || /[\p{L}\p{N}]/u.test(after)) return Strength.None;
  if (/[.,;:!?…—–\-)"”]/.test(before)) return Strength.Punctuated;
  if (/[,;:.!?)"”]/.test(after) && !/s/i.test(before)) return Strength.Punctuated;
  return /s/i.test(before) && !/[,;:.!?)"”]/.test(after) ? Strength.Possessive : Strength.Word;
}
