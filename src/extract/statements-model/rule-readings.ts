import type { Span, Words } from "../../model/index.ts";
import type { StatementCandidate } from "../statement-candidate.ts";
import { CUE, ROLE_COUNT } from "./chain.ts";
import type { Beliefs } from "./cue-anchor.ts";
import type { Reading } from "./readings.ts";

/** The names of the rules in the order of their numbers in decision rows, from 1 on; unknown ones share the next number. */
const RULES = [
  "cue-before-that",
  "cue-after-clause",
  "cue-before-question",
  "cue-after-quotation",
  "according-to-behind",
  "according-to-before",
  "cue-describes",
  "cue-before-clause",
  "cue-before-object-infinitive",
  "cue-before-infinitive",
  "cue-before-gerund",
  "cue-inside",
  "cue-before-quotation",
  "speaker-label",
  "dash-attribution",
  "colon-before-quotation",
];

/** The number of the rule that made a reading, 0 for one of the trained reader. */
export function ruleNumber({ rule }: Reading): number {
  if (rule === null) return 0;
  const index = RULES.indexOf(rule.why.rule);
  return 1 + (index < 0 ? RULES.length : index);
}

/**
 * What the rules found as readings that compete with those of the trained reader. Floating quotations have no cue to
 * decide about and stay out.
 */
export function ruleReadings(words: Words, rules: readonly StatementCandidate[], beliefs: Beliefs): Reading[] {
  return rules
    .filter(({ floating, cue }) => !floating && cue.length > 0)
    .map((rule): Reading => {
      const cue = runsOf(words, rule.cue);
      const anchor = likeliest(cue, beliefs);
      return {
        candidate: anchor < words.count ? beliefs.candidates.of[anchor] : -1,
        anchor: Math.min(anchor, words.count - 1),
        rule,
        alternativeTo: null,
        content: runsOf(words, rule.content),
        source: runsOf(words, rule.source),
        cue,
        logProbability: 1,
        leastMarginal: -1,
      };
    })
    .filter(({ cue, content }) => cue.length > 0 && content.length > 0);
}

/** The words that the spans touch. */
function runsOf(words: Words, spans: readonly Span[]): number[] {
  const runs: number[] = [];
  for (const { start, end } of spans) {
    const first = firstWordEndingAfter(words, start);
    let last = first - 1;
    while (last + 1 < words.count && words.start[last + 1] < end) last++;
    if (last >= first) runs.push(first, last);
  }
  return runs;
}

function firstWordEndingAfter(words: Words, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words.end[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The word of a cue that is most likely part of one. */
function likeliest(cue: readonly number[], { probability }: Beliefs): number {
  let best = cue[0] ?? 0;
  for (let k = 0; k < cue.length; k += 2)
    for (let i = cue[k]; i <= cue[k + 1]; i++)
      if (probability[i * ROLE_COUNT + CUE] > probability[best * ROLE_COUNT + CUE]) best = i;
  return best;
}
