import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { type ComparedStatement, compareGraphs, type Difference, isSame, type OnRecordGraph } from "../graph/index.ts";
import { loadGraphFile } from "../workspace/index.ts";
import { print, terminalWidth } from "./output.ts";
import { fitText } from "./text-layout.ts";
import { openGraph } from "./workspace-arguments.ts";

export function addDiff(program: Command): void {
  program
    .command("diff")
    .description("what one graph says and another doesn't: voices, statements, speakers")
    .argument("<before>", "a workspace, or a graph.json")
    .argument("<after>", "a workspace, or a graph.json")
    .option("--json", "as JSON")
    .addHelpText(
      "after",
      `
Articles are known again by their text, else by their address, else by title and day; statements by their words.

Examples:
  onrecord diff january february
  onrecord diff before.json my-articles
  onrecord diff a b --json`,
    )
    .action(async (before: string, after: string, { json }: { json?: boolean }) => {
      const difference = compareGraphs(await openEither(before), await openEither(after));
      await print(json ? `${JSON.stringify(difference, null, 2)}\n` : tell(difference));
    });
}

/** The graph of a workspace, or the one in a file. */
async function openEither(path: string): Promise<OnRecordGraph> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? loadGraphFile(path) : (await openGraph(path)).graph;
}

function tell(difference: Difference): string {
  if (isSame(difference)) return "no difference in who said what\n";
  const width = terminalWidth();
  const line = (sign: string, text: string) => fitText(`  ${sign} ${text}`, width).replace(/^ ?/, "  ");
  const voice = ({ name, statements }: { name: string; statements: number }) =>
    `${name} (${statements} statement${statements === 1 ? "" : "s"})`;
  const said = ({ speaker, text }: ComparedStatement) => `${speaker ?? "not known"}: ${text}`;
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [title, ...lines, ""]);
  const both = (changes: Difference["trimmed"]) =>
    changes.flatMap(({ before, after }) => [line("−", said(before)), line("+", said(after))]);
  return [
    ...section("Articles", [
      ...difference.articlesRemoved.map((title) => line("−", title)),
      ...difference.articlesAdded.map((title) => line("+", title)),
    ]),
    ...section("Voices", [
      ...difference.voicesLost.map((one) => line("−", voice(one))),
      ...difference.voicesGained.map((one) => line("+", voice(one))),
    ]),
    ...section("Statements", [
      ...difference.statementsRemoved.map((one) => line("−", said(one))),
      ...difference.statementsAdded.map((one) => line("+", said(one))),
    ]),
    ...section("Trimmed", both(difference.trimmed)),
    ...section("Extended", both(difference.extended)),
    ...section(
      "Given to another speaker",
      difference.reattributed.map(({ before, after }) =>
        line("~", `${before.speaker ?? "not known"} → ${after.speaker ?? "not known"}: ${after.text}`),
      ),
    ),
  ].join("\n");
}
