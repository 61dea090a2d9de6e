import { buildGraph, type OnRecordGraph } from "../../../src/graph/index.ts";
import { articleFromText } from "../../../src/ingest/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { makeArticle } from "../scale/corpus.ts";
import { createPatternReader } from "../scale/pattern-reader.mjs";

/** Made-up articles until they hold so many statements, read by their patterns: the same for the same number. */
export function manyReadings(statements: number): Reading[] {
  const reader = createPatternReader();
  const readings: Reading[] = [];
  let found = 0;
  for (let number = 0; found < statements; number++) {
    const { text, ...source } = makeArticle(number);
    const reading = reader.read(articleFromText(text, source));
    readings.push(reading);
    found += reading.statements.length;
  }
  return readings;
}

/** The graph of as many made-up articles as hold so many statements. */
export function manyStatements(statements: number): OnRecordGraph {
  return buildGraph(manyReadings(statements));
}
