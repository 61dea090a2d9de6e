import type { AntecedentChooser, Coreference } from "../../extract/coreference.ts";
import type { MentionCandidate } from "../../extract/mentions.ts";
import { overlaps } from "../../model/index.ts";
import type { Scene } from "./scenes.ts";

export interface PronounScore {
  /** Pronouns of the third person whose entity the text has named or described before. */
  total: number;
  /** Of these, how many were given an entity. */
  resolved: number;
  /** And how many the right one. */
  correct: number;
}

/** Descriptions ("the company") that were joined to something said before. */
export interface LinkScore {
  /** Those whose entity the text has named or described before. */
  anaphoric: number;
  /** Those joined to an entity that is known already, rightly or not. */
  linked: number;
  /** And those joined to the right one. */
  correct: number;
}

export interface CoreferenceScore {
  readonly persons: PronounScore;
  readonly things: PronounScore;
  readonly plurals: PronounScore;
  readonly speakers: PronounScore;
  /** "He" and "she" among them. */
  readonly speakingPersons: PronounScore;
  readonly descriptions: LinkScore;
  /** Descriptions that are speakers. */
  readonly describedSpeakers: LinkScore;
}

const pronouns = (): PronounScore => ({ total: 0, resolved: 0, correct: 0 });
const links = (): LinkScore => ({ anaphoric: 0, linked: 0, correct: 0 });

function emptyScore(): CoreferenceScore {
  return {
    persons: pronouns(),
    things: pronouns(),
    plurals: pronouns(),
    speakers: pronouns(),
    speakingPersons: pronouns(),
    descriptions: links(),
    describedSpeakers: links(),
  };
}

/** The counts of several sets together. */
export function addScores(scores: readonly CoreferenceScore[]): CoreferenceScore {
  const sum = emptyScore();
  for (const score of scores) {
    for (const group of Object.keys(sum) as (keyof CoreferenceScore)[]) {
      const into = sum[group] as unknown as Record<string, number>;
      for (const [name, count] of Object.entries(score[group])) into[name] += count;
    }
  }
  return sum;
}

/** Pronouns and descriptions of gold texts against the entities they were given. */
export function measureCoreference(scenes: readonly Scene[], chooser: AntecedentChooser | null): CoreferenceScore {
  const result = emptyScore();
  for (const scene of scenes) {
    const coreference = scene.resolve(chooser);
    const speakers = new Set(scene.source.sources.map(({ start, end }) => `${start}-${end}`));
    measureDescriptions(scene, coreference, result);
    for (const mention of pronounsOf(scene)) {
      const chain = scene.chainOf(mention);
      if (chain === -1 || !isIntroduced(scene, chain, mention)) continue;
      const right = answerOf(scene, coreference, mention);
      const group = mention.gender !== null ? result.persons : mention.plural ? result.plurals : result.things;
      const counted = [group];
      if (speakers.has(`${mention.start}-${mention.end}`)) {
        counted.push(result.speakers);
        if (mention.gender !== null) counted.push(result.speakingPersons);
      }
      for (const part of counted) {
        part.total++;
        if (right !== null) part.resolved++;
        if (right === chain) part.correct++;
      }
    }
  }
  return result;
}

/** Definite descriptions without a name in them that the gold has a chain for. */
function measureDescriptions(scene: Scene, coreference: Coreference, result: CoreferenceScore): void {
  for (const mention of scene.mentions) {
    if (mention.form !== "nominal" || !mention.definite || mention.holdsName) continue;
    const chain = scene.chainOf(mention);
    if (chain === -1) continue;
    const isAnaphoric = isIntroduced(scene, chain, mention);
    const answer = answerOf(scene, coreference, mention);
    const isSpeaker = scene.source.sources.some((source) => overlaps(source, mention) && source.start <= mention.start);
    for (const part of isSpeaker ? [result.descriptions, result.describedSpeakers] : [result.descriptions]) {
      if (isAnaphoric) part.anaphoric++;
      if (answer !== null) part.linked++;
      if (isAnaphoric && answer === chain) part.correct++;
    }
  }
}

function pronounsOf(scene: Scene): MentionCandidate[] {
  return scene.mentions.filter(({ form, head }) => form === "pronoun" && !/^(?:i|me|my|myself)$/.test(head));
}

/** Whether the chain has a mention that isn't a pronoun before. */
function isIntroduced(scene: Scene, chain: number, mention: MentionCandidate): boolean {
  return scene.source.chains[chain].some(({ type, start }) => type !== "PRONOMINAL" && start < mention.start);
}

/**
 * The gold chain of the entity a pronoun was given: that of most of its names, or of its descriptions where it has no
 * name; null where it was given none, -1 where the gold has no such chain.
 */
function answerOf(scene: Scene, coreference: Coreference, mention: MentionCandidate): number | null {
  const cluster = coreference.referentOf(mention);
  if (cluster === undefined) return null;
  const named = cluster.mentions.filter(({ form }) => form === "named");
  const isEarlier = ({ start }: MentionCandidate) => mention.form === "pronoun" || start < mention.start;
  const described = cluster.mentions.filter((other) => other.form === "nominal" && isEarlier(other));
  const telling = named.length > 0 ? named : described;
  if (mention.form === "nominal" && telling.length === 0) return null;
  const votes = new Map<number, number>();
  for (const other of telling) {
    const chain = scene.chainOf(other);
    votes.set(chain, (votes.get(chain) ?? 0) + 1);
  }
  let best = -1;
  for (const [chain, count] of votes) if (chain !== -1 && count > (votes.get(best) ?? 0)) best = chain;
  return best;
}
