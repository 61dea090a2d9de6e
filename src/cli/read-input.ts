import { createReadStream } from "node:fs";
import { z } from "zod";
import { LARGEST_FILE } from "../ingest/bytes.ts";
import { isSkipped } from "../ingest/formats/index.ts";
import { articleFromBytes, articleFromText } from "../ingest/index.ts";
import { type Article, OnRecordError } from "../model/index.ts";
import { parseDocument, readArticles, readError } from "../workspace/index.ts";

/** An article of the input, or why there is none. */
export type Input = { readonly article: Article } | { readonly problem: OnRecordError };

const LINE = z.object({
  id: z.union([z.string().min(1), z.number()]).optional(),
  text: z.string(),
  title: z.string().nullish(),
  date: z.string().nullish(),
  outlet: z.string().nullish(),
  author: z.string().nullish(),
  url: z.string().nullish(),
});

/** The articles of a file, one after the other; a `.jsonl` is read as it comes. `-` is standard input. */
export async function* readInput(path: string): AsyncIterable<Input> {
  try {
    if (path === "-") yield* readStandardInput();
    else if (/\.(?:jsonl|ndjson)$/i.test(path)) yield* readLines(createReadStream(path), path);
    else
      for await (const item of readArticles(path))
        yield isSkipped(item) ? { problem: new OnRecordError(item.skipped, item.message) } : { article: item };
  } catch (error) {
    const problem = readError(path, error);
    if (!(problem instanceof OnRecordError)) throw problem;
    yield { problem };
  }
}

/** Many articles where the first line is a JSON object, else one article. */
async function* readStandardInput(): AsyncIterable<Input> {
  const name = "standard input";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const input = process.stdin[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const next = async () => (await input.next()).value as Uint8Array | undefined;
  for (let chunk = await next(); chunk !== undefined; chunk = await next()) {
    chunks.push(chunk);
    size += chunk.length;
    if (chunks.length === 1 && beginsWithObject(chunk)) {
      yield* readLines(rest(chunk, next), name);
      return;
    }
    if (size > LARGEST_FILE) break;
  }
  yield { article: articleFromBytes(Buffer.concat(chunks), name, parseDocument) };
}

function beginsWithObject(chunk: Uint8Array): boolean {
  return /^\uFEFF?\s*\{\s*"/.test(new TextDecoder().decode(chunk.subarray(0, 200)));
}

async function* rest(first: Uint8Array, next: () => Promise<Uint8Array | undefined>): AsyncIterable<Uint8Array> {
  for (let chunk: Uint8Array | undefined = first; chunk !== undefined; chunk = await next()) yield chunk;
}

async function* readLines(chunks: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Input> {
  let number = 0;
  let empty = true;
  for await (const line of splitLines(chunks, name)) {
    number++;
    const place = `${name}:${number}`;
    if (line.every((byte) => byte <= 0x20)) continue;
    empty = false;
    try {
      const text = decodeLine(line, place);
      yield { article: parseLine(text, place) };
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      yield { problem: error };
    }
  }
  if (empty) throw new OnRecordError("EMPTY", `${name}: the file is empty; write one article a line into it`);
}

/** Lines of bytes, in the memory of the longest. */
async function* splitLines(chunks: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Uint8Array> {
  let pending: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      pending.push(chunk.subarray(from, end));
      yield pending.length === 1 ? pending[0] : Buffer.concat(pending);
      [pending, size, from] = [[], 0, end + 1];
      number++;
    }
    pending.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > LARGEST_FILE)
      throw new OnRecordError("TOO_LARGE", `${name}:${number}: the line is too long for one article; split the file`);
  }
  if (size > 0) yield Buffer.concat(pending);
}

function decodeLine(line: Uint8Array, place: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(line);
  } catch (error) {
    throw new OnRecordError("BAD_ENCODING", `${place}: not UTF-8; save the file as UTF-8`, { cause: error });
  }
}

function parseLine(text: string, place: string): Article {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new OnRecordError("BAD_JSON", `${place}: not valid JSON; each line has to be {"id": …, "text": …}`, {
      cause: error,
    });
  }
  const parsed = LINE.safeParse(value);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new OnRecordError(
      "BAD_LINE",
      `${place}: ${path.join(".") || "the line"}: ${message}; each line has to be {"id": …, "text": …}`,
    );
  }
  const { id, text: words, title, date, outlet, author, url } = parsed.data;
  if (!/[\p{L}\p{N}]/u.test(words))
    throw new OnRecordError("EMPTY", `${place}: the text has no words; leave the line out`);
  const known = Object.entries({ title, date, outlet, author, url }).filter(([, value]) => value);
  const article = articleFromText(words, { name: place, ...Object.fromEntries(known) });
  return id === undefined ? article : { ...article, id: String(id) };
}
