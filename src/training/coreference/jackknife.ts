import type { AntecedentChooser } from "../../extract/coreference.ts";
import { antecedentChooser, coreferenceModel } from "../../extract/coreference-model/index.ts";
import { folds } from "../lib/index.ts";
import type { Scene } from "./scenes.ts";
import { type Question, questionsOf, trainRanker } from "./train.ts";

/** Texts with a ranker that hasn't learnt from them. */
export interface HeldOut {
  readonly scenes: readonly Scene[];
  readonly chooser: AntecedentChooser;
}

const FOLDS = 4;

/**
 * Measures on what the ranker that ships has learnt from: each text with a ranker that learnt from the texts of the other
 * folds, and from `more` questions that are in all of them.
 */
export function jackknife(scenes: readonly Scene[], more: readonly Question[]): HeldOut[] {
  return folds(scenes, FOLDS).map(({ heldOut, rest }) => {
    const questions = rest.flatMap((scene) => questionsOf(scene));
    return { scenes: heldOut, chooser: antecedentChooser(coreferenceModel(trainRanker([...questions, ...more]))) };
  });
}
