import { Gunzip } from "fflate";
import type { Article } from "../../model/index.ts";
import { OnRecordError } from "../../model/index.ts";
import {
  type FormatReader,
  fileFromBytes,
  type InputFile,
  LIMITS,
  megabytes,
  type ReadOptions,
  type Skipped,
} from "./format.ts";
import { join, refuseBomb } from "./zip-directory.ts";

const STEP = 32_768;

/** One file packed with gzip, `quotations.json.gz`. `readArticles` reads what is in it by its own format. */
export function gzipReader(
  readArticles: (file: InputFile, options: ReadOptions) => AsyncIterable<Article | Skipped>,
): FormatReader {
  return {
    name: "gzip file",
    extensions: [".gz"],
    sniff: (head) => head[0] === 0x1f && head[1] === 0x8b,
    async *read(file, options) {
      const depth = (options.depth ?? 0) + 1;
      if (depth > LIMITS.depth) {
        throw new OnRecordError("TOO_DEEP", `${file.name}: packed more than ${LIMITS.depth} times; unpack it yourself`);
      }
      const bytes = await gunzip(file);
      yield* readArticles(fileFromBytes(bytes, file.name.replace(/\.gz$/i, "")), { ...options, depth });
    },
  };
}

async function gunzip(file: InputFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let taken = 0;
  const gunzipper = new Gunzip((chunk) => {
    length += chunk.length;
    refuseBomb(length, taken, file.name);
    if (length > LIMITS.file) {
      const limit = megabytes(LIMITS.file);
      throw new OnRecordError(
        "TOO_LARGE",
        `${file.name}: more than ${limit} MB when unpacked; unpack it (files of a record a line may be of any size)`,
      );
    }
    chunks.push(chunk);
  });
  while (taken < file.size) {
    const step = await file.slice(taken, Math.min(file.size, taken + STEP));
    taken += step.length;
    gunzipper.push(step, taken >= file.size);
  }
  return join(chunks, length);
}
