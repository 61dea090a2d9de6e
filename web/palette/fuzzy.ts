/** How well words match, and which of their characters do. */
export interface Match {
  /** Higher is better. */
  readonly score: number;
  /** Where the matched characters stand, in order. */
  readonly places: readonly number[];
}

const AT_START = 12;
const AT_WORD = 8;
const NEXT = 6;
const FOUND = 1;

/**
 * Matches a query's letters in their order anywhere in `words`, as pickers of commands do: best where they begin words or
 * follow one another. Greedy from each place the first letter stands at, which finds the best run in what is a line long.
 *
 * @returns null where some letter is missing.
 */
export function fuzzyMatch(query: string, words: string): Match | null {
  const wanted = query.toLowerCase().replace(/\s+/g, "");
  if (wanted === "") return { score: 0, places: [] };
  const text = words.toLowerCase();
  let best: Match | null = null;
  for (let from = text.indexOf(wanted[0]); from !== -1; from = text.indexOf(wanted[0], from + 1)) {
    const match = matchFrom(wanted, text, from);
    if (match === null) break;
    if (best === null || match.score > best.score) best = match;
  }
  return best;
}

function matchFrom(wanted: string, text: string, from: number): Match | null {
  const places: number[] = [];
  let score = 0;
  let at = from;
  for (let i = 0; i < wanted.length; i++) {
    const next = i === 0 ? from : bestNext(text, wanted[i], at);
    if (next === -1) return null;
    const isNext = i > 0 && next === at;
    score += FOUND + (next === 0 ? AT_START : isWordStart(text, next) ? AT_WORD : 0) + (isNext ? NEXT : 0);
    places.push(next);
    at = next + 1;
  }
  // Of two that match alike, the shorter is the nearer.
  return { score: score - (at - from - wanted.length) * 0.2 - text.length * 0.02, places };
}

/** The next place of a letter: right here, else where it begins a word, else the first. */
function bestNext(text: string, letter: string, at: number): number {
  const first = text.indexOf(letter, at);
  if (first === at || first === -1) return first;
  for (let place = first; place !== -1; place = text.indexOf(letter, place + 1))
    if (isWordStart(text, place)) return place;
  return first;
}

function isWordStart(text: string, place: number): boolean {
  return place === 0 || !/[\p{L}\p{N}]/u.test(text[place - 1]);
}
