import { OnRecordError } from "../model/index.ts";

/**
 * The bytes of a weights file. Call it with `new URL("…/weights/name.bin", import.meta.url)`, written out like that: a
 * bundler then ships the file as a static asset, and in Node the same address points into the package.
 *
 * @throws OnRecordError `WEIGHTS_MISSING` when there is nothing at the address.
 */
export async function readWeightsFile(address: URL): Promise<Uint8Array> {
  try {
    return address.protocol === "file:" ? await fromDisk(address) : await fromServer(address);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OnRecordError(
      "WEIGHTS_MISSING",
      `${address.pathname}: the weights can't be loaded (${reason}); the folder "weights" must be installed beside the program`,
      { cause },
    );
  }
}

/** `fetch` doesn't answer `file:` addresses in Node, so they are read there from the disk. */
async function fromDisk(address: URL): Promise<Uint8Array> {
  if (typeof process === "undefined")
    throw new Error("a page opened from the disk may not read files; serve it over http");
  return process.getBuiltinModule("node:fs/promises").readFile(address);
}

async function fromServer(address: URL): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
