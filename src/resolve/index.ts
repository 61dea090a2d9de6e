export type { Link } from "./clusters.ts";
export { foldName, isAcronym, looksLikeName, wordsOfName } from "./names.ts";
export type { Proposal } from "./proposals.ts";
export { EMPTY_REGISTER, isHeldOn, type Register, type RegisterEntry, type RegisterRole, termOf } from "./register.ts";
export { type Resolution, type ResolutionStep, type ResolveOptions, resolve, type Stakeholder } from "./resolve.ts";
