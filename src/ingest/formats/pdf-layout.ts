import type { Paragraph } from "./paragraphs.ts";
import type { PdfLine } from "./pdf-lines.ts";

/** Running heads and feet stand in this share of the page at its top and bottom. */
const MARGIN = 0.13;
/** Letters larger than the text's by this factor make a heading, by the other the title. */
const HEADING = 1.12;
const TITLE = 1.3;

/** The paragraphs of a document's pages: running heads and page numbers left out, lines joined, hyphenation undone. */
export function paragraphsOfPages(pages: readonly (readonly PdfLine[])[]): Paragraph[] {
  const lines = withoutRunningHeads(pages).flat();
  if (lines.length === 0) return [];
  const size = commonSize(lines);
  const leading = commonLeading(lines);
  const words = vocabularyOf(lines);
  const columns = columnEdges(lines);
  const groups: PdfLine[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined && continues(before, line, leading, columns)) groups[groups.length - 1].push(line);
    else groups.push([line]);
  });
  const title = titleOf(groups, size);
  return groups.map((group) => {
    const kind = group === title ? "title" : group[0].size >= HEADING * size ? "heading" : undefined;
    return { words: joinLines(group, words), kind };
  });
}

/** Leaves out lines at the edges of pages that recur on others but for their numbers, and page numbers. */
function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const shape of new Set(lines.filter(isAtEdge).map(shapeOf))) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const often = Math.max(2, Math.min(3, Math.ceil(pages.length / 2)));
  return pages.map((lines) =>
    lines.filter((line) => !isAtEdge(line) || !((counts.get(shapeOf(line)) ?? 0) >= often || isPageNumber(line.text))),
  );
}

function isAtEdge({ baseline, pageHeight }: PdfLine): boolean {
  return baseline > pageHeight * (1 - MARGIN) || baseline < pageHeight * MARGIN;
}

function shapeOf({ text }: PdfLine): string {
  return text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
}

function isPageNumber(text: string): boolean {
  return /^[\s\p{Pd}|•]*(?:(?:page|seite|p\.)\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|\/)\s*\d{1,4})?[\s\p{Pd}|•]*$/iu.test(
    text,
  );
}

/** The size most letters have. */
function commonSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0][0];
}

/** The distance most lines have from the one above, in letter heights. */
function commonLeading(lines: readonly PdfLine[]): number {
  const gaps = new Map<number, number>();
  for (let index = 1; index < lines.length; index++) {
    const [above, line] = [lines[index - 1], lines[index]];
    if (above.page !== line.page || above.column !== line.column) continue;
    const gap = Math.round(((above.baseline - line.baseline) / line.size) * 20) / 20;
    if (gap > 0.8 && gap < 3) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
  }
  return [...gaps].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1.2;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

const columnKey = ({ page, column }: PdfLine) => `${page}/${column}`;

/** How far the lines of each column reach. */
function columnEdges(lines: readonly PdfLine[]): Map<string, Edges> {
  const edges = new Map<string, { lefts: number[]; right: number }>();
  for (const line of lines) {
    const known = edges.get(columnKey(line));
    if (known === undefined) edges.set(columnKey(line), { lefts: [line.left], right: line.right });
    else {
      known.lefts.push(line.left);
      known.right = Math.max(known.right, line.right);
    }
  }
  return new Map(
    [...edges].map(([key, { lefts, right }]) => {
      // most lines begin at the edge, first lines of paragraphs further in
      const sorted = lefts.sort((a, b) => a - b);
      return [key, { left: sorted[Math.floor(sorted.length / 4)], right }];
    }),
  );
}

const SENTENCE_END = /[.!?:…]["”’')\]]*\s*$/;

/** Whether a line goes on with the paragraph of the line before. */
function continues(before: PdfLine, line: PdfLine, leading: number, columns: Map<string, Edges>): boolean {
  if (Math.abs(before.size - line.size) > 0.12 * Math.max(before.size, line.size)) return false;
  const own = columns.get(columnKey(line))!;
  const indented = line.left - own.left > 0.7 * line.size;
  const sameColumn = before.page === line.page && before.column === line.column;
  if (!sameColumn) {
    // from column to column and page to page a sentence goes on, or a line that filled its column did
    return !indented && (!SENTENCE_END.test(before.text) || /^\p{Ll}/u.test(line.text));
  }
  const gap = (before.baseline - line.baseline) / line.size;
  if (gap > leading * 1.3 || gap < 0) return false;
  const beforeIndented = before.left - own.left > 0.7 * before.size;
  if (indented && !beforeIndented) return false;
  const short = before.right < own.right - 0.15 * (own.right - own.left);
  return !(short && SENTENCE_END.test(before.text));
}

/** The group with the largest letters in the upper part of the first page that has text. */
function titleOf(groups: readonly PdfLine[][], size: number): PdfLine[] | null {
  const page = groups[0][0].page;
  let best: PdfLine[] | null = null;
  for (const group of groups) {
    const line = group[0];
    if (line.page !== page || line.baseline < 0.4 * line.pageHeight || group.length > 5) continue;
    const isWords = /\p{L}{2}.*\s.*\p{L}{2}/u.test(group.map(({ text }) => text).join(" "));
    if (isWords && line.size >= TITLE * size && line.size > (best?.[0].size ?? 0)) best = group;
  }
  return best;
}

/** The words of a document outside of line ends: what tells a hyphen of its own from one of the line's end. */
function vocabularyOf(lines: readonly PdfLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    for (const match of text.matchAll(/\p{L}[\p{L}’'-]*\p{L}/gu)) {
      if (match.index + match[0].length < text.trimEnd().length) words.add(match[0].toLowerCase());
    }
  }
  return words;
}

/** First parts of words that keep their hyphen. */
const HYPHENATED =
  /^(?:self|well|ex|all|cross|half|long|short|high|low|full|part|mid|vice|non|pro|anti|so|then|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|\p{L}|.*\d.*)$/iu;

function joinLines(lines: readonly PdfLine[], words: ReadonlySet<string>): string {
  let text = "";
  for (const line of lines) {
    const next = line.text.trim();
    if (text === "") text = next;
    else if (/\u00AD$/.test(text)) text = text.slice(0, -1) + next;
    else if (/\p{L}[-‐]$/u.test(text) && /^\p{L}/u.test(next)) text = joinHyphen(text, next, words);
    else if (/[\p{L}\d][—–-]$/u.test(text)) text += next;
    else text += ` ${next}`;
  }
  return text.replace(/\u00AD/g, "").replace(/\s+/g, " ");
}

function joinHyphen(text: string, next: string, words: ReadonlySet<string>): string {
  const first = /[\p{L}\d’'-]+(?=[-‐]$)/u.exec(text)?.[0] ?? "";
  const second = /^[\p{L}’'-]+/u.exec(next)?.[0] ?? "";
  const without = (first + second).toLowerCase();
  const hyphenated = `${first}-${second}`.toLowerCase();
  const keeps =
    words.has(hyphenated) ||
    (!words.has(without) && (HYPHENATED.test(first) || !/^\p{Ll}/u.test(next) || first.includes("-")));
  return keeps ? text + next : text.slice(0, -1) + next;
}
