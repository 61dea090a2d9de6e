import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readGexf } from "../../src/formats/index.ts";
import { makeArticle } from "../bench/scale/corpus.ts";
import { temporaryFolder, writeFiles } from "../fixtures/workspaces.ts";
import { utf8, wordDocument } from "../ingest/formats/files.ts";
import { run } from "./command.ts";

type Article = ReturnType<typeof makeArticle>;

const escapeHtml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const html = ({ title, date, outlet, text }: Article) =>
  `<!doctype html><html><head><meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="${date}"><title>${title}</title></head><body><nav>Home | Sport</nav><article><h1>${title}</h1>${text
    .split("\n\n")
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join("")}</article></body></html>`;
const csv = (articles: readonly Article[]) =>
  [
    "Headline,Day,Paper,Words",
    ...articles.map((one) =>
      [one.title, one.date, one.outlet, one.text].map((cell) => `"${cell.replace(/"/g, '""')}"`).join(","),
    ),
  ].join("\n");

/** Two hundred articles in six formats: text, pages, Word, a table, JSON lines, Markdown in an archive. */
function twoHundred(): Record<string, string | Uint8Array> {
  const articles = Array.from({ length: 200 }, (_, number) => makeArticle(number));
  const files: Record<string, string | Uint8Array> = {};
  for (const [number, one] of articles.slice(0, 60).entries()) {
    files[`texts/${one.date} ${one.outlet} ${number}.txt`] = `${one.title}\n\n${one.date}\n\n${one.text}\n`;
  }
  for (const [number, one] of articles.slice(60, 80).entries()) files[`pages/${number}.html`] = html(one);
  for (const [number, one] of articles.slice(80, 100).entries()) {
    files[`word/${number}.docx`] = wordDocument([
      { text: one.title, style: "Title" },
      one.date,
      ...one.text.split("\n\n"),
    ]);
  }
  files["table.csv"] = csv(articles.slice(100, 150));
  files["lines.jsonl"] = articles
    .slice(150, 180)
    .map((one) => JSON.stringify(one))
    .join("\n");
  files["notes.zip"] = zipSync(
    Object.fromEntries(
      articles
        .slice(180)
        .map((one, number) => [`${number}.md`, utf8(`---\ndate: ${one.date}\n---\n\n# ${one.title}\n\n${one.text}\n`)]),
    ),
  );
  return files;
}

describe("a workspace of two hundred articles in six formats", () => {
  it("is added, built, interrupted, extended, edited, compared, queried and exported", async () => {
    const folder = temporaryFolder();
    writeFiles(join(folder, "in"), twoHundred());
    const inFolder = (...args: string[]) => run(args, { cwd: folder });

    const added = await inFolder("add", "news", "in");
    expect(added.code).toBe(0);
    expect(added.out).toMatch(/200 articles in 103 files added to news/);
    expect(added.err).toContain("table.csv: text ← Words, title ← Headline, date ← Day, outlet ← Paper");

    // Ctrl-C, as soon as something is done
    const readings = join(folder, "news", "readings");
    const done = () =>
      existsSync(readings) ? readdirSync(readings).filter((name) => name.endsWith(".json")).length : 0;
    const interrupted = await run(["build", "news"], {
      cwd: folder,
      during: (child) => {
        const timer = setInterval(() => {
          if (done() < 12) return;
          clearInterval(timer);
          child.kill("SIGINT");
        }, 5);
        child.on("close", () => clearInterval(timer));
      },
    });
    expect(interrupted.code).toBe(130);
    expect(existsSync(join(folder, "news", "graph.json"))).toBe(false);
    const kept = done();
    expect(kept).toBeGreaterThanOrEqual(12);
    const built = await inFolder("build", "news");
    expect(built.code).toBe(0);
    // five of them repeat others
    expect(built.out).toMatch(
      new RegExp(`^200 articles, \\d+ statements, \\d+ stakeholders \\(${200 - kept} articles read\\)`),
    );
    expect(built.err).toMatch(/5 copies of other articles/);
    expect(readdirSync(readings).filter((name) => !name.endsWith(".json"))).toEqual([]);
    expect((await inFolder("build", "news")).out).toContain("nothing has changed");

    // another machine, another order of work, the same bytes
    await inFolder("add", "again", "in/notes.zip", "in/lines.jsonl", "in/table.csv", "in/word", "in/pages", "in/texts");
    await inFolder("build", "again", "--again");
    const bytes = readFileSync(join(folder, "news", "graph.json"));
    expect(readFileSync(join(folder, "again", "graph.json")).equals(bytes)).toBe(true);

    // extended and edited
    copyFileSync(join(folder, "news", "graph.json"), join(folder, "before.json"));
    const [first] = readdirSync(join(folder, "news", "articles", "in", "texts")).sort();
    const text = join(folder, "news", "articles", "in", "texts", first);
    writeFileSync(text, readFileSync(text, "utf8").replace("on Monday", "on Monday morning"));
    mkdirSync(join(folder, "more"));
    writeFileSync(
      join(folder, "more", "2023-05-03 Selm Times.txt"),
      'Quay stays open\n\nMay 3, 2023\n\n"Nobody has to leave the quay before the autumn storms are over," said Okwudili Brandstrup, the harbour master of Selm, on Tuesday.\n\nThe rest is known.\n',
    );
    expect((await inFolder("add", "news", "more")).out).toContain("1 article in 1 file added");
    expect((await inFolder("build", "news")).out).toMatch(/^201 articles, .* \(2 articles read\)/);
    const diff = await inFolder("diff", "before.json", "news");
    expect(diff.out).toContain("Okwudili Brandstrup");
    expect(diff.out).toContain("Nobody has to leave the quay");

    // queried and exported
    const query = await inFolder(
      "query",
      "news",
      "MATCH (p:Person)-[:SAID]->(s:Statement)-[:IN_ARTICLE]->(a) WHERE p.name = 'Okwudili Brandstrup' RETURN a.outlet AS outlet, count(s) AS n",
      "--format",
      "json",
    );
    expect(JSON.parse(query.out)).toMatchObject([{ outlet: "Selm Times", n: 1 }]);
    expect((await inFolder("export", "news", "news.gexf")).code).toBe(0);
    const graph = JSON.parse(readFileSync(join(folder, "news", "graph.json"), "utf8")) as {
      graph: { nodes: unknown[] };
    };
    expect(readGexf(readFileSync(join(folder, "news.gexf"), "utf8")).order).toBe(graph.graph.nodes.length);
  }, 540_000);
});
