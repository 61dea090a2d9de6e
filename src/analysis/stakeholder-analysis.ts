/** Measures and communities of stakeholders, without what asking the graph in openCypher needs. */
export { type CommunityOptions, findCommunities } from "./communities.ts";
export { type Community, nameCommunities } from "./community-names.ts";
export { MEASURES, type Measure, type MeasureOptions, type Measures, measureStakeholders } from "./measures.ts";
export { type Adjacency, type PathOptions, type ShortestPaths, shortestPaths } from "./paths.ts";
export { type StakeholderNetwork, stakeholderNetwork, type Talk, talkOf } from "./stakeholders.ts";
