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
export * from "./stakeholder-analysis.ts";
