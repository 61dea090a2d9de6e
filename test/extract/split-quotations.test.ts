import { beforeAll, describe, expect, it } from "vitest";
import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";

let models: Models;

beforeAll(async () => {
  models = await loadModels();
});

/** Each statement of a text: what is said, part by part, and who says it. */
function saidIn(text: string): [string[], string | null][] {
  const article = articleFromText(text, { title: "Title" });
  const { statements, entities } = readArticle(article, models);
  return statements.map(({ content, speaker }) => [
    content.map(({ start, end }) => article.text.slice(start, end)),
    entities.find(({ id }) => id === speaker)?.name ?? null,
  ]);
}

describe("a quotation in two halves", () => {
  it.each([
    [
      '"The gates were left open," Holm told the Varna Courier on Wednesday, "but nobody can say who was on duty."',
      ['"The gates were left open,"', '"but nobody can say who was on duty."'],
      "Holm",
    ],
    [
      '"I think the referee will be fair," Dunn said during a rally in Kingsport, N.C., "but a lot of people are watching."',
      ['"I think the referee will be fair,"', '"but a lot of people are watching."'],
      "Dunn",
    ],
  ])("is one statement, however much stands between: %s", (text, parts, speaker) => {
    expect(saidIn(text)).toEqual([[parts, speaker]]);
  });

  it("isn't joined over somebody else's words", () => {
    const [first, second] = saidIn('"It is late," Lee said, and Marta Ruiz replied, "so we should go."');
    expect(first).toEqual([['"It is late,"'], "Lee"]);
    expect(second).toEqual([['"so we should go."'], "Marta Ruiz"]);
  });
});

describe("a quotation that ends a clause within its marks", () => {
  it("ends what is said", () => {
    expect(saidIn('She repeatedly says, "Don\'t you do it," until the lights go out.').map(([parts]) => parts)).toEqual(
      [['"Don\'t you do it,"']],
    );
  });
});

describe("a colon at the end of a paragraph", () => {
  it.each([
    [
      'Mayor Ruth Delgado took the floor. She said:\n\n"Three schools have no heating. I will not accept it."',
      "Ruth Delgado",
    ],
    ["On Tuesday, Paul Brandt made this comment:\n\n“The picture is bleak. I want that to change.”", "Paul Brandt"],
  ])("says whose the next paragraph is: %s", (text, speaker) => {
    const said = saidIn(text);
    expect(said).toHaveLength(1);
    expect(said[0][1]).toBe(speaker);
  });
});

describe("a verb behind a quotation", () => {
  it.each([
    ['"Kids are the future," sang Mary Dole.', "Mary Dole"],
    ['"We will win this," beamed the coach, Ola Berg.', "Ola Berg"],
  ])("reports by its place: %s", (text, speaker) => {
    expect(saidIn(text).map(([, name]) => name)).toEqual([speaker]);
  });

  it("isn't what the speaker is", () => {
    expect(saidIn('"We will win this," coach Ola Berg said.').map(([, name]) => name)).toEqual(["Ola Berg"]);
  });
});

describe("sources and contents", () => {
  it("have no loose ends", () => {
    const text =
      'President Maria Torres on Tuesday called the bill "a gift to the rich". The chairman warned that "time is short" and urged members to act.';
    const article = articleFromText(text, { title: "Title" });
    const { statements } = readArticle(article, models);
    const words = statements.flatMap(({ source, content }) =>
      [...source, ...content].map(({ start, end }) => text.slice(start, end)),
    );
    expect(words.filter((word) => /\b(?:and|on Tuesday)$/.test(word))).toEqual([]);
  });

  it("leave whom it is said to open rather than take the speaker", () => {
    const text = 'Ada Pike turned to the banker. "You blamed your own workers," she told her.';
    const { statements } = readArticle(articleFromText(text, { title: "Title" }), models);
    expect(statements[0].addressee).not.toBe(statements[0].speaker);
  });
});

describe("labels of a transcript", () => {
  const text = [
    "Keller: Ferry Deal Was Rushed.",
    "On this week's programme, Councillor Ida Keller spoke of the ferry deal.",
    "\"MORROW: Let's start with the ferry. Why do you oppose it?",
    '"KELLER: Nobody asked the islanders.',
    '"MORROW: And what now?',
    '"KELLER: Now we vote."',
  ].join("\n\n");

  it("name people who come back, in capitals too; a headline isn't one of them", () => {
    const said = saidIn(text).slice(-4);
    expect(said.map(([, name]) => name)).toEqual(["MORROW", "Ida Keller", "MORROW", "Ida Keller"]);
    expect(saidIn(text).some(([parts]) => parts.join().includes("On this week's programme"))).toBe(false);
  });
});
