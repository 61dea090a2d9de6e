import { covers, type Span } from "../model/index.ts";
import { findReports } from "./attribution.ts";
import { wordOf } from "./name-index.ts";
import type { Passage, Prose } from "./prose.ts";
import type { StatementCandidate } from "./statement-candidate.ts";

/** Reports within a report that the rules are less sure of than this are left within it. */
const LEAST_CONFIDENCE = 0.75;

/**
 * What somebody reports of somebody else's words: "the Courier reported that *Lee said the bridge was safe*". The outer statement
 * stays whole, and whoever speaks in it has a statement too. Only speech counts, and only of somebody who is named or described
 * there: "she said she hoped that …" says nothing twice.
 */
export function nestedReports(prose: Prose, candidates: readonly StatementCandidate[]): StatementCandidate[] {
  const known = new Set(candidates.flatMap(({ cue }) => cue.map(({ start }) => start)));
  return candidates.flatMap((outer) => {
    if (outer.verbatim || outer.floating || (outer.source.length === 0 && !outer.sharedSource)) return [];
    return outer.content.flatMap((span) => {
      const passage = passageWithin(prose, span.start, span.end);
      if (passage === null) return [];
      return findReports(prose, passage).filter(
        ({ cue, source, content, speech, confidence }) =>
          speech &&
          confidence >= LEAST_CONFIDENCE &&
          source.length > 0 &&
          !known.has(cue[0].start) &&
          !isPronoun(prose, source[0].start) &&
          content.some((part) => isClause(prose, part)) &&
          content.every((part) => covers(span, part)),
      );
    });
  });
}

/** Whether words are a clause or stand in quotation marks: "promised *Reyes a new ferry*" is neither, whatever "Reyes" is tagged. */
function isClause(prose: Prose, { start, end }: Span): boolean {
  for (let word = wordOf(prose, start); word < prose.count && prose.words.start[word] < end; word++)
    if (prose.quotation[word] !== -1 || (prose.isFiniteVerb(word) && !prose.isCapitalised(word))) return true;
  return false;
}

/** The words of a span as a passage, up to the end of the one it begins in. */
function passageWithin(prose: Prose, start: number, end: number): Passage | null {
  const first = wordOf(prose, start);
  const passage = passageAt(prose, first);
  if (passage === undefined) return null;
  const last = Math.min(passage.last, prose.wordAt(end));
  return last > first ? { ...passage, first, last } : null;
}

/** The passage that a word stands in, by binary search. */
function passageAt(prose: Prose, word: number): Passage | undefined {
  let low = 0;
  let high = prose.passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (prose.passages[middle].last <= word) low = middle + 1;
    else high = middle;
  }
  const passage = prose.passages[low];
  return passage !== undefined && passage.first <= word ? passage : undefined;
}

function isPronoun(prose: Prose, start: number): boolean {
  return /^(?:PRP|WP|WDT|EX)$/.test(prose.tag(wordOf(prose, start)));
}
