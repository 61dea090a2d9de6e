import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { fileOf, startServer } from "../../src/cli/serve.ts";
import { temporaryFolder, writeFiles } from "../fixtures/workspaces.ts";

/** Asks as a hostile client does: the path goes out as it is. */
function get(address: string, path: string, headers: Record<string, string> = {}, method = "GET") {
  const { port } = new URL(address);
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((settle, fail) => {
    request({ host: "127.0.0.1", port, path, headers, method }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => settle({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on("error", fail)
      .end();
  });
}

async function serve() {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "explorer/index.html": "<!doctype html><title>On Record</title>",
    "explorer/assets/app.js": "1",
    "explorer-secret/x": "secret",
    "data/graph.json": "{}",
    "data/readings/2024-a.json": '{"a":1}',
    "data/stakeholders.json": "secret",
    "secret.json": "secret",
  });
  const options = {
    explorer: join(folder, "explorer"),
    workspace: {
      graph: join(folder, "data/graph.json"),
      readings: join(folder, "data/readings"),
      phrases: join(folder, "data/phrases.json"),
    },
  };
  const started = await startServer(options);
  onTestFinished(() => {
    started.server.close();
  });
  return { ...started, options };
}

describe("serving the explorer", () => {
  it("gives the page, its files and the data, under a strict policy", async () => {
    const { address } = await serve();
    const page = await get(address, "/?view=table");
    expect([page.status, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    const policy = String(page.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect((await get(address, "/assets/app.js")).headers["cache-control"]).toContain("immutable");
    expect((await get(address, "/data/graph.json")).body).toBe("{}");
    expect(JSON.parse((await get(address, "/data/phrases.json")).body)).toEqual({ phrases: [] });
    expect((await get(address, "/data/readings/2024-a.json")).body).toBe('{"a":1}');
    expect(await get(address, "/data/graph.json", {}, "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  it.each([
    "/../secret.json",
    "/%2e%2e/secret.json",
    "/..%2fsecret.json",
    "/data/readings/..%2f..%2fsecret.json",
    "/data/readings/%2e%2e%2fstakeholders.json",
    "/data/stakeholders.json",
    "/..\\secret.json",
    "/%5c..%5csecret.json",
    "//etc/passwd",
    "/../explorer-secret/x",
    "/index.html%00.js",
    "/%E0%A4%A",
    "/.git/config",
    "/assets",
    "/nothing",
  ])("refuses %s", async (path) => {
    const { address } = await serve();
    const { status, body } = await get(address, path);
    expect(status).toBe(404);
    expect(body).not.toContain("secret");
  });

  it("answers to its own name alone, and only to questions", async () => {
    const { address } = await serve();
    expect((await get(address, "/", { Host: "evil.example" })).status).toBe(403);
    expect((await get(address, "/", {}, "POST")).status).toBe(405);
    expect((await get(address, "/", { Host: "localhost:1" })).status).toBe(200);
  });

  it("takes a free port where the usual one is taken, and says so where it was asked for", async () => {
    const { address, options } = await serve();
    const taken = Number(new URL(address).port);
    const other = await startServer({ ...options, usualPort: taken });
    onTestFinished(() => {
      other.server.close();
    });
    expect(other.address).not.toBe(address);
    await expect(startServer({ ...options, port: taken })).rejects.toThrow(/port \d+ is taken/);
    await expect(startServer({ ...options, explorer: join(options.explorer, "no") })).rejects.toThrow(/isn't built/);
  });

  it("never leads out of its folders", () => {
    const options = {
      explorer: "/srv/explorer",
      workspace: { graph: "/srv/graph.json", readings: "/srv/readings", phrases: "/srv/phrases.json" },
    };
    expect(fileOf("/data/readings/x.json?y", options)).toBe("/srv/readings/x.json");
    expect(fileOf("/data/readings/..%2fx.json", options)).toBe(null);
    expect(fileOf("/data/phrases.json", options)).toBe("/srv/phrases.json");
    expect(fileOf("/assets/a.js", options)).toBe("/srv/explorer/assets/a.js");
  });
});
