import type { Article, Words } from "../model/index.ts";
import { describeForms, foldForms } from "./forms.ts";
import type { LanguageModel } from "./model.ts";
import { splitSentences } from "./sentences.ts";
import { TokenList, tokenise } from "./tokenise.ts";

/** The head of a word whose sentence wasn't parsed. */
export const UNPARSED = -2;

/** A longer "sentence" is a list or no prose at all: it gets no tree. */
export const LONGEST_PARSED = 400;

/** Which sentences of an article get trees at once: the others can get theirs from `parse`. */
export interface AnalyseOptions {
  /** Default false: none. A function is asked for each sentence when all words have their parts of speech. */
  readonly parse?: boolean | ((words: Words, sentence: number) => boolean);
}

/** Tokens, sentences, parts of speech and lemmas of an article, and trees of the sentences that `options` asks for. */
export function analyse(
  article: Pick<Article, "text" | "blocks">,
  model: LanguageModel,
  options: AnalyseOptions = {},
): Words {
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
  const words: Words = {
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
  const { parse: wanted = false } = options;
  if (wanted !== false) {
    for (let s = 0; s + 1 < sentenceStart.length; s++) {
      if (wanted === true || wanted(words, s)) parse(words, s, s + 1, model);
    }
  }
  return words;
}

/**
 * Gives the sentences `from` … `to` (numbers of sentences, end-exclusive) their trees: those that have none yet and are
 * not longer than `LONGEST_PARSED` words.
 */
export function parse(words: Words, from: number, to: number, model: Pick<LanguageModel, "parser">): void {
  const { text, start, end, sentenceStart, head } = words;
  for (let s = from; s < to; s++) {
    const first = sentenceStart[s];
    const last = sentenceStart[s + 1];
    if (first === last || last - first > LONGEST_PARSED || head[first] !== UNPARSED) continue;
    const folded = foldForms(text, start, end, first, last);
    model.parser.parse(folded, words.tag.subarray(first, last), first, head, words.relation);
  }
}
