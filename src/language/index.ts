export * from "./analyse.ts";
export * from "./english.ts";
export * from "./model.ts";
export * from "./relations.ts";
export * from "./weights.ts";
export * from "./weights-file.ts";
