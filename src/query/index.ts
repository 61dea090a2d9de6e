/** Read-only openCypher over a Graphology graph. */
export { drawPlan } from "./draw-plan.ts";
export { type Parameters, type PreparedQuery, prepare, type QueryOptions, type QueryResult, query } from "./engine.ts";
export { QueryError, type QueryErrorCode, type QueryPosition } from "./errors.ts";
export type { Limits } from "./execution.ts";
export type { QueryGraph } from "./graph-index.ts";
export type { Notification } from "./notifications.ts";
export type { PlanNode } from "./plan.ts";
export type { Procedure, Procedures } from "./procedures.ts";
export type { ResultNode, ResultPath, ResultRelationship, ResultValue } from "./result.ts";
export { loadTemporal, temporal } from "./temporal-loader.ts";
