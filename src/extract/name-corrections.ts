import { compareSpans, type EntityKind } from "../model/index.ts";
import { PERSON_NOUNS, ROLES } from "./lexicon/people.ts";
import { NATIONALITIES } from "./lexicon/places.ts";
import { PARTY_MEMBER } from "./mentions.ts";
import { isGivenName } from "./name-kinds.ts";
import type { NameSpan, Names } from "./name-span.ts";
import { withOrganizations } from "./organization-names.ts";
import type { Prose } from "./prose.ts";

/** A quotation of more words than this is no title of a song, a book or a film. */
const LONGEST_TITLE = 7;

/**
 * What its own words and the whole article tell about a name: a legal form makes a company, an acronym in brackets is what stands before it, a team is whom a coach
 * coaches, words of a quoted title are no names, and "Mark my words" isn't about a Mark.
 */
export function correctNames(prose: Prose, names: Names): Names {
  const titles = titleQuotations(prose);
  const kept = names.names.filter(
    (name) =>
      !titles.has(prose.quotation[wordOfName(prose, name)]) &&
      !isSentenceVerb(prose, name) &&
      !isTicker(prose, name) &&
      !isMemberOf(prose, name),
  );
  const organised = withOrganizations(prose, kept);
  const found = [...organised, ...teams(prose, organised)].sort(compareSpans);
  const kinds = new Map([...acronymKinds(prose, found), ...teamKinds(prose, found), ...ownersOfIts(prose, found)]);
  const corrected = found.map((name) => {
    if (isBearerOfPost(prose, name)) return { ...name, kind: "Person" as const };
    const words = prose.text.slice(name.start, name.end);
    const kind = kinds.get(words) ?? (name.kind === "Place" ? kinds.get(words.split(" ")[0]) : undefined);
    return kind === undefined || kind === name.kind ? name : { ...name, kind };
  });
  return { ...names, names: corrected };
}

/** "Administrator Jo Park": whom a person noun introduces is no park, where the name begins like a person's. */
function isBearerOfPost(prose: Prose, { start, end, kind }: NameSpan): boolean {
  const word = prose.wordAt(start);
  if (kind !== "Place" || word === 0 || word >= prose.count || !PERSON_NOUNS.has(prose.lower(word - 1))) return false;
  return /\s/.test(prose.text.slice(start, end)) && isGivenName(prose.form(word));
}

/** "(Nasdaq: LMNH)": what an exchange calls a company is no further name. */
function isTicker({ text }: Prose, { start, end }: NameSpan): boolean {
  return (
    /^\p{Lu}[\p{Lu}\d.]{0,5}$/u.test(text.slice(start, end)) &&
    /\(\p{Lu}[\p{L} ]{1,24}:\s?$/u.test(text.slice(Math.max(0, start - 30), start)) &&
    /^[);,]/.test(text.slice(end, end + 1))
  );
}

/** "The Massachusetts Democrat", "the Serb": somebody of that party, place or nation, not a name. */
function isMemberOf({ text }: Prose, { start, end, kind }: NameSpan): boolean {
  if (!/\b(?:the|a)\s$/i.test(text.slice(Math.max(0, start - 4), start))) return false;
  const words = text.slice(start, end).split(/\s+/);
  if (words.length === 1) return kind === "Person" && NATIONALITIES.has(words[0]);
  return kind !== "Person" && PARTY_MEMBER.test(words[words.length - 1]);
}

function wordOfName(prose: Prose, name: NameSpan): number {
  return Math.min(prose.wordAt(name.start), prose.count - 1);
}

/** Short quotations whose words of four letters and more all begin with capitals: "Over the Hill". */
function titleQuotations(prose: Prose): ReadonlySet<number> {
  const titles = new Set<number>();
  prose.quotations.forEach(({ inner, level }, index) => {
    const words = prose.text.slice(inner.start, inner.end).split(/\s+/);
    if (level > 0 || words.length < 2 || words.length > LONGEST_TITLE || /[,.!?]$/.test(words[words.length - 1]))
      return;
    const long = words.filter((word) => /^[\p{L}’'-]{4,}$/u.test(word));
    const lower = words.filter((word) => /^\p{Ll}/u.test(word));
    if (/^\p{Lu}/u.test(words[0]) && long.every((word) => /^\p{Lu}/u.test(word)) && lower.length > 0) titles.add(index);
  });
  return titles;
}

/** "Mark my words", "Bill the company": a verb at the beginning of a sentence that looks like a given name. */
function isSentenceVerb(prose: Prose, name: NameSpan): boolean {
  const word = wordOfName(prose, name);
  if (
    name.kind !== "Person" ||
    word + 1 >= prose.count ||
    name.end !== prose.words.end[word] ||
    !prose.beginsSentence(word)
  )
    return false;
  return isGivenName(prose.form(word)) && /^(?:PRP\$|DT|PRP)$/.test(prose.tag(word + 1));
}

/** "Water Authority (WA)": the acronym means the same kind of thing wherever it stands. */
function acronymKinds(prose: Prose, names: readonly NameSpan[]): [string, EntityKind][] {
  const found: [string, EntityKind][] = [];
  for (const { start, end, kind } of names) {
    const bracket = prose.text.slice(end, end + 12).match(/^\s\((\p{Lu}{2,8})\)/u);
    if (bracket === null) continue;
    const initials = prose.text
      .slice(start, end)
      .split(/[\s-]+/)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0])
      .join("");
    if (initials === bracket[1]) found.push([bracket[1], kind]);
  }
  return found;
}

const TEAM_ROLES = new Set([
  "coach",
  "captain",
  "striker",
  "goalkeeper",
  "midfielder",
  "defender",
  "winger",
  "quarterback",
]);

/** "Hexley coach Karen Voss": whom a coach coaches is a team, also where its name alone would be a place's. */
function teams(prose: Prose, names: readonly NameSpan[]): NameSpan[] {
  const starts = new Set(names.map(({ start }) => start));
  const found: NameSpan[] = [];
  for (let word = 1; word + 1 < prose.count; word++) {
    if (
      !TEAM_ROLES.has(prose.form(word)) ||
      !prose.isCapitalised(word + 1) ||
      !prose.isCapitalised(word - 1) ||
      !prose.isNoun(word - 1)
    )
      continue;
    const span = prose.span(word - 1, word);
    if (!starts.has(span.start)) found.push({ ...span, kind: "Organization", confidence: 0.7 });
  }
  return found;
}

function teamKinds(prose: Prose, names: readonly NameSpan[]): [string, EntityKind][] {
  const isTeam = ({ end }: NameSpan) => {
    const next = prose.wordAt(end);
    return next + 1 < prose.count && TEAM_ROLES.has(prose.form(next)) && prose.isCapitalised(next + 1);
  };
  return names
    .filter(({ kind }) => kind !== "Person")
    .filter(isTeam)
    .map(({ start, end }) => [prose.text.slice(start, end), "Organization"]);
}

/** Names of people surer than this stay people. */
const SURE = 0.9;

/** "Teklon … Its chairwoman": who has a chairwoman and is "it" is an organisation, not a person of one name. */
function ownersOfIts(prose: Prose, names: readonly NameSpan[]): [string, EntityKind][] {
  const found: [string, EntityKind][] = [];
  let last: NameSpan | null = null;
  let next = 0;
  for (let word = 0; word + 2 < prose.count; word++) {
    for (; next < names.length && names[next].start < prose.words.start[word]; next++) {
      const single = !/\s/.test(prose.text.slice(names[next].start, names[next].end));
      if (!single || names[next].kind !== "Person" || names[next].confidence < SURE) last = names[next];
    }
    if (prose.lower(word) !== "its" || !prose.beginsSentence(word) || last === null || last.kind !== "Person") continue;
    const isNear =
      prose.words.sentence[word] - prose.words.sentence[Math.min(prose.wordAt(last.start), prose.count - 1)] === 1;
    const named = prose.text.slice(last.start, last.end);
    if (
      isNear &&
      !/\s/.test(named) &&
      (ROLES.has(prose.lower(word + 1)) || ROLES.has(`${prose.lower(word + 1)} ${prose.lower(word + 2)}`))
    )
      found.push([named, "Organization"]);
  }
  return found;
}
