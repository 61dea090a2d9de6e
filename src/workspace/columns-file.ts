import { readFile } from "node:fs/promises";
import { z } from "zod";
import { checkJson, parseJson } from "../formats/index.ts";
import { ARTICLE_FIELDS, type ColumnMapping } from "../ingest/formats/index.ts";
import { OnRecordError } from "../model/index.ts";
import { readError } from "./article-files.ts";
import { writeFileAtomically } from "./atomic-write.ts";

const COLUMNS = z.record(z.string(), z.partialRecord(z.enum(ARTICLE_FIELDS), z.string()));

/** For each file below `articles/`, which column holds what: as a person said when adding it. */
export type ColumnsByFile = Readonly<Record<string, ColumnMapping>>;

/**
 * Loads `columns.json`: `{"corpus.csv": {"text": "Full Text"}}`. No file says nothing.
 *
 * @throws OnRecordError `BAD_JSON` or `BAD_COLUMNS` with line and column.
 */
export async function loadColumns(path: string): Promise<ColumnsByFile> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const mended = readError(path, error);
    if (mended instanceof OnRecordError && mended.code === "NOT_FOUND") return {};
    throw mended;
  }
  return checkJson(COLUMNS, parseJson(text, path), text, path, "BAD_COLUMNS");
}

export async function saveColumns(path: string, columns: ColumnsByFile): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFileAtomically(path, `${JSON.stringify(sorted, null, 2)}\n`);
}
