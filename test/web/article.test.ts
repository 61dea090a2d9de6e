import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/graph/index.ts";
import type { Reading } from "../../src/model/index.ts";
import { blocksOf, segmentsOf, statementSpans } from "../../web/article/segments.ts";
import { spotsOf } from "../../web/article/spots.ts";
import { stepMention, stepStatement } from "../../web/article/walk-text.ts";
import { entityNodesOf } from "../../web/data/entity-nodes.ts";
import { sceneOf } from "../../web/scene/scene.ts";
import { sampleGraph } from "./sample.ts";

const { graph, reading } = sampleGraph();
const { text } = reading.article;
const scene = sceneOf(graph);
const nodes = entityNodesOf(graph, reading);

describe("the marked article", () => {
  it("covers every block without gaps, whatever is marked", () => {
    const marked = statementSpans(reading);
    for (const block of blocksOf(reading)) {
      const segments = segmentsOf(block, marked, reading.mentions, [{ start: block.start + 3, end: block.end - 2 }]);
      expect(segments.map(({ start, end }) => text.slice(start, end)).join("")).toBe(
        text.slice(block.start, block.end),
      );
    }
  });

  it("knows of each piece what it is of which statement, and whom it names", () => {
    const [block] = blocksOf(reading).filter(({ kind }) => kind === "paragraph");
    const pieces = segmentsOf(block, statementSpans(reading), reading.mentions, []).map(
      ({ start, end, part, mention }) => ({
        words: text.slice(start, end),
        part,
        entity: mention?.entity ?? null,
      }),
    );
    expect(pieces).toContainEqual({ words: "Ines Okafor", part: "source", entity: "person:ines-okafor" });
    expect(pieces).toContainEqual({ words: "the islanders", part: "content", entity: "group:the-islanders" });
    expect(pieces.filter(({ part }) => part === "cue").map(({ words }) => words)).toEqual(["said", "said"]);
  });

  it("parts text without blocks at its empty lines", () => {
    const blocks = blocksOf({ ...reading, article: { ...reading.article, blocks: [] } });
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(text.trim().split(/\n\n/));
  });
});

describe("what a selection rests on", () => {
  it("is a statement's content, cue and source", () => {
    const [statement] = reading.statements;
    const { lit, first } = spotsOf(graph, scene, reading, nodes, { type: "node", key: statement.id });
    expect(lit.map(({ start, end }) => text.slice(start, end))).toEqual([
      '"We can\'t run empty boats until spring,"',
      "said",
      "Ines Okafor",
    ]);
    expect(first?.start).toBe(statement.content[0].start);
  });

  it("is every mention of an entity, and first the one it was selected by", () => {
    const mention = reading.mentions[3];
    const at = { article: reading.article.id, start: mention.start, end: mention.end };
    const key = nodes.get("group:the-islanders") ?? "";
    const { lit, first } = spotsOf(graph, scene, reading, nodes, { type: "node", key, at });
    expect(lit).toHaveLength(2);
    expect(first).toMatchObject({ start: mention.start });
  });

  it("is the words of every edge that is drawn as one", () => {
    const edge = graph.findEdge((_, { kind }) => kind === "MENTIONS") ?? "";
    const { lit } = spotsOf(graph, scene, reading, nodes, { type: "edge", key: edge });
    expect(lit.map(({ start, end }) => text.slice(start, end))).toEqual(["the islanders"]);
  });

  it("is nothing for what isn't there", () => {
    for (const selection of [null, { type: "node", key: "nobody" } as const, { type: "edge", key: "nothing" } as const])
      expect(spotsOf(graph, scene, reading, nodes, selection)).toEqual({ lit: [], first: null });
  });
});

describe("walking the text", () => {
  it("goes from statement to statement and stops at the ends", () => {
    const ids = reading.statements.map(({ id }) => id);
    let now = stepStatement(reading, null, 1);
    expect(now?.key).toBe(ids[0]);
    for (const id of [ids[1], ids[2], ids[2]]) expect((now = stepStatement(reading, now, 1))?.key).toBe(id);
    expect(stepStatement(reading, null, -1)?.key).toBe(ids[2]);
  });

  it("goes from name to name, on from the statement that is selected", () => {
    const second = stepStatement(reading, { type: "node", key: reading.statements[0].id }, 1);
    const next = stepMention(reading, nodes, second, 1);
    expect(text.slice(next?.at?.start, next?.at?.end)).toBe("the islanders");
  });
});

describe("entities of a reading in the graph", () => {
  it("are found in reading order, under whatever key they went into it", () => {
    expect([...nodes.keys()]).toEqual(reading.entities.map(({ id }) => id));
    const other = (id: string | null) => (id === null ? null : `other-${id}`);
    const renamed: Reading = {
      ...reading,
      entities: reading.entities.map((entity) => ({ ...entity, id: `other-${entity.id}` })),
      mentions: reading.mentions.map((mention) => ({ ...mention, entity: `other-${mention.entity}` })),
      statements: reading.statements.map((statement) => ({ ...statement, speaker: other(statement.speaker) })),
      relations: [],
    };
    const built = buildGraph([renamed], { layout: false });
    const found = entityNodesOf(built, renamed);
    expect([...found.keys()]).toEqual(renamed.entities.map(({ id }) => id));
    for (const { id, name } of renamed.entities)
      expect(built.getNodeAttributes(found.get(id)!)).toMatchObject({ name });
  });
});
