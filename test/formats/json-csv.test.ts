import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import {
  readJson,
  writeCsv,
  writeEdgesCsv,
  writeJson,
  writeNodesCsv,
  writeStatementsCsv,
} from "../../src/formats/index.ts";
import { buildGraph } from "../../src/graph/index.ts";
import { OnRecordError } from "../../src/model/index.ts";
import { sampleReading } from "../fixtures/readings.ts";
import { hostileString } from "./graphs.ts";

const graph = buildGraph([sampleReading()]);
const text = [...writeJson(graph)].join("");

describe("graph.json", () => {
  it("comes back as it was, node for node", () => {
    expect(readJson(text).export()).toEqual(graph.export());
    expect([...writeJson(readJson(text))].join("")).toBe(text);
  });

  it("takes or refuses a damaged file, and never fails otherwise", () => {
    const damage = fc.tuple(
      fc.nat(text.length),
      fc.nat(40),
      fc.oneof(fc.constantFrom("", "}", '"', ",\n", "null", "\n]"), hostileString),
    );
    fc.assert(
      fc.property(damage, ([at, cut, put]) => {
        try {
          readJson(text.slice(0, at) + put + text.slice(at + cut));
        } catch (error) {
          expect(error).toBeInstanceOf(OnRecordError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reads the same however it is cut or laid out", () => {
    const chunks = Array.from({ length: Math.ceil(text.length / 97) }, (_, i) => text.slice(i * 97, i * 97 + 97));
    expect(readJson(chunks).export()).toEqual(graph.export());
    for (const indent of [0, 2])
      expect(readJson(JSON.stringify(JSON.parse(text), null, indent)).export()).toEqual(graph.export());
    expect(readJson([...writeJson(buildGraph([]))]).order).toBe(0);
  });

  it.each([
    ["", /graph\.json: the file is empty/],
    ['{"schema":"onrecord/1",\n "graph": [}', /graph\.json:2:12: not valid JSON from here: "}"/],
    ['{"schema":"onrecord/9"}', /written as onrecord\/9, this version reads onrecord\/1; build the graph again/],
    [text.slice(0, text.length / 2), /graph\.json:\d+:1: .*the file ends in the middle; build it again/],
    [text.replace('"kind":"Person"', '"kind":Person'), /graph\.json:\d+:\d+: not valid JSON from here: "Person/],
    [text.replace('"nodes":[', '"nodes":[,'), /graph\.json:2:\d+: not valid JSON/],
    [`${text}x`, /more after the end/],
    ["[]", /graph\.json:1:1: /],
    [text.replace('"kind":"Person"', '"kind":"Dragon"'), /graph\.json:\d+:\d+: attributes\.kind/],
    [text.replace(/"target":"[^"]+"/, '"target":"nobody"'), /ends at "nobody", which is no node/],
    [text.replace(/"key":"article:[^"]+"/, '"key":"constructor"'), /can't be called "constructor"/],
  ])("says what is wrong and where: %#", (wrong, message) => {
    expect(() => readJson(wrong, "graph.json")).toThrow(message);
  });
});

const parseCsv = (csv: string): string[][] => Papa.parse<string[]>(csv, { skipEmptyLines: false }).data.slice(0, -1);

describe("tables", () => {
  it("come back cell for cell, whatever stands in them", () => {
    const row = fc.array(fc.oneof(hostileString, fc.constantFrom('a "b", c', "x\r\ny", "")), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const text = [...writeCsv(["a", "b", "c"], rows)].join("");
        expect(parseCsv(text)).toEqual([["a", "b", "c"], ...rows]);
      }),
    );
  });

  it("hold every node and every edge", () => {
    expect(parseCsv([...writeNodesCsv(graph)].join("")).length).toBe(graph.order + 1);
    const edges = parseCsv([...writeEdgesCsv(graph)].join(""));
    expect(edges.length).toBe(graph.size + 1);
    expect(new Set(edges.map((row) => row.length)).size).toBe(1);
  });

  it("show who said what on which day", () => {
    const [header, ...rows] = parseCsv([...writeStatementsCsv(graph)].join(""));
    const row = Object.fromEntries(header.map((name, i) => [name, rows[8][i]]));
    expect(row).toMatchObject({
      speaker: "Carrie Lam Cheng Yuet-ngor",
      unnamed: "false",
      kind: "direct",
      saidOn: "2021-09-06",
      articleDate: "2021-09-07",
    });
    expect(row["text"]).toMatch(/^"Not only does the plan/);
  });
});
