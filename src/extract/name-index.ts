import { compareSpans, type Span } from "../model/index.ts";
import type { NameSpan } from "./name-span.ts";
import type { Prose } from "./prose.ts";

/** Names by the words they cover and by their spans, so that asking costs no search through all of them. */
export class NameIndex {
  readonly names: readonly NameSpan[];
  /** The outermost name a word stands in, an index into `names`, or -1. */
  private readonly outermost: Int32Array;
  /** The words of all names of organisations, lower case; made when somebody asks. */
  private organizationWords: ReadonlySet<string> | null = null;
  private readonly text: string;

  constructor(prose: Prose, names: readonly NameSpan[]) {
    this.names = [...names].sort(compareSpans);
    this.text = prose.text;
    this.outermost = new Int32Array(prose.count).fill(-1);
    this.names.forEach(({ start, end }, index) => {
      for (let word = wordOf(prose, start); word < prose.count && prose.words.start[word] < end; word++) {
        if (this.outermost[word] === -1) this.outermost[word] = index;
      }
    });
  }

  /** The first outermost name that shares a word with the range, or null. */
  within(first: number, last: number): NameSpan | null {
    for (let word = first; word < last; word++)
      if (this.outermost[word] !== -1) return this.names[this.outermost[word]];
    return null;
  }

  /** Whether a word, in small letters, stands in the name of an organisation. */
  organizationHolds(word: string): boolean {
    this.organizationWords ??= new Set(
      this.names
        .filter(({ kind }) => kind === "Organization")
        .flatMap(({ start, end }) => this.text.slice(start, end).toLowerCase().split(/\s+/)),
    );
    return this.organizationWords.has(word);
  }
}

/** The word that holds the character at `offset`, or the first one behind it. */
export function wordOf(prose: Prose, offset: number): number {
  const next = prose.wordAt(offset);
  return next > 0 && prose.words.end[next - 1] > offset ? next - 1 : next;
}

/** Spans as a key for maps. */
export function spanKey({ start, end }: Span): string {
  return `${start}-${end}`;
}
