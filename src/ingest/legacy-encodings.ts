import { decodeWindows1252 } from "./windows-1252.ts";

/** An encoding that isn't UTF-8, by its label in the WHATWG's Encoding Standard and the name people know it by. */
export interface LegacyEncoding {
  readonly label: string;
  readonly name: string;
}

/** The encodings that saved articles come in; where two are as likely, the earlier one is taken. */
const CANDIDATES: readonly LegacyEncoding[] = [
  { label: "windows-1252", name: "Windows-1252" },
  { label: "macintosh", name: "Mac OS Roman" },
  { label: "gb18030", name: "GB 18030 (simplified Chinese)" },
  { label: "big5", name: "Big5 (traditional Chinese)" },
  { label: "shift_jis", name: "Shift-JIS (Japanese)" },
  { label: "euc-jp", name: "EUC-JP (Japanese)" },
  { label: "euc-kr", name: "EUC-KR (Korean)" },
  { label: "windows-1251", name: "Windows-1251 (Cyrillic)" },
  { label: "koi8-r", name: "KOI8-R (Cyrillic)" },
  { label: "iso-8859-5", name: "ISO 8859-5 (Cyrillic)" },
  { label: "windows-1253", name: "Windows-1253 (Greek)" },
  { label: "windows-1250", name: "Windows-1250 (Central European)" },
];

/** What a file is taken for where nothing else is clearly more likely. */
export const USUAL_ENCODING = CANDIDATES[0];

/** So many bytes are looked at. */
const SAMPLE = 65_536;
/** An encoding other than the usual one needs at least this score, and so much more than that one. */
const LEAST_SCORE = 0.45;
const LEAST_LEAD = 0.25;

/** The most frequent letters of a script, by which two encodings of the same bytes are told apart. */
const FREQUENT = new Set(
  "оеаинтсрвлкμαοιετσνηυρπκίόέά이다는에의을가고지하로도은를한기사서" +
    "的一是不了在人有我他这这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长市期" +
    "這來國個說們為時會過學對裡後麼還發當無開經頭從動兩長",
);

/**
 * Which of the older encodings a text that isn't UTF-8 is in, by how much the letters it would hold look like words: letters
 * of one script beside each other, small ones behind capital ones, quotation marks around words.
 */
export function guessLegacyEncoding(bytes: Uint8Array): LegacyEncoding {
  const sample = bytes.length > SAMPLE ? wholeLines(bytes.subarray(0, SAMPLE)) : bytes;
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  if (high === 0) return USUAL_ENCODING;
  const usual = scoreOf(USUAL_ENCODING, sample, high);
  let best = USUAL_ENCODING;
  let bestScore = Math.max(LEAST_SCORE, usual + LEAST_LEAD);
  for (const candidate of CANDIDATES.slice(1)) {
    const score = scoreOf(candidate, sample, high);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** Cut behind the last line feed, so that no character is cut in two. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(10);
  return end > 0 ? bytes.subarray(0, end + 1) : bytes;
}

/** How plausible the characters beyond ASCII are on average, each by the bytes it takes; -1 where it can't be this encoding. */
function scoreOf({ label }: LegacyEncoding, bytes: Uint8Array, high: number): number {
  let text: string;
  try {
    text =
      label === USUAL_ENCODING.label ? decodeWindows1252(bytes) : new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return -1;
  }
  // single-byte encodings take one byte a character; in the others most take two
  const width = high / Math.max(1, [...text].filter((character) => character > "\x7f").length);
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > 0x7f) sum += plausibility(text, at) * width;
  }
  return sum / high;
}

function plausibility(text: string, at: number): number {
  const character = text[at];
  const before = at > 0 ? text[at - 1] : " ";
  const after = at + 1 < text.length ? text[at + 1] : " ";
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character))
    return ofEastAsia(character, before, after);
  if (/\p{L}/u.test(character)) return ofAlphabet(character, before, after);
  if (/[“‘«„]/.test(character)) return /[\p{L}\d]/u.test(before) ? -0.5 : 1;
  if (/[”’»]/.test(character)) return /\s/.test(before) ? -0.5 : 1;
  if (/[\u2010-\u2026\u3000-\u301f\uff01-\uff5e\u00a0€£]/.test(character)) return 0.8;
  // "¡°We" is a quotation mark of another encoding, "20°" none
  if (/[¡-¿×÷]/.test(character)) return /[\s\d(]/.test(before) && /[\s\p{L}\d.,)]/u.test(after) ? 0.5 : -1;
  return -1;
}

function ofEastAsia(character: string, before: string, after: string): number {
  if (/[a-z]/i.test(before) || /[a-z]/i.test(after)) return -1;
  if (/[\uff61-\uff9f]/.test(character)) return -0.5;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return 1;
  if (/\p{Script=Hangul}/u.test(character)) return FREQUENT.has(character) ? 1 : 0.7;
  // Korean is hardly ever written with Chinese characters
  if (/\p{Script=Hangul}/u.test(before + after)) return -0.5;
  return FREQUENT.has(character) ? 1 : 0.4;
}

function ofAlphabet(character: string, before: string, after: string): number {
  const isLatin = /\p{Script=Latin}/u.test(character);
  const own = isLatin ? /[a-z]/i : /\p{Script=Cyrillic}|\p{Script=Greek}/u;
  const isBeside = own.test(before) || own.test(after);
  // "canÕt": no capital stands within a word
  if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) return -1;
  if (isLatin) return isBeside ? 0.9 : /[\p{L}]/u.test(before + after) ? -0.3 : 0.3;
  if (/[a-z]/i.test(before + after)) return -1;
  if (/\p{Lu}/u.test(character)) return /\p{L}/u.test(before) ? 0.1 : 0.7;
  return FREQUENT.has(character) ? 1 : isBeside || before === " " ? 0.6 : 0.2;
}
