import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeJson } from "../../src/formats/index.ts";
import { GraphLines } from "../../web/data/graph-lines.ts";
import { graphFrom } from "../../web/data/load.ts";
import { sampleGraph } from "./sample.ts";

const { graph } = sampleGraph();
const file = [...writeJson(graph)].join("");

function read(text: string, cuts: readonly number[] = []) {
  const lines = new GraphLines("graph.json");
  const at = [0, ...cuts.map((cut) => cut % text.length).sort((a, b) => a - b), text.length];
  for (let i = 0; i + 1 < at.length; i++) lines.write(text.slice(at[i], at[i + 1]));
  return lines.end();
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
