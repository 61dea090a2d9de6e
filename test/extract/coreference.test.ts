import { beforeAll, describe, expect, it } from "vitest";
import {
  antecedentChooser,
  type CoreferenceModel,
  loadCoreferenceModel,
  rankAntecedents,
} from "../../src/extract/coreference-model/index.ts";
import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";

let models: Models;
let model: CoreferenceModel;

beforeAll(async () => {
  model = await loadCoreferenceModel();
  models = { ...(await loadModels()), coreference: antecedentChooser(model) };
});

/** For each pronoun of a text the name of the entity it was given. */
function pronouns(text: string): string[] {
  const { mentions, entities } = readArticle(articleFromText(text), models);
  return mentions
    .filter(({ form }) => form === "pronoun")
    .map(({ start, end, entity }) => `${text.slice(start, end)} ${entities.find(({ id }) => id === entity)?.name}`);
}

/** The names of those who speak the statements of a text, in reading order. */
function speakersOf(text: string): (string | undefined)[] {
  const { statements, entities } = readArticle(articleFromText(text), models);
  return statements.map(({ speaker }) => entities.find(({ id }) => id === speaker)?.name);
}

/** The entities of a text. */
function entitiesOf(text: string): { kind: string; name: string; unnamed: boolean }[] {
  const { entities } = readArticle(articleFromText(text), models);
  return entities.map(({ kind, name, unnamed }) => ({ kind, name, unnamed }));
}

describe("the trained ranker of antecedents", () => {
  it("gives a pronoun to the person of its gender", () => {
    expect(pronouns("Anna Keller met David Ross in Vienna. She said the talks had gone well.")).toEqual([
      "She Anna Keller",
    ]);
    expect(pronouns("Anna Keller met David Ross in Vienna. He said the talks had gone well.")).toEqual([
      "He David Ross",
    ]);
  });

  it("prefers who spoke last", () => {
    const text =
      "Mayor Susan Brandt praised the nurses. Linda Shaw, a nurse, said the shifts were long. “I am tired,” she said.";
    expect(pronouns(text)).toContain("she Linda Shaw");
  });

  it("gives no entity to a pronoun that has none", () => {
    expect(pronouns("It is raining, and it is clear that the match will be late.")).toEqual([]);
  });

  it("tells two people of one family name apart by their titles", () => {
    const text =
      "John Carter and Mary Carter own the mill. Mr. Carter said the river was too low. Mrs. Carter said it would rise.";
    expect(speakersOf(text)).toEqual(["John Carter", "Mary Carter"]);
  });

  it("doesn't take for the speaker whom the speaker's own words name", () => {
    const text = "Linda Shaw opened the hearing. “Anna Keller came late and left early,” she said.";
    expect(speakersOf(text)).toEqual(["Linda Shaw"]);
  });

  it("gives a description to the name it stands for", () => {
    const text =
      "Halden Foods Inc. will close its plant in Norton. The mayor called it a sad day. “Demand has fallen,” the company said in a letter.";
    expect(speakersOf(text)).toContain("Halden Foods Inc.");
    const { mentions, entities } = readArticle(
      articleFromText("Senator Paul Ives voted no. Later the senator said the bill was too long."),
      models,
    );
    const senator = mentions.filter(({ form }) => form === "nominal").map(({ entity }) => entity);
    expect(senator).toEqual([entities.find(({ name }) => name === "Paul Ives")?.id]);
  });

  it("doesn't take a description for another of the same noun with an office of its own", () => {
    const text =
      "The minister said the bridge would stay. Later the prime minister said it would be torn down. The minister said she was surprised.";
    const { statements } = readArticle(articleFromText(text), models);
    const [minister, prime, again] = statements.map(({ speaker }) => speaker);
    expect(prime).not.toBe(minister);
    expect(again).toBe(minister);
    const named = "Prime Minister Luc Moreau came late. “The bridge will stay,” the prime minister said.";
    expect(speakersOf(named)).toEqual(["Luc Moreau"]);
  });

  it("gives “she” behind her words to the one woman whom the sentence before is about", () => {
    const text =
      "Tom Hill's lawyer argued her client was innocent. The court heard three witnesses.\n\nHill's mother wept. \"He's a good boy,\" she sobbed.";
    expect(speakersOf(text).at(-1)).toMatch(/mother/);
  });

  it("makes an entity of what only a plain noun speaks of, where a pronoun speaks for it", () => {
    const text = "The campers left the valley at dawn. They said the wind had kept them awake.";
    expect(entitiesOf(text)).toContainEqual({ kind: "Group", name: "the campers", unnamed: true });
    expect(speakersOf(text)).toEqual(["the campers"]);
  });

  it("makes none of what doesn't speak", () => {
    const text = "The campers left the valley at dawn. They were tired. Anna Keller said the road was dry.";
    expect(entitiesOf(text).map(({ name }) => name)).toEqual(["Anna Keller"]);
  });

  it("gives “they” to researchers", () => {
    const text =
      "The researchers followed two hundred nurses for a year. They said the night shifts had harmed their sleep.";
    expect(speakersOf(text)).toEqual(["the researchers"]);
  });

  it("gives “they” to all who are joined by “and”", () => {
    const text = "Anna Keller and Ben Roth met in Vienna. They said the talks had gone well.";
    const { statements, entities } = readArticle(articleFromText(text), models);
    const [{ speaker, coSpeakers }] = statements;
    expect([speaker, ...(coSpeakers ?? [])].map((id) => entities.find((entity) => entity.id === id)?.name)).toEqual([
      "Anna Keller",
      "Ben Roth",
    ]);
  });

  it("gives “they” to some of those who are named, not to all", () => {
    const text = "Some of the nurses walked out on Monday. They said they had not been paid.";
    expect(speakersOf(text)).toEqual(["some of the nurses"]);
  });

  it("keeps one entity for a noun that is a speaker here and a plain noun there", () => {
    const text =
      "The campers left the valley at dawn. They said the wind had kept them awake. The campers said they would return.";
    expect(entitiesOf(text).filter(({ name }) => /campers/.test(name))).toHaveLength(1);
    expect(speakersOf(text)).toEqual(["the campers", "the campers"]);
  });

  it("gives probabilities that add up to one", () => {
    const seen: number[] = [];
    const spy: Models = {
      ...models,
      coreference: {
        name: "spy",
        natureOf: () => "unknown",
        choose(prose, anaphor, candidates) {
          const probabilities = rankAntecedents(prose, anaphor, candidates, model);
          expect(probabilities).toHaveLength(candidates.length + 1);
          seen.push(probabilities.reduce((sum, value) => sum + value, 0));
          return -1;
        },
      },
    };
    readArticle(articleFromText("Tom Berg called Ida Holm. She told him that he was late."), spy);
    expect(seen.length).toBeGreaterThan(0);
    for (const sum of seen) expect(sum).toBeCloseTo(1, 9);
  });
});
