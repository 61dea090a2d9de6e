import { z } from "zod";
import { ENTITY_KINDS, RELATION_KINDS, type Reading, STATEMENT_KINDS } from "../model/index.ts";

const SPAN = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
const NULLABLE_TEXT = z.string().nullable();
const DATED = z.object({ date: z.string(), reason: z.string(), span: SPAN }).nullable();

const ARTICLE = z.object({
  id: z.string(),
  title: z.string(),
  date: NULLABLE_TEXT,
  outlet: NULLABLE_TEXT,
  author: NULLABLE_TEXT,
  url: NULLABLE_TEXT,
  language: z.string(),
  text: z.string(),
  blocks: z.array(
    SPAN.extend({ kind: z.enum(["title", "subtitle", "byline", "date", "heading", "caption", "paragraph"]) }),
  ),
  sha256: z.string(),
  warnings: z.array(z.string()),
});

const STATEMENT = z.object({
  id: z.string(),
  kind: z.enum(STATEMENT_KINDS),
  content: z.array(SPAN),
  cue: z.array(SPAN),
  source: z.array(SPAN),
  speaker: NULLABLE_TEXT,
  coSpeakers: z.array(z.string()).optional(),
  addressee: NULLABLE_TEXT,
  floating: z.boolean(),
  speech: z.boolean(),
  saidOn: DATED,
  confidence: z.number(),
  why: z.object({
    reason: z.string(),
    rule: z.string(),
    runnerUp: z.object({ what: z.string(), confidence: z.number() }).nullable(),
  }),
});

/** A file of the folder `readings`: a whole `Reading`. */
export const READING: z.ZodType<Reading> = z.object({
  article: ARTICLE,
  entities: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(ENTITY_KINDS),
      name: z.string(),
      aliases: z.array(z.string()),
      unnamed: z.boolean(),
    }),
  ),
  mentions: z.array(SPAN.extend({ form: z.enum(["named", "nominal", "pronoun"]), entity: z.string() })),
  statements: z.array(STATEMENT),
  relations: z.array(
    SPAN.extend({ kind: z.enum(RELATION_KINDS), from: z.string(), to: z.string(), role: NULLABLE_TEXT, on: DATED }),
  ),
  quantities: z.array(
    SPAN.extend({
      kind: z.enum(["quantity", "money", "percent", "date"]),
      value: z.number().nullable(),
      unit: NULLABLE_TEXT,
      on: NULLABLE_TEXT,
    }),
  ),
  warnings: z.array(z.string()),
  reader: z.string(),
});
