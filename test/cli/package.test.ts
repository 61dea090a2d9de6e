import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { temporaryFolder } from "../fixtures/workspaces.ts";

vi.setConfig({ testTimeout: 120_000 });

const ROOT = resolve(import.meta.dirname, "../..");

const PROGRAM = `
import { buildGraph, createReader } from "onrecord";
import { query } from "onrecord/query";
import { readGexf, writeGexf } from "onrecord/formats";

const reader = await createReader();
const reading = reader.readText('"The bridge will open in May," Ines Okafor, the harbour master, said on Monday.', { date: "2024-05-03" });
const graph = buildGraph([reading]);
const { rows } = query(graph, "MATCH (p:Person)-[:SAID]->(s) RETURN p.name, s.text, s.saidOn");
const back = readGexf([...writeGexf(graph)].join(""));
globalThis.result = { rows, same: back.order === graph.order };
`;

describe("the package", () => {
  it("works by its names in Node", async () => {
    const program = `${PROGRAM}\nconsole.log(JSON.stringify(globalThis.result));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
      cwd: ROOT,
    });
    expect(JSON.parse(stdout)).toEqual({
      rows: [["Ines Okafor", '"The bridge will open in May,"', "2024-04-29"]],
      same: true,
    });
  });

  it("reads pages in Node", async () => {
    const words =
      "The council met on Tuesday and spoke about the bridge for two hours without an end in sight. ".repeat(4);
    const page = `<html><body><article><h1>Bridge</h1><p>${words}</p><p>"It will open in May," Ines Okafor said.</p></article></body></html>`;
    const program = `import { createReader } from "onrecord";
      const reading = (await createReader()).readHtml(${JSON.stringify(page)});
      console.log(reading.statements.length);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
      cwd: ROOT,
    });
    expect(stdout.trim()).toBe("1");
  });

  it("reads every article of a file of any format, and names what it leaves out", async () => {
    const table = 'title,text\nBridge,"""It will open in May,"" Ines Okafor said on Monday."\nEmpty,\n';
    const program = `import { createReader, isSkipped } from "onrecord";
      const file = new TextEncoder().encode(${JSON.stringify(table)});
      const found = [];
      for await (const item of (await createReader()).readFile(file, "export.csv"))
        found.push(isSkipped(item) ? item.message : item.statements.map(({ content }) => content.length));
      console.log(JSON.stringify(found));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
      cwd: ROOT,
    });
    expect(JSON.parse(stdout)).toEqual([[1], expect.stringContaining("row 3: no text")]);
  });

  it("bundles for the browser, weights and all, with nothing of Node", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(ROOT, join(folder, "node_modules", "onrecord"));
    writeFileSync(join(folder, "main.js"), PROGRAM);
    writeFileSync(join(folder, "index.html"), '<!doctype html><script type="module" src="./main.js"></script>');
    const script = `
      import { build } from "vite";
      const { output } = await build({ root: ${JSON.stringify(folder)}, logLevel: "silent", configFile: false,
        build: { target: "es2022", minify: false, write: false } });
      console.log(JSON.stringify(output.map(({ fileName, code }) =>
        ({ fileName, node: /(?:from|import)\\s*\\(?["']node:/.test(code ?? "") }))));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
      cwd: ROOT,
      maxBuffer: 1e8,
    });
    const output = JSON.parse(stdout) as { fileName: string; node: boolean }[];
    expect(output.some(({ fileName }) => /language.*\.bin$/.test(fileName))).toBe(true);
    expect(output.filter(({ node }) => node)).toEqual([]);
  });

  it("ships types for every entrance", () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      exports: Record<string, { types?: string; default?: string } | string>;
    };
    for (const [entrance, target] of Object.entries(exports))
      if (typeof target === "object")
        for (const file of [target.types, target.default])
          expect(existsSync(join(ROOT, file ?? "")), entrance).toBe(true);
  });
});
