import type { Span } from "../model/index.ts";

/** A stretch of text whose wording is compared: the content of one statement. */
export interface Wording {
  readonly text: string;
  /** Sorted, not overlapping; a run of words never crosses from one to the next. */
  readonly spans: readonly Span[];
  /** Stretches of `text` that are names: shared names alone are no echo. */
  readonly names: readonly Span[];
  /** Wordings of the same document don't echo each other where their spans overlap. */
  readonly document: string;
}

/** Two wordings that share a long run of words. */
export interface Echo {
  /** Indices of the two wordings; `later` comes after `earlier` in the list. */
  readonly later: number;
  readonly earlier: number;
  /** Where the shared words stand in the text of each. */
  readonly laterSpan: Span;
  readonly earlierSpan: Span;
  /** Shared words that are neither function words nor part of a name. */
  readonly contentWords: number;
}

export interface EchoOptions {
  /** Least number of shared words that are neither function words nor part of a name. Default 5. */
  readonly contentWords?: number;
  /** Least length of the shared words outside names, in characters. Default 40. */
  readonly characters?: number;
}

/** Length of the word runs that are looked up; a shared run of the least size always contains one. */
const SHINGLE = 5;
/** A run that more wordings than this share is compared with the first of them alone (boilerplate, wire copy). */
const CROWD = 8;

const FUNCTION_WORDS = new Set(
  (
    "a about after all also am an and any are as at be because been before being but by can could did do does for from had " +
    "has have he her here him his how i if in into is it its just may me might more most must my no nor not of on only or " +
    "our out over own s said say says shall she should so some such t than that the their them then there these they this " +
    "those to too under up us very was we were what when where which while who whom why will with would you your"
  ).split(" "),
);

/** The words of all wordings as columns; `wording` is where each belongs. */
interface Columns {
  readonly word: number[];
  readonly start: number[];
  readonly end: number[];
  /** The wording and the span within it; two words are neighbours only where these agree. */
  readonly wording: number[];
  readonly part: number[];
  /** 1 for a word that counts: no function word, not in a name. */
  readonly counts: number[];
  readonly named: number[];
}

/**
 * Finds wordings that share a long run of words, whatever their case and punctuation: every run of five words is looked up
 * in an index of those before (word shingles, after Broder 1997) and grown to both sides as far as the words agree. Of two
 * wordings the longest shared run is given. Time grows with the number of words and of shared runs, not of pairs.
 */
export function findEchoes(wordings: readonly Wording[], options: EchoOptions = {}): Echo[] {
  const leastWords = options.contentWords ?? 5;
  const leastCharacters = options.characters ?? 40;
  const columns = tokenize(wordings);
  const best = new Map<number, Echo & { length: number }>();
  // The last place compared on each diagonal of a pair, so that a long run is grown once, not once a shingle
  const grownTo = new Map<string, number>();
  for (const [here, there] of sharedShingles(columns)) {
    const [later, earlier] = [columns.wording[here], columns.wording[there]];
    if (later === earlier) continue;
    const diagonal = `${later}:${earlier}:${here - there}`;
    if ((grownTo.get(diagonal) ?? -1) >= here) continue;
    const run = grow(columns, here, there);
    grownTo.set(diagonal, run.hereEnd - SHINGLE);
    const measured = measure(columns, run.here, run.hereEnd);
    if (measured.contentWords < leastWords || measured.characters < leastCharacters) continue;
    const laterSpan = { start: columns.start[run.here], end: columns.end[run.hereEnd - 1] };
    const earlierSpan = { start: columns.start[run.there], end: columns.end[run.thereEnd - 1] };
    const sameText = wordings[later].document === wordings[earlier].document;
    if (sameText && laterSpan.start < earlierSpan.end && earlierSpan.start < laterSpan.end) continue;
    const length = laterSpan.end - laterSpan.start;
    const pair = later * wordings.length + earlier;
    const known = best.get(pair);
    if (known && known.length >= length) continue;
    best.set(pair, { later, earlier, laterSpan, earlierSpan, contentWords: measured.contentWords, length });
  }
  return [...best.values()]
    .sort((a, b) => a.later - b.later || a.earlier - b.earlier)
    .map(({ length: _, ...echo }) => echo);
}

function tokenize(wordings: readonly Wording[]): Columns {
  const columns: Columns = { word: [], start: [], end: [], wording: [], part: [], counts: [], named: [] };
  const numbers = new Map<string, number>();
  wordings.forEach(({ text, spans, names }, index) => {
    spans.forEach((span, part) => {
      for (const match of text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)) {
        const form = match[0].toLowerCase().replaceAll("’", "'");
        let number = numbers.get(form);
        if (number === undefined) numbers.set(form, (number = numbers.size));
        const start = span.start + match.index;
        const end = start + match[0].length;
        const named = names.some((name) => name.start < end && start < name.end);
        columns.word.push(number);
        columns.start.push(start);
        columns.end.push(end);
        columns.wording.push(index);
        columns.part.push(part);
        columns.named.push(named ? 1 : 0);
        columns.counts.push(named || FUNCTION_WORDS.has(form) ? 0 : 1);
      }
    });
  });
  return columns;
}

/** Pairs of places where the same shingle begins, the later first. */
function* sharedShingles(columns: Columns): Iterable<[number, number]> {
  const { word, wording, part } = columns;
  const places = new Map<string, number[]>();
  for (let i = 0; i + SHINGLE <= word.length; i++) {
    const last = i + SHINGLE - 1;
    if (wording[i] !== wording[last] || part[i] !== part[last]) continue;
    const shingle = word.slice(i, i + SHINGLE).join(" ");
    const known = places.get(shingle);
    if (!known) {
      places.set(shingle, [i]);
      continue;
    }
    for (const place of known.length < CROWD ? known : known.slice(0, 1)) yield [i, place];
    if (known.length < CROWD) known.push(i);
  }
}

/** The run of equal words around two places, within the span of each. */
function grow(columns: Columns, here: number, there: number) {
  const { word, wording, part } = columns;
  const same = (i: number, j: number, iHome: number, jHome: number) =>
    word[i] === word[j] &&
    wording[i] === wording[iHome] &&
    part[i] === part[iHome] &&
    wording[j] === wording[jHome] &&
    part[j] === part[jHome];
  let [from, to] = [0, SHINGLE];
  while (same(here - from - 1, there - from - 1, here, there)) from++;
  while (same(here + to, there + to, here, there)) to++;
  return { here: here - from, hereEnd: here + to, there: there - from, thereEnd: there + to };
}

function measure(columns: Columns, from: number, to: number): { contentWords: number; characters: number } {
  let contentWords = 0;
  let characters = 0;
  for (let i = from; i < to; i++) {
    contentWords += columns.counts[i];
    if (!columns.named[i]) characters += columns.end[i] - columns.start[i] + 1;
  }
  return { contentWords, characters };
}
