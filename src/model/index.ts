export * from "./article.ts";
export * from "./entity-id.ts";
export * from "./errors.ts";
export * from "./graph.ts";
export * from "./reading.ts";
export * from "./span.ts";
export * from "./words.ts";
