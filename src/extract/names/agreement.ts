import type { Words } from "../../model/index.ts";
import type { Acronyms } from "./institutions.ts";
import type { WordTypes } from "./wordtypes.ts";

/** A name while its kind is being settled: word range (inclusive), kind 0…3 and its probability. */
export interface NameDraft {
  readonly first: number;
  readonly last: number;
  kind: number;
  probability: number;
}

/** A name surer than this keeps its kind whatever the others say. */
const SURE = 0.9;
export const OTHER_KIND = 3;

/**
 * Settles kinds over the whole text: a name written the same means the same kind throughout, unless the recogniser is sure
 * that it doesn't ("Washington"); and an acronym is what its long form is.
 */
export function settleKinds(drafts: NameDraft[], words: Words, types: WordTypes, acronyms: Acronyms): NameDraft[] {
  const text = (draft: NameDraft) => words.text.slice(words.start[draft.first], words.end[draft.last]);
  const votes = new Map<string, Float64Array>();
  for (const draft of drafts) {
    const name = text(draft);
    const sums = votes.get(name) ?? new Float64Array(OTHER_KIND + 1);
    sums[draft.kind] += draft.probability;
    votes.set(name, sums);
  }
  for (const draft of drafts) {
    if (draft.probability >= SURE) continue;
    const sums = votes.get(text(draft))!;
    const best = sums.indexOf(Math.max(...sums));
    if (best !== draft.kind) draft.kind = best;
  }
  return settleAcronyms(drafts, types, acronyms);
}

/** Gives acronyms the kind of the long form and adds those that weren't seen as names. */
function settleAcronyms(drafts: NameDraft[], types: WordTypes, acronyms: Acronyms): NameDraft[] {
  if (acronyms.pairs.length === 0) return drafts;
  const byLast = new Map(drafts.map((draft) => [draft.last, draft]));
  const meaning = new Map<number, NameDraft>();
  for (const { last, acronym } of acronyms.pairs) {
    const long = byLast.get(last);
    const type = types.typeOf[acronym];
    if (long !== undefined && long.kind !== OTHER_KIND && !meaning.has(type)) meaning.set(type, long);
  }
  const covered = new Set<number>();
  for (const draft of drafts) {
    for (let word = draft.first; word <= draft.last; word++) covered.add(word);
    const long = draft.first === draft.last ? meaning.get(types.typeOf[draft.first]) : undefined;
    if (long !== undefined) draft.kind = long.kind;
  }
  const added: NameDraft[] = [];
  for (const { acronym } of acronyms.pairs) {
    const long = meaning.get(types.typeOf[acronym]);
    if (long === undefined || covered.has(acronym)) continue;
    added.push({ first: acronym, last: acronym, kind: long.kind, probability: long.probability });
  }
  return [...drafts, ...added].sort((a, b) => a.first - b.first);
}
