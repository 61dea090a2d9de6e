import { splitSentences } from "../../src/language/sentences.ts";
import { TokenList, tokenise } from "../../src/language/tokenise.ts";
import type { Article, Words } from "../../src/model/index.ts";
import { formOf, tagOf } from "../../src/model/index.ts";

/** A text as an article of one paragraph. */
export function paragraph(text: string): Pick<Article, "text" | "blocks"> {
  return { text, blocks: [{ start: 0, end: text.length, kind: "paragraph" }] };
}

/** The tokens of a text. */
export function tokensOf(text: string): string[] {
  const list = new TokenList();
  tokenise(text, 0, text.length, list);
  return Array.from({ length: list.count }, (_, i) => text.slice(list.start[i], list.end[i]));
}

/** The sentences of a text, from first to last token. */
export function sentencesOf(text: string): string[] {
  const list = new TokenList();
  tokenise(text, 0, text.length, list);
  const starts: number[] = [];
  splitSentences(text, list, 0, list.count, starts);
  return starts.map((first, s) => text.slice(list.start[first], list.end[(starts[s + 1] ?? list.count) - 1]));
}

/** "the/DT plan/NN". */
export function tagged(words: Words): string {
  return Array.from({ length: words.count }, (_, i) => `${formOf(words, i)}/${tagOf(words, i)}`).join(" ");
}
