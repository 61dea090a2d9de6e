import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { isEnglish } from "../../../src/language/index.ts";

/** How often English is taken for another language: `npx tsx test/bench/language/foreign.ts`. */
const DATA = new URL("../../../../shared/data/polnear/dev.jsonl.gz", import.meta.url);
/** Snippets of so many words, as long as headlines. */
const SNIPPETS = [4, 7, 12];

const articles = gunzipSync(readFileSync(DATA))
  .toString()
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => String(JSON.parse(line).text));
const paragraphs = articles.flatMap((text) => text.split(/\n+/)).filter((paragraph) => /\p{L}/u.test(paragraph));

function count(what: string, texts: readonly string[]): void {
  const foreign = texts.filter((text) => !isEnglish(text)).length;
  console.log(`${what}: ${foreign} of ${texts.length} taken for another language`);
}

count("articles", articles);
count("paragraphs", paragraphs);
for (const length of SNIPPETS) {
  const snippets = paragraphs.flatMap((paragraph) => {
    const words = paragraph.trim().split(/\s+/);
    return Array.from({ length: Math.floor(words.length / length) }, (_, index) =>
      words.slice(index * length, (index + 1) * length).join(" "),
    );
  });
  count(`runs of ${length} words`, snippets);
}
