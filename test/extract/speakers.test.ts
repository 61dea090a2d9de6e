import { beforeAll, describe, expect, it } from "vitest";
import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";

let models: Models;

beforeAll(async () => {
  models = await loadModels();
});

/** Who said each statement of a text: the speaker, and whoever speaks together with that one. */
function speakersIn(text: string): (string | null)[] {
  const { statements, entities } = readArticle(articleFromText(text, { title: "Title" }), models);
  const name = (id: string | null) => entities.find((entity) => entity.id === id)?.name ?? null;
  return statements.map(({ speaker, coSpeakers = [] }) =>
    coSpeakers.length === 0 ? name(speaker) : [speaker, ...coSpeakers].map(name).join(" + "),
  );
}

describe("speakers", () => {
  it.each([
    ["Germany and France said on Monday the deal was dead.", ["Germany + France"]],
    [
      "Transport Minister Claire Aubin and Labour Minister Karim Benali urged both sides to talk.",
      ["Claire Aubin + Karim Benali"],
    ],
    [
      "President Amy Dunn of Ostrava and Prime Minister Luc Moreau of Varna said they agreed.",
      ["Amy Dunn + Luc Moreau"],
    ],
    [
      "Claire Aubin, Karim Benali and Max Diaz said the plan was unworkable.",
      ["Claire Aubin + Karim Benali + Max Diaz"],
    ],
  ])("speak together: %s", (text, expected) => {
    expect(speakersIn(text)).toEqual(expected);
  });

  it.each([
    ["The leaders of France and Germany said they would meet again.", ["the leaders of France and Germany"]],
    ["Ann Lee, the mayor and owner of the bridge, said it was safe.", ["Ann Lee"]],
    ["The Department of Health and Human Services said it was clear.", ["Department of Health and Human Services"]],
    ["Residents and officials said nothing had changed.", ["residents and officials"]],
  ])("are one: %s", (text, expected) => {
    expect(speakersIn(text)).toEqual(expected);
  });

  it.each([
    ["Secretary of State Jane Muller, a Republican, said the system worked.", "Jane Muller"],
    ["Bank of England governor Andrew Hale said rates would rise.", "Andrew Hale"],
    ["Governor of California Ted Lowe said it was fair.", "Ted Lowe"],
    ["A spokesman for President Amy Dunn said it was fair.", "a spokesman for President Amy Dunn"],
    ["Reporters were told by a senior official that talks had stalled.", "a senior official"],
    ["The prime minister's spokesman: “There are no plans to change it.”", "the prime minister's spokesman"],
    ["According to the latest census, 12 million people live alone.", "the latest census"],
    ["Lawyers for the campaign vowed to appeal.", "lawyers for the campaign"],
    ["The Massachusetts Democrat said the rules were weak.", "the Massachusetts Democrat"],
  ])("are told from the posts and bodies in their names: %s", (text, expected) => {
    expect(speakersIn(text)).toEqual([expected]);
  });

  it("are named by the apposition to “one of them”", () => {
    const text = "Lawyers for the campaign vowed to appeal. One of them, Sid Parr, said the ruling was a travesty.";
    expect(speakersIn(text).at(-1)).toBe("Sid Parr");
  });

  it("stand before a verb and a colon at the beginning of a paragraph", () => {
    expect(speakersIn('Jane Muller disagreed: "The system worked."')).toEqual(["Jane Muller"]);
  });

  it("are meant together by “they” in the sentence behind", () => {
    const text =
      "Claire Aubin and Karim Benali said the port was open. “We are ready,” they said in a joint statement.";
    expect(speakersIn(text)).toEqual(["Claire Aubin + Karim Benali", "Claire Aubin + Karim Benali"]);
  });

  it("are never a comma that two statements leave between them", () => {
    const text =
      'Mayor Jon Ellery of Wexcombe, Kingsbury County, called the plan "a betrayal" and said that he would challenge it in court.';
    expect(speakersIn(text)).toEqual(["Jon Ellery", "Jon Ellery"]);
  });

  it("are called by their name where a pronoun is explained", () => {
    const text = 'The union disagreed. Its president, Carla Voss, said the plan was dead. "It is over," she said.';
    const { statements } = readArticle(articleFromText(text, { title: "Title" }), models);
    expect(statements.at(-1)?.why.reason).toContain("“she” stands for “Carla Voss”");
  });

  it("stand before “who”", () => {
    const text = "The death was confirmed by Lucía Paz, who said the cause was pneumonia.";
    expect(speakersIn(text).at(-1)).toBe("Lucía Paz");
  });

  it("stand behind their post", () => {
    expect(speakersIn("Opposition spokesman for sport Craig Tran said the mayor should go.")).toEqual(["Craig Tran"]);
  });

  it("may be a document by what hangs on it", () => {
    const text = "A report commissioned by the transport ministry warned that a strike would cost millions.";
    expect(speakersIn(text)).toEqual(["a report"]);
  });

  it("aren't whoever a question is put to", () => {
    const text = "Asked whether the price would fall, Ann Lee, who asked not to be quoted on money, said it would not.";
    expect(speakersIn(text)).toEqual(["Ann Lee"]);
  });
});
