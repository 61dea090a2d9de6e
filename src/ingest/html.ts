import { Readability } from "@mozilla/readability";
import { type Article, type Block, type BlockKind, OnRecordError } from "../model/index.ts";
import { makeArticle } from "./article.ts";
import { isCaption, isDateLine } from "./header.ts";
import { readMetadata } from "./metadata.ts";
import type { ArticleSource, ParseDocument } from "./source.ts";

/** A page with fewer words than this, after its navigation is removed, holds no article. */
const FEWEST_WORDS = 25;

/** Pages nested deeper than this are no articles; browsers' parsers stop there as well. */
const DEEPEST_NESTING = 512;

/** Elements that begin and end a paragraph of their own. */
const BLOCK_ELEMENT = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);
/** Elements whose text nobody sees, or that run something. */
const UNSEEN_ELEMENT = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH CANVAS VIDEO AUDIO BUTTON SELECT TEXTAREA INPUT".split(
    " ",
  ),
);

/** The words of one block element, white space collapsed. */
export interface Piece {
  readonly kind: BlockKind;
  readonly words: string;
}

/**
 * Reads an article from a saved page. Navigation is removed with Mozilla's Readability; title, date, author and outlet come
 * from the page's metadata. The text is built once (title, then one paragraph per block element, white space collapsed)
 * and is what all offsets refer to. Scripts are never run and nothing is fetched: `parseDocument` must keep that promise.
 *
 * @throws OnRecordError `NO_ARTICLE` when too little text is left, or when the page can't be parsed.
 */
export function articleFromHtml(html: string, source: ArticleSource, parseDocument: ParseDocument): Article {
  const name = source.name ?? "page";
  const page = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  if (nestingOf(page) > DEEPEST_NESTING) throw unreadable(name, null);
  const document = parse(page, name, parseDocument);
  const metadata = readMetadata(document);
  const { pieces, byline, siteName, title: readabilityTitle } = readBody(document, name);
  const title = cleanTitle(metadata.title ?? readabilityTitle, metadata.outlet ?? siteName);
  const words = pieces.reduce((count, piece) => count + piece.words.split(/\s+/).length, 0);
  if (words < FEWEST_WORDS) {
    throw new OnRecordError(
      "NO_ARTICLE",
      `${name}: no article text found (only ${words} ${words === 1 ? "word" : "words"} after removing navigation); save the page as text and try again`,
    );
  }
  const { text, blocks } = joinPieces(title, pieces);
  return makeArticle(
    {
      text,
      blocks,
      title,
      date: metadata.date,
      outlet: metadata.outlet ?? siteName,
      author: metadata.author ?? byline,
      warnings: [],
    },
    {
      ...source,
      url: source.url ?? metadata.url ?? undefined,
      language: source.language ?? metadata.language?.split(/[-_]/)[0].toLowerCase(),
    },
  );
}

/** How deep elements that need an end tag are nested: the cost of cleaning a page grows with the square of it. */
function nestingOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const tag of html.matchAll(
    /<(\/?)(?:div|section|span|article|main|table|ul|ol|blockquote|b|i|em|strong|a)\b/gi,
  )) {
    depth = tag[1] === "" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

function parse(html: string, name: string, parseDocument: ParseDocument): Document {
  try {
    return parseDocument(html);
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

function unreadable(name: string, cause: unknown): OnRecordError {
  return new OnRecordError("NO_ARTICLE", `${name}: the HTML can't be parsed; save the page as text and try again`, {
    cause,
  });
}

interface Body {
  readonly pieces: readonly Piece[];
  readonly title: string | null;
  readonly byline: string | null;
  readonly siteName: string | null;
}

function readBody(document: Document, name: string): Body {
  try {
    const result = new Readability<Node>(document, { serializer: (node) => node, charThreshold: 250 }).parse();
    const pieces = result?.content ? piecesOf(result.content) : [];
    return {
      pieces,
      title: result?.title?.trim() || null,
      byline: result?.byline?.trim().replace(/^by\s+/i, "") || null,
      siteName: result?.siteName?.trim() || null,
    };
  } catch (cause) {
    // nesting deep enough to exhaust the stack, or a document that isn't one
    throw unreadable(name, cause);
  }
}

/** The text of the article's elements, one piece per block, in reading order. */
export function piecesOf(root: Node): Piece[] {
  const pieces: Piece[] = [];
  let words = "";
  const flush = (kind: BlockKind): void => {
    const trimmed = words.replace(/[ \t\r\n\f]+/g, " ").trim();
    words = "";
    if (!/[\p{L}\p{N}]/u.test(trimmed)) return;
    pieces.push({
      kind: kind !== "paragraph" ? kind : isCaption(trimmed) ? "caption" : isDateLine(trimmed) ? "date" : "paragraph",
      words: trimmed,
    });
  };
  const walk = (node: Node, kind: BlockKind): void => {
    if (node.nodeType === 3) {
      words += node.nodeValue ?? "";
      return;
    }
    if (node.nodeType !== 1 && node.nodeType !== 11 && node.nodeType !== 9) return;
    const element = node.nodeName.toUpperCase();
    if (UNSEEN_ELEMENT.has(element)) return;
    if (element === "BR") {
      // two breaks in a row part paragraphs, one stands for a space
      if (/\u2029\s*$/.test(words)) {
        words = words.replace(/\u2029\s*$/, "");
        flush(kind);
      } else words += "\u2029";
      return;
    }
    const isBlock = BLOCK_ELEMENT.has(element);
    const inner = kindOfElement(element, kind);
    if (isBlock) flush(kind);
    for (const child of Array.from(node.childNodes)) walk(child, inner);
    if (isBlock) flush(inner);
  };
  walk(root, "paragraph");
  flush("paragraph");
  return pieces
    .map((piece) => ({ ...piece, words: piece.words.replace(/\s*\u2029\s*/g, " ").trim() }))
    .filter(({ words }) => words !== "");
}

function kindOfElement(element: string, around: BlockKind): BlockKind {
  if (element === "FIGCAPTION" || element === "CAPTION" || element === "FIGURE") return "caption";
  return /^H[1-6]$/.test(element) ? "heading" : around;
}

/** Titles of pages often carry the outlet behind a bar or a dash. */
function cleanTitle(title: string | null, outlet: string | null): string | null {
  if (title === null || outlet === null) return title;
  const cut = Math.max(
    title.lastIndexOf(" | "),
    title.lastIndexOf(" - "),
    title.lastIndexOf(" – "),
    title.lastIndexOf(" — "),
  );
  return cut > 0 &&
    title
      .slice(cut + 3)
      .trim()
      .toLowerCase() === outlet.toLowerCase()
    ? title.slice(0, cut).trim()
    : title;
}

function joinPieces(title: string | null, pieces: readonly Piece[]): { text: string; blocks: Block[] } {
  const all: Piece[] = title === null ? [] : [{ kind: "title", words: title }];
  for (const piece of pieces) if (!(piece.kind === "heading" && piece.words === title)) all.push(piece);
  let text = "";
  const blocks: Block[] = [];
  for (const { kind, words } of all) {
    if (text !== "") text += "\n\n";
    blocks.push({ kind, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, blocks };
}
