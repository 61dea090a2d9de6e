import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadModels, readArticle } from "../../src/extract/index.ts";
import { articleFromBytes } from "../../src/ingest/index.ts";
import { covers, type Reading } from "../../src/model/index.ts";

const NAME = "2021-09-07-qianhai-plan";
const expected = JSON.parse(readFileSync(`test/articles/${NAME}.expected.json`, "utf8"));

let reading: Reading;

beforeAll(async () => {
  const article = articleFromBytes(readFileSync(`graph-data/articles/${NAME}.txt`), `${NAME}.txt`);
  reading = readArticle(article, await loadModels());
});

/** All names an entity goes by in the reading. */
function namesOf(id: string | null): string[] {
  const entity = reading.entities.find((candidate) => candidate.id === id);
  return entity === undefined ? [] : [entity.name, ...entity.aliases];
}

/** The entity of the reading that the annotation means by any of its names. */
function entityCalled(names: readonly string[]) {
  return reading.entities.find(({ id }) => namesOf(id).some((name) => names.includes(name)));
}

/** The names by which the annotation calls the entity with that name. */
function allNames(name: string): string[] {
  const entity = expected.entities.find((candidate: { name: string }) => candidate.name === name);
  return [name, ...(entity?.alsoCalled ?? [])];
}

describe("the sample article", () => {
  it("has its title and date", () => {
    expect(reading.article.title).toBe(expected.article.title);
    expect(reading.article.date).toBe(expected.article.date);
    expect(reading.warnings).toEqual([]);
  });

  it("has exactly the nine statements, with their spans", () => {
    const spans = (list: readonly { start: number; end: number }[]) => list.map(({ start, end }) => [start, end]);
    const found = reading.statements.map(({ kind, content, cue, source }) => ({
      kind,
      content: spans(content),
      cue: spans(cue)[0] ?? null,
      source: spans(source)[0] ?? null,
    }));
    expect(found).toEqual(
      expected.statements.map(({ kind, content, cue, source }: Record<string, unknown>) => ({ kind, content, cue, source })),
    );
  });

  it("knows who said each, when, and which floats", () => {
    expected.statements.forEach((statement: { speaker: string; saidOn?: string; floating?: boolean }, index: number) => {
      const found = reading.statements[index];
      expect(namesOf(found.speaker).some((name) => allNames(statement.speaker).includes(name))).toBe(true);
      expect(found.saidOn?.date).toBe(statement.saidOn);
      expect(found.floating).toBe(statement.floating ?? false);
    });
    expect(reading.statements[5].saidOn?.reason).toBe("“on Monday”, article of Tuesday 2021-09-07");
  });

  it("takes neither a term nor a caption for a statement", () => {
    for (const { span } of expected.notStatements) {
      const words = { start: span[0], end: span[1] };
      expect(reading.statements.some(({ content }) => content.some((part) => covers(words, part) || covers(part, words)))).toBe(false);
    }
  });

  it("finds every entity with its kind, and no other", () => {
    const found = expected.entities.map((entity: { name: string; kind: string; unnamed?: boolean }) => {
      const match = entityCalled(allNames(entity.name));
      expect(match, entity.name).toBeDefined();
      expect([match!.kind, match!.unnamed], entity.name).toEqual([entity.kind, entity.unnamed ?? false]);
      return match!.id;
    });
    expect([...found].sort()).toEqual(reading.entities.map(({ id }) => id).sort());
  });

  it("gives the entities' other names where the article uses them", () => {
    expect(namesOf(entityCalled(["Hong Kong"])!.id)).toEqual(["Hong Kong", "Hong Kong Special Administrative Region", "Hong Kong SAR"]);
    expect(entityCalled(["Qianhai"])).toBe(entityCalled(["Qianhai cooperation zone"]));
    const lam = entityCalled(["Carrie Lam Cheng Yuet-ngor"])!.id;
    expect(reading.mentions.filter(({ entity }) => entity === lam).map(({ start, end }) => reading.article.text.slice(start, end))).toEqual(["Carrie Lam Cheng Yuet-ngor", "she"]);
  });

  it("finds every relation with its evidence, and no other", () => {
    const found = reading.relations.map(({ kind, role, from, to, start, end, on }) => ({ kind, role, from, to, evidence: [start, end], on: on?.date ?? null }));
    const annotated = expected.relations.map((relation: { kind: string; role?: string; from: string; to: string; evidence: number[]; on?: string }) => ({
        kind: relation.kind,
        role: relation.role ?? null,
        from: entityCalled(allNames(relation.from))?.id,
        to: entityCalled(allNames(relation.to))?.id,
        evidence: relation.evidence,
        on: relation.on ?? null,
      }));
    expect(found).toHaveLength(annotated.length);
    expect(found).toEqual(expect.arrayContaining(annotated));
  });

  it("recognises quantities and dates inside statements", () => {
    const words = reading.quantities.map(({ start, end, value, unit, on }) => [reading.article.text.slice(start, end), value, unit, on]);
    expect(words).toContainEqual(["14.92 square kilometers", 14.92, "square kilometre", null]);
    expect(words).toContainEqual(["120.56 square km", 120.56, "square kilometre", null]);
    expect(words).toContainEqual(["2035", null, null, "2035"]);
    expect(words).toContainEqual(["2021-25", null, null, "2021/2025"]);
  });

  it("says why, and how sure, of every statement", () => {
    for (const { why, confidence } of reading.statements) {
      expect(why.reason).toMatch(/^[\p{Lu}“].{15,}\.$/u);
      expect(why.rule).toMatch(/^[a-z-]+$/);
      expect(confidence).toBeGreaterThan(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});
