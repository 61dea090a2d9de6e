import type { Token, Tokens } from "marked";
import type { Article } from "../../model/index.ts";
import { decodeText } from "../encoding.ts";
import type { ArticleSource } from "../source.ts";
import { bytesOf, extensionOf, type FormatReader, LIMITS, type Skipped, withWarnings } from "./format.ts";
import { articlesFromParagraphs, type Paragraph } from "./paragraphs.ts";
import { languageTag } from "./records.ts";

/** Markdown (CommonMark with GitHub's tables), with front matter: a heading, paragraphs, lists and quotes, no marks. */
export const markdown: FormatReader = {
  name: "Markdown",
  extensions: [".md", ".markdown", ".mdown", ".mkd"],
  sniff: (_head, name) => markdown.extensions.includes(extensionOf(name)),
  async *read(file, options): AsyncIterable<Article | Skipped> {
    const { text, warnings } = decodeText(await bytesOf(file, LIMITS.document), file.name);
    const { source, rest } = takeFrontMatter(text.replace(/^\uFEFF/, ""));
    const { Marked } = await import("marked");
    const paragraphs: Paragraph[] = [];
    for (const part of partsOf(rest)) {
      if (part.length > LONGEST_PART) paragraphs.push({ words: part });
      else addTokens(new Marked({ gfm: true }).lexer(part), paragraphs, 0);
    }
    const first = paragraphs.findIndex(({ kind }) => kind === "heading");
    if (first === 0) paragraphs[0] = { ...paragraphs[0], kind: "title" };
    yield* withWarnings(
      articlesFromParagraphs(paragraphs, { name: file.name, ...source, ...options.source }),
      warnings,
    );
  },
};

/** Marks are nested no deeper than this in anything a person wrote. */
const DEEPEST = 24;

/** A paragraph longer than this, in characters, is taken as it is. */
const LONGEST_PART = 50_000;

/**
 * The text in parts that the lexer takes at once, for its time grows faster than the length of pathological input. Parts
 * end at empty lines outside of code.
 */
function* partsOf(text: string): Iterable<string> {
  let part = "";
  let fences = 0;
  for (const raw of text.split(/\n(?=[ \t]*\r?\n)/)) {
    // a quotation or list hundreds of levels deep is no text, and would exhaust the stack
    const paragraph = raw.replace(/^(?:[ \t]*[>*+-]){24,}/gm, "");
    const inCode = fences % 2 === 1;
    if (part.length + paragraph.length > LONGEST_PART || (part.length > LONGEST_PART / 4 && !inCode)) {
      if (part !== "") yield part;
      part = paragraph;
      fences = 0;
    } else part += `\n${paragraph}`;
    fences += paragraph.match(/^[ \t]*(?:```|~~~)/gm)?.length ?? 0;
  }
  yield part;
}

function addTokens(tokens: readonly Token[], paragraphs: Paragraph[], depth: number): void {
  if (depth > DEEPEST) return;
  for (const token of tokens) {
    switch (token.type) {
      case "heading":
        paragraphs.push({ words: wordsOf(token.tokens ?? [], depth), kind: "heading" });
        break;
      case "paragraph":
      case "text":
        addParagraph(token as Tokens.Paragraph, paragraphs, depth);
        break;
      case "blockquote":
        addTokens(token.tokens ?? [], paragraphs, depth + 1);
        break;
      case "list":
        for (const item of (token as Tokens.List).items) addTokens(item.tokens, paragraphs, depth + 1);
        break;
      case "table":
        for (const row of [(token as Tokens.Table).header, ...(token as Tokens.Table).rows]) {
          paragraphs.push({ words: row.map((cell) => wordsOf(cell.tokens, depth)).join(" | ") });
        }
        break;
      case "html":
        paragraphs.push({ words: withoutTags(token.text) });
        break;
    }
  }
}

/** A picture that is all of a paragraph is a caption by its title; one line breaks stand for spaces, hard ones part. */
function addParagraph(token: Tokens.Paragraph | Tokens.Text, paragraphs: Paragraph[], depth: number): void {
  const inner = token.tokens ?? [];
  if (inner.length === 1 && inner[0].type === "image") {
    const words = (inner[0] as Tokens.Image).title ?? inner[0].text;
    if (words) paragraphs.push({ words, kind: "caption" });
    return;
  }
  for (const words of wordsOf(inner.length > 0 ? inner : [token], depth).split("\u2029")) paragraphs.push({ words });
}

function wordsOf(tokens: readonly Token[], depth: number): string {
  if (depth > DEEPEST) return "";
  let words = "";
  for (const token of tokens) {
    if (token.type === "br") words += "\u2029";
    else if (token.type === "image") words += "";
    else if (token.type === "html") words += withoutTags(token.text);
    else if ("tokens" in token && token.tokens && token.tokens.length > 0) words += wordsOf(token.tokens, depth + 1);
    else words += decodeEntities("text" in token ? String(token.text) : "");
  }
  return words;
}

/** The words between tags, without what stands in scripts and styles. */
function withoutTags(html: string): string {
  let words = "";
  let unseen = "";
  for (const [token, closing, name] of html.matchAll(/<(\/?)([a-z][a-z\d]{0,20})[^<>]{0,2000}>|[^<]+|</gi)) {
    const tag = name?.toLowerCase();
    if (tag === undefined) words += unseen === "" ? token : "";
    else {
      words += " ";
      if (unseen === "" && closing === "" && (tag === "script" || tag === "style")) unseen = tag;
      else if (closing !== "" && tag === unseen) unseen = "";
    }
  }
  return decodeEntities(words);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
};

/** The character references people write in Markdown by hand. */
function decodeEntities(words: string): string {
  return words.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : all;
  });
}

/** Reads `key: value` lines between `---` at the beginning; what is nested is passed over. */
function takeFrontMatter(text: string): { source: ArticleSource; rest: string } {
  const match = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return { source: {}, rest: text };
  const fields = new Map<string, string>();
  for (const line of match[1].split(/\r?\n/)) {
    const field = /^([\w-]+)[ \t]*:[ \t]*(\S.*)$/.exec(line);
    if (field !== null) fields.set(field[1].toLowerCase(), field[2].trim().replace(/^(["'])(.*)\1$/, "$2"));
  }
  const first = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value !== undefined);
  const source = {
    title: first("title", "headline"),
    date: first("date", "published", "publishdate"),
    outlet: first("outlet", "publication", "source", "publisher", "site"),
    author: first("author", "byline"),
    url: first("url", "link", "canonical"),
    language: languageTag(first("language", "lang")),
  };
  const known = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
  return { source: known, rest: text.slice(match[0].length) };
}
