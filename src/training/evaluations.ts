import { coreferenceEvaluation } from "./coreference/evaluate.ts";
import { languageEvaluation } from "./language/evaluate.ts";
import { namesEvaluation } from "./names/evaluate.ts";
import { resolutionEvaluation } from "./resolution/evaluate.ts";
import { statementsEvaluation } from "./statements/evaluate.ts";

/** One part of `npm run evaluate`: measures what ships on data it hasn't learnt from. */
export interface Evaluation {
  /** What `npm run evaluate -- NAME` calls it. */
  readonly name: string;
  readonly about: string;
  /** Measures and returns rows for a table: what is measured, the figure, what must be reached (empty if nothing). */
  run(): Promise<readonly Measure[]>;
}

export interface Measure {
  readonly what: string;
  readonly figure: string;
  readonly required: string;
}

/** In the order their figures are printed. */
export const EVALUATIONS: readonly Evaluation[] = [
  languageEvaluation,
  namesEvaluation,
  statementsEvaluation,
  coreferenceEvaluation,
  resolutionEvaluation,
];
