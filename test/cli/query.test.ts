import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readGexf } from "../../src/formats/index.ts";
import { run } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-query-"));
const workspace = join(folder, "voices");

beforeAll(async () => {
  mkdirSync(workspace);
  cpSync(resolve(import.meta.dirname, "../../graph-data/articles"), join(workspace, "articles"), { recursive: true });
  expect(await run(["build", workspace])).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (...args: string[]) => run(["query", workspace, ...args]);

describe("onrecord query", () => {
  it("asks phrases with their values, and lists them", async () => {
    const answer = await ask("--phrase", "said-about", "--param", "entity=Qianhai", "--format", "csv");
    expect(answer).toMatchObject({ code: 0, err: "" });
    expect(answer.out).toMatch(/^source,statement,about,saidOn,article,start,end\r\n/);
    expect(answer.out).toContain("Carrie Lam");
    expect((await ask("--phrases")).out).toContain("who is mentioned but never quoted");
    const missing = await ask("--phrase", "said-about");
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining("needs entity: a person") });
  });

  it("adds the workspace's own phrases", async () => {
    const phrase = {
      id: "how-many",
      question: "how many statements",
      query: "MATCH (s:Statement) RETURN count(s) AS n",
    };
    writeFileSync(join(workspace, "phrases.json"), JSON.stringify({ phrases: [phrase] }));
    expect((await ask("--phrase", "how-many", "--format", "csv")).out).toBe("n\r\n9\r\n");
    writeFileSync(
      join(workspace, "phrases.json"),
      JSON.stringify({ phrases: [{ ...phrase, query: "MATCH (s RETURN s" }] }),
    );
    expect(await ask("--phrases")).toMatchObject({
      code: 1,
      err: expect.stringContaining("phrases.json: phrase how-many"),
    });
    rmSync(join(workspace, "phrases.json"));
  });

  it("reads the query from a file, and writes rows as lines or as a graph", async () => {
    const file = join(folder, "question.cypher");
    writeFileSync(file, "MATCH (p:Person)-[r:SAID]->(s:Statement)\nRETURN p, r, s // who said what");
    const lines = (await ask("--file", file, "--format", "jsonl")).out.trimEnd().split("\n");
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual(lines.map(() => ["p", "r", "s"]));
    const graph = readGexf((await ask("--file", file, "--format", "gexf")).out);
    expect(graph.size).toBe(lines.length);
    expect(graph.everyEdge((_, { kind }) => kind === "SAID")).toBe(true);
    expect((await ask("MATCH (n) RETURN count(n)", "--format", "gexf")).err).toContain("no nodes or edges");
  });

  it("keeps long integers whole, says what is not asked for, and ends what takes too long", async () => {
    const long = await ask("RETURN $n + 1 AS n", "--param", "n=9007199254740993", "--param", "m=1", "--format", "csv");
    expect(long).toMatchObject({ code: 0, out: "n\r\n9007199254740994\r\n" });
    expect(long.err).toContain("does not ask for $m");
    const endless = await ask("MATCH p = ()-[*]-() RETURN count(p)", "--seconds", "0.2");
    expect(endless).toMatchObject({ code: 1, err: expect.stringContaining("takes longer than 200 ms") });
    expect(await ask("RETURN 1", "--seconds", "soon")).toMatchObject({ code: 2 });
  });

  it("shows the plan, the words' places, and what was meant", async () => {
    expect((await ask("--explain", "MATCH (p:Person) RETURN p")).out).toMatch(/^operator +expected +detail\n\+ Result/);
    const [statement] = (await ask("MATCH (s:Statement) RETURN s ORDER BY s.start LIMIT 1")).out.split("\n").slice(2);
    expect(statement).toMatch(/^\[\d+–\d+\] /);
    expect((await ask("MATCH (p:Persn) RETURN p")).err).toContain("did you mean Person?");
    expect((await ask("--file", join(folder, "nothing.cypher"))).code).toBe(1);
  });
});
