import type { AntecedentChooser, Coreference } from "../../extract/coreference.ts";
import type { MentionCandidate } from "../../extract/mentions.ts";
import type { Scene } from "./scenes.ts";

export interface PronounScore {
  /** Pronouns of the third person whose entity the text has named or described before. */
  total: number;
  /** Of these, how many were given an entity. */
  resolved: number;
  /** And how many the right one. */
  correct: number;
}

export interface CoreferenceScore {
  readonly persons: PronounScore;
  readonly things: PronounScore;
  readonly plurals: PronounScore;
  readonly speakers: PronounScore;
}

const score = (): PronounScore => ({ total: 0, resolved: 0, correct: 0 });

/** Pronouns of gold texts against the entities they were given. */
export function measureCoreference(scenes: readonly Scene[], chooser: AntecedentChooser | null): CoreferenceScore {
  const result = { persons: score(), things: score(), plurals: score(), speakers: score() };
  for (const scene of scenes) {
    const coreference = scene.resolve(chooser);
    const speakers = new Set(scene.source.sources.map(({ start, end }) => `${start}-${end}`));
    for (const mention of pronounsOf(scene)) {
      const chain = scene.chainOf(mention);
      if (chain === -1 || !isIntroduced(scene, chain, mention)) continue;
      const right = answerOf(scene, coreference, mention);
      const group = mention.gender !== null ? result.persons : mention.plural ? result.plurals : result.things;
      const counted = speakers.has(`${mention.start}-${mention.end}`) ? [group, result.speakers] : [group];
      for (const part of counted) {
        part.total++;
        if (right !== null) part.resolved++;
        if (right === chain) part.correct++;
      }
    }
  }
  return result;
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
  const cluster = coreference.clusterOf.get(mention);
  if (cluster === undefined) return null;
  const named = cluster.mentions.filter(({ form }) => form === "named");
  const telling = named.length > 0 ? named : cluster.mentions.filter(({ form }) => form === "nominal");
  const votes = new Map<number, number>();
  for (const other of telling) {
    const chain = scene.chainOf(other);
    votes.set(chain, (votes.get(chain) ?? 0) + 1);
  }
  let best = -1;
  for (const [chain, count] of votes) if (chain !== -1 && count > (votes.get(best) ?? 0)) best = chain;
  return best;
}
