import { Inflate } from "fflate";
import { OnRecordError } from "../../model/index.ts";
import { type InputFile, LIMITS, megabytes } from "./format.ts";

/** A file in a zip archive, as the archive's central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** In bytes; what the archive says, which isn't trusted. */
  readonly packed: number;
  readonly unpacked: number;
  /** 0 stored, 8 deflated; others aren't read. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Where the entry's local header begins. */
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const DIRECTORY_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/**
 * The entries of a zip archive in the order of its central directory (PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16,
 * with Zip64). Only the directory is read.
 *
 * @throws OnRecordError `BAD_ARCHIVE` where there is none or it is damaged, `TOO_MANY_FILES`.
 */
export async function readDirectory(file: InputFile): Promise<ZipEntry[]> {
  const { offset, size, count } = await findDirectory(file);
  if (count > LIMITS.entries || size > LIMITS.file) {
    throw new OnRecordError(
      "TOO_MANY_FILES",
      `${file.name}: the archive holds ${count} files (at most ${LIMITS.entries}); split it into smaller archives`,
    );
  }
  const bytes = await file.slice(offset, offset + size);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_HEADER) throw damaged(file);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > bytes.length) throw damaged(file);
    const flags = view.getUint16(at + 8, true);
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const entry = {
      name: decodeName(nameBytes, (flags & 0x800) !== 0),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    entries.push(withZip64(entry, extra));
    at = next;
  }
  return entries;
}

async function findDirectory(file: InputFile): Promise<{ offset: number; size: number; count: number }> {
  // a comment of at most 65,535 bytes may stand behind the end record
  const start = Math.max(0, file.size - 22 - 0xffff);
  const tail = await file.slice(start, file.size);
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== 0xffff && size !== 0xffffffff && offset !== 0xffffffff) return checked(file, { offset, size, count });
    // the locator of the Zip64 record stands right before
    if (at < 20) break;
    const record = Number(view.getBigUint64(at - 20 + 8, true));
    if (record + 56 > file.size) break;
    const wide = viewOf(await file.slice(record, record + 56));
    if (wide.getUint32(0, true) !== END_OF_DIRECTORY_64) break;
    const [count64, size64, offset64] = [32, 40, 48].map((field) => Number(wide.getBigUint64(field, true)));
    return checked(file, { count: count64, size: size64, offset: offset64 });
  }
  throw damaged(file);
}

function checked<T extends { offset: number; size: number; count: number }>(file: InputFile, found: T): T {
  if (found.offset + found.size > file.size || found.count * 46 > found.size) throw damaged(file);
  return found;
}

function withZip64(entry: ZipEntry, extra: Uint8Array): ZipEntry {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const end = Math.min(at + 4 + length, extra.length);
    if (id === 1) {
      let field = at + 4;
      const wide = (value: number): number => {
        if (value !== 0xffffffff || field + 8 > end) return value;
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      };
      // the fields stand in this order, each only where the narrow one is full
      const unpacked = wide(entry.unpacked);
      const packed = wide(entry.packed);
      return { ...entry, unpacked, packed, offset: wide(entry.offset) };
    }
    at = end;
  }
  return entry;
}

/** Names are UTF-8 where the flag says so or they can be; else the code page of old archives, as ASCII with gaps. */
function decodeName(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !utf8 }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : "_")).join("");
  }
}

/**
 * The bytes of one entry. Memory stays below `limit` whatever the archive claims: inflating stops there.
 *
 * @throws OnRecordError `ZIP_BOMB`, `TOO_LARGE`, `ENCRYPTED`, `BAD_ARCHIVE`.
 */
export async function readEntry(file: InputFile, entry: ZipEntry, limit: number): Promise<Uint8Array> {
  const name = `${file.name}/${entry.name}`;
  if (entry.encrypted) {
    throw new OnRecordError("ENCRYPTED", `${name}: locked with a password; unpack it yourself and add the files`);
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw new OnRecordError(
      "BAD_ARCHIVE",
      `${name}: packed by a method that isn't read (${entry.method}); unpack it and add the files`,
    );
  }
  refuseBomb(entry.unpacked, entry.packed, name);
  if (entry.unpacked > limit) throw tooLarge(name, limit);
  const header = viewOf(await file.slice(entry.offset, Math.min(file.size, entry.offset + 30)));
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL_HEADER) throw damaged(file);
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + entry.packed > file.size) throw damaged(file);
  if (entry.method === 0) return file.slice(start, start + entry.packed);
  return inflate(file, start, entry, limit, name);
}

/** How much is inflated at a time, in bytes of the packed file. */
const STEP = 32_768;

async function inflate(
  file: InputFile,
  start: number,
  entry: ZipEntry,
  limit: number,
  name: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let taken = 0;
  const inflater = new Inflate((chunk) => {
    length += chunk.length;
    if (length > limit) throw tooLarge(name, limit);
    refuseBomb(length, taken, name);
    chunks.push(chunk);
  });
  while (taken < entry.packed) {
    const step = await file.slice(start + taken, start + Math.min(entry.packed, taken + STEP));
    taken += step.length;
    inflater.push(step, taken >= entry.packed);
  }
  return join(chunks, length);
}

export function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  if (chunks.length === 1) return chunks[0];
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * Refuses what unpacks to far more than texts do.
 *
 * @throws OnRecordError `ZIP_BOMB`.
 */
export function refuseBomb(unpacked: number, packed: number, name: string): void {
  if (unpacked <= LIMITS.unpackedFreely || unpacked <= packed * LIMITS.ratio) return;
  throw new OnRecordError(
    "ZIP_BOMB",
    `${name}: unpacks to more than ${LIMITS.ratio} times its size, as archives made to fill a disk do; unpack it yourself if you trust it`,
  );
}

function tooLarge(name: string, limit: number): OnRecordError {
  return new OnRecordError(
    "TOO_LARGE",
    `${name}: more than ${megabytes(limit)} MB when unpacked; split it into smaller files`,
  );
}

function damaged(file: InputFile): OnRecordError {
  return new OnRecordError(
    "BAD_ARCHIVE",
    `${file.name}: the archive is damaged or cut short; download or pack it again`,
  );
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
