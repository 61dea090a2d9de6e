import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readError } from "./article-files.ts";

/** SHA-256 of a file's bytes as hexadecimal digits; the file is never in memory as a whole. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  } catch (error) {
    throw readError(path, error);
  }
  return hash.digest("hex");
}
