import type { Span, Words } from "../../model/index.ts";
import { type NameDraft, settleKinds } from "./agreement.ts";
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
  const drafts = settleKinds(draftsOf(labels, probabilities), words, features.types, features.acronyms);
  return drafts.map(({ first, last, kind, probability }) => ({
    start: words.start[first],
    end: words.end[last],
    kind: KINDS[kind],
    probability,
    longForm: first === last ? (longForms.get(first) ?? null) : null,
  }));
}

/** Runs of one label as names; a name is as sure as its least sure word. */
function draftsOf(labels: Uint8Array, probabilities: Float32Array): NameDraft[] {
  const drafts: NameDraft[] = [];
  for (let first = 0; first < labels.length; first++) {
    if (labels[first] % 2 !== 1) continue;
    let last = first;
    let probability = probabilities[first * LABEL_COUNT + labels[first]];
    while (last + 1 < labels.length && labels[last + 1] === labels[first] + 1) {
      last++;
      probability = Math.min(probability, probabilities[last * LABEL_COUNT + labels[last]]);
    }
    drafts.push({ first, last, kind: (labels[first] - 1) >> 1, probability });
    first = last;
  }
  return drafts;
}
