import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { searchProcedures } from "../../src/analysis/index.ts";
import { prepare } from "../../src/query/index.ts";

const text = readFileSync(new URL("../../docs/query.md", import.meta.url), "utf8");
const examples = [...text.matchAll(/```cypher\n([\s\S]*?)```/g)].map(([, query]) => query);

describe("docs/query.md", () => {
  it("has examples", () => expect(examples.length).toBeGreaterThan(8));

  it.each(examples)("shows a query that is one: %s", (query) => {
    expect(prepare(query, { procedures: searchProcedures() }).columns.length).toBeGreaterThan(0);
  });
});
