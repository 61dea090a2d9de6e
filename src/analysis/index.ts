export {
  findPhrase,
  PHRASES,
  type Phrase,
  type PhraseParameter,
  phraseValues,
  readPhrases,
  suggestedValues,
} from "./phrases.ts";
export { searchProcedures } from "./search-statements.ts";
