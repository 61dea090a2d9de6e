import type { Span } from "../model/index.ts";
import type { Cluster } from "./cluster.ts";
import type { Coreference } from "./coreference.ts";
import type { MentionCandidate } from "./mentions.ts";
import type { Prose } from "./prose.ts";
import type { SourceReader } from "./sources.ts";
import type { StatementCandidate } from "./statement-candidate.ts";

/** Who said a statement, how it was found and how sure that is. */
export interface Speaker {
  readonly cluster: Cluster | null;
  /** Who else says it, together with that one: "Germany and France". */
  readonly others: readonly Cluster[];
  /** A clause for the reason: "“she” is Carrie Lam", or empty. */
  readonly reason: string;
  /** Factor for the statement's confidence. */
  readonly certainty: number;
}

const UNKNOWN: Speaker = { cluster: null, others: [], reason: "it isn't known who speaks", certainty: 0.7 };

/** What finding a speaker looks at besides the statement itself. */
interface Surroundings {
  readonly prose: Prose;
  readonly candidates: readonly StatementCandidate[];
  readonly sources: SourceReader;
  readonly coreference: Coreference;
  /** Persons that are the subjects of their sentences. */
  readonly subjects: ReadonlyMap<number, Cluster>;
  readonly interviewee: Cluster | null;
  readonly first: ReadonlyMap<Cluster, MentionCandidate>;
  /** The speakers of the statements before. */
  readonly before: readonly Speaker[];
}

/** Finds the speakers of statements, in reading order: a floating quotation needs the speaker before it. */
export function findSpeakers(
  prose: Prose,
  candidates: readonly StatementCandidate[],
  sources: SourceReader,
  coreference: Coreference,
): Speaker[] {
  const before: Speaker[] = [];
  const subjects = subjectsBySentence(coreference);
  const around: Surroundings = {
    prose,
    candidates,
    sources,
    coreference,
    subjects,
    interviewee: mostNamedPerson(coreference),
    first: firstMentions(coreference),
    before,
  };
  for (let index = 0; index < candidates.length; index++) before.push(speakerOf(candidates[index], index, around));
  return before;
}

function speakerOf(candidate: StatementCandidate, index: number, around: Surroundings): Speaker {
  const { prose, interviewee } = around;
  const source = candidate.source[0] ?? candidate.sharedSource;
  if (source === null) return UNKNOWN;
  if (source === undefined) return floatingSpeaker(candidate, index, around);
  const words = prose.text.slice(source.start, source.end);
  if (candidate.verbatim && /^(?:Q|Question)$/.test(words)) return UNKNOWN;
  if (candidate.verbatim && /^(?:A|Answer)$/.test(words)) {
    return interviewee === null
      ? UNKNOWN
      : { cluster: interviewee, others: [], reason: "“A” marks the answers of the person interviewed", certainty: 0.7 };
  }
  const together = speakersMeant(words, index, around);
  if (together !== null) return { ...together, reason: `“${words}” stands for those who spoke together before` };
  const mention = around.sources.mentionOf(source);
  const [first, ...rest] = mention === null ? [] : [...new Set(around.coreference.joinedBehind(mention))];
  if (first !== undefined && mention !== null) {
    const reason = `“${words}” stands for those who are named together before`;
    return { cluster: first, others: rest, reason, certainty: certaintyOf(mention) };
  }
  const cluster = mention === null ? undefined : around.coreference.clusterOf.get(mention);
  if (cluster === undefined || mention === null) return UNKNOWN;
  const joint = around.sources
    .jointMentionsOf(source)
    .flatMap((other) => around.coreference.clusterOf.get(other) ?? []);
  const others = [...new Set(joint)].filter((other) => other !== cluster);
  const reason = reasonFor(prose, mention, around.first.get(cluster));
  return { cluster, others, reason, certainty: certaintyOf(mention) };
}

/** Sentences "they" may look back to those who spoke together. */
const FARTHEST_TOGETHER = 3;

/** "They said in a joint statement", after "Lee and Roy urged …": those who spoke together shortly before. */
function speakersMeant(words: string, index: number, { prose, candidates, before }: Surroundings): Speaker | null {
  if (index === 0 || !/^(?:they|both|the two|the pair)$/i.test(words)) return null;
  const previous = before[index - 1];
  const { content } = candidates[index - 1];
  const distance = sentenceAt(prose, candidates[index].content[0]) - sentenceAt(prose, content[content.length - 1]);
  return previous.others.length > 0 && distance <= FARTHEST_TOGETHER ? previous : null;
}

function reasonFor(prose: Prose, mention: MentionCandidate, first: MentionCandidate | undefined): string {
  if (mention.form === "named" || first === undefined || first === mention) return "";
  const words = prose.text.slice(mention.start, mention.end);
  const name = prose.text.slice(first.start, first.end);
  return name.toLowerCase() === words.toLowerCase() ? "" : `“${words}” stands for “${name}”`;
}

/** The first name of each entity; the first description of one that is never named. */
function firstMentions(coreference: Coreference): Map<Cluster, MentionCandidate> {
  const first = new Map<Cluster, MentionCandidate>();
  for (const [mention, cluster] of coreference.clusterOf) {
    if (mention.form === "pronoun") continue;
    const known = first.get(cluster);
    const isName = mention.form === "named";
    const isOther = known !== undefined && (known.form === "named") !== isName;
    if (known === undefined || (isOther ? isName : mention.start < known.start)) first.set(cluster, mention);
  }
  return first;
}

function certaintyOf(mention: MentionCandidate): number {
  return mention.form === "pronoun" ? 0.85 : mention.form === "named" ? 1 : 0.95;
}

/** The person the sentence before speaks of, in the same paragraph, or else the speaker before. */
function floatingSpeaker(candidate: StatementCandidate, index: number, around: Surroundings): Speaker {
  const { prose, candidates } = around;
  const word = prose.wordAt(candidate.content[0].start);
  const sentence = prose.words.sentence[Math.min(word, prose.count - 1)];
  const previous = around.before[index - 1];
  const reachesHere =
    index > 0 &&
    [...candidates[index - 1].content, ...candidates[index - 1].cue].some(
      (span) => sentenceAt(prose, span) >= sentence - 1,
    );
  if (sentence > 0 && !reachesHere && blockOfSentence(prose, sentence - 1) === blockOfSentence(prose, sentence)) {
    const subject = around.subjects.get(sentence - 1);
    if (subject !== undefined)
      return { cluster: subject, others: [], reason: "the sentence before speaks of that person", certainty: 0.85 };
  }
  if (previous === undefined || previous.cluster === null) return UNKNOWN;
  return { ...previous, reason: "it follows the words of the same speaker", certainty: 1 };
}

function sentenceAt(prose: Prose, span: Span): number {
  const word = Math.max(0, prose.wordAt(span.end) - 1);
  return prose.words.sentence[word];
}

function blockOfSentence(prose: Prose, sentence: number): number {
  return prose.words.sentenceBlock[sentence];
}

/** The persons that are subjects, by their sentences: the first of each. */
function subjectsBySentence(coreference: Coreference): Map<number, Cluster> {
  const subjects = new Map<number, { start: number; cluster: Cluster }>();
  for (const [mention, cluster] of coreference.clusterOf) {
    if (!mention.subject || mention.quotation !== -1 || cluster.kind !== "Person") continue;
    const known = subjects.get(mention.sentence);
    if (known === undefined || mention.start < known.start)
      subjects.set(mention.sentence, { start: mention.start, cluster });
  }
  return new Map([...subjects].map(([sentence, { cluster }]) => [sentence, cluster]));
}

/** Whom an interview is with: the person named most often. */
function mostNamedPerson(coreference: Coreference): Cluster | null {
  let best: Cluster | null = null;
  for (const cluster of coreference.clusters) {
    if (cluster.kind !== "Person" || !cluster.named) continue;
    if (best === null || cluster.mentions.length > best.mentions.length) best = cluster;
  }
  return best;
}
