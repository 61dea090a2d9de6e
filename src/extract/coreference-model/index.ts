export type { Anaphor, Antecedent } from "./antecedent.ts";
export { coreferenceModel, loadCoreferenceModel } from "./load.ts";
export {
  antecedentChooser,
  COREFERENCE_VERSION,
  type CoreferenceModel,
  chooseAntecedent,
  rankAntecedents,
} from "./ranker.ts";
export type { Nature } from "./senses.ts";
