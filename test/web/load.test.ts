import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeJson } from "../../src/formats/index.ts";
import { GraphLines, type Taker } from "../../web/data/graph-lines.ts";
import { GraphMaker, graphFrom } from "../../web/data/graph-maker.ts";
import { type GraphPart, PartMaker, PartReader } from "../../web/data/graph-parts.ts";
import { Packer, Unpacker } from "../../web/data/packed.ts";
import { makeGraph } from "../bench/web/large-graph.ts";
import { sampleGraph } from "./sample.ts";

const { graph } = sampleGraph();
const file = [...writeJson(graph)].join("");

function take(taker: Taker, text: string, cuts: readonly number[] = []): void {
  const lines = new GraphLines("graph.json", taker);
  const at = [0, ...cuts.map((cut) => cut % text.length).sort((a, b) => a - b), text.length];
  for (let i = 0; i + 1 < at.length; i++) lines.write(text.slice(at[i], at[i + 1]));
  lines.end();
}

function read(text: string, cuts: readonly number[] = []) {
  const maker = new GraphMaker("graph.json");
  take(maker, text, cuts);
  return maker.graph;
}

/** By way of a worker: in parts, copied as messages are. */
function readInParts(text: string) {
  const maker = new GraphMaker("graph.json");
  const reader = new PartReader(maker);
  const parts = new PartMaker("graph.json", (part: GraphPart) => reader.read(structuredClone(part)));
  take(parts, text);
  parts.flush();
  return maker.graph;
}

describe("the graph that arrives", () => {
  it("is the same wherever the file is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (cuts) => {
        expect(read(file, cuts).export()).toEqual(graph.export());
      }),
    );
  });

  it("is the same from JSON that is laid out otherwise", () => {
    const value = JSON.parse(file);
    expect(read(JSON.stringify(value), [100]).export()).toEqual(graph.export());
    expect(read(JSON.stringify(value, null, 2), [7, 90, 2000]).export()).toEqual(graph.export());
    expect(graphFrom(value, "the graph").export()).toEqual(graph.export());
  });

  it("is the same by way of a worker, in parts", () => {
    expect(readInParts(file).export()).toEqual(graph.export());
    const many = graphFrom(makeGraph(2_500, 5_000), "the graph");
    expect(readInParts([...writeJson(many)].join("")).export()).toEqual(many.export());
    expect(() => readInParts(file.replace(/"target":"[^"]*"/, '"target":"nobody"'))).toThrow(
      /has an end that is no node/,
    );
  });

  it("is refused with the way out where the file is cut off, of another version or no graph", () => {
    for (const end of [20, Math.floor(file.length / 2), file.length - 3])
      expect(() => read(file.slice(0, end)), String(end)).toThrow(/graph\.json: .*build the workspace again/);
    expect(() => read(file.replace("onrecord/1", "onrecord/0"))).toThrow(/this page reads onrecord\/1/);
    expect(() => read("{}")).toThrow(/written as undefined/);
    expect(() => read('{"schema":"onrecord/1","graph":{}}')).toThrow(/holds no nodes and edges/);
    expect(() => read(`${file}{}\n`)).toThrow(/more after the graph/);
    const loose = file.replace(/"target":"[^"]*"/, '"target":"nobody"');
    expect(() => read(loose)).toThrow(/has an end that is no node/);
  });
});

describe("packed records", () => {
  it("are the same unpacked, in any number of parts, whatever their names and values", () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom("again", "and again"),
      fc.integer(),
      fc.double({ noNaN: true }),
      fc.constant(-0),
      fc.boolean(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constant(null),
    );
    const record = fc.dictionary(fc.constantFrom("kind", "label", "x", "__proto__", "0", 'a"b'), value, {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(fc.array(fc.array(record, { maxLength: 20 }), { maxLength: 6 }), (parts) => {
        const [packer, unpacker] = [new Packer(), new Unpacker()];
        for (const part of parts) {
          const plain = part.map((one) => JSON.parse(JSON.stringify(one)));
          const found = unpacker.unpack(structuredClone(packer.pack(plain)));
          expect(found).toEqual(plain);
          expect(JSON.stringify(found)).toBe(JSON.stringify(plain));
        }
      }),
    );
  });

  it("hold a text that comes again once, and give up where hardly any does", () => {
    const packer = new Packer();
    const rows = Array.from({ length: 1_000 }, (_, i) => ({ kind: i % 2 ? "SAID" : "ABOUT", key: `e${i}` }));
    packer.pack(rows);
    const [{ columns }] = packer.pack(rows).groups;
    expect(columns[0]).toMatchObject({ added: [] });
    expect(columns[1]).toHaveProperty("values");
  });
});
