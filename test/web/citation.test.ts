import { describe, expect, it } from "vitest";
import type { NodeAttributes } from "../../src/model/index.ts";
import { citationHtml, citationOf, citationText } from "../../web/export/citation.ts";
import { wrap } from "../../web/export/quote-image.ts";
import { sampleGraph } from "./sample.ts";

const { graph, reading } = sampleGraph();
const [direct, indirect] = reading.statements;
const cited = (key: string) => {
  const citation = citationOf(graph, key, "http://127.0.0.1/");
  if (citation === null) throw new Error("no citation");
  return citation;
};

describe("a quote with its source", () => {
  it("says who, where, when, and links to the words", () => {
    const text = citationText(cited(direct.id));
    expect(text.split("\n")).toEqual([
      `"We can't run empty boats until spring,"`,
      "— Ines Okafor, in “Ferry line to close for the winter”, 4 Nov 2024",
      `http://127.0.0.1/#node=${direct.id}`,
      "",
    ]);
  });

  it("says where the words are the article's, not the speaker's", () => {
    const { words, manner } = cited(indirect.id);
    expect(words).toBe("“that the islanders agreed”");
    expect(manner).toBe("paraphrased");
  });

  it("lets no words become markup, and no address run", () => {
    const hostile = graph.copy();
    hostile.mergeNodeAttributes(direct.id, { text: `<img src=x onerror="alert(1)">` } as Partial<NodeAttributes>);
    hostile.mergeNodeAttributes(`article:${reading.article.id}`, {
      url: "javascript:alert(1)",
    } as Partial<NodeAttributes>);
    const citation = citationOf(hostile, direct.id, "http://127.0.0.1/");
    const html = citation === null ? "" : citationHtml(citation);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
    expect(html).not.toMatch(/<img|javascript:/);
  });

  it("is nothing for what is no statement", () => {
    expect(citationOf(graph, "person:tom-reyes", "")).toBeNull();
    expect(citationOf(graph, "nobody", "")).toBeNull();
  });

  it("is set in lines that fit", () => {
    const widthOf = (line: string) => line.length;
    expect(wrap("one two three four", 9, widthOf)).toEqual(["one two", "three", "four"]);
    expect(wrap("incomprehensibilities it is", 9, widthOf)).toEqual(["incomprehensibilities", "it is"]);
    expect(wrap("  ", 9, widthOf)).toEqual([]);
  });
});
