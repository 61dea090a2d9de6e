import type { Command } from "commander";
import { OnRecordError, type Reading } from "../model/index.ts";
import type { ArticleReader } from "../workspace/index.ts";
import { EXIT, note, print } from "./output.ts";
import { readInput } from "./read-input.ts";
import { readingJson } from "./read-json.ts";
import { listReading } from "./read-list.ts";
import { createReader } from "./reader.ts";

export function addRead(program: Command): void {
  program
    .command("read")
    .description("who says what in an article, with the words that show it")
    .argument("<files...>", "text or HTML; .jsonl holds many articles; - is standard input")
    .option("--json", "one line of JSON per article")
    .addHelpText(
      "after",
      `
A .jsonl file holds one article a line: {"id": "a1", "text": "…", "title": "…", "date": "2021-09-07"}; title and date may be left
out. Such a file is read as it comes, whatever its size. Spans are [start, end) in UTF-16 code units of the article's text.

Examples:
  onrecord read article.txt
  onrecord read page.html other.txt --json
  pbpaste | onrecord read -
  onrecord read archive.jsonl --json > readings.jsonl`,
    )
    .action(async (files: string[], { json }: { json?: boolean }) => {
      const { done, failed } = await readFiles(files, await createReader(), json ?? false);
      if (failed > 0) process.exitCode = done > 0 ? EXIT.partly : EXIT.failed;
    });
}

async function readFiles(files: readonly string[], reader: ArticleReader, json: boolean) {
  let [done, failed] = [0, 0];
  for (const file of files) {
    for await (const input of readInput(file)) {
      try {
        if ("problem" in input) throw input.problem;
        const started = performance.now();
        const reading = reader.read(input.article);
        const ms = performance.now() - started;
        warn(reading, file);
        if (!json && done > 0) await print("\n");
        await print(json ? `${JSON.stringify(readingJson(reading, ms))}\n` : listReading(reading));
        done++;
      } catch (error) {
        if (!(error instanceof OnRecordError)) throw error;
        note(`onrecord: ${error.message}`);
        failed++;
      }
    }
  }
  return { done, failed };
}

function warn({ article, warnings }: Reading, file: string): void {
  for (const warning of new Set([...article.warnings, ...warnings])) note(`${file}: ${warning}`);
}
