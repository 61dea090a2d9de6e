import { type Article, OnRecordError } from "../model/index.ts";
import { decodeText } from "./encoding.ts";
import { articleFromHtml } from "./html.ts";
import type { ArticleSource, ParseDocument } from "./source.ts";
import { articleFromText } from "./text.ts";

/** The largest file that is read as one article, in bytes: twenty thick novels; what is larger holds many articles or none. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * Reads an article from the bytes of a file: plain text or a saved HTML page, by content rather than by `name`, which is
 * for messages and, where nothing else says it, for the date. What `source` gives wins over what the file says.
 *
 * @throws OnRecordError `EMPTY`, `TOO_LARGE`, `NOT_TEXT`, `BAD_ENCODING`, `NO_ARTICLE`, or `NO_PARSER` when the file is
 * HTML and no `parseDocument` was given.
 */
export function articleFromBytes(
  bytes: Uint8Array,
  name: string,
  parseDocument?: ParseDocument,
  source: ArticleSource = {},
): Article {
  if (bytes.length > LARGEST_FILE) {
    const megabytes = Math.ceil(bytes.length / (1024 * 1024));
    throw new OnRecordError(
      "TOO_LARGE",
      `${name}: ${megabytes} MB is too large for one article (at most ${LARGEST_FILE / (1024 * 1024)} MB); split it into one file per article`,
    );
  }
  if (bytes.length === 0) throw emptyFile(name);
  const { text, warnings } = decodeText(bytes, name);
  if (!/[\p{L}\p{N}]/u.test(text)) throw emptyFile(name);
  const named = { name, ...source };
  if (!looksLikeHtml(text)) return withWarnings(articleFromText(text, named), warnings);
  if (parseDocument === undefined) {
    throw new OnRecordError(
      "NO_PARSER",
      `${name}: this is an HTML page and no HTML parser was given; save the article as plain text`,
    );
  }
  return withWarnings(articleFromHtml(text, named, parseDocument), warnings);
}

function emptyFile(name: string): OnRecordError {
  return new OnRecordError("EMPTY", `${name}: the file is empty; save the article's text in it and try again`);
}

/** Whether a text is the source of a page: it begins as pages do, or tags of a page's skeleton stand in its beginning. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4096).replace(/^[\s\uFEFF]+|<!--[\s\S]*?-->/g, "");
  if (
    /^\s*(?:<!doctype\s+html|<\?xml[^>]*>\s*<(?:!doctype\s+)?html|<html|<head|<body|<article|<div|<p[\s>]|<h1|<meta|<section|<main|<title)/i.test(
      head,
    )
  ) {
    return true;
  }
  return /<(?:html|body)[\s>]/i.test(head) && /<\/\w+>/.test(text);
}

function withWarnings(article: Article, warnings: readonly string[]): Article {
  return warnings.length === 0 ? article : { ...article, warnings: [...warnings, ...article.warnings] };
}
