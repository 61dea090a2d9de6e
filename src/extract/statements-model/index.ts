export { loadStatementsModel } from "./load.ts";
export { arraysOf, STATEMENTS_VERSION, type StatementsModel, statementsModel } from "./model.ts";
export { proposeStatements } from "./propose.ts";
export { statementReader } from "./reader.ts";
