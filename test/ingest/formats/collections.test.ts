import { gzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { pdfDocument, readAll, utf8, wordDocument } from "./files.ts";

const nexisText = `                               1 of 2 DOCUMENTS

                              Harbour Times

                       September 7, 2021 Tuesday
                             First Edition

Ferry strike ends
after two weeks

BYLINE: NADIA HOLM in the old harbour

SECTION: NEWS; Pg. 3

LENGTH: 31 words

The ferry strike ended on Monday after two weeks, the harbour master
announced. Nobody had expected it.

"We are tired and glad," said Ines Varga, who leads the crews.

LOAD-DATE: September 8, 2021

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                     Copyright 2021 Harbour Press Ltd.
                           All Rights Reserved

                               2 of 2 DOCUMENTS

                                Daily Tide

                       8 September 2021 Wednesday

Budget passes

LENGTH: 12 words

The council said yes after nine hours, the mayor said.

LOAD-DATE: September 9, 2021
`;

const nexisParagraphs = [
  "User Name: student",
  "Documents (2)",
  "1. Ferry strike ends",
  "2. Budget passes",
  "Ferry strike ends",
  "Harbour Times",
  "September 7, 2021 Tuesday",
  "Copyright 2021 Harbour Press Ltd. All Rights Reserved",
  "Section: NEWS; Pg. 3",
  "Length: 31 words",
  "Byline: Nadia Holm",
  "Body",
  "The ferry strike ended on Monday, the harbour master announced.",
  "“We are tired and glad,” said Ines Varga.",
  "Classification",
  "Language: ENGLISH",
  "Load-Date: September 8, 2021",
  "End of Document",
  "Budget passes",
  "Daily Tide",
  "September 8, 2021 Wednesday",
  "Copyright 2021 Tide. All Rights Reserved",
  "Length: 12 words",
  "Body",
  "The council said yes after nine hours, the mayor said.",
  "Load-Date: September 9, 2021",
  "End of Document",
];

describe("Nexis exports", () => {
  const expected = [
    ["Harbour Times", "2021-09-07"],
    ["Daily Tide", "2021-09-08"],
  ];

  it("cuts a text of many documents and reads their fields", async () => {
    const { articles, skipped } = await readAll(nexisText, "The_Harbour2021-09-09.TXT");
    expect(skipped).toEqual([]);
    expect(articles.map(({ outlet, date }) => [outlet, date])).toEqual(expected);
    expect(articles.map(({ title }) => title)).toEqual(["Ferry strike ends after two weeks", "Budget passes"]);
    expect(articles[0].author).toBe("NADIA HOLM in the old harbour");
    const kinds = articles[0].blocks.map(({ kind, start, end }) => [kind, articles[0].text.slice(start, end)]);
    expect(kinds).toEqual([
      ["title", "Ferry strike ends after two weeks"],
      ["paragraph", expect.stringMatching(/^The ferry strike ended .* master\nannounced\. Nobody had expected it\.$/)],
      ["paragraph", '"We are tired and glad," said Ines Varga, who leads the crews.'],
    ]);
  });

  it.each([
    ["Word document", () => wordDocument(nexisParagraphs), "export.docx"],
    ["plain text", () => utf8(nexisParagraphs.join("\n\n")), "export.txt"],
    [
      "plain text whose first article is longer than the part it is recognised by",
      () =>
        utf8(
          nexisParagraphs
            .map((words) => (words.startsWith("The ferry") ? `${words} ${"Boats lay idle. ".repeat(2000)}` : words))
            .join("\n\n"),
        ),
      "export.txt",
    ],
    [
      "rich text",
      () =>
        utf8(
          `{\\rtf1\\ansi ${nexisParagraphs.map((words) => `${words.replace(/“/g, "\\ldblquote ").replace(/”/g, "\\rdblquote ")}\\par`).join("\n")}}`,
        ),
      "export.rtf",
    ],
  ])("cuts a %s the same", async (_kind, make, name) => {
    const { articles, skipped } = await readAll(make(), name);
    expect(skipped).toEqual([]);
    expect(articles.map(({ outlet, date }) => [outlet, date])).toEqual(expected);
    expect(articles.map(({ title }) => title)).toEqual(["Ferry strike ends", "Budget passes"]);
    expect(articles[0].text).toMatch(/said Ines Varga\.$/);
  });
});

describe("feeds", () => {
  it("reads RSS with the whole text and with teasers", async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Harbour Times</title><language>en-gb</language>
<item><title>Ferry strike ends &amp; boats sail</title><link>https://harbour.example/1</link><pubDate>Tue, 07 Sep 2021 21:00:00 GMT</pubDate><dc:creator>Nadia Holm</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>The strike is over, the harbour master said.</p><p>“We are glad,” said Ines Varga. ${"And so on it went. ".repeat(20)}</p>]]></content:encoded></item>
<item><title>Budget</title><description>The council said yes&nbsp;after nine hours.</description></item>
<item><title>Nothing else</title></item></channel></rss>`;
    const { articles, skipped } = await readAll(rss, "feed.xml");
    expect(articles[0]).toMatchObject({
      title: "Ferry strike ends & boats sail",
      outlet: "Harbour Times",
      author: "Nadia Holm",
      date: "2021-09-07",
      url: "https://harbour.example/1",
      language: "en",
      warnings: [],
    });
    expect(articles[0].blocks.filter(({ kind }) => kind === "paragraph")).toHaveLength(2);
    expect(articles[1].warnings[0]).toMatch(/summary/);
    expect(skipped).toMatchObject([{ skipped: "EMPTY", message: expect.stringMatching(/item 3/) }]);
  });

  it("reads Atom", async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Daily Tide</title><entry><title>Budget passes</title><link rel="alternate" href="https://tide.example/b"/><published>2021-09-08T08:00:00Z</published><author><name>Carl Wu</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The council said yes.</p><p>The mayor said no.</p></div></content></entry></feed>`;
    const { articles } = await readAll(atom, "tide.atom");
    expect(articles[0]).toMatchObject({
      title: "Budget passes",
      outlet: "Daily Tide",
      author: "Carl Wu",
      date: "2021-09-08",
      url: "https://tide.example/b",
    });
    expect(articles[0].blocks.filter(({ kind }) => kind === "paragraph")).toHaveLength(2);
  });

  it("refuses a billion laughs and endless nesting", async () => {
    const laughs = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><description>&b;</description></item></channel></rss>`;
    expect((await readAll(laughs, "laughs.rss")).skipped).toMatchObject([{ skipped: "ENTITY_BOMB" }]);
    const deep = `<rss>${"<a>".repeat(100_000)}`;
    expect((await readAll(deep, "deep.rss")).skipped).toMatchObject([{ skipped: "TOO_DEEP" }]);
  });
});

const letter = (boundary: string, parts: string) => `From: "Nadia Holm" <nadia@harbour.example>
To: me@example.org
Subject: =?utf-8?q?Ferry_strike_ends_=E2=80=93_at_last?=
Date: Tue, 7 Sep 2021 23:30:00 -0400
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="${boundary}"

${parts}--${boundary}--
`;

describe("mail", () => {
  it("reads the letter, its day where it was written, and what is attached", async () => {
    const text = `The ferry strike ended on Monday after two weeks, the harbour master announced, and nobody had expected it to end so soon.\n\n"We are glad," said Ines Varga.\n\n-- \nNadia Holm, reporter`;
    const attached = btoa(
      String.fromCharCode(...wordDocument(["Budget passes", "The council said yes, the mayor said."])),
    );
    const mail = letter(
      "b1",
      `--b1\nContent-Type: text/plain; charset=utf-8\n\n${text}\n--b1\nContent-Type: application/octet-stream; name="budget.docx"\nContent-Disposition: attachment; filename="budget.docx"\nContent-Transfer-Encoding: base64\n\n${attached}\n--b1\nContent-Type: image/png; name="logo.png"\nContent-Disposition: attachment; filename="logo.png"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n`,
    );
    const { articles, skipped } = await readAll(mail, "letter.eml");
    expect(skipped).toEqual([]);
    expect(articles).toHaveLength(2);
    expect(articles[0]).toMatchObject({
      title: "Ferry strike ends – at last",
      author: "Nadia Holm",
      date: "2021-09-07",
    });
    expect(articles[0].text).not.toContain("reporter");
    expect(articles[1].title).toBe("Budget passes");
  });

  it("reads a newsletter that is a page alone", async () => {
    const page = `<html><body><p>The strike is over, the harbour master said on Monday, and everyone went home along the shore before the rain came and the boats stopped for the night once more.</p><p>“We are glad,” said Ines Varga.</p></body></html>`;
    const { articles } = await readAll(
      letter("b2", `--b2\nContent-Type: text/html; charset=utf-8\n\n${page}\n`),
      "news.eml",
    );
    expect(articles[0].text).toContain("“We are glad,” said Ines Varga.");
    expect(articles[0].text).not.toContain("<p>");
  });
});

describe("archives", () => {
  it("reads files of every format in it, nested archives too", async () => {
    const inner = zipSync({ "2021-09-09 Daily Star Rain comes.txt": utf8("The rain came on Monday, the mayor said.") });
    const archive = zipSync({
      "a/strike.txt": utf8("Ferry strike ends\n\nThe strike is over, the harbour master said."),
      "a/export.txt": utf8(nexisText),
      "b/table.csv": utf8('title,text\nBudget passes,"The council said yes, after nine hours."\n'),
      "b/doc.docx": wordDocument(["Harbour grows", "The harbour will grow, the mayor said."]),
      "b/page.pdf": pdfDocument([[{ text: "The boats will sail on Monday, she said.", x: 60, y: 700 }]]),
      "b/lines.jsonl.gz": gzipSync(
        utf8(`${JSON.stringify({ text: "The tide was high on Monday, he said to us all." })}\n`),
      ),
      "b/inner.zip": inner,
      "__MACOSX/a/._strike.txt": utf8("\0\0"),
      "a/picture.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
    });
    const { articles, skipped } = await readAll(archive, "all.zip");
    expect(articles.map(({ title }) => title)).toEqual([
      "Ferry strike ends",
      "Ferry strike ends after two weeks",
      "Budget passes",
      "Budget passes",
      "Harbour grows",
      "The boats will sail on Monday, she said.",
      "The tide was high on Monday, he said to us all.",
      "Rain comes",
    ]);
    expect(skipped).toMatchObject([{ skipped: "NOT_TEXT", message: expect.stringContaining("all.zip/a/picture.png") }]);
  });

  it("leaves out what points outside, and goes on", async () => {
    const archive = zipSync({
      "../../etc/passwd": utf8("root said so"),
      "/abs.txt": utf8("x said"),
      "ok.txt": utf8("All is well, the mayor said."),
    });
    const { articles, skipped } = await readAll(archive, "evil.zip");
    expect(articles.map(({ text }) => text)).toEqual(["All is well, the mayor said."]);
    expect(skipped.map(({ skipped }) => skipped)).toEqual(["PATH_TRAVERSAL", "PATH_TRAVERSAL"]);
  });

  it("stops at a bomb, whatever the archive says of its size", async () => {
    const bomb = zipSync(
      { "bomb.txt": new Uint8Array(16 * 1024 * 1024), "ok.txt": utf8("All is well, the mayor said.") },
      { level: 1 },
    );
    const first = await readAll(bomb, "bomb.zip");
    expect(first.skipped).toMatchObject([{ skipped: "ZIP_BOMB" }]);
    expect(first.articles).toHaveLength(1);
    // now its directory claims a hundred bytes
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = bomb.length - 4; at >= 0; at--)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    const second = await readAll(bomb, "liar.zip");
    expect(second.skipped).toMatchObject([{ skipped: "ZIP_BOMB" }]);
    expect((await readAll(gzipSync(new Uint8Array(16 * 1024 * 1024)), "bomb.txt.gz")).skipped).toMatchObject([
      { skipped: "ZIP_BOMB" },
    ]);
  });

  it("goes only so deep", async () => {
    let archive = zipSync({ "a.txt": utf8("All is well, the mayor said.") });
    for (let depth = 0; depth < 5; depth++) archive = zipSync({ "inner.zip": archive });
    expect((await readAll(archive, "deep.zip")).skipped).toMatchObject([{ skipped: "TOO_DEEP" }]);
  });

  it("names an archive that is damaged", async () => {
    const archive = zipSync({ "a.txt": utf8("All is well, the mayor said.") });
    expect((await readAll(archive.slice(0, -10), "cut.zip")).skipped).toMatchObject([{ skipped: "BAD_ARCHIVE" }]);
    const wrong = archive.slice();
    wrong.fill(0xff, 35, 60);
    const { skipped, articles } = await readAll(wrong, "wrong.zip");
    expect(skipped.length + articles.length).toBe(1);
    expect(articles.map(({ text }) => text)).not.toContain("All is well, the mayor said.");
  });
});
