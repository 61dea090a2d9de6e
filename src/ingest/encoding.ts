import { OnRecordError } from "../model/index.ts";
import { guessLegacyEncoding, USUAL_ENCODING } from "./legacy-encodings.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

/** Beginnings of files that are no text, with what to do about each. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], what: "a PDF" },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: "a zip archive or an office document" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an old office document" },
  { bytes: [0x1f, 0x8b], what: "a gzip archive" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: "a PNG picture" },
  { bytes: [0xff, 0xd8, 0xff], what: "a JPEG picture" },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: "a GIF picture" },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: "a rich text document (RTF)" },
];

/** How much of a file is looked at to tell text from binary, in bytes. */
const SAMPLE = 65_536;

export interface DecodedText {
  readonly text: string;
  /** How the bytes were taken, where that wasn't certain. */
  readonly warnings: readonly string[];
}

/**
 * Decodes the bytes of a text file: UTF-8, UTF-16 with or without byte order mark, the encoding an HTML page declares, or
 * where the bytes can't be UTF-8 the older encoding they look like (with a warning). `name` is for messages.
 *
 * @throws OnRecordError `NOT_TEXT` for binary files, `BAD_ENCODING` for damaged UTF-8 and encodings that aren't known.
 */
export function decodeText(bytes: Uint8Array, name: string): DecodedText {
  refuseBinary(bytes, name);
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return decodeUtf16(bytes, utf16, name);
  refuseControlCharacters(bytes, name);
  const bad = firstInvalidUtf8(bytes);
  if (bad === -1) return { text: new TextDecoder("utf-8").decode(bytes), warnings: [] };
  const declared = declaredEncoding(bytes);
  if (declared !== null && declared !== "utf-8") return { text: decodeDeclared(bytes, declared, name), warnings: [] };
  const guess = guessLegacyEncoding(bytes);
  const warning = (encoding: string) =>
    `not valid UTF-8 at byte ${bad}: read as ${encoding}; if letters look wrong, save the file as UTF-8`;
  if (guess !== USUAL_ENCODING)
    return { text: decodeDeclared(bytes, guess.label, name), warnings: [warning(guess.name)] };
  if (hasMultibyteBefore(bytes, bad)) {
    throw new OnRecordError(
      "BAD_ENCODING",
      `${name}: not valid UTF-8 at byte ${bad}, the file is damaged or of mixed encodings; save it again as UTF-8`,
    );
  }
  return { text: decodeWindows1252(bytes), warnings: [warning(guess.name)] };
}

function refuseBinary(bytes: Uint8Array, name: string): void {
  const signature = SIGNATURES.find((known) => known.bytes.every((byte, index) => bytes[index] === byte));
  if (signature !== undefined) {
    throw new OnRecordError(
      "NOT_TEXT",
      `${name}: this is ${signature.what}, not a text; save the article as plain text or as an HTML page`,
    );
  }
}

/** Control characters other than white space hardly occur in texts. NUL never does. */
function refuseControlCharacters(bytes: Uint8Array, name: string): void {
  const end = Math.min(bytes.length, SAMPLE);
  let control = 0;
  for (let index = 0; index < end; index++) {
    const byte = bytes[index];
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
    if (byte === 0 || control > 8 + end / 50) {
      throw new OnRecordError(
        "NOT_TEXT",
        `${name}: this is a binary file (control character at byte ${index}), not a text; save the article as plain text or as an HTML page`,
      );
    }
  }
}

/** The UTF-16 a file is in, by its byte order mark or by where its zero bytes stand. */
function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 2) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? null : "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const end = Math.min(bytes.length, 2048) & ~1;
  const zeros = [0, 0];
  for (let index = 0; index < end; index++) if (bytes[index] === 0) zeros[index & 1]++;
  const half = end / 2;
  if (half < 8) return null;
  if (zeros[1] > half * 0.7 && zeros[0] < half * 0.05) return "utf-16le";
  return zeros[0] > half * 0.7 && zeros[1] < half * 0.05 ? "utf-16be" : null;
}

function decodeUtf16(bytes: Uint8Array, label: "utf-16le" | "utf-16be", name: string): DecodedText {
  const text = new TextDecoder(label).decode(bytes);
  if (text.includes("\uFFFD")) {
    throw new OnRecordError("BAD_ENCODING", `${name}: not valid UTF-16, the file is damaged; save it again as UTF-8`);
  }
  return { text, warnings: [] };
}

/** Where the bytes stop being UTF-8 (Unicode 15, table 3-7), or -1. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index];
    if (byte < 0x80) {
      index++;
      continue;
    }
    const more =
      byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
    if (more === 0 || index + more >= bytes.length) return index;
    const low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    const high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (bytes[index + 1] < low || bytes[index + 1] > high) return index;
    for (let next = 2; next <= more; next++) if ((bytes[index + next] & 0xc0) !== 0x80) return index;
    index += more + 1;
  }
  return -1;
}

/** Whether well-formed characters beyond ASCII stand before `end`: then the file is UTF-8 that was damaged. */
function hasMultibyteBefore(bytes: Uint8Array, end: number): boolean {
  for (let index = 0; index < end; index++) if (bytes[index] >= 0x80) return true;
  return false;
}

/** The encoding an HTML page declares in its first kilobytes, as a lower-case label. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const match =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head) ??
    /^<\?xml[^>]{0,200}encoding=["']([\w:-]+)/.exec(head);
  return match === null ? null : match[1].toLowerCase().replace(/^utf8$/, "utf-8");
}

function decodeDeclared(bytes: Uint8Array, label: string, name: string): string {
  // the label of Windows-1252 by the WHATWG's reading, which some runtimes' decoders get wrong
  if (/^(?:windows-1252|cp1252|x-cp1252|iso-?8859-?1|latin1|l1|us-ascii|ascii)$/.test(label))
    return decodeWindows1252(bytes);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new OnRecordError(
      "BAD_ENCODING",
      `${name}: declares the encoding "${label}" but can't be read as that; save it again as UTF-8`,
    );
  }
}
