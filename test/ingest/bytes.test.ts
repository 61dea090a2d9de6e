import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { articleFromBytes } from "../../src/ingest/index.ts";

const parseDocument = (html: string) => parseHTML(html).document as unknown as Document;
const utf8 = (text: string) => new TextEncoder().encode(text);
const codeOf = (bytes: Uint8Array, name = "a.txt") => {
  try {
    articleFromBytes(bytes, name, parseDocument);
    return "read";
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    expect(message).toMatch(new RegExp(`^${name.replace(".", "\\.")}: .+; .+$`));
    expect(message).not.toContain("\n");
    return code;
  }
};

/** Texts in older encodings, as another program writes them. */
const LEGACY: readonly (readonly [name: string, bytes: readonly number[], text: string])[] = [
  [
    "Windows-1252",
    bytesOfHex("4d61796f7220416e6e204c656520736169643a209357652063616e9274206f70656e206974206561726c6965722e94"),
    "Mayor Ann Lee said: “We can’t open it earlier.”",
  ],
  [
    "Mac OS Roman",
    bytesOfHex("4d61796f7220416e6e204c656520736169643a20d257652063616ed574206f70656e206974206561726c6965722ed3"),
    "Mayor Ann Lee said: “We can’t open it earlier.”",
  ],
  [
    "GB 18030",
    bytesOfHex("4d61796f7220416e6e204c656520736169643a20a1b057652063616ea1af74206f70656e206974206561726c6965722ea1b1"),
    "Mayor Ann Lee said: “We can’t open it earlier.”",
  ],
  [
    "Big5",
    bytesOfHex("4d61796f7220416e6e204c656520736169643a20a1a757652063616ea1a674206f70656e206974206561726c6965722ea1a8"),
    "Mayor Ann Lee said: “We can’t open it earlier.”",
  ],
  [
    "Shift-JIS",
    bytesOfHex("4d61796f7220416e6e204c656520736169643a20816757652063616e816674206f70656e206974206561726c6965722e8168"),
    "Mayor Ann Lee said: “We can’t open it earlier.”",
  ],
  [
    "GB 18030",
    bytesOfHex("cad0b3a4d0c7c6dab6feb1edcabe2cb8dbbfdabdabb9d8b1d5d6c1c8fdd4c2a1a3"),
    "市长星期二表示,港口将关闭至三月。",
  ],
  [
    "Big5",
    bytesOfHex("a5abaaf8ac50b4c1a447aaeda5dc2cb4e4a466b14ec3f6b3aca6dca454a4eba143"),
    "市長星期二表示,港口將關閉至三月。",
  ],
  [
    "Shift-JIS",
    bytesOfHex("8e7392b782cd89ce976a93fa81418d6082f08e4f8c8e82dc82c595c28dbd82b782e982c68f7182d782bd8142"),
    "市長は火曜日、港を三月まで閉鎖すると述べた。",
  ],
  [
    "EUC-JP",
    bytesOfHex("bbd4c4b9a4cfb2d0cdcbc6fca1a2b9c1a4f2bbb0b7eea4dea4c7cac4babfa4b9a4eba4c8bdd2a4d9a4bfa1a3"),
    "市長は火曜日、港を三月まで閉鎖すると述べた。",
  ],
  [
    "EUC-KR",
    bytesOfHex(
      "bdc3c0e5c0ba20c8adbfe4c0cf20c7d7b1b8b0a120bbefbff9b1eec1f620c6f3bce2b5c920b0cdc0ccb6f3b0ed20b8bbc7dfb4d92e",
    ),
    "시장은 화요일 항구가 삼월까지 폐쇄될 것이라고 말했다.",
  ],
  [
    "Windows-1251",
    bytesOfHex("ccfdf020f1eeeee1f9e8eb20e2ee20e2f2eef0ede8ea2c20f7f2ee20efeef0f220e7e0eaf0fbf220e4ee20ece0f0f2e02e"),
    "Мэр сообщил во вторник, что порт закрыт до марта.",
  ],
  [
    "KOI8-R",
    bytesOfHex("eddcd220d3cfcfc2ddc9cc20d7cf20d7d4cfd2cec9cb2c20ded4cf20d0cfd2d420dac1cbd2d9d420c4cf20cdc1d2d4c12e"),
    "Мэр сообщил во вторник, что порт закрыт до марта.",
  ],
  [
    "ISO 8859-5",
    bytesOfHex("bcede020e1deded1e9d8db20d2de20d2e2dee0ddd8da2c20e7e2de20dfdee0e220d7d0dae0ebe220d4de20dcd0e0e2d02e"),
    "Мэр сообщил во вторник, что порт закрыт до марта.",
  ],
  [
    "Windows-1253",
    bytesOfHex(
      "cf20e4deece1f1f7eff220e5dff0e520f4e7ed20d4f1dff4e720fcf4e920f4ef20ebe9ecdcede920e8e120ece5dfede5e920eaebe5e9f3f4fc2e",
    ),
    "Ο δήμαρχος είπε την Τρίτη ότι το λιμάνι θα μείνει κλειστό.",
  ],
  [
    "Windows-1250",
    bytesOfHex(
      "4275726d697374727a20706f776965647a6961b32077652077746f72656b2c20bf6520706f72742062ea647a6965207a616d6b6e69ea74792e",
    ),
    "Burmistrz powiedział we wtorek, że port będzie zamknięty.",
  ],
  [
    "Windows-1252",
    bytesOfHex("426af6726e20def37273736f6e206d6574205a6feb2042726f6e74eb2c20697420636f737420a335206174203230b02e"),
    "Björn Þórsson met Zoë Brontë, it cost £5 at 20°.",
  ],
];

function bytesOfHex(hex: string): number[] {
  return hex.match(/../g)!.map((pair) => Number.parseInt(pair, 16));
}

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + (mark ? 2 : 0)));
  if (mark) view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index++)
    view.setUint16(2 * index + (mark ? 2 : 0), text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

describe("an article from bytes", () => {
  it("reads UTF-8 with and without byte order mark", () => {
    expect(articleFromBytes(utf8("“Café”, she said. 🙂"), "a.txt").text).toBe("“Café”, she said. 🙂");
    expect(articleFromBytes(utf8("\uFEFFCafé."), "a.txt").text).toBe("Café.");
  });

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])("reads UTF-16 (little endian: %s, byte order mark: %s)", (littleEndian, mark) => {
    const text = "The minister said “no” to the plan.";
    expect(articleFromBytes(utf16(text, littleEndian, mark), "a.txt").text).toBe(text);
  });

  it("reads Windows-1252 with a warning", () => {
    const article = articleFromBytes(
      Uint8Array.from([0x93, ...utf8("No"), 0x94, ...utf8(" costs "), 0x80, ...utf8("5.")]),
      "a.txt",
    );
    expect(article.text).toBe("“No” costs €5.");
    expect(article.warnings[0]).toMatch(/byte 0.*Windows-1252/);
  });

  it.each(LEGACY)("recognises %s where nothing declares it", (name, bytes, text) => {
    const article = articleFromBytes(Uint8Array.from(bytes), "a.txt");
    expect(article.text).toBe(text);
    expect(article.warnings[0]).toContain(`read as ${name}`);
  });

  it("reads the encoding a page declares", () => {
    const body = `<p>${"Der Minister said the café would open again in the autumn of next year, ".repeat(6)}</p>`;
    const html = `<html><head><meta charset="iso-8859-1"><title>T</title></head><body><article>${body}</article></body></html>`;
    const bytes = Uint8Array.from(html, (character) => character.charCodeAt(0));
    expect(articleFromBytes(bytes, "a.html", parseDocument).text).toContain("café");
  });

  it.each([
    ["nothing", new Uint8Array(), "EMPTY"],
    ["white space", utf8(" \n\t\n"), "EMPTY"],
    ["a PDF", utf8("%PDF-1.7 ..."), "NOT_TEXT"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), "NOT_TEXT"],
    ["bytes with NUL", utf8("abc\0def"), "NOT_TEXT"],
    ["damaged UTF-8", Uint8Array.from([...utf8("Café and "), 0xc3, 0x28, ...utf8(" more")]), "BAD_ENCODING"],
    ["UTF-8 that ends early", Uint8Array.from([...utf8("Café and "), 0xe2, 0x80]), "BAD_ENCODING"],
    ["a page without article", utf8("<!doctype html><html><body><p>Sign in</p></body></html>"), "NO_ARTICLE"],
    [
      "a page of an encoding nobody knows",
      Uint8Array.from([...utf8('<html><meta charset="klingon-8"><p>'), 0xff]),
      "BAD_ENCODING",
    ],
  ])("refuses %s", (_what, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it("refuses more than 20 MB", () => {
    expect(codeOf(new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61))).toBe("TOO_LARGE");
  });

  it("says that a page needs a parser", () => {
    expect(() => articleFromBytes(utf8("<html><body><p>Hi</p></body></html>"), "a.html")).toThrow(/HTML/);
  });
});
