import type { Span } from "../model/index.ts";
import type { Cluster } from "./cluster.ts";
import { COUNTRY_OF } from "./lexicon/nationalities.ts";
import { COURTESY_TITLES, PERSON_NOUNS, ROLES, SPOKES_NOUNS } from "./lexicon/people.ts";
import { wordSet } from "./lexicon/word-list.ts";
import type { MentionCandidate } from "./mentions.ts";
import type { Names } from "./name-span.ts";
import type { RelationCandidate, RelationContext, RoleWords } from "./relation-context.ts";

/** Who holds which role where, and who speaks for whom, as the words around people's names say. */
export function findRoles(context: RelationContext, names: Names): RelationCandidate[] {
  const ministries = ministriesOf(context);
  const places = placesByName(context);
  const found: RelationCandidate[] = [];
  for (const { role, holder, held, start, end } of names.roles) {
    const from = context.clusterAt(holder);
    const to = held === null ? null : context.clusterAt(held);
    if (from !== null && to !== null) found.push(roleRelation(context, from, to, role, { start, end }));
  }
  for (const [person, from] of context.persons()) {
    const before =
      roleBetweenNames(context, person, from) ?? roleOfPortfolio(context, person, from, ministries, places);
    const others = [before, roleAround(context, person, from), roleInFront(context, person, from)];
    const behind = roleBehind(context, person, from);
    for (const relation of [...others, behind]) if (relation !== null) found.push(relation);
  }
  return [...found, ...spokespeople(context)];
}

/** People who speak on behalf of another person. */
const REPRESENTATIVES = wordSet("lawyer attorney agent publicist representative solicitor barrister");

function roleRelation(
  context: RelationContext,
  from: Cluster,
  to: Cluster,
  role: string,
  span: Span,
): RelationCandidate {
  const lastWord = role.toLowerCase().split(/\s+/).at(-1)!;
  const speaks = lastWord.startsWith("spokes")
    ? to.kind !== "Place"
    : to.kind === "Person" && REPRESENTATIVES.has(lastWord);
  return speaks ? context.made("SPEAKS_FOR", from, to, span) : context.made("HOLDS_ROLE", from, to, span, role);
}

// --- the role before the name ---------------------------------------------------------------------------------------

/** A role in small letters between a name and the person's: "Acme chief executive Jo Bloggs", "Brandt spokesman Jo Bloggs". */
function roleBetweenNames(context: RelationContext, person: MentionCandidate, from: Cluster): RelationCandidate | null {
  const { prose } = context;
  const role = context.roleBefore(person.first);
  if (role === null || role.first < 1) return null;
  const before = prose.tag(role.first - 1) === "POS" ? role.first - 1 : role.first;
  const held = context
    .before(before)
    .find(({ form, kinds: [kind] }) => form === "named" && (kind !== "Person" || speaksForPeople(role.words)));
  const to = context.clusterOf(held);
  if (to === null || !/^(?:Organization|Place|Person)$/.test(to.kind)) return null;
  return roleRelation(context, from, to, role.words, { start: held!.start, end: person.end });
}

function speaksForPeople(role: string): boolean {
  const lastWord = role.toLowerCase().split(/\s+/).at(-1)!;
  return lastWord.startsWith("spokes") || REPRESENTATIVES.has(lastWord);
}

/** "Transport Minister Ilse Brandt" where the article has the transport ministry, "French President Luc Roy" where it has France. */
function roleOfPortfolio(
  context: RelationContext,
  person: MentionCandidate,
  from: Cluster,
  ministries: ReadonlyMap<string, Cluster>,
  places: ReadonlyMap<string, Cluster>,
): RelationCandidate | null {
  const { prose } = context;
  const role = context.roleBefore(person.first) ?? portfolioBefore(context, person.first);
  if (role === null) return null;
  const country = role.first > 0 ? COUNTRY_OF.get(prose.form(role.first - 1)) : undefined;
  const place = country === undefined ? undefined : places.get(country);
  if (place !== undefined)
    return roleRelation(context, from, place, role.words, {
      start: prose.words.start[role.first - 1],
      end: person.end,
    });
  const portfolio = /^(.+)\s(?:minister|secretary)$/i.exec(role.words)?.[1].toLowerCase();
  const ministry = portfolio === undefined ? undefined : ministries.get(portfolio);
  if (ministry === undefined) return null;
  return roleRelation(context, from, ministry, role.words, { start: prose.words.start[role.first], end: person.end });
}

/** "Labour Minister", "Digital Affairs Minister": capitals before a minister that no list has. */
function portfolioBefore(context: RelationContext, end: number): RoleWords | null {
  const { prose } = context;
  if (end < 2 || !/^(?:minister|secretary)$/i.test(prose.form(end - 1))) return null;
  let first = end - 1;
  while (first > 0 && end - first < 4 && prose.isCapitalised(first - 1) && prose.isNoun(first - 1)) first--;
  return first === end - 1 ? null : { words: context.words(first, end), first, last: end };
}

/** Ministries and departments of the article by their portfolio: "the transport ministry", "Ministry of Transport". */
function ministriesOf(context: RelationContext): Map<string, Cluster> {
  const found = new Map<string, Cluster>();
  for (const mention of context.mentions) {
    if (mention.form === "pronoun" || mention.kinds[0] !== "Organization") continue;
    const words = context.prose.text.slice(mention.start, mention.end).toLowerCase();
    const portfolio =
      /(?:^|\s)(?:ministry|department|office) (?:of|for) (?:the )?(.+)$/.exec(words)?.[1] ??
      /^(?:the |.*['’]s )?(.+) (?:ministry|department)$/.exec(words)?.[1];
    const cluster = context.clusterOf(mention);
    if (portfolio !== undefined && cluster !== null && !found.has(portfolio)) found.set(portfolio, cluster);
  }
  return found;
}

function placesByName({ mentions, prose, coreference }: RelationContext): Map<string, Cluster> {
  const found = new Map<string, Cluster>();
  for (const mention of mentions) {
    const cluster = mention.form === "named" ? coreference.clusterOf.get(mention) : undefined;
    if (cluster?.kind === "Place") found.set(prose.text.slice(mention.start, mention.end), cluster);
  }
  return found;
}

/** "Foreign Minister Luc Moreau of Ostrava", "the ecologist Ann Lee of the University of Oslo": held behind the name. */
function roleAround(context: RelationContext, person: MentionCandidate, from: Cluster): RelationCandidate | null {
  const { prose } = context;
  if (person.last + 1 >= prose.count || prose.lower(person.last) !== "of") return null;
  const held = context.heldBehind(person.last);
  const to = context.clusterOf(held);
  const role = context.roleBefore(person.first) ?? professionBefore(context, person.first);
  if (to === null || role === null || !(ROLES.has(role.words.toLowerCase()) || to.kind === "Organization")) return null;
  return roleRelation(context, from, to, role.words, { start: prose.words.start[role.first], end: held!.end });
}

// --- role and name between commas -----------------------------------------------------------------------------------

/** "Its chairwoman, Sofia Lindgren", "her spokesman, Jo Keel", "the mayor of Oslo, Ann Lee": the role in front. */
function roleInFront(context: RelationContext, person: MentionCandidate, from: Cluster): RelationCandidate | null {
  const { prose } = context;
  let comma = person.first - 1;
  while (comma > 2 && prose.lower(comma).replace(/\.$/, "") in COURTESY_TITLES) comma--;
  if (comma < 2 || prose.tag(comma) !== ",") return null;
  if (context.roleFrom(comma - 1) === null) return roleOfHeldInFront(context, person, from, comma);
  let first = comma - 1;
  while (
    first > 1 &&
    comma - first < 5 &&
    (prose.isNoun(first - 1) || prose.tag(first - 1) === "JJ") &&
    context.ownerBefore(first) === undefined
  )
    first--;
  const owner = context.ownerBefore(first);
  const to = context.clusterOf(owner);
  const role = context.words(first, comma);
  if (to === null || !(to.kind === "Organization" || to.kind === "Place" || speaksForPeople(role))) return null;
  return to.kind === "Person" && !speaksForPeople(role)
    ? null
    : roleRelation(context, from, to, role, { start: owner!.start, end: person.end });
}

/** "the mayor of Halden Bay, Peter Oyelaran": role, preposition and what it is held in, before the comma. */
function roleOfHeldInFront(
  context: RelationContext,
  person: MentionCandidate,
  from: Cluster,
  comma: number,
): RelationCandidate | null {
  const { prose } = context;
  for (const held of context.before(comma)) {
    if (held.form !== "named" || !/^(?:Organization|Place|Person)$/.test(held.kinds[0])) continue;
    const preposition = prose.tag(held.first - 1) === "DT" ? held.first - 2 : held.first - 1;
    if (preposition < 1 || !/^(?:of|for|at|with|in)$/.test(prose.lower(preposition))) continue;
    const role = context.roleBefore(preposition);
    const to = context.clusterOf(held);
    if (role === null || to === null || (to.kind === "Person" && !speaksForPeople(role.words))) continue;
    return roleRelation(context, from, to, role.words, { start: prose.words.start[role.first], end: person.end });
  }
  return null;
}

/** "Ann Lee, the mayor of Oslo", "Jo Bloggs, Acme's chief executive", "Erik Lund, a field officer with the agency". */
function roleBehind(context: RelationContext, person: MentionCandidate, from: Cluster): RelationCandidate | null {
  const { prose } = context;
  if (person.last + 1 >= prose.count || prose.tag(person.last) !== ",") return null;
  const behind = roleAt(context, person.last + 1);
  if (behind === null) return null;
  return roleRelation(context, from, behind.to, behind.role, { start: person.start, end: behind.end });
}

/** A role with a preposition and a name behind it, or a name and "'s" before it, from `word` on. */
function roleAt(context: RelationContext, word: number): { role: string; to: Cluster; end: number } | null {
  const { prose } = context;
  const owner = context.institutionFrom(word);
  const afterOwner = owner === undefined ? word : prose.tag(owner.last) === "POS" ? owner.last + 1 : owner.last;
  let first = afterOwner;
  while (first < prose.count && first < afterOwner + 4 && context.roleFrom(first) === null) {
    if (!/^(?:DT|JJ|NN|VBN|PRP\$|RB)$/.test(prose.tag(first))) break;
    first++;
  }
  const listed = first < prose.count ? context.roleFrom(first) : null;
  const role = listed === null ? professionFrom(context, afterOwner) : withAdjectives(context, listed, afterOwner);
  if (role === null) return null;
  const to =
    owner === undefined ? (context.heldBehind(role.last) ?? personBehind(context, role.words, role.last)) : owner;
  const cluster = context.clusterOf(to);
  if (cluster === null || to === null) return null;
  if (listed === null && cluster.kind !== "Organization") return null;
  return { role: role.words, to: cluster, end: Math.max(to.end, prose.words.end[role.last - 1]) };
}

/** "the *regional* secretary", "a *field* officer": the role with what stands before it, not before `limit`. */
function withAdjectives(context: RelationContext, { first, last }: RoleWords, limit: number): RoleWords {
  let start = first;
  while (start > limit && /^(?:JJ|NN)$/.test(context.prose.tag(start - 1))) start--;
  return { words: context.words(start, last), first: start, last };
}

/** "a spokesman for Brandt". */
function personBehind(context: RelationContext, role: string, word: number): MentionCandidate | null {
  const { prose } = context;
  if (word + 1 >= prose.count || !speaksForPeople(role) || !/^(?:for|of)$/.test(prose.lower(word))) return null;
  for (let target = word + 1; target < prose.count && target < word + 5; target++) {
    const person = context.from(target).find(({ form, kinds }) => form === "named" && kinds[0] === "Person");
    if (person !== undefined) return person;
    // "for President Amy Dunn", but not "for sport Craig Tran"
    if (!prose.isProperNoun(target) && prose.tag(target) !== "DT") return null;
  }
  return null;
}

// --- professions that no list has -----------------------------------------------------------------------------------

/** Nouns of people that say where somebody stands, not what somebody does there. */
const NO_PROFESSIONS = wordSet(`critic supporter opponent fan victim customer client rival enemy friend resident native
  survivor donor beneficiary witness visitor reader viewer patient passenger suspect person man woman boy girl child winner
  member veteran neighbour neighbor voter buyer user`);

function isProfession(context: RelationContext, word: number): boolean {
  const { prose } = context;
  const lemma = prose.lemma(word);
  if (prose.tag(word) !== "NN" || NO_PROFESSIONS.has(lemma)) return false;
  return PERSON_NOUNS.has(lemma) || /(?:ist|ologer|grapher|ician)$/.test(lemma);
}

/** "a field officer", "palaeoclimatologist": the words of a profession from `word` on, without its article. */
function professionFrom(context: RelationContext, word: number): RoleWords | null {
  const { prose } = context;
  const first = prose.tag(word) === "DT" ? word + 1 : word;
  let last = first;
  while (last < prose.count && last < first + 4 && /^(?:JJ|NN|VBN|VBG|HYPH)$/.test(prose.tag(last))) last++;
  return last > first && isProfession(context, last - 1) ? { words: context.words(first, last), first, last } : null;
}

function professionBefore(context: RelationContext, end: number): RoleWords | null {
  const { prose } = context;
  let first = end;
  while (first > 0 && end - first < 3 && /^(?:JJ|NN)$/.test(prose.tag(first - 1))) first--;
  return first < end && isProfession(context, end - 1) ? { words: context.words(first, end), first, last: end } : null;
}

// --- who speaks for whom without a name -----------------------------------------------------------------------------

/** "a spokesperson of the Liaison Office", "Brandt's lawyer". */
function spokespeople(context: RelationContext): RelationCandidate[] {
  const found: RelationCandidate[] = [];
  for (const mention of context.mentions) {
    if (mention.form !== "nominal" || !SPOKES_NOUNS.has(mention.head)) continue;
    const from = context.clusterOf(mention);
    const to = spokenFor(context, mention);
    const target = context.clusterOf(to);
    if (from === null || target === null || from.kind !== "Person") continue;
    const span = { start: Math.min(mention.start, to!.start), end: Math.max(mention.end, to!.end) };
    found.push(context.made("SPEAKS_FOR", from, target, span));
  }
  return found;
}

function spokenFor(context: RelationContext, mention: MentionCandidate): MentionCandidate | null {
  const { prose } = context;
  for (let word = mention.first; word < mention.last + 1 && word < prose.count; word++) {
    if (prose.lemma(word) !== mention.head) continue;
    const behind = context.heldBehind(word + 1);
    if (behind !== null && behind.kinds[0] === "Organization") return behind;
    const person = personBehind(context, mention.head, word + 1);
    if (person !== null) return person;
    const before = prose.tag(word - 1) === "POS" ? word - 1 : word;
    const owner = context
      .before(before)
      .find(({ form, kinds: [kind] }) => form === "named" && (kind === "Organization" || kind === "Person"));
    return owner ?? null;
  }
  return null;
}
