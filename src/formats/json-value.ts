import type { z } from "zod";
import { OnRecordError } from "../model/index.ts";
import { findJsonError, lineAndColumn, offsetOfPath } from "./json-place.ts";

/** Where a text stands in its file. */
export interface LineOffset {
  /** Lines before it. */
  readonly line: number;
}

const FIRST_LINE: LineOffset = { line: 0 };

/**
 * Parses JSON.
 *
 * @throws OnRecordError `BAD_JSON` with the line and column where it ceases to be JSON.
 */
export function parseJson(text: string, name: string, offset: LineOffset = FIRST_LINE): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    if (text.trim() === "") throw new OnRecordError("BAD_JSON", `${name}: the file is empty`, { cause: error });
    const wrong = findJsonError(text) ?? 0;
    const found = wrong >= text.length ? "the end" : `"${text.slice(wrong, wrong + 12).split("\n")[0]}"`;
    const place = placeOf(text, wrong, offset);
    throw new OnRecordError("BAD_JSON", `${name}:${place}: not valid JSON from here: ${found}`, { cause: error });
  }
}

/**
 * Checks a value that was parsed from `text` against a schema.
 *
 * @throws OnRecordError `code` with the line, the column and the path of the first thing that is wrong.
 */
export function checkJson<T>(
  schema: z.ZodType<T>,
  value: unknown,
  text: string,
  name: string,
  code: string,
  offset: LineOffset = FIRST_LINE,
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first, ...more] = parsed.error.issues;
  const path = first.path.map((step) => (typeof step === "number" ? step : String(step)));
  const place = placeOf(text, offsetOfPath(text, path), offset);
  const where = path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
  const rest = more.length === 0 ? "" : ` (and ${more.length} more)`;
  throw new OnRecordError(code, `${name}:${place}: ${where === "" ? "" : `${where}: `}${first.message}${rest}`);
}

/** `line:column` in the file, both from 1. */
function placeOf(text: string, at: number, { line: before }: LineOffset): string {
  const { line, column } = lineAndColumn(text, at);
  return `${line + before}:${column}`;
}
