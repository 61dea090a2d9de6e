import { type FileHandle, open } from "node:fs/promises";
import type { InputFile } from "../ingest/formats/index.ts";
import { readError } from "./article-files.ts";

/**
 * A file on disk as formats read it. It is open while it is read, until `close`.
 *
 * @throws OnRecordError `NOT_FOUND`, `IS_FOLDER`, `CANNOT_READ` where it is read.
 */
export function fileFromPath(path: string, name: string, size: number): InputFile & { close(): Promise<void> } {
  let handle: Promise<FileHandle> | null = null;
  return {
    name,
    size,
    async slice(start, end) {
      try {
        handle ??= open(path);
        const file = await handle;
        const bytes = new Uint8Array(Math.max(0, end - start));
        let length = 0;
        while (length < bytes.length) {
          const { bytesRead } = await file.read(bytes, length, bytes.length - length, start + length);
          if (bytesRead === 0) break;
          length += bytesRead;
        }
        return length === bytes.length ? bytes : bytes.subarray(0, length);
      } catch (error) {
        throw readError(path, error);
      }
    },
    async close() {
      await (await handle?.catch(() => null))?.close();
      handle = null;
    },
  };
}
