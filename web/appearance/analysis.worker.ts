import {
  type Community,
  findCommunities,
  type Measures,
  measureStakeholders,
  nameCommunities,
  type StakeholderNetwork,
  type Talk,
} from "../../src/analysis/stakeholder-analysis.ts";

/** What is to be looked at. */
export interface AnalysisRequest {
  readonly network: StakeholderNetwork;
  readonly talk: Talk;
}

/** What was found; values stand in the order of the network. */
export interface AnalysisAnswer {
  readonly measures: Measures;
  readonly communities: readonly Community[];
}

addEventListener("message", ({ data: { network, talk } }: MessageEvent<AnalysisRequest>) => {
  const answer: AnalysisAnswer = {
    measures: measureStakeholders(network),
    communities: nameCommunities(network, findCommunities(network), talk),
  };
  postMessage(answer);
});
