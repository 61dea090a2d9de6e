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
  if (isNestedTooDeep(page)) {
    throw new OnRecordError(
      "NO_ARTICLE",
      `${name}: its elements are nested more than ${DEEPEST_NESTING} levels deep, as no page's are; save the page as text and try again`,
    );
  }
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

/** Elements without an end tag, and those that the next of their kind closes: they don't nest. */
const NOT_NESTING = new Set(
  "area base br col embed hr img input link meta param source track wbr p li td th tr tbody thead tfoot dt dd option optgroup".split(
    " ",
  ),
);
/** Inside of these `<path/>` is closed; elsewhere the slash means nothing. */
const FOREIGN = ["svg", "math"];

/**
 * Whether elements are nested deeper than a page's are: the cost of parsing and cleaning one grows with the square of it. An
 * end tag closes whatever was left open inside of its element.
 */
function isNestedTooDeep(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, written, rest] of html.matchAll(/<(\/?)([a-z][^\s/<>]{0,64})([^<>]*)/gi)) {
    const tag = written.toLowerCase();
    if (NOT_NESTING.has(tag)) continue;
    if (slash === "/") {
      const at = open.lastIndexOf(tag);
      if (at !== -1) open.length = at;
    } else if (!(rest.endsWith("/") && FOREIGN.some((outer) => open.includes(outer)))) {
      open.push(tag);
      if (open.length > DEEPEST_NESTING) return true;
    }
  }
  return false;
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
