import { readFile } from "node:fs/promises";
import { z } from "zod";
import { checkJson, parseJson } from "../formats/index.ts";
import { ENTITY_KINDS, OnRecordError } from "../model/index.ts";
import { EMPTY_REGISTER, type Register } from "../resolve/index.ts";
import { readError } from "./article-files.ts";

const DAY = z.string().regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, "a day (2021-09-07), a month or a year is expected");

const ENTRY = z.strictObject({
  kind: z.enum(ENTITY_KINDS),
  name: z.string().trim().min(1),
  aliases: z.array(z.string().trim().min(1)).default([]),
  roles: z
    .array(z.strictObject({ role: z.string(), of: z.string(), from: DAY.optional(), to: DAY.optional() }))
    .default([]),
  partOf: z.string().optional(),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, "a Wikidata id such as Q18398 is expected")
    .nullable()
    .default(null),
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "a colour such as #0072B2 is expected")
    .optional(),
  notes: z.string().optional(),
});

const REGISTER = z.strictObject({ stakeholders: z.array(ENTRY) });

/**
 * Loads `stakeholders.json`: `{"stakeholders": [{"kind": "Person", "name": "…", "aliases": ["…"]}, …]}`. No file is an empty register.
 *
 * @throws OnRecordError `BAD_JSON` or `BAD_REGISTER` with line and column.
 */
export async function loadRegister(path: string): Promise<Register> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const mended = readError(path, error);
    if (mended instanceof OnRecordError && mended.code === "NOT_FOUND") return EMPTY_REGISTER;
    throw mended;
  }
  return checkJson(REGISTER, parseJson(text, path), text, path, "BAD_REGISTER").stakeholders;
}
