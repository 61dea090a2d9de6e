import { describeForms } from "../../language/forms.ts";
import type { LanguageModel } from "../../language/index.ts";
import { formOf, type Words } from "../../model/index.ts";

/** Share of right tags and lemmas over gold tokens, 0…1. */
export interface TaggingScore {
  readonly tokens: number;
  readonly tags: number;
  readonly lemmas: number;
}

/** Tags and lemmatises gold tokens and compares. Lemmas are compared in lower case, under the predicted tags. */
export function scoreTagging(documents: readonly Words[], model: LanguageModel): TaggingScore {
  let tokens = 0;
  let tags = 0;
  let lemmas = 0;
  for (const gold of documents) {
    const forms = describeForms(gold.text, gold.start, gold.end, gold.count);
    const sets = model.tagger.ambiguity(forms);
    const predicted = new Uint8Array(gold.count);
    for (let s = 0; s + 1 < gold.sentenceStart.length; s++) {
      model.tagger.tag(forms, sets, gold.sentenceStart[s], gold.sentenceStart[s + 1], predicted);
    }
    tokens += gold.count;
    for (let i = 0; i < gold.count; i++) {
      if (predicted[i] === gold.tag[i]) tags++;
      if (model.lemmatiser.lemma(formOf(gold, i), predicted[i]).toLowerCase() === gold.lemma[i].toLowerCase()) lemmas++;
    }
  }
  return { tokens, tags: tags / tokens, lemmas: lemmas / tokens };
}
