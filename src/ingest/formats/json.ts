import { OnRecordError } from "../../model/index.ts";
import { decodeText } from "../encoding.ts";
import type { Row } from "./columns.ts";
import { asciiOf, bytesOf, extensionOf, type FormatReader, type Skipped, withWarnings } from "./format.ts";
import { linesOf } from "./lines.ts";
import { articlesFromRecords, type Placed } from "./records.ts";

/** One JSON value: a list of records, an object with such a list in it (as news services answer), or one article. */
export const json: FormatReader = {
  name: "JSON file",
  extensions: [".json"],
  sniff: (head, name) => extensionOf(name) === ".json" && /^(?:\xEF\xBB\xBF)?\s*[[{]/.test(asciiOf(head)),
  async *read(file, options) {
    const { text, warnings } = decodeText(await bytesOf(file), file.name);
    let value: unknown;
    try {
      value = JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch (cause) {
      // some tools write a record a line and still call it .json
      if (!/^\s*\{.*\}[ \t]*\r?\n[ \t]*\{/.test(text.slice(0, 1_000_000))) throw badJson(file.name, cause);
      yield* jsonLines.read(file, options);
      return;
    }
    yield* withWarnings(articlesFromRecords(placedRecords(value), file.name, options), warnings);
  },
};

/** A record a line, of any number (https://jsonlines.org). A line that is no record is skipped and named. */
export const jsonLines: FormatReader = {
  name: "JSON lines",
  extensions: [".jsonl", ".ndjson", ".jsonlines"],
  sniff: (head, name) =>
    jsonLines.extensions.includes(extensionOf(name)) && /^(?:\xEF\xBB\xBF)?\s*\{/.test(asciiOf(head)),
  read: (file, options) => articlesFromRecords(records(file), file.name, options),
};

async function* records(file: Parameters<FormatReader["read"]>[0]): AsyncIterable<Placed | Skipped> {
  for await (const item of parsedLines(file)) {
    if ("skipped" in item) yield item;
    else yield { row: flatten(item.value), place: `line ${item.number}` };
  }
}

/** The values of a file of JSON lines that are objects; other lines are skipped and named, empty ones passed over. */
export async function* parsedLines(
  file: Parameters<FormatReader["read"]>[0],
): AsyncIterable<{ readonly value: Record<string, unknown>; readonly number: number } | Skipped> {
  for await (const line of linesOf(file)) {
    if ("skipped" in line) {
      yield line;
      continue;
    }
    const place = `${file.name}, line ${line.number}`;
    try {
      if (line.bytes.every((byte) => byte <= 0x20)) continue;
      const value: unknown = JSON.parse(decodeText(line.bytes, place).text.replace(/^\uFEFF/, ""));
      if (isObject(value)) yield { value, number: line.number };
      else yield { skipped: "NOT_A_RECORD", message: `${place}: not an object; put one record in braces on each line` };
    } catch (error) {
      const known = error instanceof OnRecordError ? error : badJson(place, error);
      yield { skipped: known.code, message: known.message };
    }
  }
}

function badJson(place: string, cause: unknown): OnRecordError {
  const reason = cause instanceof Error ? cause.message.replace(/\s+/g, " ").slice(0, 100) : "";
  return new OnRecordError("BAD_JSON", `${place}: not valid JSON (${reason}); mend it or export it again`, { cause });
}

async function* placedRecords(value: unknown): AsyncIterable<Placed | Skipped> {
  let number = 0;
  for (const record of recordsOf(value)) {
    number++;
    if (isObject(record)) yield { row: flatten(record), place: `record ${number}` };
  }
}

/** The list of records in a value: itself, the longest list of objects at most three levels below, or the one object. */
function recordsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [];
  let best: readonly unknown[] | null = null;
  const look = (object: Record<string, unknown>, depth: number) => {
    for (const inner of Object.values(object)) {
      if (Array.isArray(inner) && inner.some(isObject) && inner.length > (best?.length ?? 0)) best = inner;
      else if (isObject(inner) && depth < 3) look(inner, depth + 1);
    }
  };
  // an object that is an article itself may have lists of objects as well: authors, pictures
  const isArticle = Object.values(value).some((inner) => typeof inner === "string" && inner.length > 200);
  if (!isArticle) look(value, 1);
  return best ?? [value];
}

/** Nested deeper than this nothing is taken for a field. */
const DEEPEST_FIELD = 4;

/** A record as columns: `source: {name}` is the column `source.name`; a list of words is joined. */
export function flatten(record: Record<string, unknown>): Row {
  const row: Record<string, string> = {};
  const add = (object: Record<string, unknown>, prefix: string, depth: number) => {
    for (const [key, value] of Object.entries(object)) {
      const column = prefix + key;
      if (isObject(value)) {
        if (depth < DEEPEST_FIELD) add(value, `${column}.`, depth + 1);
      } else {
        const words = asWords(value);
        if (words !== null) row[column] = words;
      }
    }
  };
  add(record, "", 1);
  return row;
}

function asWords(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!Array.isArray(value)) return null;
  const words = value.flatMap((item) => {
    if (typeof item === "string") return [item];
    const named = isObject(item) ? (item.name ?? item.text) : null;
    return typeof named === "string" ? [named] : [];
  });
  if (words.length === 0) return null;
  return words.join(words.some((word) => word.length > 100) ? "\n\n" : ", ");
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
