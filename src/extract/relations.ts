import { compareSpans } from "../model/index.ts";
import type { Cluster } from "./cluster.ts";
import type { Coreference } from "./coreference.ts";
import { dayWithin, firstTimeFrom, type TimeExpression } from "./dates.ts";
import { ISSUING_VERBS } from "./lexicon/reporting-verbs.ts";
import type { MentionCandidate } from "./mentions.ts";
import type { Names } from "./name-span.ts";
import { findParts } from "./part-relations.ts";
import type { Prose } from "./prose.ts";
import { type RelationCandidate, RelationContext } from "./relation-context.ts";
import { findRoles } from "./role-relations.ts";

/** The relations an article states, in reading order, each pair once per kind and role. */
export function findRelations(
  prose: Prose,
  mentions: readonly MentionCandidate[],
  names: Names,
  coreference: Coreference,
  times: readonly TimeExpression[],
): RelationCandidate[] {
  const context = new RelationContext(prose, mentions, coreference, times);
  const found = [...findRoles(context, names), ...findParts(context), ...findIssues(context)];
  const seen = new Map<Cluster, { to: Cluster; label: string }[]>();
  return found.sort(compareSpans).filter(({ kind, from, to, role }) => {
    const label = `${kind} ${role?.toLowerCase() ?? ""}`;
    const known = seen.get(from) ?? [];
    if (from === to || known.some((other) => other.to === to && other.label === label)) return false;
    seen.set(from, [...known, { to, label }]);
    return true;
  });
}

/** "China's central authorities issued a plan on Monday", "a report published by the ministry". */
function findIssues(context: RelationContext): RelationCandidate[] {
  const found: RelationCandidate[] = [];
  for (const document of context.mentions) {
    if (document.kinds[0] !== "Document" || document.form === "pronoun") continue;
    const relation = issuerBefore(context, document) ?? issuerBehind(context, document);
    if (relation !== null) found.push(relation);
  }
  return found;
}

function issuerBefore(context: RelationContext, document: MentionCandidate): RelationCandidate | null {
  const { prose } = context;
  let verb = document.first - 1;
  while (verb >= 0 && (prose.tag(verb) === "DT" || prose.tag(verb) === "RB" || prose.tag(verb) === "JJ")) verb--;
  if (
    verb < 1 ||
    !ISSUING_VERBS.has(prose.lemma(verb)) ||
    !prose.tag(verb).startsWith("VB") ||
    prose.tag(verb) === "VBG"
  )
    return null;
  let end = verb;
  while (end > 0 && (prose.tag(end - 1) === "RB" || /^(?:has|have|had)$/.test(prose.lower(end - 1)))) end--;
  const issuer = issuerIn(context.before(end));
  return issuer === null ? null : issued(context, issuer, document, issuer.start, document.end);
}

function issuerBehind(context: RelationContext, document: MentionCandidate): RelationCandidate | null {
  const { prose } = context;
  const verb = document.last < prose.count && prose.tag(document.last) === "," ? document.last + 1 : document.last;
  if (verb + 2 >= prose.count || !ISSUING_VERBS.has(prose.lemma(verb)) || prose.tag(verb) !== "VBN") return null;
  for (let word = verb + 1; word < prose.count && word < verb + 7; word++) {
    if (prose.lower(word) !== "by") continue;
    const target = prose.tag(word + 1) === "DT" ? word + 2 : word + 1;
    const issuer = issuerIn([...context.from(word + 1), ...context.from(target)]);
    return issuer === null ? null : issued(context, issuer, document, document.start, issuer.end);
  }
  return null;
}

function issuerIn(mentions: readonly MentionCandidate[]): MentionCandidate | null {
  const fitting = mentions.filter(
    ({ kinds, form }) => form !== "pronoun" && (kinds[0] === "Organization" || kinds[0] === "Person"),
  );
  return fitting.length === 0
    ? null
    : fitting.reduce((best, next) => (next.end - next.start > best.end - best.start ? next : best));
}

function issued(
  context: RelationContext,
  issuer: MentionCandidate,
  document: MentionCandidate,
  start: number,
  end: number,
): RelationCandidate | null {
  const from = context.clusterOf(issuer);
  const to = context.clusterOf(document);
  if (!from || !to) return null;
  const next = firstTimeFrom(context.times, end);
  const adjoins = next !== undefined && next.start - end < 4 && /^\s+$/.test(context.prose.text.slice(end, next.start));
  const whole = { start, end: adjoins ? next.end : end };
  return context.made("ISSUED", from, to, whole, null, dayWithin(context.times, whole, [], end));
}
