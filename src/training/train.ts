/**
 * `npm run train [-- STAGE…]`: trains all weights, or those of the stages named, from the data folder (../shared/data or
 * `ONRECORD_DATA`). The same data gives the same bytes.
 */
import { OnRecordError } from "../model/index.ts";
import { progress } from "./lib/index.ts";
import { STAGES } from "./stages.ts";

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new OnRecordError(
      "UNKNOWN_STAGE",
      `${unknown.join(", ")}: no such training stage; there are ${STAGES.map((stage) => stage.name).join(", ")}`,
    );
  }
  for (const stage of STAGES) {
    if (names.length > 0 && !names.includes(stage.name)) continue;
    progress(`${stage.name}: ${stage.about}`);
    await stage.run();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof OnRecordError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
