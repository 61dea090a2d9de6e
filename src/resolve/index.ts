export { foldName, isAcronym, looksLikeName, wordsOfName } from "./names.ts";
export { EMPTY_REGISTER, type Register, type RegisterEntry } from "./register.ts";
export {
  type Link,
  type Proposal,
  type Resolution,
  type ResolveOptions,
  resolve,
  type Stakeholder,
} from "./resolve.ts";
