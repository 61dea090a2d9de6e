/**
 * How fast articles are read, side by side in one run: the whole reader, our own first reader (rules alone) and compromise
 * (`.quotations()`, `.people()`, `.places()`, `.organizations()`) on the same articles; then one article of 1 KB to 10 MB,
 * whose time per KB must not grow. Processor time, so that other programs on the machine count little.
 * `npx tsx test/bench/reading.ts [largest article in KB]`
 */
import { readdirSync, readFileSync } from "node:fs";
import compromise from "compromise";
import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";

const SAMPLE = readFileSync("graph-data/articles/2021-09-07-qianhai-plan.txt", "utf8");
const TEXTS = [
  SAMPLE,
  ...readdirSync("test/articles")
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(`test/articles/${name}`, "utf8")),
];
const ROUNDS = 9;

/** Processor time in milliseconds. */
function time(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1];

/** Runs all competitors in turn, round after round, so that whatever else the machine does hits them alike. */
function race(competitors: Readonly<Record<string, (text: string) => void>>, texts: readonly string[]): void {
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  const times = Object.entries(competitors).map(([name, read]) => ({ name, read, rounds: [] as number[] }));
  for (const { read } of times) for (let warm = 0; warm < 3; warm++) texts.forEach(read);
  for (let round = 0; round < ROUNDS; round++)
    for (const { read, rounds } of times) rounds.push(time(() => texts.forEach(read)));
  const [first] = times.map(({ rounds }) => median(rounds));
  for (const { name, rounds } of times) {
    const taken = median(rounds);
    const speed = `${Math.round(characters / taken)} k characters/s`;
    console.log(
      `  ${name.padEnd(44)} ${taken.toFixed(1).padStart(8)} ms ${speed.padStart(20)}   ${(taken / first).toFixed(2)}`,
    );
  }
}

function competitors(models: Models): Record<string, (text: string) => void> {
  const { language } = models;
  return {
    "On Record, everything": (text) => void readArticle(articleFromText(text), models),
    "On Record, rules alone (our first reader)": (text) => void readArticle(articleFromText(text), { language }),
    "compromise, quotations and entities": (text) => {
      const document = compromise(text);
      document.quotations().json();
      document.people().json();
      document.places().json();
      document.organizations().json();
    },
  };
}

/** A text of about so many characters out of the articles, each time with other names of its own. */
function longText(length: number): string {
  const parts: string[] = [];
  for (let size = 0, copy = 0; size < length; copy++) {
    const number = Math.floor(copy / TEXTS.length);
    const body = TEXTS[copy % TEXTS.length].replaceAll(
      /\b(?:Vance|Lam|Finch|Brandt|Lindgren|Tucker|Hollis|Voss|Pell)\b/g,
      (name) => `${name}${"aeiou"[number % 5]}${"lmnrst"[Math.floor(number / 5) % 6]}o`,
    );
    parts.push(body);
    size += body.length;
  }
  return parts.join("\n\n").slice(0, length);
}

function scale(models: Models, largest: number): void {
  const { language } = models;
  for (let kilobytes = 1; kilobytes <= largest; kilobytes *= 10) {
    const article = articleFromText(longText(kilobytes * 1000), { title: "Long" });
    const rounds = kilobytes < 100 ? 15 : kilobytes < 1000 ? 3 : 1;
    const taken = (with_: Models) =>
      median(Array.from({ length: rounds }, () => time(() => readArticle(article, with_))));
    const [whole, rules] = [taken(models), taken({ language })].map((ms) => (ms / kilobytes).toFixed(2));
    console.log(
      `  ${`${kilobytes} KB`.padStart(10)}   everything ${whole.padStart(7)}   rules alone ${rules.padStart(7)}`,
    );
  }
}

async function main(): Promise<void> {
  const started = performance.now();
  const models = await loadModels();
  console.log(`load the models: ${(performance.now() - started).toFixed(0)} ms`);
  const first = performance.now();
  readArticle(articleFromText(SAMPLE), models);
  console.log(`the sample, first: ${(performance.now() - first).toFixed(0)} ms\n`);
  console.log(`the sample, warm (median of ${ROUNDS}, ratio to the first line)`);
  race(competitors(models), [SAMPLE]);
  console.log(`\n${TEXTS.length} articles, warm`);
  race(competitors(models), TEXTS);
  console.log("\nmilliseconds per KB of one article");
  scale(models, Number(process.argv[2] ?? 10_000));
}

void main();
