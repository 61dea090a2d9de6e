import type { Span, Words } from "../../model/index.ts";
import { LABEL_COUNT } from "./crf.ts";
import type { NamesModel } from "./model.ts";
import { labelWords } from "./recognise.ts";

/** What a learnt name is the name of. "Other" is anything else: events, laws, works, peoples. */
export type LearntKind = "Person" | "Organization" | "Place" | "Other";

/** A name the trained recogniser finds. A person's name has no title before it, and no name has an article. */
export interface LearntName extends Span {
  readonly kind: LearntKind;
  /** How sure the recogniser is of these words and this kind, 0…1. */
  readonly probability: number;
  /** For an acronym in brackets, the words before it that it stands for: "Free Trade Council (FTC)". */
  readonly longForm: Span | null;
}

const KINDS: readonly LearntKind[] = ["Person", "Organization", "Place", "Other"];

/** Finds the names of a text: sorted, not overlapping. Linear in the length of the text. */
export function findNames(words: Words, model: NamesModel): LearntName[] {
  if (words.count === 0) return [];
  const { labels, probabilities, features } = labelWords(words, model);
  const longForms = new Map<number, Span>();
  for (const { first, last, acronym } of features.acronyms.pairs) {
    longForms.set(acronym, { start: words.start[first], end: words.end[last] });
  }
  const names: LearntName[] = [];
  for (let i = 0; i < words.count; i++) {
    if (labels[i] % 2 !== 1) continue;
    let last = i;
    let probability = probabilities[i * LABEL_COUNT + labels[i]];
    while (last + 1 < words.count && labels[last + 1] === labels[i] + 1) {
      last++;
      probability = Math.min(probability, probabilities[last * LABEL_COUNT + labels[last]]);
    }
    names.push({
      start: words.start[i],
      end: words.end[last],
      kind: KINDS[(labels[i] - 1) >> 1],
      probability,
      longForm: last === i ? (longForms.get(i) ?? null) : null,
    });
    i = last;
  }
  return names;
}
