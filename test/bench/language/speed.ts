/**
 * How fast is the language floor? Tokens per second of each step beside the word segmentation that the platform brings
 * (`Intl.Segmenter`), on the sample article repeated to about half a million characters; median of several runs.
 *
 *     npx tsx test/bench/language/speed.ts
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse, loadLanguageModel, parse } from "../../../src/language/index.ts";
import { splitSentences } from "../../../src/language/sentences.ts";
import { TokenList, tokenise } from "../../../src/language/tokenise.ts";

const SAMPLE = join(import.meta.dirname, "../../../graph-data/articles/2021-09-07-qianhai-plan.txt");
const RUNS = 9;

const sample = readFileSync(SAMPLE, "utf8");
const text = sample.repeat(Math.ceil(500_000 / sample.length));
const blocks = [...text.matchAll(/\S[^\n]*/g)].map(({ index, 0: line }) => ({
  start: index,
  end: index + line.trimEnd().length,
  kind: "paragraph" as const,
}));

/** Median seconds of several runs after one to warm up. */
function median(run: () => void): number {
  run();
  const times = Array.from({ length: RUNS }, () => {
    const begin = performance.now();
    run();
    return (performance.now() - begin) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

const model = await loadLanguageModel();
const { count } = analyse({ text, blocks }, model);
const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const platform = median(() => {
  let words = 0;
  for (const block of blocks) for (const _ of segmenter.segment(text.slice(block.start, block.end))) words++;
  if (words === 0) throw new Error("no words");
});

function report(step: string, seconds: number): void {
  const rate = Math.round(count / seconds / 1000);
  const characters = Math.round(text.length / seconds / 1000);
  console.log(
    `${step.padEnd(44)} ${String(rate).padStart(6)} k tokens/s ${String(characters).padStart(6)} k characters/s ` +
      `${(platform / seconds).toFixed(2).padStart(6)} × Intl.Segmenter`,
  );
}

report("Intl.Segmenter, words only", platform);
const splitting = median(() => {
  const tokens = new TokenList();
  const starts: number[] = [];
  for (const block of blocks) {
    const from = tokens.count;
    tokenise(text, block.start, block.end, tokens);
    splitSentences(text, tokens, from, tokens.count, starts);
  }
});
report("tokens and sentences", splitting);
const tagging = median(() => void analyse({ text, blocks }, model));
report("… and parts of speech and dictionary forms", tagging);
const parsing = median(() => {
  const words = analyse({ text, blocks }, model);
  parse(words, 0, words.sentenceBlock.length, model);
});
report("… and trees of all sentences", parsing);
