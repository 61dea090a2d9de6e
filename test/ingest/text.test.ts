import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleFromText } from "../../src/ingest/index.ts";
import { compareSpans, overlaps } from "../../src/model/index.ts";

const blocksOf = (text: string) =>
  articleFromText(text).blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe("an article from plain text", () => {
  it("reads the sample's header, caption and paragraphs", () => {
    const text = readFileSync("graph-data/articles/2021-09-07-qianhai-plan.txt", "utf8");
    const article = articleFromText(text);
    expect(article.title).toBe("Plan issued to further develop cooperation zone");
    expect(article.date).toBe("2021-09-07");
    expect(article.text).toBe(text);
    expect(article.blocks.map(({ kind }) => kind)).toEqual([
      "date",
      "title",
      "date",
      "caption",
      ...Array(10).fill("paragraph"),
    ]);
    expect(article.id).toMatch(/^2021-09-07-plan-issued-to-further-develop-cooperation-zone-[0-9a-f]{6}$/);
  });

  it("reads title, subtitle, byline, date and heading lines", () => {
    const text =
      "Bridge closes for repairs\n\nCommuters face a long detour\n\nBy Ada Penrose\n\nPublished: 4 March 2019, 10:15 GMT\n\nThe bridge closed today.\n\nWhat happens next\n\nEngineers will look at it.";
    expect(blocksOf(text)).toEqual([
      "title: Bridge closes for repairs",
      "subtitle: Commuters face a long detour",
      "byline: By Ada Penrose",
      "date: Published: 4 March 2019, 10:15 GMT",
      "paragraph: The bridge closed today.",
      "heading: What happens next",
      "paragraph: Engineers will look at it.",
    ]);
    expect(articleFromText(text)).toMatchObject({ author: "Ada Penrose", date: "2019-03-04" });
  });

  it.each([
    ["BEIJING, Sept 7 (Xinhua) -- Rain fell.", "BEIJING, Sept 7 (Xinhua) --", "Xinhua"],
    ["LONDON (Reuters) - Rain fell.", "LONDON (Reuters) -", "Reuters"],
    ["WASHINGTON — Rain fell.", "WASHINGTON —", null],
    ["New York (CNN)Rain fell.", "New York (CNN)", "CNN"],
    ["GENEVA, 3 May 2020 (AP) — Rain fell.", "GENEVA, 3 May 2020 (AP) —", "AP"],
  ])("cuts the dateline off %s", (text, dateline, outlet) => {
    expect(blocksOf(text)).toEqual([`date: ${dateline}`, "paragraph: Rain fell."]);
    expect(articleFromText(text).outlet).toBe(outlet);
  });

  it.each(["Nairobi, 2 June 2024", "LISBON — June 2, 2024", "New York, Sunday 2 June 2024"])(
    "takes %s for a line with a date",
    (line) => {
      const text = `Rain returns to the valley\n\n${line}\n\nRain fell on Saturday.`;
      expect(blocksOf(text)).toEqual([
        "title: Rain returns to the valley",
        `date: ${line}`,
        "paragraph: Rain fell on Saturday.",
      ]);
      expect(articleFromText(text).date).toBe("2024-06-02");
    },
  );

  it("takes the year of a dateline from the file's name", () => {
    const article = articleFromText("OSLO, March 3 (NTB) -- Rain fell.", { name: "2020-03-04-rain.txt" });
    expect(article.date).toBe("2020-03-03");
  });

  it("leaves a sentence with a dash alone", () => {
    expect(blocksOf("The man - who was tall - left.")).toEqual(["paragraph: The man - who was tall - left."]);
  });

  it("takes single line breaks as ends of paragraphs", () => {
    expect(blocksOf("Q: Are you well?\nA: I am.\r\nQ: Good.")).toEqual([
      "paragraph: Q: Are you well?",
      "paragraph: A: I am.",
      "paragraph: Q: Good.",
    ]);
  });

  it("joins the lines of a hard-wrapped text", () => {
    const text =
      "The council met on Monday evening to talk about the harbour and the\nships that call there, and nobody who came to listen left before the\nend.\nA second paragraph began on a new line and was also quite long, so that\nit had to be wrapped by hand.\n\nA third.";
    expect(blocksOf(text).length).toBe(3);
  });

  it.each([
    "A view of the harbour. (Photo/Xinhua)",
    "FILE PHOTO: A view of the harbour. REUTERS/Jo Bloggs",
    "A view of the harbour. Photograph: Jo Bloggs/Agency",
    "In this May 3 photo, ships lie in the harbour.",
    "Ships in the harbour [Photo by Jo Bloggs/AP]",
  ])("knows a caption: %s", (caption) => {
    expect(blocksOf(`Title here\n\nA body.\n\n${caption}\n\nMore body.`)).toContain(`caption: ${caption}`);
  });

  it("lets the source win over the text", () => {
    const article = articleFromText("Words.", { title: "T", date: "2020-01-02", outlet: "O", author: "A", url: "u:1" });
    expect(article).toMatchObject({ title: "T", date: "2020-01-02", outlet: "O", author: "A", url: "u:1" });
  });

  it("says so when the given date is none", () => {
    const article = articleFromText("Words.", { date: "2020-02-31" });
    expect(article.date).toBeNull();
    expect(article.warnings.join()).toContain("2020-02-31");
  });

  it("cuts the times of a live report off its entries", () => {
    const text = "Storm live\n\n10:42 The road is shut.\n\n3.05pm: It is open again.\n\n12 people are home.\n";
    expect(blocksOf(text)).toEqual([
      "title: Storm live",
      "date: 10:42",
      "paragraph: The road is shut.",
      "date: 3.05pm:",
      "paragraph: It is open again.",
      "paragraph: 12 people are home.",
    ]);
  });

  it("gives sorted blocks that don't overlap and carry no white space around them", () => {
    const line = fc.constantFrom(
      "By Ann Lee",
      "2020-01-02 Rain",
      "",
      " ",
      "PARIS (AP) — Rain.",
      "\t“Hm”",
      "Title Case",
      "\u2028",
      "date 2021-01-01",
    );
    const anyText = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.array(line).map((lines) => lines.join("\n")),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const { blocks } = articleFromText(text);
        expect([...blocks].sort(compareSpans)).toEqual(blocks);
        blocks.forEach((block, index) => {
          const words = text.slice(block.start, block.end);
          expect(words).toBe(words.trim());
          expect(words).not.toBe("");
          if (index > 0) expect(overlaps(blocks[index - 1], block)).toBe(false);
        });
      }),
    );
  });
});
