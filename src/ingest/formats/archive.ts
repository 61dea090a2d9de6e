import type { Article } from "../../model/index.ts";
import {
  type FormatReader,
  fileFromBytes,
  type InputFile,
  LIMITS,
  type ReadOptions,
  type Skipped,
  skip,
} from "./format.ts";
import { readDirectory, readEntry, type ZipEntry } from "./zip-directory.ts";

/** What packers and systems put beside people's files. */
const NOT_A_FILE = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$|\/$/;

/**
 * A zip archive of files of any other format, archives in archives up to `LIMITS.depth`. One entry is in memory at a
 * time; one that is refused doesn't stop the rest.
 *
 * `readArticles` reads an entry by its own format: given by the index of formats, which knows them all.
 */
export function archiveReader(
  readArticles: (file: InputFile, options: ReadOptions) => AsyncIterable<Article | Skipped>,
): FormatReader {
  return {
    name: "zip archive",
    extensions: [".zip"],
    sniff: (head) => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5),
    async *read(file, options) {
      const depth = (options.depth ?? 0) + 1;
      if (depth > LIMITS.depth) {
        yield {
          skipped: "TOO_DEEP",
          message: `${file.name}: an archive in ${LIMITS.depth} other archives; unpack it and add the files`,
        };
        return;
      }
      const seen = new Set<string>();
      let unpacked = 0;
      for (const entry of await readDirectory(file)) {
        if (NOT_A_FILE.test(entry.name)) continue;
        const refusal = refuse(entry, seen, unpacked, file.name);
        seen.add(entry.name);
        if (refusal !== null) {
          yield refusal;
          if (refusal.skipped === "ZIP_BOMB") return;
          continue;
        }
        try {
          const bytes = await readEntry(file, entry, LIMITS.file);
          unpacked += bytes.length;
          yield* readArticles(fileFromBytes(bytes, `${file.name}/${entry.name}`), { ...options, depth });
        } catch (error) {
          yield skip(error, `${file.name}/${entry.name}`, "part of the archive");
        }
      }
    },
  };
}

function refuse(entry: ZipEntry, seen: ReadonlySet<string>, unpacked: number, archive: string): Skipped | null {
  const name = `${archive}/${entry.name}`;
  const parts = entry.name.split(/[/\\]/);
  if (parts.includes("..") || /^(?:[/\\]|[A-Za-z]:)/.test(entry.name) || entry.name.includes("\0")) {
    return {
      skipped: "PATH_TRAVERSAL",
      message: `${archive}: an entry points outside the archive (${JSON.stringify(entry.name.slice(0, 80))}); it was left out, unpack the archive yourself if you trust it`,
    };
  }
  if (seen.has(entry.name)) {
    return { skipped: "TWICE", message: `${name}: stands in the archive twice; the second was left out` };
  }
  if (unpacked + entry.unpacked > LIMITS.unpacked) {
    return {
      skipped: "ZIP_BOMB",
      message: `${archive}: unpacks to more than 4 GB; the rest was left out, split it into smaller archives`,
    };
  }
  return null;
}
