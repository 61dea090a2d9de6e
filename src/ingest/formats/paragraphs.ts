import type { Article, BlockKind } from "../../model/index.ts";
import type { ArticleSource } from "../source.ts";
import { articleFromText } from "../text.ts";
import type { Skipped } from "./format.ts";
import { articlesFromNexis, looksLikeNexis } from "./nexis.ts";

/** A paragraph of a document; `kind` where the document says what it is, undefined where its words must tell. */
export interface Paragraph {
  readonly words: string;
  readonly kind?: Extract<BlockKind, "title" | "heading" | "caption">;
}

/**
 * Makes an article of a document's paragraphs, or the articles of a Nexis export kept as a document. The text is built
 * here, a blank line between paragraphs, and is what all offsets refer to.
 */
export function* articlesFromParagraphs(
  paragraphs: readonly Paragraph[],
  source: ArticleSource,
): Iterable<Article | Skipped> {
  const tidy = paragraphs
    .map((paragraph) => ({ ...paragraph, words: paragraph.words.replace(/[\s\u00A0]+/g, " ").trim() }))
    .filter(({ words }) => words !== "");
  if (tidy.length === 0) {
    const name = source.name ?? "document";
    yield { skipped: "EMPTY", message: `${name}: no text in it; save the article's text in it and try again` };
    return;
  }
  const text = tidy.map(({ words }) => words).join("\n\n");
  if (looksLikeNexis(text)) yield* articlesFromNexis(text, source);
  else yield articleFromParagraphs(tidy, text, source);
}

function articleFromParagraphs(paragraphs: readonly Paragraph[], text: string, source: ArticleSource): Article {
  const title = source.title ?? paragraphs.find(({ kind }) => kind === "title")?.words;
  const article = articleFromText(text, { ...source, title });
  const kinds = new Map<number, BlockKind>();
  let start = 0;
  for (const { words, kind } of paragraphs) {
    if (kind !== undefined) kinds.set(start, kind);
    start += words.length + 2;
  }
  const blocks = article.blocks.map((block) => {
    const kind = kinds.get(block.start);
    return kind === undefined || block.kind === "title" ? block : { ...block, kind };
  });
  return { ...article, blocks };
}
