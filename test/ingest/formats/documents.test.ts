import { describe, expect, it } from "vitest";
import { column, pdfDocument, readAll, wordDocument } from "./files.ts";

const paragraphs = (
  article: { text: string; blocks: readonly { kind: string; start: number; end: number }[] },
  kind = "paragraph",
) => article.blocks.filter((block) => block.kind === kind).map(({ start, end }) => article.text.slice(start, end));

describe("Markdown", () => {
  it("keeps the words and drops the marks", async () => {
    const source = `---
title: "Ferry strike ends"
date: 2021-09-07
author: Nadia Holm
---

# Ferry strike ends

The strike is **over**, the [harbour master](https://example.org/m) said
on _Monday_ &mdash; after two weeks.

![A ferry](f.png "Ferries in the harbour on Sunday. (Photo: Holm)")

## What was agreed

> "We are glad," said Ines Varga.

- higher pay
- longer breaks
`;
    const { articles } = await readAll(source, "strike.md");
    expect(articles).toHaveLength(1);
    const [article] = articles;
    expect([article.title, article.date, article.author]).toEqual(["Ferry strike ends", "2021-09-07", "Nadia Holm"]);
    expect(paragraphs(article)).toEqual([
      "The strike is over, the harbour master said on Monday — after two weeks.",
      '"We are glad," said Ines Varga.',
      "higher pay",
      "longer breaks",
    ]);
    expect(paragraphs(article, "heading")).toEqual(["What was agreed"]);
    expect(paragraphs(article, "caption")).toEqual(["Ferries in the harbour on Sunday. (Photo: Holm)"]);
  });

  it("takes pathological nesting in its stride", async () => {
    for (const hostile of [">".repeat(100_000), "[".repeat(100_000), "* ".repeat(50_000), "**a".repeat(30_000)]) {
      const { articles, skipped } = await readAll(`The mayor said no.\n\n${hostile}`, "a.md");
      expect(articles.length + skipped.length).toBe(1);
    }
  });
});

describe("Word documents", () => {
  it("gives paragraphs, and headings by their styles", async () => {
    const bytes = wordDocument([
      { text: "Ferry strike ends", style: "Title" },
      "By Nadia Holm",
      "September 7, 2021",
      "The strike is over, the harbour master said & smiled.",
      { text: "We never wanted it to last that long, you know", style: "heading 1" },
      "“Never again,” she said.",
    ]);
    const { articles } = await readAll(bytes, "strike.docx");
    const [article] = articles;
    expect([article.title, article.author, article.date]).toEqual(["Ferry strike ends", "Nadia Holm", "2021-09-07"]);
    expect(paragraphs(article)).toEqual([
      "The strike is over, the harbour master said & smiled.",
      "“Never again,” she said.",
    ]);
    expect(paragraphs(article, "heading")).toEqual(["We never wanted it to last that long, you know"]);
  });

  it("refuses entities, the beginning of a billion laughs", async () => {
    const bomb = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const { skipped } = await readAll(wordDocument(["Hello"], bomb), "laughs.docx");
    expect(skipped).toMatchObject([{ skipped: "ENTITY_BOMB", message: expect.stringContaining("laughs.docx") }]);
  });

  it("names a document that is none", async () => {
    const { skipped } = await readAll(wordDocument(["Hello"]).slice(0, 400), "cut.docx");
    expect(skipped).toMatchObject([{ skipped: "BAD_ARCHIVE" }]);
  });
});

describe("rich text", () => {
  it("reads its characters and hides its machinery", async () => {
    const source = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\*\generator Word;}{\info{\title T}}
\pard\b Ferry strike ends\b0\par\pard \ldblquote Never again,\rdblquote  said Ren\'e9e \u321?uk of the caf\'e9\emdash bar.\par
{\header running head}A second \{paragraph\} fo\-llows.\par}`;
    const { articles } = await readAll(source, "strike.rtf");
    expect(articles[0].title).toBe("Ferry strike ends");
    expect(paragraphs(articles[0])).toEqual([
      "“Never again,” said Renée Łuk of the café—bar.",
      "A second {paragraph} follows.",
    ]);
  });

  it("reads nesting without end", async () => {
    const { articles } = await readAll(`{\\rtf1 ${"{".repeat(200_000)}The mayor said no to it.`, "deep.rtf");
    expect(articles[0].text).toBe("The mayor said no to it.");
  });
});

describe("PDF", () => {
  const left = [
    "The ferry strike ended on Monday after",
    "two weeks, the harbour master an-",
    "nounced. Nobody had expected the co-",
    "operation of the smaller unions.",
  ];
  const right = [
    "“We are tired and glad,” said Ines Var-",
    "ga, who leads the well-known crews. She",
    "went home by boat. The smaller unions",
    "and the cooperation go on for now.",
  ];

  it("reads columns one after the other, under a title across both", async () => {
    const page = [
      { text: "Ferry strike ends in the old harbour", x: 60, y: 700, size: 24 },
      ...column(left, 60, 640),
      ...column(
        right.map((line) => line.replace(/[“”]/g, '"')),
        320,
        640,
      ),
    ];
    const { articles } = await readAll(pdfDocument([page]), "strike.pdf");
    expect(articles[0].title).toBe("Ferry strike ends in the old harbour");
    expect(paragraphs(articles[0]).join(" ")).toBe(
      'The ferry strike ended on Monday after two weeks, the harbour master announced. Nobody had expected the cooperation of the smaller unions. "We are tired and glad," said Ines Varga, who leads the well-known crews. She went home by boat. The smaller unions and the cooperation go on for now.',
    );
  });

  it("drops running heads and page numbers and joins what they part", async () => {
    const pages = [1, 2, 3].map((number) => [
      { text: `Harbour News, Issue ${number}`, x: 60, y: 760, size: 8 },
      ...column(
        number === 1
          ? ["The ferry strike ended on Monday, the harbour", "master said in a speech that went on and"]
          : number === 2
            ? ["on until the evening, when the last boat", "had left. She thanked everyone and went"]
            : ["home by the road along the shore."],
        60,
        700,
      ),
      { text: `${number}`, x: 300, y: 40, size: 8 },
    ]);
    const { articles } = await readAll(pdfDocument(pages), "strike.pdf");
    expect(articles[0].text).toBe(
      "The ferry strike ended on Monday, the harbour master said in a speech that went on and on until the evening, when the last boat had left. She thanked everyone and went home by the road along the shore.",
    );
  });

  it("parts paragraphs by indents and by gaps", async () => {
    const page = [
      ...column(["The strike is over, said the harbour master, who", "had led the talks. All was well."], 60, 700),
      ...column(["The crews agreed with every word of what she", "had told them on the quay that day."], 75, 676).map(
        (line, index) => ({
          ...line,
          x: index === 0 ? 75 : 60,
        }),
      ),
      ...column(["A third thing is told here, and it is set apart", "by some space."], 60, 630),
    ];
    const { articles } = await readAll(pdfDocument([page]), "strike.pdf");
    expect(paragraphs(articles[0])).toHaveLength(3);
  });

  it("says what a PDF without text needs", async () => {
    const { skipped } = await readAll(pdfDocument([[]]), "scan.pdf");
    expect(skipped).toMatchObject([{ skipped: "NO_TEXT_LAYER", message: expect.stringContaining("OCR") }]);
  });

  it("names a PDF that is damaged", async () => {
    const { skipped } = await readAll("%PDF-1.7\nnothing of a PDF follows here", "broken.pdf");
    expect(skipped).toMatchObject([{ skipped: "BROKEN", message: expect.stringContaining("broken.pdf") }]);
  });
});
