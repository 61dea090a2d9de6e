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
