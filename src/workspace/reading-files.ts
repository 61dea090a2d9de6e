import { readdir, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { checkJson, parseJson } from "../formats/index.ts";
import { type Article, OnRecordError, type Reading } from "../model/index.ts";
import { readError } from "./article-files.ts";
import { writeFileAtomically } from "./atomic-write.ts";
import { READING } from "./reading-schema.ts";

/**
 * The file of a reading: the id itself, so that any web server finds it; an id that is no safe name is encoded.
 */
export function readingPath(folder: string, articleId: string): string {
  const safe = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(articleId) && articleId.length <= 120;
  return join(folder, `${safe ? articleId : encodeURIComponent(articleId).replaceAll("*", "%2A")}.json`);
}

/** Writes a reading, the same bytes for the same reading. */
export async function saveReading(folder: string, reading: Reading): Promise<void> {
  await writeFileAtomically(readingPath(folder, reading.article.id), `${JSON.stringify(reading)}\n`, {
    durable: false,
  });
}

/**
 * Loads the reading of an article.
 *
 * @throws OnRecordError `NOT_FOUND`, `BAD_JSON` or `BAD_READING` with path and line.
 */
export async function loadReading(folder: string, articleId: string): Promise<Reading> {
  const path = readingPath(folder, articleId);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw readError(path, error);
  }
  return checkJson(READING, parseJson(text, path), text, path, "BAD_READING");
}

/** The reading of just this article by just this reader, null where there is none: then it has to be read again. */
export async function findReading(folder: string, article: Article, reader: string): Promise<Reading | null> {
  try {
    const reading = await loadReading(folder, article.id);
    return reading.reader === reader && describe(reading.article) === describe(article) ? reading : null;
  } catch (error) {
    if (error instanceof OnRecordError) return null;
    throw error;
  }
}

/** All that a reading depends on; the hash stands for the text. */
function describe({ id, title, date, outlet, author, url, language, sha256, blocks, warnings }: Article): string {
  const spans = blocks.map(({ kind, start, end }) => `${kind} ${start}-${end}`);
  return JSON.stringify([id, title, date, outlet, author, url, language, sha256, spans, warnings]);
}

/** Removes the readings of articles that are no longer there. */
export async function removeReadingsExcept(folder: string, articleIds: Iterable<string>): Promise<void> {
  const kept = new Set([...articleIds].map((id) => readingPath(folder, id)));
  const names = await readdir(folder).catch(() => [] as string[]);
  for (const name of names) {
    const path = join(folder, name);
    // what an interrupted build was writing goes too
    if ((name.endsWith(".json") && !kept.has(path)) || /^\..*\.\d+\.tmp$/.test(name)) await unlink(path);
  }
}
