export { type BuildOptions, buildGraph } from "./build.ts";
export {
  type ComparedStatement,
  compareGraphs,
  type Difference,
  isSame,
  type StatementChange,
  type Voice,
} from "./compare.ts";
export { type Echo, type EchoOptions, findEchoes, type Wording } from "./echoes.ts";
export { EDGE_LABEL, nameLabel, shorten, statementLabel } from "./labels.ts";
export { type LayoutOptions, layOut } from "./layout.ts";
export { countQuotedWords, countWords } from "./quoted-words.ts";
export type { OnRecordGraph } from "./schema.ts";
