/** Letters, digits and the marks that combine with them; an apostrophe inside a word belongs to it. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
const PLAIN = /^[\x00-\x7f]*$/;

/** A word as search compares it: lower case, without accents and apostrophes. */
function comparable(word: string): string {
  const bare = PLAIN.test(word) ? word : word.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.toLowerCase().replace(/['’]/g, "");
}

/** The words of a text as search compares them, in order. */
export function wordsIn(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = comparable(match[0]);
    if (word !== "") found.push(word);
  }
  return found;
}

/** Where in `text` these words stand one after the other, as offsets; the last may go on where `open`. */
export function placesOf(text: string, words: readonly string[], open: boolean): { start: number; end: number }[] {
  if (words.length === 0) return [];
  const tokens = [...text.matchAll(WORD)].map((match) => ({
    word: comparable(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const places: { start: number; end: number }[] = [];
  for (let i = 0; i + words.length <= tokens.length; i++) {
    const fits = words.every((word, at) =>
      open && at === words.length - 1 ? tokens[i + at].word.startsWith(word) : tokens[i + at].word === word,
    );
    if (fits) places.push({ start: tokens[i].start, end: tokens[i + words.length - 1].end });
  }
  return places;
}

/** What is asked: words in any order, or one phrase word for word. */
export interface Asked {
  readonly words: readonly string[];
  /** In quotation marks: these words, one after the other. */
  readonly phrase: boolean;
  /** Whether the last word may go on: it is still being typed. */
  readonly open: boolean;
}

/** Reads what was typed. A phrase stands in quotation marks, straight or curly; while it is typed the closing one is absent. */
export function readAsked(typed: string): Asked {
  const trimmed = typed.trim();
  const phrase = /^["“„«]/.test(trimmed);
  const closed = phrase && trimmed.length > 1 && /["”“»]$/.test(trimmed);
  return { words: wordsIn(trimmed).slice(0, 24), phrase, open: !closed && !/\s$/.test(typed) };
}
