import { expect, it } from "vitest";
import { buildGraph, createReader } from "../../src/index.ts";
import { edgesOf, tiesOf } from "../../web/detail/ties.ts";

it("ties that read the same are one line, with how often articles say so", async () => {
  const reader = await createReader();
  const articles = ["Ferry late", "Ferry sunk", "Ferry found"].map((title) =>
    reader.readText(`${title}\n\n"It is ${title.slice(6)}," said Nora Field, the mayor of Selm.\n`, { title }),
  );
  const graph = buildGraph(articles);
  const roles = edgesOf(graph, "person:nora-field", "HOLDS_ROLE");
  expect(roles.length).toBe(3);
  expect(tiesOf(graph, roles)).toEqual([{ edge: roles[0], count: 3 }]);
});
