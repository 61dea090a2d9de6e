import { describeForms } from "../../language/forms.ts";
import { type LanguageModel, RELATION_NUMBER } from "../../language/index.ts";
import { splitSentences } from "../../language/sentences.ts";
import { TokenList, tokenise } from "../../language/tokenise.ts";
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

/** Attachment scores over gold tokens with predicted tags, 0…1: all words, and all but punctuation. */
export interface ParsingScore {
  readonly tokens: number;
  readonly unlabelled: number;
  readonly labelled: number;
  readonly unlabelledWords: number;
  readonly labelledWords: number;
}

/** Tags and parses gold sentences and compares heads and relations. */
export function scoreParsing(
  documents: readonly Words[],
  model: Pick<LanguageModel, "tagger" | "parser">,
): ParsingScore {
  const all = { count: 0, heads: 0, both: 0 };
  const words = { count: 0, heads: 0, both: 0 };
  for (const gold of documents) {
    const forms = describeForms(gold.text, gold.start, gold.end, gold.count);
    const sets = model.tagger.ambiguity(forms);
    const tags = new Uint8Array(gold.count);
    const head = new Int32Array(gold.count);
    const relation = new Uint8Array(gold.count);
    for (let s = 0; s + 1 < gold.sentenceStart.length; s++) {
      const from = gold.sentenceStart[s];
      const to = gold.sentenceStart[s + 1];
      model.tagger.tag(forms, sets, from, to, tags);
      model.parser.parse(forms.folded.subarray(from, to), tags.subarray(from, to), from, head, relation);
    }
    for (let i = 0; i < gold.count; i++) {
      const right = head[i] === gold.head[i];
      for (const sum of gold.relation[i] === RELATION_NUMBER.punct ? [all] : [all, words]) {
        sum.count++;
        if (right) sum.heads++;
        if (right && relation[i] === gold.relation[i]) sum.both++;
      }
    }
  }
  return {
    tokens: all.count,
    unlabelled: all.heads / all.count,
    labelled: all.both / all.count,
    unlabelledWords: words.heads / words.count,
    labelledWords: words.both / words.count,
  };
}

/** F1 of the tokens (same start and end) and of the sentences' first tokens, over raw text. */
export function scoreSplitting(documents: readonly Words[]): { readonly tokens: number; readonly sentences: number } {
  const tokens = { right: 0, ours: 0, gold: 0 };
  const sentences = { right: 0, ours: 0, gold: 0 };
  for (const gold of documents) {
    const list = new TokenList();
    const starts: number[] = [];
    for (const block of goldBlocks(gold)) {
      const from = list.count;
      tokenise(gold.text, block.start, block.end, list);
      splitSentences(gold.text, list, from, list.count, starts);
    }
    const goldTokens = new Set(Array.from(gold.start, (start, i) => `${start} ${gold.end[i]}`));
    const goldStarts = new Set(Array.from(gold.sentenceStart.subarray(0, -1), (i) => gold.start[i]));
    tokens.gold += goldTokens.size;
    tokens.ours += list.count;
    for (let i = 0; i < list.count; i++) if (goldTokens.has(`${list.start[i]} ${list.end[i]}`)) tokens.right++;
    sentences.gold += goldStarts.size;
    sentences.ours += starts.length;
    for (const i of starts) if (goldStarts.has(list.start[i])) sentences.right++;
  }
  const f1 = ({ right, ours, gold }: typeof tokens) => (2 * right) / (ours + gold);
  return { tokens: f1(tokens), sentences: f1(sentences) };
}

/** The stretches of text that the paragraphs of the annotation cover. */
function goldBlocks(gold: Words): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  for (let s = 0; s + 1 < gold.sentenceStart.length; s++) {
    const start = gold.start[gold.sentenceStart[s]];
    const end = gold.end[gold.sentenceStart[s + 1] - 1];
    if (s > 0 && gold.sentenceBlock[s] === gold.sentenceBlock[s - 1]) blocks[blocks.length - 1].end = end;
    else blocks.push({ start, end });
  }
  return blocks;
}
