/**
 * `npm run evaluate [-- NAME…]`: measures the shipped weights on the development data (../shared/data or
 * `ONRECORD_DATA`) and prints one table per part.
 */
import { OnRecordError } from "../model/index.ts";
import { EVALUATIONS, type Measure } from "./evaluations.ts";

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !EVALUATIONS.some((evaluation) => evaluation.name === name));
  if (unknown.length > 0) {
    throw new OnRecordError(
      "UNKNOWN_EVALUATION",
      `${unknown.join(", ")}: no such evaluation; there are ${EVALUATIONS.map(({ name }) => name).join(", ")}`,
    );
  }
  for (const evaluation of EVALUATIONS) {
    if (names.length > 0 && !names.includes(evaluation.name)) continue;
    process.stdout.write(`\n${evaluation.name}: ${evaluation.about}\n${table(await evaluation.run())}`);
  }
}

function table(measures: readonly Measure[]): string {
  const rows = [{ what: "measure", figure: "figure", required: "required" }, ...measures];
  const width = Math.max(...rows.map(({ what }) => what.length));
  const figureWidth = Math.max(...rows.map(({ figure }) => figure.length));
  return rows
    .map(({ what, figure, required }) =>
      `  ${what.padEnd(width)}  ${figure.padStart(figureWidth)}  ${required}`.trimEnd(),
    )
    .join("\n")
    .concat("\n");
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof OnRecordError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
