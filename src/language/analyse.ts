import type { Article, Words } from "../model/index.ts";
import { describeForms } from "./forms.ts";
import type { LanguageModel } from "./model.ts";
import { splitSentences } from "./sentences.ts";
import { TokenList, tokenise } from "./tokenise.ts";

/** The head of a word whose sentence wasn't parsed. */
export const UNPARSED = -2;

/** Tokens, sentences, parts of speech and lemmas of an article; trees come from `parse`. */
export function analyse(article: Pick<Article, "text" | "blocks">, model: LanguageModel): Words {
  const { text, blocks } = article;
  const tokens = new TokenList();
  const starts: number[] = [];
  const sentenceBlocks: number[] = [];
  for (let block = 0; block < blocks.length; block++) {
    const from = tokens.count;
    tokenise(text, blocks[block].start, blocks[block].end, tokens);
    splitSentences(text, tokens, from, tokens.count, starts);
    while (sentenceBlocks.length < starts.length) sentenceBlocks.push(block);
  }
  const { count } = tokens;
  starts.push(count);
  const start = tokens.start.slice(0, count);
  const end = tokens.end.slice(0, count);
  const sentenceStart = Int32Array.from(starts);
  const tag = new Uint8Array(count);
  const sentence = new Int32Array(count);
  const forms = describeForms(text, start, end, count);
  const sets = model.tagger.ambiguity(forms);
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    sentence.fill(s, sentenceStart[s], sentenceStart[s + 1]);
    model.tagger.tag(forms, sets, sentenceStart[s], sentenceStart[s + 1], tag);
  }
  const lemma = new Array<string>(count);
  for (let i = 0; i < count; i++) lemma[i] = model.lemmatiser.lemma(text.slice(start[i], end[i]), tag[i]);
  return {
    text,
    count,
    start,
    end,
    tag,
    lemma,
    head: new Int32Array(count).fill(UNPARSED),
    relation: new Uint8Array(count),
    sentence,
    sentenceStart,
    sentenceBlock: Int32Array.from(sentenceBlocks),
  };
}
