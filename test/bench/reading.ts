/**
 * How fast articles are read: the sample, warm, and one long article made of it, with everything and with rules alone.
 * Prints the median time in milliseconds and characters per second. `npx tsx test/bench/reading.ts`
 */
import { readFileSync } from "node:fs";
import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";
import type { Article } from "../../src/model/index.ts";

const SAMPLE = readFileSync("graph-data/articles/2021-09-07-qianhai-plan.txt", "utf8");

/** Median processor time of reading an article, in milliseconds: other programs on the machine don't count. */
function medianTime(article: Article, models: Models, rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const started = process.cpuUsage();
    readArticle(article, models);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[rounds >> 1];
}

function report(name: string, article: Article, models: Models, rounds: number): void {
  const time = medianTime(article, models, rounds);
  const speed = Math.round(article.text.length / time);
  console.log(
    `${name.padEnd(34)} ${time.toFixed(1).padStart(9)} ms ${String(speed).padStart(6)} characters a millisecond`,
  );
}

async function main(): Promise<void> {
  const started = performance.now();
  const models = await loadModels();
  console.log(`${"load the models".padEnd(34)} ${(performance.now() - started).toFixed(1).padStart(9)} ms`);
  const sample = articleFromText(SAMPLE);
  const first = performance.now();
  readArticle(sample, models);
  console.log(`${"the sample, first".padEnd(34)} ${(performance.now() - first).toFixed(1).padStart(9)} ms`);
  for (let round = 0; round < 60; round++) readArticle(sample, models);
  const { language, names } = models;
  report("the sample, warm", sample, models, 101);
  report("the sample, statements by rules", sample, { language, names }, 101);
  report("the sample, rules alone", sample, { language }, 101);
  for (const copies of [10, 40, 160]) {
    const long = articleFromText(`${SAMPLE}\n\n`.repeat(copies));
    report(`${(long.text.length / 1000).toFixed(0)} KB in one article`, long, models, 3);
  }
}

void main();
