import { describe, expect, it } from "vitest";
import {
  fileFromBytes,
  type InputFile,
  isSkipped,
  LIMITS,
  parseMapping,
  readArticles,
} from "../../../src/ingest/formats/index.ts";
import { readAll, utf8 } from "./files.ts";

const body = (name: string) =>
  `"We are glad," said ${name}, who leads the crews of the harbour.\nThe mayor didn't answer.`;

describe("tables", () => {
  it("guesses the columns of an export and says so", async () => {
    const csv = `Headline,Publication,Publication Date,Byline,Full Text,Pages
Ferry strike ends,Harbour Times,2021-09-07,Nadia Holm,"${body("Ines Varga").replace(/"/g, '""')}",3
Budget passes,Daily Tide,8 September 2021,,"The council said ""yes"", after nine hours of debate.",1
,Daily Tide,2021-09-09,,,1
`;
    const notices: string[] = [];
    const { articles, skipped } = await readAll(csv, "export.csv", { notice: (message) => notices.push(message) });
    expect(articles.map(({ title, outlet, date, author }) => [title, outlet, date, author])).toEqual([
      ["Ferry strike ends", "Harbour Times", "2021-09-07", "Nadia Holm"],
      ["Budget passes", "Daily Tide", "2021-09-08", null],
    ]);
    expect(articles[0].text).toBe(body("Ines Varga"));
    expect(skipped).toMatchObject([
      { skipped: "EMPTY", message: expect.stringMatching(/^export\.csv, row 4: .*--map/) },
    ]);
    expect(notices).toEqual([
      'export.csv: text ← Full Text, title ← Headline, date ← Publication Date, outlet ← Publication, author ← Byline; left out: "Pages"',
    ]);
  });

  it("lets a person say which column holds what", async () => {
    const tsv = `a\tb\n${body("Ines Varga").replace(/\s/g, " ")}\tFerry strike ends\n`;
    const { articles } = await readAll(tsv, "x.tsv", { columns: parseMapping(["b=title", "a=text"]) });
    expect(articles[0].title).toBe("Ferry strike ends");
    const wrong = await readAll(tsv, "x.tsv", { columns: parseMapping(["words=text"]) });
    expect(wrong.skipped).toMatchObject([
      { skipped: "NO_SUCH_COLUMN", message: 'x.tsv: there is no column "words"; the columns are "a", "b"' },
    ]);
    expect(() => parseMapping(["a=colour"])).toThrow(/COLUMN=FIELD.*text, title/);
  });

  it("finds the text by its length where nothing is named", async () => {
    const long = `${body("Ines Varga")} `.repeat(4).replace(/[\n"]/g, " ");
    const { articles } = await readAll(`2021-09-07;"${long}"\n2021-09-08;"${long} More of it"\n`, "bare.csv");
    expect(articles).toHaveLength(2);
    expect(articles[0].text).toContain("Ines Varga");
  });

  it("reads quoted line breaks across batches", async () => {
    let csv = "title,text\n";
    for (let index = 0; index < 2500; index++)
      csv += `Title ${index},"First line of ${index} is here, he said.\nSecond, ""line"""\n`;
    const { articles, skipped } = await readAll(csv, "many.csv");
    expect(skipped).toEqual([]);
    expect(articles).toHaveLength(2500);
    expect(articles[2400].text).toBe('First line of 2400 is here, he said.\nSecond, "line"');
  });
});

describe("JSON", () => {
  it("reads what news services answer", async () => {
    const answer = {
      status: "ok",
      articles: [
        {
          source: { id: null, name: "Harbour Times" },
          author: "Nadia Holm",
          title: "Ferry strike ends",
          url: "https://harbour.example/strike",
          publishedAt: "2021-09-07T21:00:00Z",
          content: body("Ines Varga"),
        },
      ],
    };
    const { articles } = await readAll(JSON.stringify(answer), "answer.json");
    expect(articles[0]).toMatchObject({
      title: "Ferry strike ends",
      outlet: "Harbour Times",
      author: "Nadia Holm",
      date: "2021-09-07",
      url: "https://harbour.example/strike",
    });
  });

  it("reads records a line, names the broken ones and goes on", async () => {
    const lines = [
      JSON.stringify({ headline: "A strike ends", body: `<p>${body("Ines Varga").replace("\n", "</p><p>")}</p>` }),
      "{not json",
      "[1]",
      JSON.stringify({ headline: "B", body: body("Carl Wu") }),
    ];
    const { articles, skipped } = await readAll(`${lines.join("\n")}\n`, "corpus.jsonl");
    expect(articles.map(({ text }) => text)).toEqual([body("Ines Varga").replace("\n", "\n\n"), body("Carl Wu")]);
    expect(skipped.map(({ skipped, message }) => [skipped, message.split(":")[0]])).toEqual([
      ["BAD_JSON", "corpus.jsonl, line 2"],
      ["NOT_A_RECORD", "corpus.jsonl, line 3"],
    ]);
  });

  it("survives nesting as deep as a file allows", async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    const { skipped } = await readAll(deep, "deep.json");
    expect(skipped).toHaveLength(1);
  });

  it("passes over a line of a gigabyte without keeping it", async () => {
    const record = utf8(`${JSON.stringify({ text: body("Ines Varga") })}\n`);
    const line = 1024 * 1024 * 1024;
    const chunk = new Uint8Array(1024 * 1024).fill(0x61);
    const file: InputFile = {
      name: "huge.jsonl",
      size: record.length * 2 + line + 1,
      async slice(start, end) {
        // the record, a line of one letter repeated, the record again
        if (end <= record.length) return record.subarray(start, end);
        const bytes = end - start === chunk.length ? chunk.slice() : new Uint8Array(end - start).fill(0x61);
        for (let at = start; at < Math.min(end, record.length); at++) bytes[at - start] = record[at];
        const second = record.length + line;
        for (let at = Math.max(start, second); at < end; at++)
          bytes[at - start] = at === second ? 0x0a : record[at - second - 1];
        return bytes;
      },
    };
    let most = 0;
    const before = process.memoryUsage().rss;
    const items = [];
    for await (const item of readArticles(file)) {
      items.push(item);
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(items.map((item) => (isSkipped(item) ? item.skipped : "article"))).toEqual([
      "article",
      "LINE_TOO_LONG",
      "article",
    ]);
    expect(most).toBeLessThan(400 * 1024 * 1024);
  });

  it("refuses a file that can't be read in parts and is too large", async () => {
    const file: InputFile = { ...fileFromBytes(utf8("[{"), "a.json"), size: LIMITS.file + 1 };
    const items = [];
    for await (const item of readArticles(file)) items.push(item);
    expect(items).toMatchObject([{ skipped: "TOO_LARGE" }]);
  });
});

describe("the Global Quotation Graph", () => {
  it("makes an article of the quotations of each address", async () => {
    const line = JSON.stringify({
      date: "2021-09-07T10:15:00Z",
      url: "https://www.harbour.example/strike",
      title: "Ferry strike ends",
      lang: "ENGLISH",
      quotes: [
        { pre: "after two weeks,", quote: "We are tired and glad", post: ", said Ines Varga, who leads" },
        { pre: "the mayor replied:", quote: "Never again.", post: "" },
      ],
    });
    const { articles } = await readAll(`${line}\n`, "20210907101500.gqg.json");
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: "Ferry strike ends",
      outlet: "harbour.example",
      date: "2021-09-07",
      language: "en",
    });
    expect(articles[0].text).toContain("“We are tired and glad” , said Ines Varga");
    expect(articles[0].warnings[0]).toMatch(/GDELT/);
  });
});
