import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { readGexf, readJson } from "../../src/formats/index.ts";
import { temporaryFolder, writeFiles } from "../fixtures/workspaces.ts";
import { run } from "./command.ts";

const SAMPLE = resolve(import.meta.dirname, "../../graph-data/articles/2021-09-07-qianhai-plan.txt");

// Each test starts the command several times, on machines that may be busy
vi.setConfig({ testTimeout: 120_000 });

/** A folder with the sample workspace in it. */
function withSample(): { folder: string; workspace: string } {
  const folder = temporaryFolder();
  const workspace = join(folder, "graph-data");
  mkdirSync(join(workspace, "articles"), { recursive: true });
  copyFileSync(SAMPLE, join(workspace, "articles", "plan.txt"));
  return { folder, workspace };
}

const ARTICLE = `Ferry stays in port

May 3, 2024

The ferry "will not sail before the storm has passed", Ines Okafor, the harbour master of Lowick, said on Thursday.
`;

describe("onrecord", () => {
  it("helps with examples, everywhere", async () => {
    const all = await Promise.all(
      [[], ["build"], ["read"], ["query"], ["export"], ["explore"]].map((args) => run([...args, "--help"])),
    );
    for (const { code, out, err } of all) {
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain("Examples:");
    }
    expect(all[0].out).toContain("Exit codes:");
  });

  it("says what it doesn't understand", async () => {
    expect(await run(["raed", "x"])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("Did you mean read?"),
    });
    expect(await run(["query", "a", "b", "c"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/too many arguments/),
    });
    expect(await run(["export"])).toMatchObject({ code: 2, err: expect.stringMatching(/missing: FILE/) });
    expect(await run(["explore", "--port", "web"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/a port is a number/),
    });
  });
});

describe("onrecord build, query, export", () => {
  it("builds once, answers and exports", async () => {
    const { folder, workspace } = withSample();
    const built = await run(["build"], { cwd: folder });
    expect(built).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 article, 9 statements, \d+ stakeholders \(1 article read\)\n$/),
    });
    expect(await run(["build", workspace])).toMatchObject({
      code: 0,
      out: expect.stringContaining("nothing has changed"),
    });

    const question =
      'MATCH (p)-[:SAID]->(s:Statement)-[:MENTIONS]->(q) WHERE q.name CONTAINS "Qianhai" RETURN p.name, s.text';
    const [table, json, csv] = await Promise.all(
      ["table", "json", "csv"].map((format) => run(["query", workspace, question, "--format", format])),
    );
    expect(table.out).toMatch(/^p\.name +s\.text\n─/);
    expect(table.out).toContain("Carrie Lam Cheng Yuet-ngor");
    expect(Math.max(...table.out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    const rows = JSON.parse(json.out) as Record<string, string>[];
    expect(rows.map((row) => row["p.name"])).toContain("Carrie Lam Cheng Yuet-ngor");
    expect(csv.out.split("\r\n").length).toBe(rows.length + 2);

    const gexf = join(folder, "out.gexf");
    expect(await run(["export", workspace, gexf])).toMatchObject({ code: 0, out: "" });
    const graph = readJson(readFileSync(join(workspace, "graph.json"), "utf8"));
    const back = readGexf(readFileSync(gexf, "utf8"));
    expect([back.order, back.size]).toEqual([graph.order, graph.size]);
    expect((await run(["export", workspace, gexf])).code).toBe(0);
    const piped = await run(["export", "-", "--format", "json"], { cwd: folder });
    expect(piped.out).toBe(readFileSync(join(workspace, "graph.json"), "utf8"));
    expect(readdirSync(folder).sort()).toEqual(["graph-data", "out.gexf"]);
  });

  it("takes parameters and shows where a query is wrong", async () => {
    const { workspace } = withSample();
    const found = await run([
      "query",
      workspace,
      "MATCH (p:Person) WHERE p.name = $who RETURN count(*) AS n",
      "--param",
      "who=nobody",
      "--format",
      "csv",
    ]);
    expect(found.out).toBe("n\r\n0\r\n");
    const wrong = await run(["query", workspace, "MATCH (p RETURN p"]);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(/line 1, column \d+/);
    expect(wrong.err).toContain("^");
  });

  it("never writes over what isn't an export", async () => {
    const { folder, workspace } = withSample();
    writeFileSync(join(folder, "notes.json"), '{"mine": true}');
    const refused = await run(["export", workspace, join(folder, "notes.json")]);
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringMatching(/exists and is no json export; choose another name, or give --force/),
    });
    expect(readFileSync(join(folder, "notes.json"), "utf8")).toBe('{"mine": true}');
    expect((await run(["export", workspace, join(workspace, "articles", "x.json")])).err).toMatch(
      /holds the workspace's articles/,
    );
    expect((await run(["export", workspace, join(folder, "graph.docx")])).err).toMatch(/no format for "\.docx"/);
    expect((await run(["export", workspace, join(folder, "notes.json"), "--force"])).code).toBe(0);
  });

  it("says what is missing in one line", async () => {
    const folder = temporaryFolder();
    for (const args of [["build"], ["query", "RETURN 1"], ["export", "x.gexf"], ["explore", "--no-open"]])
      expect(await run(args, { cwd: folder })).toMatchObject({
        code: 1,
        out: "",
        err: "onrecord: graph-data: no such folder; make graph-data/articles and put articles into it\n",
      });
  });
});

describe("onrecord diff", () => {
  it("shows what is said in one workspace and not in the other", async () => {
    const { folder, workspace } = withSample();
    const after = join(folder, "after");
    writeFiles(after, { "articles/ferry.txt": ARTICLE, "articles/plan.txt": readFileSync(SAMPLE) });
    const same = await run(["diff", workspace, workspace]);
    expect(same).toMatchObject({ code: 0, out: "no difference in who said what\n" });
    const { out } = await run(["diff", join(workspace, "graph.json"), after]);
    expect(out).toMatch(
      /^Articles\n {2}\+ Ferry stays in port\n\nVoices\n {2}\+ Ines Okafor \(1 statement\)\n\nStatements\n {2}\+ Ines Okafor: /,
    );
    const json = await run(["diff", after, workspace, "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({ articlesRemoved: ["Ferry stays in port"], voicesGained: [] });
  });
});

describe("onrecord read", () => {
  it("lists who says what, with the words", async () => {
    const { code, out } = await run(["read", SAMPLE]);
    expect(code).toBe(0);
    expect(out).toContain("Plan issued to further develop cooperation zone");
    expect(out).toMatch(/Carrie Lam Cheng Yuet-ngor · direct · 2021-09-06 · \d+ % sure/);
    expect(out).toMatch(/source "she" · cue "said" · at 2086–2376/);
  });

  it("prints a line of JSON per article, with spans into the text", async () => {
    const { out } = await run(["read", SAMPLE, "--json"]);
    const reading = JSON.parse(out);
    expect(Object.keys(reading)).toEqual([
      "id",
      "title",
      "date",
      "statements",
      "mentions",
      "entities",
      "relations",
      "ms",
    ]);
    const said = reading.statements.find(({ content }: { content: number[][] }) => content[0][0] === 2086);
    expect(said).toMatchObject({
      kind: "direct",
      content: [[2086, 2376]],
      cue: [[2381, 2385]],
      source: [[2377, 2380]],
      speaker: { name: "Carrie Lam Cheng Yuet-ngor", kind: "Person", unnamed: false },
      saidOn: "2021-09-06",
    });
    expect(Object.keys(said)).toEqual([
      "id",
      "kind",
      "content",
      "cue",
      "source",
      "speaker",
      "saidOn",
      "confidence",
      "why",
    ]);
    expect(typeof said.why).toBe("string");
    expect(reading.ms).toBeGreaterThan(0);
  });

  it("streams many articles of a file or of standard input, and goes on after a bad line", async () => {
    const folder = temporaryFolder();
    const lines = [
      JSON.stringify({ id: "a1", text: ARTICLE }),
      "{broken",
      JSON.stringify({ id: "a2", title: "Given", date: "2024-05-04", text: ARTICLE }),
      JSON.stringify({ id: "a3" }),
    ].join("\n");
    writeFiles(folder, { "many.jsonl": lines });
    const fromFile = await run(["read", "many.jsonl", "--json"], { cwd: folder });
    expect(fromFile.code).toBe(3);
    const readings = fromFile.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(readings.map(({ id, title, date }) => [id, title, date])).toEqual([
      ["a1", "Ferry stays in port", "2024-05-03"],
      ["a2", "Given", "2024-05-04"],
    ]);
    expect(readings[0].statements[0].id).toMatch(/^statement:a1:/);
    expect(fromFile.err).toMatch(/many\.jsonl:2: not valid JSON/);
    expect(fromFile.err).toMatch(/many\.jsonl:4: text: /);
    const fromStandardInput = await run(["read", "-", "--json"], { input: lines });
    expect(fromStandardInput.out.split("\n").length).toBe(fromFile.out.split("\n").length);
    expect((await run(["read", "-"], { input: ARTICLE })).out).toContain("Ines Okafor");
  });

  it("says in one line each what to do about what it can't read", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      "empty.txt": "",
      "blank.txt": " \n\t\n",
      "picture.txt": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 255, 254, 0, 0]),
      "page.html": "<!doctype html><html><body><nav><a href='#'>Home</a></nav></body></html>",
      "bad.jsonl": new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d, 0x0a]),
      "large.txt": "word ".repeat(10_000_000),
      "good.txt": ARTICLE,
    });
    const bad = ["missing.txt", ".", "empty.txt", "blank.txt", "picture.txt", "page.html", "bad.jsonl", "large.txt"];
    const { code, out, err } = await run(["read", ...bad], { cwd: folder });
    expect([code, out]).toEqual([1, ""]);
    const messages = [
      /^onrecord: missing\.txt: no such file/,
      /^onrecord: \.: a folder; name the files/,
      /^onrecord: empty\.txt: the file is empty; /,
      /^onrecord: blank\.txt: the file is empty; /,
      /^onrecord: picture\.txt: /,
      /^onrecord: page\.html: no article text found/,
      /^onrecord: bad\.jsonl:1: not UTF-8; save/,
      /^onrecord: large\.txt: 48 MB is too large for one article .*split it/,
    ];
    const lines = err.trim().split("\n");
    expect(lines.length).toBe(messages.length);
    for (const [i, message] of messages.entries()) expect(lines[i]).toMatch(message);
    expect(await run(["read", "good.txt", "empty.txt"], { cwd: folder })).toMatchObject({
      code: 3,
      out: expect.stringContaining("Ines Okafor"),
    });
  });

  it("stops quietly when nobody reads on", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "many.jsonl": `${JSON.stringify({ text: ARTICLE })}\n`.repeat(3000) });
    const { err } = await run(["read", "many.jsonl", "--json"], {
      cwd: folder,
      during: (child) => child.stdout?.once("data", () => child.stdout?.destroy()),
    });
    expect(err).toBe("");
  });
});

describe("onrecord explore", () => {
  it("prints the address, serves the graph and ends with Ctrl-C", async () => {
    const { workspace } = withSample();
    let status = 0;
    const { code, out } = await run(["explore", workspace, "--no-open", "--port", "0"], {
      during: (child) =>
        child.stdout?.once("data", async (text: string) => {
          status = (await fetch(new URL("data/graph.json", String(text).trim()))).status;
          child.kill("SIGINT");
        }),
    });
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect([code, status]).toEqual([0, 200]);
  });

  it("leaves nothing half-written when it is interrupted while building", async () => {
    const { workspace } = withSample();
    for (let i = 0; i < 60; i++)
      writeFileSync(join(workspace, "articles", `${i}.txt`), ARTICLE.replaceAll("Okafor", `Okafor${i}`));
    const { code } = await run(["build", workspace], {
      during: (child) => {
        const timer = setInterval(() => {
          if (existsSync(join(workspace, "readings"))) {
            clearInterval(timer);
            child.kill("SIGINT");
          }
        }, 5);
        child.on("exit", () => clearInterval(timer));
      },
    });
    expect([0, 130]).toContain(code);
    const left = readdirSync(workspace, { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    for (const name of left.filter((name) => name.endsWith(".json")))
      JSON.parse(readFileSync(join(workspace, name), "utf8"));
    expect((await run(["build", workspace])).code).toBe(0);
  });
});
