import { kindOfNoun } from "./mentions.ts";
import { hasFiniteVerb, isNominalWord, type WordRange } from "./noun-phrases.ts";
import type { Prose } from "./prose.ts";
import type { StatementCandidate } from "./statement-candidate.ts";

/** Documents that speak; "Done deal: …" and "Budget: …" are topics. */
const SPEAKING_DOCUMENT = /^(?:report|study|survey|poll|research|review|paper|document|letter|memo|email)$/;

/** Longer phrases than this, in words, are no names of sources beside a headline's colon. */
const LONGEST_SOURCE = 5;
/** A headline is hardly longer than this, in words. */
const LONGEST_HEADLINE = 40;

/**
 * What headlines report with a colon: "Police: gates were open" and "Gates were open: police". Before the colon only a noun
 * that can speak is a source, because a topic stands there as well ("Brexit: MPs vote"), unless it says "I" or "we".
 */
export function headlineStatements(prose: Prose): StatementCandidate[] {
  const found: StatementCandidate[] = [];
  let sentence = 0;
  prose.blocks.forEach(({ kind }, block) => {
    while (sentence < prose.words.sentenceBlock.length && prose.words.sentenceBlock[sentence] < block) sentence++;
    const first = prose.words.sentenceStart[sentence];
    if (kind !== "title" && kind !== "heading") return;
    let last = sentence;
    while (last < prose.words.sentenceBlock.length && prose.words.sentenceBlock[last] === block) last++;
    const end = prose.words.sentenceStart[last];
    if (end - first > LONGEST_HEADLINE) return;
    const statement = headlineStatement(prose, { first, last: end });
    if (statement !== null) found.push(statement);
  });
  return found;
}

function headlineStatement(prose: Prose, { first, last }: WordRange): StatementCandidate | null {
  let colon = -1;
  for (let word = first; word < last; word++) {
    if (prose.quotation[word] !== -1) return null;
    if (prose.form(word) !== ":") continue;
    if (colon !== -1) return null;
    colon = word;
  }
  if (colon <= first || colon + 1 >= last) return null;
  const before = { first, last: colon };
  const after = { first: colon + 1, last };
  if (speaks(prose, after) && hasFiniteVerb(prose, first, colon)) return made(prose, before, colon, after);
  if (
    hasFiniteVerb(prose, after.first, last) &&
    (speaksByNoun(prose, before) || speaksInFirstPerson(prose, before, after))
  )
    return made(prose, after, colon, before);
  return null;
}

/** Whether a phrase is a name or a noun that can speak, and nothing else. */
function speaks(prose: Prose, range: WordRange): boolean {
  return isName(prose, range) || speaksByNoun(prose, range);
}

function speaksByNoun(prose: Prose, range: WordRange): boolean {
  const head = range.last - 1;
  if (!isPhrase(prose, range) || !prose.isNoun(head)) return false;
  const lemma = prose.lemma(head);
  const kind = kindOfNoun(lemma, prose.tag(head) === "NNS");
  return kind !== null && (kind !== "Document" || SPEAKING_DOCUMENT.test(lemma));
}

/** "Okafor: I will not resign". */
function speaksInFirstPerson(prose: Prose, source: WordRange, said: WordRange): boolean {
  if (!isName(prose, source)) return false;
  for (let word = said.first; word < said.last; word++) if (/^(?:I|we|my|our)$/i.test(prose.form(word))) return true;
  return false;
}

/** Whether every word is capitalised: taggers know few names by themselves. */
function isName(prose: Prose, { first, last }: WordRange): boolean {
  if (last - first > LONGEST_SOURCE) return false;
  for (let word = first; word < last; word++) if (!/^\p{Lu}\p{L}/u.test(prose.form(word))) return false;
  return true;
}

function isPhrase(prose: Prose, { first, last }: WordRange): boolean {
  if (last - first > LONGEST_SOURCE) return false;
  for (let word = first; word < last; word++) if (!isNominalWord(prose, word)) return false;
  return true;
}

function made(prose: Prose, content: WordRange, colon: number, source: WordRange): StatementCandidate {
  const words = prose.text.slice(prose.words.start[source.first], prose.words.end[source.last - 1]);
  return {
    content: [prose.span(content.first, content.last)],
    cue: [prose.span(colon, colon + 1)],
    source: [prose.span(source.first, source.last)],
    addressee: null,
    floating: false,
    speech: true,
    confidence: 0.75,
    why: {
      reason: `The headline names its source beside the colon, “${words}”.`,
      rule: "headline-colon",
      runnerUp: null,
    },
  };
}
