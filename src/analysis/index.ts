export { type CommunityOptions, findCommunities } from "./communities.ts";
export { type Community, nameCommunities } from "./community-names.ts";
export { MEASURES, type Measure, type MeasureOptions, type Measures, measureStakeholders } from "./measures.ts";
export {
  findPhrase,
  PHRASES,
  type Phrase,
  type PhraseParameter,
  phraseValues,
  readPhrases,
  suggestedValues,
} from "./phrases.ts";
export { resultGraph } from "./result-graph.ts";
export { searchProcedures } from "./search-statements.ts";
export { type StakeholderNetwork, stakeholderNetwork, type Talk, talkOf } from "./stakeholders.ts";
