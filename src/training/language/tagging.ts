import { describeForms } from "../../language/forms.ts";
import { Tagger, type TaggerTables, taggerTables } from "../../language/tagger.ts";
import { Weights } from "../../language/weights.ts";
import type { Words } from "../../model/index.ts";
import { folds, progress } from "../lib/index.ts";
import { type TaggerSettings, trainTagger } from "./train-tagger.ts";

/** The tags a tagger gives to the words of a document. */
export function predictTags(words: Words, tagger: Tagger): Uint8Array {
  const forms = describeForms(words.text, words.start, words.end, words.count);
  const sets = tagger.ambiguity(forms);
  const tags = new Uint8Array(words.count);
  for (let s = 0; s + 1 < words.sentenceStart.length; s++) {
    tagger.tag(forms, sets, words.sentenceStart[s], words.sentenceStart[s + 1], tags);
  }
  return tags;
}

/** Tags every document with a tagger that learnt from the other folds only. */
export function jackknifeTags(
  documents: readonly Words[],
  count: number,
  settings: TaggerSettings,
): Map<Words, Uint8Array> {
  const tags = new Map<Words, Uint8Array>();
  folds(documents, count).forEach(({ heldOut, rest }, fold) => {
    progress(`tagger for the parser's training, fold ${fold + 1} of ${count}`);
    const tagger = new Tagger(tablesOf(trainTagger(rest, settings)));
    for (const words of heldOut) tags.set(words, predictTags(words, tagger));
  });
  return tags;
}

/** The tables of a tagger just trained. */
export function tablesOf(arrays: ReturnType<typeof trainTagger>): TaggerTables {
  return taggerTables(new Weights("tagger", 0, arrays));
}
