import { readFileSync } from "node:fs";
import { type ShingleSample, sampleShingles } from "../ingest/duplicates.ts";
import { type Article, OnRecordError, type Reading } from "../model/index.ts";
import { readingPath } from "./reading-files.ts";

/** Texts of more characters than this in all stay on disk and are read when their words are asked for. */
const TEXTS_IN_MEMORY = 64 * 1024 * 1024;
/** So many texts are kept at hand of those that stay on disk: a graph is built article by article. */
const AT_HAND = 16;

/** The readings of a workspace: what was found in memory, the texts beyond a size on disk. */
export interface StoredReadings {
  readonly readings: readonly Reading[];
  /** For each reading, what tells copies. */
  readonly samples: readonly ShingleSample[];
}

/** Opens readings that were written by this version of the reader. Their order is that of `articleIds`. */
export function openReadings(folder: string, articleIds: Iterable<string>): StoredReadings {
  const readings: Reading[] = [];
  const samples: ShingleSample[] = [];
  const texts = createTexts(folder);
  let characters = 0;
  for (const id of articleIds) {
    const reading = parseReading(folder, id);
    samples.push(sampleShingles(reading.article));
    characters += reading.article.text.length;
    readings.push(characters <= TEXTS_IN_MEMORY ? reading : { ...reading, article: onDisk(reading.article, texts) });
  }
  return { readings, samples };
}

function parseReading(folder: string, id: string): Reading {
  const path = readingPath(folder, id);
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Reading;
  } catch (error) {
    throw new OnRecordError("BAD_READING", `${path}: damaged or removed while building; build again`, { cause: error });
  }
}

/** The article without its text, which comes from disk whenever it is asked for. */
function onDisk({ text: _, ...rest }: Article, texts: (id: string) => string): Article {
  return Object.defineProperty(rest, "text", { get: () => texts(rest.id), enumerable: true }) as Article;
}

function createTexts(folder: string): (id: string) => string {
  const atHand = new Map<string, string>();
  return (id) => {
    const known = atHand.get(id);
    if (known !== undefined) return known;
    const { text } = parseReading(folder, id).article;
    if (atHand.size >= AT_HAND) atHand.delete(atHand.keys().next().value as string);
    atHand.set(id, text);
    return text;
  };
}
