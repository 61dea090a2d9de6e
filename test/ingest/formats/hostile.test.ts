import fc from "fast-check";
import { gzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { column, pdfDocument, readAll, utf8, wordDocument } from "./files.ts";

const SAID = 'The ferry came late. "Nobody minds," Ines Varga said on Monday, and went home.';
const SAMPLES: readonly (readonly [string, Uint8Array])[] = [
  ["a.txt", utf8(`Ferry late\n\n${SAID}`)],
  ["a.html", utf8(`<html><body><article><h1>Ferry</h1><p>${SAID.repeat(4)}</p></article></body></html>`)],
  ["a.md", utf8(`---\ntitle: x\n---\n# Ferry\n\n> ${SAID}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`)],
  ["a.docx", wordDocument([{ text: "Ferry late", style: "Title" }, SAID])],
  ["a.pdf", pdfDocument([column([SAID.slice(0, 40), SAID.slice(40)], 60, 700)])],
  ["a.rtf", utf8(String.raw`{\rtf1\ansi Ferry\par \u8220?Nobody\u8221? \'e9 {\b bold}\par}`)],
  [
    "a.eml",
    utf8(
      `From: a@example.org\nSubject: =?utf-8?b?RmVycnk=?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n${SAID}\n--b--\n`,
    ),
  ],
  ["a.csv", utf8(`title,text\nFerry,"${SAID.replaceAll('"', '""')}"\n`)],
  ["a.jsonl", utf8(`${JSON.stringify({ title: "Ferry", text: SAID })}\n`)],
  ["a.json", utf8(JSON.stringify({ articles: [{ title: "Ferry", text: SAID }] }))],
  [
    "a.rss",
    utf8(
      `<rss><channel><title>T</title><item><title>Ferry</title><description>${SAID}</description></item></channel></rss>`,
    ),
  ],
  [
    "nexis.txt",
    utf8(
      `1 of 1 DOCUMENTS\n\nDaily Tide\n\nMay 3, 2021 Monday\n\nFerry\n\nLENGTH: 14 words\n\n${SAID}\n\nLOAD-DATE: May 4, 2021\n`,
    ),
  ],
  ["a.zip", zipSync({ "a.txt": utf8(SAID), "b.md": utf8(`# B\n\n${SAID}`) })],
  ["a.txt.gz", gzipSync(utf8(SAID))],
];

describe("hostile files", () => {
  it("are all read while they are whole", async () => {
    for (const [name, bytes] of SAMPLES) {
      const { articles, skipped } = await readAll(bytes, name);
      expect([name, articles.length > 0, skipped]).toEqual([name, true, []]);
    }
  });

  it("never throw when damaged anywhere: what can't be read is named in a line", async () => {
    const damage = fc.record({
      sample: fc.nat(SAMPLES.length - 1),
      cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      bytes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ sample, cut, bytes }) => {
        const [name, whole] = SAMPLES[sample];
        const damaged = whole.slice(0, cut === null ? whole.length : Math.floor(cut * whole.length));
        for (const [at, byte] of bytes) damaged[Math.floor(at * (damaged.length - 1))] = byte;
        const { articles, skipped } = await readAll(damaged, name);
        for (const { blocks, text } of articles) {
          for (const { start, end } of blocks) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        }
        for (const { message } of skipped) expect(message).not.toContain("\n");
      }),
      { numRuns: 300 },
    );
  });

  it("never throw when they are anything at all, under any name", async () => {
    const names = fc.constantFrom(...SAMPLES.map(([name]) => name));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 3000 }), fc.string({ unit: "binary", maxLength: 1000 })),
        names,
        async (content, name) => {
          const { articles, skipped } = await readAll(typeof content === "string" ? utf8(content) : content, name);
          expect(articles.length + skipped.length).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
