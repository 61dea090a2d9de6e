import louvain from "graphology-communities-louvain";
import { randomFrom } from "../query/random.ts";
import { undirected } from "./measures.ts";
import type { StakeholderNetwork } from "./stakeholders.ts";

const SEED = 0x0c0de;

export interface CommunityOptions {
  /** Above 1 finds more and smaller communities, below 1 fewer and larger ones. Default 1. */
  readonly resolution?: number;
}

/**
 * Finds groups of stakeholders that are tied more among themselves than to others, by the Louvain method (Blondel et al. 2008) on
 * ties without direction. Gives each stakeholder the number of its community: 0 is the one with the most members, and so on;
 * of two with as many, the one whose first member comes first. Who is tied to nobody is a community of its own. The same network
 * gives the same communities.
 */
export function findCommunities(network: StakeholderNetwork, options: CommunityOptions = {}): Uint32Array {
  const { keys, sources } = network;
  // The method looks for a better place along ties; without any, everyone stays alone.
  const found =
    sources.length === 0
      ? keys.map((_, i) => i)
      : Object.values(
          louvain(undirected(network), {
            getEdgeWeight: "weight",
            resolution: options.resolution ?? 1,
            rng: randomFrom(SEED),
          }),
        );
  const sizes = new Map<number, number>();
  for (const community of found) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  // A map keeps the order of first members, and sorting keeps it among equals.
  const ranked = [...sizes].sort(([, a], [, b]) => b - a).map(([community]) => community);
  const rank = new Map(ranked.map((community, at) => [community, at]));
  return Uint32Array.from(found, (community) => rank.get(community) as number);
}
