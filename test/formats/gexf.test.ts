import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import Graph from "graphology";
import gexf from "graphology-gexf";
import { describe, expect, it } from "vitest";
import { readGexf, writeGexf } from "../../src/formats/index.ts";
import { buildGraph } from "../../src/graph/index.ts";
import { OnRecordError } from "../../src/model/index.ts";
import { sampleReading } from "../fixtures/readings.ts";
import { hostileGraph, hostileString, plain, stripped } from "./graphs.ts";

const SCHEMA = resolve(import.meta.dirname, "../../../shared/gexf/1.3-fixed");
const HAS_SCHEMA = existsSync(resolve(SCHEMA, "gexf.xsd"));
if (!HAS_SCHEMA) console.warn("GEXF isn't checked against its schema: ../shared/gexf/1.3-fixed isn't there");

async function schemaErrors(...files: string[]): Promise<string[]> {
  const { validateXML } = await import("xmllint-wasm");
  const file = (name: string) => ({ fileName: name, contents: readFileSync(resolve(SCHEMA, name), "utf8") });
  const { errors } = await validateXML({
    xml: files.map((contents, i) => ({ fileName: `file${i}.gexf`, contents })),
    schema: file("gexf.xsd"),
    preload: ["dynamics.xsd", "viz.xsd", "viz1.xsd"].map(file),
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

const write = (graph: Graph) => [...writeGexf(graph)].join("");

/** What can't be told apart after writing: -0, and what XML leaves out. */
const inXml = (value: unknown): unknown => {
  if (typeof value === "string") return stripped(value);
  if (Array.isArray(value)) return value.map(inXml);
  return Object.is(value, -0) ? 0 : value;
};

function everything(): Graph {
  const graph = new Graph({ type: "directed", multi: true });
  graph.replaceAttributes({ title: 'Tea & "quotes"', schema: "onrecord/1" });
  graph.addNode("a<b>", {
    label: 'She said: "5 > 4" & left\nat once 🫖',
    x: 1.5,
    y: -2,
    z: 0.25,
    size: 4,
    color: "#0072B2",
    shape: "triangle",
    kind: "Person",
    count: 3,
    share: 0.5,
    named: true,
    aliases: ['a "b"', "c, d", "back\\slash", "", "new\nline", "'"],
    url: "https://example.org/a?b=c&d",
    date: "2024-02-29",
    control: "bell\u0007 half\ud800 tab\t",
  });
  graph.addNode("plain", { label: "", color: "rgba(1,2,3,0.5)", aliases: [], large: 2 ** 40 });
  graph.addNode("bare");
  graph.addEdgeWithKey("e1", "a<b>", "plain", {
    kind: "SAID",
    label: "said",
    weight: 2.5,
    thickness: 3,
    shape: "dotted",
    on: "2024-03-01",
  });
  graph.addEdgeWithKey("e2", "a<b>", "plain", { kind: "MENTIONS", on: "2024-03" });
  graph.addEdgeWithKey("loop", "bare", "bare", { size: 2, x: 1 });
  return graph;
}

describe("GEXF", () => {
  it.skipIf(!HAS_SCHEMA)("is valid against the schema of GEXF 1.3", async () => {
    const undirected = new Graph({ type: "mixed" });
    undirected.mergeUndirectedEdge("a", "b");
    undirected.mergeDirectedEdge("b", "c");
    const files = [everything(), undirected, new Graph(), buildGraph([sampleReading()])].map((graph) =>
      write(graph as Graph),
    );
    expect(await schemaErrors(...files)).toEqual([]);
    expect(await schemaErrors(files[0].replace('<viz:shape value="triangle"', '<viz:shape value="heart"'))).not.toEqual(
      [],
    );
  });

  it.skipIf(!HAS_SCHEMA)("is valid whatever stands in the graph", async () => {
    const files = fc.sample(hostileGraph, { numRuns: 60, seed: 7 }).map(write);
    expect(await schemaErrors(...files)).toEqual([]);
  });

  it("comes back as it was", () => {
    fc.assert(
      fc.property(hostileGraph, (graph) => {
        expect(plain(readGexf(write(graph)), inXml)).toEqual(plain(graph, inXml));
      }),
      { numRuns: 300 },
    );
  });

  it("reads the same however it is cut", () => {
    const text = write(everything());
    const chunks = Array.from({ length: Math.ceil(text.length / 7) }, (_, i) => text.slice(i * 7, i * 7 + 7));
    expect(plain(readGexf(chunks))).toEqual(plain(readGexf(text)));
  });

  it("gives graphology-gexf the same nodes, edges and attributes", () => {
    for (const graph of [everything(), buildGraph([sampleReading()])]) {
      const theirs = gexf.parse(Graph, write(graph as Graph));
      // Their reader drops an empty label and the alpha of a colour
      const expected = plain(graph, (value) => inXml(value));
      for (const [, attributes] of expected.nodes as [string, Record<string, unknown>][])
        if (attributes["label"] === "") delete attributes["label"];
      expect(plain(theirs)).toEqual(expected);
    }
  });

  it("says what the file is, from the data and never from the clock", () => {
    const text = write(everything());
    expect(text).toContain('<meta lastmodifieddate="2024-03-01">');
    expect(text).toContain("<creator>On Record</creator>");
    expect(text).toContain("<description>Tea &amp; &quot;quotes&quot;</description>");
    expect(text).toContain('mode="dynamic" timeformat="date"');
    expect(text).toMatch(/<node id="a&lt;b&gt;"[^>]* timestamp="2024-02-29">/);
    expect(text).not.toMatch(/id="e2"[^>]*timestamp/);
    expect(text).toContain('<viz:color r="0" g="114" b="178" hex="#0072B2"/>');
    expect(text).toContain('<attribute id="aliases" title="aliases" type="liststring"/>');
    expect(text).toContain('<attribute id="url" title="url" type="anyURI"/>');
  });

  it("tells keys apart that differ in what XML can't hold", () => {
    const graph = new Graph();
    for (const key of ["a\u0000", "a\u0001", "a", "a\ufffd"]) graph.addNode(key);
    expect(readGexf(write(graph)).order).toBe(4);
  });

  it("takes or refuses a damaged file, and never fails otherwise", () => {
    const text = write(everything());
    const damage = fc.record({
      at: fc.nat(text.length),
      cut: fc.nat(60),
      put: fc.oneof(
        fc.constantFrom("", "<node id='x'>", "</nodes>", "<edge source='a' target='plain'/>", '"', "&x;"),
        hostileString,
      ),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        let damaged = text;
        for (const { at, cut, put } of damages) damaged = damaged.slice(0, at) + put + damaged.slice(at + cut);
        try {
          readGexf(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(OnRecordError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("reads the older forms", () => {
    const text = `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="undirected">
      <attributes class="node"><attribute id="0" title="tags" type="liststring"><default>x|y</default></attribute></attributes>
      <nodes><node id="1" label="one"><attvalues><attvalue for="0" value="a|b"/></attvalues><nodes><node id="2"/></nodes></node></nodes>
      <edges><edge source="1" target="2"/></edges></graph></gexf>`;
    const graph = readGexf(text);
    expect(plain(graph).nodes).toEqual([
      ["1", { label: "one", tags: ["a", "b"] }],
      ["2", { tags: ["x", "y"] }],
    ]);
    expect(graph.undirectedSize).toBe(1);
  });

  it.each([
    ["<html></html>", /page\.gexf:1:\d+: <html> is no GEXF/],
    ["<gexf><graph><nodes><node id='a'/><node id='a'/></nodes></graph></gexf>", /the node "a" stands there twice/],
    [
      "<gexf>\n<graph><edges><edge source='a' target='b'/></edges></graph></gexf>",
      /page\.gexf:2:\d+: an <edge> to "a"/,
    ],
    ["<gexf><graph>", /not well-formed XML/],
    ["plain words", /not well-formed XML|no <gexf>/],
    ["", /not well-formed XML|no <gexf>/],
    ['<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><gexf>&b;</gexf>', /not well-formed XML/],
  ])("refuses %s with its place", (text, message) => {
    expect(() => readGexf(text, "page.gexf")).toThrow(message);
  });
});
