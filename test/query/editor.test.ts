import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { complete, schemaOf } from "../../src/query/editor.ts";
import { highlight } from "../../src/query/highlight.ts";

function graph(): MultiDirectedGraph {
  const made = new MultiDirectedGraph();
  made.addNode("a", { kind: "Person", name: "Ada", age: 36 });
  made.addNode("b", { kind: "Statement", text: "It's open" });
  made.addEdge("a", "b", { kind: "SAID", on: "2024-03-01" });
  return made;
}

/** Words with what they are, `word/kind`. */
const kinds = (text: string) => highlight(text).map(({ start, end, kind }) => `${text.slice(start, end)}/${kind}`);

/** The proposals where the text has a `^`. */
function proposals(text: string): string[] {
  const offset = text.indexOf("^");
  const query = text.replace("^", "");
  return complete(query, offset, schemaOf(graph())).options.map(({ insert }) => insert);
}

describe("highlight", () => {
  it("tells labels, types, properties, functions and variables apart", () => {
    expect(kinds("MATCH (n:Person {age: 1})-[r:SAID|TOLD]->() WHERE n.name = $who // x\nRETURN count(n)")).toEqual(
      [
        [
          "MATCH/keyword",
          "(/bracket",
          "n/variable",
          ":/operator",
          "Person/label",
          "{/bracket",
          "age/property",
          ":/operator",
        ],
        [
          "1/number",
          "}/bracket",
          ")/bracket",
          "-/operator",
          "[/bracket",
          "r/variable",
          ":/operator",
          "SAID/type",
          "|/operator",
        ],
        ["TOLD/type", "]/bracket", "-/operator", ">/operator", "(/bracket", ")/bracket", "WHERE/keyword", "n/variable"],
        [
          "./operator",
          "name/property",
          "=/operator",
          "$who/parameter",
          "// x/comment",
          "RETURN/keyword",
          "count/function",
        ],
        ["(/bracket", "n/variable", ")/bracket"],
      ].flat(),
    );
  });

  it("marks what cannot be read and goes on after it", () => {
    expect(kinds("RETURN 'open\nLIMIT 1")).toEqual(["RETURN/keyword", "'open/invalid", "LIMIT/keyword", "1/number"]);
  });
});

describe("complete", () => {
  it("proposes labels and types where they belong", () => {
    expect(proposals("MATCH (n:^")).toEqual(["Person", "Statement"]);
    expect(proposals("MATCH (n:Sta^)")).toEqual(["Statement"]);
    expect(proposals("MATCH (n)-[r:^]->()")).toEqual(["SAID"]);
  });

  it("proposes the properties of a variable's label", () => {
    expect(proposals("MATCH (n:Person) RETURN n.^")).toEqual(["age", "name"]);
    expect(proposals("MATCH (n) RETURN n.t^")).toEqual(["text"]);
    expect(proposals("MATCH (n {^")).toContain("name: ");
  });

  it("proposes values inside a string and closes it", () => {
    expect(proposals("MATCH (n {name: 'A^")).toEqual(["'Ada'"]);
    expect(proposals("MATCH (n) WHERE n.text = 'It^' RETURN n")).toEqual(["'It\\'s open'"]);
  });

  it("proposes variables, keywords and functions elsewhere, and replaces the whole word", () => {
    const text = "MATCH (person) WHERE per";
    const { from, to, options } = complete(text, text.length - 1, schemaOf(graph()));
    expect(text.slice(from, to)).toBe("per");
    expect(options[0]).toEqual({ label: "person", insert: "person", kind: "variable" });
    expect(options.map(({ insert }) => insert)).toContain("percentileCont(");
    expect(proposals("^")).toContain("MATCH");
  });
});
