export { loadNamesModel, NAMES_VERSION, namesModel } from "./load.ts";
export type { NamesModel } from "./model.ts";
export { findNames, type LearntKind, type LearntName } from "./names.ts";
export { nameRecogniser } from "./recogniser.ts";
