import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Article, Block } from "../model/index.ts";
import { parseDay } from "./calendar.ts";
import { partClockTimes } from "./clock-times.ts";
import { readFileName } from "./file-name.ts";
import type { ArticleSource } from "./source.ts";

/** What one format's reader has found: the text, its blocks and what they say about the article. */
export interface ArticleParts {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly title: string | null;
  readonly date: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly warnings: readonly string[];
}

/** Longest part of the title in an id, in characters. */
const SLUG_LENGTH = 48;

/** Puts an article together: what the source says wins over what the text says, that over what the file's name says. */
export function makeArticle(parts: ArticleParts, source: ArticleSource): Article {
  const hash = bytesToHex(sha256(utf8ToBytes(parts.text)));
  const named = source.name === undefined ? null : readFileName(source.name);
  const title = source.title?.trim() || parts.title || named?.title || firstWords(parts) || source.name || "Untitled";
  const warnings = [...parts.warnings];
  let date = parts.date ?? named?.date ?? null;
  if (source.date !== undefined) {
    const given = parseDay(source.date);
    if (given === null) warnings.push(`the date "${source.date}" is no day of the calendar and was left out`);
    else date = given;
  }
  return {
    id: [date ?? "undated", slugOf(title), hash.slice(0, 6)].filter((part) => part !== "").join("-"),
    title,
    date,
    outlet: source.outlet ?? parts.outlet ?? named?.outlet ?? null,
    author: source.author ?? parts.author,
    url: source.url ?? null,
    language: source.language ?? "en",
    text: parts.text,
    blocks: partClockTimes(parts.text, parts.blocks),
    sha256: hash,
    warnings,
  };
}

/** A stand-in for a missing title: the first words of the first paragraph. */
function firstWords({ text, blocks }: ArticleParts): string {
  const block = blocks.find(({ kind }) => kind === "paragraph") ?? blocks[0];
  if (block === undefined) return "";
  const words = text.slice(block.start, Math.min(block.end, block.start + 400)).split(/\s+/);
  return words.length > 12 ? `${words.slice(0, 12).join(" ")} …` : words.join(" ");
}

/** A title as part of an id: lower-case letters and digits of any script, joined by hyphens, whole words. */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > SLUG_LENGTH) return slug === "" ? word.slice(0, SLUG_LENGTH) : slug;
    slug = longer;
  }
  return slug;
}
