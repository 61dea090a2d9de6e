import { compareSpans, covers, type EntityKind, overlaps, type Span } from "../../model/index.ts";
import type { NameRecogniser } from "../models.ts";
import { findNamesByRules } from "../name-rules.ts";
import type { NameSpan, Names } from "../name-span.ts";
import type { Prose } from "../prose.ts";
import { NAMES_VERSION } from "./load.ts";
import type { NamesModel } from "./model.ts";
import { findNames, type LearntName } from "./names.ts";

/** Rules surer than this stand against the trained recogniser, 0…1. */
const SURE_RULE = 0.85;
/** A learnt name surer than this stands against a rule that only makes it longer. */
const SURE_LEARNT = 0.9;
/** Against the noun that ends a name ("Rovers", "Zone") a learnt kind must be surer still, the more so in a long name. */
const SURE_AGAINST_NOUN = 0.95;
const SURE_AGAINST_LONG_NAME = 0.98;
/** Words from which on a name is long. */
const LONG_NAME = 4;
/** A learnt name below this isn't taken against a rule, or alone. */
const LEAST_LEARNT = 0.5;
/** A single word that no rule supports must be this sure. */
const LEAST_ALONE = 0.54;
/** Single words this sure keep their kind whatever longer names say. */
const LEAST_UNSETTLED = 0.97;
/** In a title only what is this sure counts by itself: there capital letters tell little. */
const LEAST_IN_TITLE = 0.9;

/**
 * The recogniser the reader uses: the trained one decides what is a person, an organisation or a place; the grammar of
 * `findNamesByRules` adds roles, documents, events, names inside names and institutions with long names.
 */
export function nameRecogniser(model: NamesModel): NameRecogniser {
  return {
    name: `names/${NAMES_VERSION}`,
    findNames: (prose) => combine(prose, findNamesByRules(prose), findNames(prose.words, model)),
  };
}

/** Joins what the rules and the trained recogniser found. */
export function combine(prose: Prose, rules: Names, learnt: readonly LearntName[]): Names {
  const usable = usableNames(prose, learnt);
  const known = wordsOfNames(prose.text, usable);
  const kept: NameSpan[] = [];
  const settled = new Set<LearntName>();
  let next = 0;
  for (let i = 0; i < rules.names.length; ) {
    const outer = rules.names[i];
    const inner: NameSpan[] = [];
    for (i++; i < rules.names.length && covers(outer, rules.names[i]); i++) inner.push(rules.names[i]);
    while (next < usable.length && usable[next].end <= outer.start) next++;
    const rivals: LearntName[] = [];
    for (let k = next; k < usable.length && usable[k].start < outer.end; k++) rivals.push(usable[k]);
    if (!prefersRule(prose.text, outer, rivals, known)) continue;
    const name = agreed(prose.text, outer, rivals);
    if (name !== null) kept.push(name, ...inner);
    for (const rival of rivals) settled.add(rival);
  }
  for (const name of usable) {
    if (settled.has(name) || name.kind === "Other" || name.probability < leastAlone(prose, name)) continue;
    kept.push({ start: name.start, end: name.end, kind: name.kind, confidence: name.probability });
  }
  const names = settleShortForms(prose.text, settleSameNames(prose.text, withoutCrossings(kept)), learnt);
  const isPerson = new Set(names.filter(({ kind }) => kind === "Person").map(({ start, end }) => `${start}-${end}`));
  return { names, roles: rules.roles.filter(({ holder }) => isPerson.has(`${holder.start}-${holder.end}`)) };
}

/** Whether a name found by rules stands, given the learnt names that overlap it. */
function prefersRule(text: string, rule: NameSpan, rivals: readonly LearntName[], known: ReadonlySet<string>): boolean {
  const describesThing = rule.kind === "Document" || rule.kind === "Event";
  if (rivals.length === 0) {
    if (describesThing || rule.confidence > SURE_RULE) return true;
    return rule.kind === "Place" || rule.kind === "Group"
      ? rule.confidence >= SURE_RULE
      : rule.confidence >= SURE_RULE && known.has(`${rule.kind} ${text.slice(rule.start, rule.end)}`);
  }
  if (rivals.length === 1 && sameSpan(rule, rivals[0])) return true;
  if (rivals.every((rival) => covers(rule, rival))) {
    if (describesThing) return rivals.every(({ kind }) => kind !== "Person");
    if (rule.kind === "Person" || rule.confidence < SURE_RULE) return false;
    return rivals.every((rival) => rival.probability < SURE_LEARNT || goesOn(text, rule, rival));
  }
  if (rivals.length === 1 && covers(rivals[0], rule)) {
    // "Hong Kong-Shenzhen": the rules know both places
    const joined =
      /^[-–]/.test(text.slice(rule.end, rivals[0].end)) || /[-–]$/.test(text.slice(rivals[0].start, rule.start));
    // "Foreign Minister Luc Moreau": the rules know the role
    const titled = rule.kind === "Person" && rule.confidence > SURE_LEARNT && rule.end === rivals[0].end;
    return (
      rivals[0].probability < LEAST_LEARNT ||
      titled ||
      (joined && rule.kind === "Place" && rule.confidence > SURE_LEARNT)
    );
  }
  return rule.confidence > Math.max(...rivals.map(({ probability }) => probability));
}

/** Whether a preposition or a possessive ties what the rule has beyond the learnt name: "… of the Interior". */
function goesOn(text: string, rule: NameSpan, rival: LearntName): boolean {
  if (rival.kind === "Person") return false;
  const before = text.slice(rule.start, rival.start);
  const after = text.slice(rival.end, rule.end);
  return (
    (before === "" || /\b(?:of|for|in|to|on|and)\s+(?:the\s+)?$/i.test(before) || /[-–]$/.test(before)) &&
    (after === "" || /^(?:\s+(?:of|for|in|to|on|and)\b|['’]s\b|[-–]|\s+\p{Ll})/u.test(after))
  );
}

/** The rule's span with the likelier of both kinds; null where the learnt one isn't a name we keep. */
function agreed(text: string, rule: NameSpan, rivals: readonly LearntName[]): NameSpan | null {
  const [rival] = rivals;
  // Partners: "Holt & Pierce"
  if (rule.kind === "Organization" && /\s&\s/.test(text.slice(rule.start, rule.end))) return rule;
  if (rivals.length !== 1 || !sameSpan(rule, rival)) return rule;
  if (rival.kind === rule.kind) return { ...rule, confidence: Math.max(rule.confidence, rival.probability) };
  const describesThing = rule.kind === "Document" || rule.kind === "Event";
  if (rival.kind === "Other") return rule.kind === "Person" && rule.confidence <= SURE_RULE ? null : rule;
  const isTold = rule.confidence >= SURE_RULE && rule.kind !== "Person";
  const isLong = isTold && text.slice(rule.start, rule.end).split(/[\s-]+/).length >= LONG_NAME;
  const leastRival = isLong
    ? SURE_AGAINST_LONG_NAME
    : rule.confidence >= SURE_LEARNT
      ? SURE_AGAINST_NOUN
      : describesThing || isTold
        ? SURE_LEARNT
        : 0;
  if (rival.probability < leastRival) return rule;
  return { start: rule.start, end: rule.end, kind: rival.kind, confidence: rival.probability };
}

const sameSpan = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

/** Learnt names outside bylines, dates and the credits of captions; in titles only sure ones or those the text repeats. */
function usableNames(prose: Prose, learnt: readonly LearntName[]): LearntName[] {
  const blockOf = (name: Span) =>
    prose.blocks[prose.words.sentenceBlock[prose.words.sentence[prose.wordAt(name.start)]]];
  const isTitle = (name: Span) => /^(?:title|subtitle|heading)$/.test(blockOf(name).kind);
  const inText = new Set<string>();
  const common = commonAtBeginning(prose);
  for (const name of learnt) if (!isTitle(name)) inText.add(prose.text.slice(name.start, name.end));
  return learnt.filter((name) => {
    const block = blockOf(name);
    if (block.kind === "date" || block.kind === "byline") return false;
    if (block.kind === "caption") return !inCredit(prose.text.slice(block.start, name.start));
    if (!isTitle(name)) return true;
    // "Baker cleared of arson", above a text about a baker
    if (prose.beginsSentence(prose.wordAt(name.start)) && common.has(prose.text.slice(name.start, name.end)))
      return false;
    return name.probability >= LEAST_IN_TITLE || inText.has(prose.text.slice(name.start, name.end));
  });
}

/** Words that begin a title with a capital and stand in the text without one. */
function commonAtBeginning(prose: Prose): Set<string> {
  const { sentenceStart, sentenceBlock } = prose.words;
  const beginnings = new Map<string, string>();
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    if (prose.blocks[sentenceBlock[s]].kind === "paragraph" || sentenceStart[s] === sentenceStart[s + 1]) continue;
    const word = prose.form(sentenceStart[s]);
    const lower = word[0].toLowerCase() + word.slice(1);
    if (word !== lower) beginnings.set(lower, word);
  }
  const found = new Set<string>();
  for (let word = 0; beginnings.size > 0 && word < prose.count; word++) {
    const beginning = beginnings.get(prose.form(word));
    if (beginning !== undefined) found.add(beginning);
  }
  return found;
}

/** The learnt names with their kind, and every word of a person's, "Person Okafor": such short forms may be trusted. */
function wordsOfNames(text: string, names: readonly LearntName[]): Set<string> {
  const words = new Set<string>();
  for (const { start, end, kind } of names) {
    const name = text.slice(start, end);
    words.add(`${kind} ${name}`);
    if (kind === "Person") for (const word of name.split(/\s+/)) words.add(`Person ${word}`);
  }
  return words;
}

/** How sure a learnt name must be that no rule supports: "Mark my words" begins a sentence without naming anybody. */
function leastAlone(prose: Prose, name: Span): number {
  const word = prose.wordAt(name.start);
  if (prose.words.end[word] !== name.end) return LEAST_LEARNT;
  const next = word + 1;
  const ends = next >= prose.count || prose.words.sentence[next] !== prose.words.sentence[word];
  const goesOn = ends || prose.isFiniteVerb(next) || !/^(?:PRP|DT|IN|RB|JJ|TO|WP)/.test(prose.tag(next));
  return prose.beginsSentence(word) && !goesOn ? SURE_LEARNT : LEAST_ALONE;
}

/** A name written the same is of one kind throughout: that which rules and recogniser together speak for, unless they are sure. */
function settleSameNames(text: string, names: readonly NameSpan[]): NameSpan[] {
  const votes = new Map<string, Map<EntityKind, number>>();
  for (const name of names) {
    const words = text.slice(name.start, name.end);
    const sums = votes.get(words) ?? new Map<EntityKind, number>();
    sums.set(name.kind, (sums.get(name.kind) ?? 0) + name.confidence);
    votes.set(words, sums);
  }
  return names.map((name) => {
    const sums = votes.get(text.slice(name.start, name.end))!;
    if (sums.size === 1 || name.confidence >= SURE_LEARNT) return name;
    const [kind, sum] = [...sums].reduce((best, next) => (next[1] > best[1] ? next : best));
    return sum > sums.get(name.kind)! ? { ...name, kind } : name;
  });
}

/**
 * A word of one longer name alone ("Rovers"), and an acronym the text introduces ("WA"), are of the same kind as what they
 * stand for, unless longer names of several kinds have it.
 */
function settleShortForms(text: string, names: readonly NameSpan[], learnt: readonly LearntName[]): NameSpan[] {
  const words = (name: Span) => text.slice(name.start, name.end);
  const kinds = new Map<string, Set<EntityKind>>();
  for (const name of names) {
    const parts = words(name).split(/\s+/);
    // Of a place or a document a single word needn't mean the whole: "San" in "San Marino"
    if (parts.length < 2 || (name.kind !== "Person" && name.kind !== "Organization")) continue;
    const standsFor = name.kind === "Person" ? parts : [parts[parts.length - 1]];
    for (const part of standsFor) kinds.set(part, (kinds.get(part) ?? new Set()).add(name.kind));
  }
  const byEnd = new Map(names.map((name) => [name.end, name]));
  for (const { longForm, start, end } of learnt) {
    const long = longForm === null ? undefined : byEnd.get(longForm.end);
    if (long !== undefined) kinds.set(text.slice(start, end), new Set([long.kind]));
  }
  return names.map((name) => {
    const known = kinds.get(words(name));
    if (known === undefined || known.size !== 1 || name.confidence >= LEAST_UNSETTLED) return name;
    const [kind] = known;
    return kind === name.kind ? name : { ...name, kind };
  });
}

/** Whether the words before, in a caption, begin a credit: "(Photo/", "Photo: ". */
function inCredit(before: string): boolean {
  if (before.lastIndexOf("(") > before.lastIndexOf(")")) return true;
  return /\b(?:photo|photograph|picture|image|credit|illustration)s?(?:\s+by\b|\s*:)[^.]*$/i.test(before.slice(-80));
}

/** Sorted, each span once, none crossing another: the surer one stays. */
function withoutCrossings(names: readonly NameSpan[]): NameSpan[] {
  const sorted = [...names].sort((a, b) => compareSpans(a, b) || b.confidence - a.confidence);
  const kept: NameSpan[] = [];
  for (const name of sorted) {
    const last = kept[kept.length - 1];
    if (last !== undefined && sameSpan(last, name)) continue;
    if (last !== undefined && overlaps(last, name) && name.end > last.end) {
      if (name.confidence > last.confidence) kept[kept.length - 1] = name;
      continue;
    }
    kept.push(name);
  }
  return kept;
}
