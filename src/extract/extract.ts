import { analyse } from "../language/index.ts";
import type { Article, Mention, Reading, Relation, Span, Statement } from "../model/index.ts";
import { compareSpans, covers, hull, overlaps } from "../model/index.ts";
import type { Cluster } from "./cluster.ts";
import { Coreference } from "./coreference.ts";
import { dayWithin, findTimeExpressions, type TimeExpression } from "./dates.ts";
import { languageWarning } from "./english.ts";
import { finishEntities } from "./entities.ts";
import { findMentions, isFirstPerson, type MentionCandidate } from "./mentions.ts";
import type { Models } from "./models.ts";
import { correctNames } from "./name-corrections.ts";
import { NameIndex, spanKey } from "./name-index.ts";
import { findNamesByRules } from "./name-rules.ts";
import type { Names } from "./name-span.ts";
import { Prose } from "./prose.ts";
import { findQuantities } from "./quantities.ts";
import { findQuotations } from "./quotations.ts";
import type { RelationCandidate } from "./relation-context.ts";
import { findRelations } from "./relations.ts";
import { settleStatements } from "./settle.ts";
import { SourceReader } from "./sources.ts";
import { findLabelledBlocks, namesInLabels } from "./speaker-labels.ts";
import { findSpeakers, type Speaker } from "./speakers.ts";
import { kindOf, type StatementCandidate } from "./statement-candidate.ts";
import { proposeStatements } from "./statements.ts";

/** Name and version of the reader: raise it with every change of what a reading holds. */
const READER_VERSION = "onrecord/3";

/** Name and version of what reads with these models: a reading by the same reader needn't be made again. */
export function readerVersion(models: Models): string {
  return [READER_VERSION, models.names?.name, models.statements?.name, models.coreference?.name]
    .filter((name) => name !== undefined)
    .join("+");
}

/**
 * Reads an article: who said what, the people, organisations, places and documents it speaks of, how they are tied, and
 * the exact words behind each of these. Never throws on account of the text; what was odd stands in `warnings`. Takes
 * time linear in the length of the text.
 */
export function readArticle(article: Article, models: Models): Reading {
  const quotations = findQuotations(article.text, article.blocks);
  // only the trained reader for statements looks at trees
  const words = analyse(article, models.language, { parse: models.statements !== undefined });
  const prose = new Prose(article, words, quotations);
  const times = findTimeExpressions(article.text, article.blocks, article.date);
  const labelled = findLabelledBlocks(prose);
  const recognised = correctNames(prose, models.names?.findNames(prose, article) ?? findNamesByRules(prose));
  const names = withLabelNames(recognised, namesInLabels(prose, labelled));
  const nameIndex = new NameIndex(prose, names.names);
  const candidates = findStatements(prose, article, models);

  const sources = new SourceReader(prose, findMentions(prose, nameIndex), nameIndex);
  const speaking = candidates.flatMap(({ source, sharedSource }) =>
    sharedSource ? [...source, sharedSource] : source,
  );
  for (const source of speaking) {
    sources.mentionOf(source);
    sources.jointMentionsOf(source);
  }
  const told = candidates.map(({ addressee }) => (addressee === null ? null : sources.mentionOf(addressee, true)));
  const mentionCandidates = sources.allMentions();
  const coreference = new Coreference(prose, mentionCandidates, speaking, models.coreference ?? null);
  const speakers = findSpeakers(prose, candidates, sources, coreference);
  assignFirstPersons(mentionCandidates, candidates, speakers, coreference);
  const relations = findRelations(prose, mentionCandidates, names, coreference, times);

  // nobody is told what they say themselves: "he told him" has somebody else in it
  const addressees = told.map((mention, index) => {
    const cluster = clusterOf(mention, coreference);
    return cluster === speakers[index].cluster ? null : cluster;
  });
  const kept = keptClusters(coreference, speakers, addressees, relations);
  const { entities, mentions, idOf } = finishEntities(
    prose,
    article.id,
    kept,
    new Set(speakers.flatMap(({ cluster, others }) => [cluster, ...others])),
  );
  return {
    article,
    entities,
    mentions: distinctMentions(mentions),
    statements: candidates.map((_, index) =>
      statementOf(article, prose, candidates, index, speakers[index], addressees[index], idOf, times),
    ),
    relations: relations.map((relation) => relationOf(relation, idOf)),
    quantities: findQuantities(article.text, article.blocks, times),
    warnings: [...article.warnings, ...quotations.warnings, ...languageWarning(prose, article)],
    reader: readerVersion(models),
  };
}

/** The statements of the trained reader, brought to the conventions of a reading, or those of the rules; one per hull. */
function findStatements(prose: Prose, article: Article, models: Models): StatementCandidate[] {
  const proposed = models.statements?.proposeStatements(prose, article);
  const candidates = proposed === undefined ? proposeStatements(prose) : settleStatements(prose, proposed);
  const hulls = new Map<string, StatementCandidate>();
  for (const candidate of candidates) {
    const key = spanKey(hull(candidate.content)!);
    const other = hulls.get(key);
    if (other === undefined || candidate.confidence > other.confidence) hulls.set(key, candidate);
  }
  return candidates.filter((candidate) => hulls.get(spanKey(hull(candidate.content)!)) === candidate);
}

/** Names of speakers that only the labels of an interview give. */
function withLabelNames(names: Names, labels: readonly Span[]): Names {
  const known = new Set(names.names.map(spanKey));
  const added = labels.filter(
    (label) => !known.has(spanKey(label)) && !names.names.some((name) => overlaps(name, label)),
  );
  if (added.length === 0) return names;
  const people = added.map(({ start, end }) => ({ start, end, kind: "Person" as const, confidence: 0.8 }));
  return { ...names, names: [...names.names, ...people].sort(compareSpans) };
}

function clusterOf(mention: MentionCandidate | null, coreference: Coreference): Cluster | null {
  return mention === null ? null : (coreference.clusterOf.get(mention) ?? null);
}

/** "I" in somebody's words is whoever says them. */
function assignFirstPersons(
  mentions: readonly MentionCandidate[],
  candidates: readonly StatementCandidate[],
  speakers: readonly Speaker[],
  coreference: Coreference,
): void {
  const contents = candidates
    .flatMap(({ content }, index) => content.map((span) => ({ ...span, speaker: speakers[index].cluster })))
    .sort(compareSpans);
  let next = 0;
  for (const mention of mentions) {
    if (!isFirstPerson(mention.head) || mention.form !== "pronoun") continue;
    while (next < contents.length && contents[next].end <= mention.start) next++;
    const content = contents[next];
    if (content === undefined || !covers(content, mention) || content.speaker?.kind !== "Person") continue;
    coreference.assign(mention, content.speaker);
  }
}

/** Whatever has a name is kept; a description only if it speaks, is spoken to, is tied to something or holds a name. */
function keptClusters(
  coreference: Coreference,
  speakers: readonly Speaker[],
  addressees: readonly (Cluster | null)[],
  relations: readonly RelationCandidate[],
): Cluster[] {
  const used = new Set<Cluster | null>([
    ...speakers.flatMap(({ cluster, others }) => [cluster, ...others]),
    ...addressees,
  ]);
  for (const { from, to } of relations) used.add(from).add(to);
  return coreference.clusters.filter(
    (cluster) => cluster.mentions.length > 0 && (cluster.named || used.has(cluster) || isGroupWithName(cluster)),
  );
}

function isGroupWithName(cluster: Cluster): boolean {
  return (
    (cluster.kind === "Group" || cluster.kind === "Organization") &&
    cluster.mentions.some(({ form, holdsName }) => form === "nominal" && holdsName)
  );
}

function distinctMentions(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention, index) => index === 0 || compareSpans(mentions[index - 1], mention) !== 0);
}

function statementOf(
  article: Article,
  prose: Prose,
  candidates: readonly StatementCandidate[],
  index: number,
  speaker: Speaker,
  addressee: Cluster | null,
  idOf: ReadonlyMap<Cluster, string>,
  times: readonly TimeExpression[],
): Statement {
  const candidate = candidates[index];
  const whole = hull(candidate.content)!;
  const reason =
    speaker.reason === "" ? candidate.why.reason : `${candidate.why.reason.replace(/\.$/, "")}; ${speaker.reason}.`;
  return {
    id: `statement:${article.id}:${whole.start}-${whole.end}`,
    kind: candidate.verbatim ? "direct" : kindOf(prose, candidate.content),
    content: candidate.content,
    cue: candidate.cue,
    source: candidate.source.length === 0 && candidate.sharedSource ? [candidate.sharedSource] : candidate.source,
    speaker: speaker.cluster === null ? null : (idOf.get(speaker.cluster) ?? null),
    ...(speaker.others.length > 0 && { coSpeakers: speaker.others.map((other) => idOf.get(other)!) }),
    addressee: addressee === null ? null : (idOf.get(addressee) ?? null),
    floating: candidate.floating,
    speech: candidate.speech || (speaker.cluster?.kind === "Document" && candidate.source.length > 0),
    saidOn: saidOn(prose, candidates, index, times),
    confidence: Math.round(candidate.confidence * (candidate.calibrated ? 1 : speaker.certainty) * 100) / 100,
    why: { ...candidate.why, reason },
  };
}

/** Statements of the same sentence are at most so many places away in reading order. */
const NEIGHBOURS = 6;

/** The day that stands with the cue, outside of what is said. */
function saidOn(
  prose: Prose,
  candidates: readonly StatementCandidate[],
  index: number,
  times: readonly TimeExpression[],
) {
  const candidate = candidates[index];
  const cue = candidate.cue[0];
  if (cue === undefined || candidate.verbatim) return null;
  const sentence = prose.words.sentence[prose.wordAt(cue.start)];
  const span = prose.span(prose.words.sentenceStart[sentence], prose.words.sentenceStart[sentence + 1]);
  const except: Span[] = candidates
    .slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS)
    .flatMap(({ content, source }) => [...content, ...source]);
  return dayWithin(times, span, except, cue.start);
}

function relationOf(relation: RelationCandidate, idOf: ReadonlyMap<Cluster, string>): Relation {
  return {
    kind: relation.kind,
    from: idOf.get(relation.from)!,
    to: idOf.get(relation.to)!,
    role: relation.role,
    on: relation.on,
    start: relation.start,
    end: relation.end,
  };
}
