import { type Article, OnRecordError } from "../../model/index.ts";
import { decodeText } from "../encoding.ts";
import { articleFromText } from "../text.ts";
import {
  asciiOf,
  bytesOf,
  type FormatReader,
  LIMITS,
  type ReadOptions,
  type Skipped,
  skip,
  withWarnings,
} from "./format.ts";
import { languageTag, plainText } from "./records.ts";

/** Nested deeper than this a file is no feed. */
const DEEPEST = 64;
/** An item with fewer words is a teaser. */
const FEWEST_WORDS = 60;

/** RSS 0.9x, 1.0 and 2.0 and Atom (RFC 4287), saved as a file: an article for each item that has words. */
export const feed: FormatReader = {
  name: "feed (RSS or Atom)",
  extensions: [".rss", ".atom", ".xml", ".rdf"],
  sniff: (head) => /<(?:rss|feed|rdf:RDF)[\s>]/.test(asciiOf(head)) && /^[^<]{0,8}</.test(asciiOf(head)),
  async *read(file, options) {
    const { text, warnings } = decodeText(await bytesOf(file, LIMITS.document), file.name);
    const { items, channel } = await parseFeed(text, file.name);
    if (items.length === 0) {
      throw new OnRecordError("EMPTY", `${file.name}: no items in this feed; save it again when it has some`);
    }
    let number = 0;
    for (const item of items) {
      number++;
      yield* withWarnings([articleFromItem(item, channel, `${file.name}, item ${number}`, options)], warnings);
    }
  },
};

/** The text of an item's or a channel's elements, by their names. */
type Fields = Map<string, string>;

function articleFromItem(item: Fields, channel: Fields, place: string, options: ReadOptions): Article | Skipped {
  const first = (...names: string[]) => names.map((name) => item.get(name)?.trim()).find((value) => value);
  try {
    const whole = first("content:encoded", "content", "xhtml");
    const html = whole ?? first("description", "summary", "media:description");
    const text = html === undefined ? "" : plainText(html, options.parseDocument).trim();
    if (!/\p{L}/u.test(text)) {
      return { skipped: "EMPTY", message: `${place}: a headline without text; save the page it links to instead` };
    }
    const article = articleFromText(text, {
      title:
        plainText(first("title") ?? "", options.parseDocument)
          .replace(/\s+/g, " ")
          .trim() || undefined,
      date: first("pubDate", "published", "dc:date", "date", "updated"),
      outlet: first("source") ?? channel.get("title")?.trim(),
      author: first("dc:creator", "author/name", "author"),
      url: first("link", "link/href", "guid"),
      language: languageTag(channel.get("language")),
      ...options.source,
    });
    const isTeaser = whole === undefined || (text.match(/\p{L}+/gu)?.length ?? 0) < FEWEST_WORDS;
    const warning = "the feed gives a summary only: save the page it links to for the whole article";
    return isTeaser ? { ...article, warnings: [...article.warnings, warning] } : article;
  } catch (error) {
    return skip(error, place, "item");
  }
}

/** Elements of pages inside an item of Atom's XHTML that begin a paragraph. */
const PARAGRAPH = /^(?:p|div|br|li|h[1-6]|blockquote)$/;

async function parseFeed(text: string, name: string): Promise<{ items: Fields[]; channel: Fields }> {
  const { SaxesParser } = await import("saxes");
  const parser = new SaxesParser({ position: false });
  Object.assign(parser.ENTITIES, {
    nbsp: "\u00A0",
    mdash: "—",
    ndash: "–",
    hellip: "…",
    rsquo: "’",
    lsquo: "‘",
    ldquo: "“",
    rdquo: "”",
  });
  const items: Fields[] = [];
  const channel: Fields = new Map();
  const path: string[] = [];
  let item: Fields | null = null;
  let itemDepth = 0;
  let words = "";
  parser.on("doctype", (doctype) => {
    if (/<!ENTITY/i.test(doctype)) {
      throw new OnRecordError("ENTITY_BOMB", `${name}: defines XML entities, which no feed does; download it again`);
    }
  });
  // feeds are often not well-formed: what can be read is
  parser.on("error", () => {});
  parser.on("opentag", ({ name: element, attributes }) => {
    path.push(element);
    if (path.length > DEEPEST) {
      throw new OnRecordError("TOO_DEEP", `${name}: nested more than ${DEEPEST} levels deep; this is no feed`);
    }
    if (element === "item" || element === "entry") {
      item = new Map();
      itemDepth = path.length;
      items.push(item);
    }
    if (item === null || path.length === itemDepth + 1) words = "";
    const { href, rel } = attributes as Record<string, string | undefined>;
    if (element === "link" && href !== undefined && (rel ?? "alternate") === "alternate") set(item, "link/href", href);
    if (PARAGRAPH.test(element)) words += "\n\n";
  });
  parser.on("text", (part) => {
    words += part;
  });
  parser.on("cdata", (part) => {
    words += part;
  });
  parser.on("closetag", ({ name: element }) => {
    path.pop();
    const depth = item === null ? 0 : path.length - itemDepth;
    if (item !== null && depth < 0) item = null;
    else if (item !== null && depth === 0) set(item, element, words);
    else if (item !== null && depth === 1 && element === "name") set(item, "author/name", words);
    else if (item === null) set(channel, element, words);
  });
  parser.write(text).close();
  return { items, channel };
}

function set(fields: Fields | null, name: string, value: string): void {
  if (fields !== null && !fields.has(name) && value.trim() !== "") fields.set(name, value);
}
