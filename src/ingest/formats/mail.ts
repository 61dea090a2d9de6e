import type { Attachment } from "postal-mime";
import type { Article } from "../../model/index.ts";
import { articleFromHtml } from "../html.ts";
import type { ArticleSource } from "../source.ts";
import { articleFromText } from "../text.ts";
import {
  asciiOf,
  bytesOf,
  extensionOf,
  type FormatReader,
  fileFromBytes,
  type InputFile,
  LIMITS,
  type ReadOptions,
  type Skipped,
  skip,
} from "./format.ts";
import { plainText } from "./records.ts";

/** A mail with documents attached and hardly a word of its own is their envelope. */
const FEWEST_WORDS = 25;

/** Attachments that are read; pictures, calendars and signatures are passed over. */
const READ_EXTENSION = /\.(?:txt|html?|md|docx|pdf|rtf|eml|csv|tsv|jsonl?)$/i;

/**
 * A mail (RFC 5322, MIME): its text, and the articles attached to it. `readArticles` reads an attachment by its own format.
 */
export function mailReader(
  readArticles: (file: InputFile, options: ReadOptions) => AsyncIterable<Article | Skipped>,
): FormatReader {
  return {
    name: "mail",
    extensions: [".eml"],
    sniff(head, name) {
      if (extensionOf(name) === ".eml") return true;
      const text = asciiOf(head);
      return (
        /^(?:Return-Path|Received|Delivered-To|MIME-Version|From|Message-ID|X-[\w-]+):\s/i.test(text) &&
        /^MIME-Version:\s*1/im.test(text)
      );
    },
    async *read(file, options) {
      const { default: PostalMime } = await import("postal-mime");
      const bytes = await bytesOf(file, LIMITS.document);
      const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1024 * 1024 });
      const source: ArticleSource = {
        name: file.name,
        title: mail.subject?.trim() || undefined,
        // the day where it was written, not the day in Greenwich
        date: mail.headers.find(({ key }) => key === "date")?.value,
        author: mail.from?.name?.trim() || mail.from?.address || undefined,
        ...options.source,
      };
      const attached = mail.attachments.filter(({ filename }) => READ_EXTENSION.test(filename ?? ""));
      const body = bodyOf(mail.text, mail.html, options);
      if (body.words >= FEWEST_WORDS || (attached.length === 0 && body.text.trim() !== "")) {
        yield body.isPage ? pageOf(body.text, source, options) : articleFromText(body.text, source);
      } else if (attached.length === 0) {
        yield {
          skipped: "EMPTY",
          message: `${file.name}: no text in this mail; save the article's text and try again`,
        };
      }
      for (const attachment of attached) yield* readAttachment(attachment, file.name, options, readArticles);
    },
  };
}

interface Body {
  readonly text: string;
  readonly words: number;
  /** Whether `text` is the source of a page that has to be cleaned. */
  readonly isPage: boolean;
}

/** The text a mail has, its page where the text is missing or made of links. */
function bodyOf(text: string | undefined, html: string | undefined, options: ReadOptions): Body {
  const own = withoutSignature(text ?? "");
  const words = countWords(own);
  const links = own.match(/https?:\/\//g)?.length ?? 0;
  if (words >= FEWEST_WORDS && links * 12 < words) return { text: own, words, isPage: false };
  if (html === undefined || options.parseDocument === undefined) return { text: own, words, isPage: false };
  const plain = plainText(html, options.parseDocument);
  const plainWords = countWords(plain);
  return plainWords > words ? { text: html, words: plainWords, isPage: true } : { text: own, words, isPage: false };
}

/** Letters are pages of few words, newsletters of many: what the cleaner finds no article in is taken as it is. */
function pageOf(html: string, source: ArticleSource, options: ReadOptions): Article {
  const parseDocument = options.parseDocument!;
  try {
    return articleFromHtml(html, source, parseDocument);
  } catch {
    return articleFromText(plainText(html, parseDocument), source);
  }
}

async function* readAttachment(
  { filename, content }: Attachment,
  mail: string,
  options: ReadOptions,
  readArticles: (file: InputFile, options: ReadOptions) => AsyncIterable<Article | Skipped>,
): AsyncIterable<Article | Skipped> {
  const depth = (options.depth ?? 0) + 1;
  const name = `${mail}/${(filename ?? "attachment").replace(/.*[/\\]/, "")}`;
  if (depth > LIMITS.depth) {
    yield { skipped: "TOO_DEEP", message: `${name}: lies ${depth} files deep; save it and add it by itself` };
    return;
  }
  try {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
    yield* readArticles(fileFromBytes(bytes, name), { ...options, depth });
  } catch (error) {
    yield skip(error, name, "attachment");
  }
}

/** What stands behind a line of two hyphens and a space is no part of the letter (RFC 3676, section 4.3). */
function withoutSignature(text: string): string {
  const at = text.search(/^-- \r?$/m);
  return at > 0 ? text.slice(0, at) : text;
}

function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}
