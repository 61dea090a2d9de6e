export { readArticle, readerVersion } from "./extract.ts";
export { loadModels, type Models, type NameRecogniser, type StatementReader } from "./models.ts";
export type { NameSpan, Names, RoleSpan } from "./name-span.ts";
export type { StatementCandidate } from "./statement-candidate.ts";
