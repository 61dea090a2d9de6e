import type { StatementCandidate } from "../../extract/statement-candidate.ts";
import { completeQuotations } from "../../extract/statements.ts";
import { UNCALIBRATED } from "../../extract/statements-model/calibration.ts";
import type { Beliefs } from "../../extract/statements-model/cue-anchor.ts";
import { DECISION_WIDTH } from "../../extract/statements-model/decision-features.ts";
import type { Forest } from "../../extract/statements-model/forest.ts";
import type { StatementsModel } from "../../extract/statements-model/model.ts";
import { decideStatements, decisionRows, type Readings } from "../../extract/statements-model/propose.ts";
import type { Reading } from "../../extract/statements-model/readings.ts";
import { ruleReadings } from "../../extract/statements-model/rule-readings.ts";
import type { Span } from "../../model/index.ts";
import { progress } from "../lib/index.ts";
import { inThreads } from "../lib/threads.ts";
import type { BoostingOptions } from "./boosting.ts";
import type { BoostingJob } from "./boosting-thread.ts";
import { type JudgedConfidence, judge } from "./calibration.ts";
import type { PreparedArticle } from "./examples.ts";
import { fitCalibration } from "./isotonic.ts";
import { rightReadings } from "./labels.ts";
import { loadScorers, type Scorers } from "./scorers.ts";

export interface DecisionSettings {
  readonly decision: BoostingOptions;
  /** Decisions that haven't seen the article, for the calibration. */
  readonly decisionFolds: number;
}

/** Readings of all articles as rows, those of one article after those of another. */
interface DecisionExamples {
  readonly all: readonly Readings[];
  readonly rows: Float32Array;
  readonly right: Uint8Array;
  readonly exact: Uint8Array;
  /** The article of each row. */
  readonly articleOf: Int32Array;
}

/**
 * Which readings are right by and large, and which to the word, among those of the cues and of the rules; and how often
 * what is chosen in the end is right at which confidence, by decisions that haven't seen the article.
 */
export async function learnDecisions(
  prepared: readonly PreparedArticle[],
  beliefs: readonly Beliefs[],
  readings: readonly Reading[][],
  settings: DecisionSettings,
): Promise<Pick<StatementsModel, "decision" | "exactness" | "calibration">> {
  const examples = decisionExamples(prepared, beliefs, readings);
  progress(`decisions: ${examples.right.length} readings`);
  const [decision, exactness, ...unseen] = await learnForests(examples, settings);
  const scorers = await loadScorers();
  const quoted: JudgedConfidence[] = [];
  const other: JudgedConfidence[] = [];
  prepared.forEach((article, index) => {
    const fold = index % settings.decisionFolds;
    const forests = { decision: unseen[fold * 2], exactness: unseen[fold * 2 + 1] };
    for (const { candidate, judged } of judgeChoice(article, examples.all[index], forests, scorers))
      (candidate.calibrated === "quoted" ? quoted : other).push(judged);
  });
  progress(`calibration: ${quoted.length} statements of rules in quotation marks, ${other.length} others`);
  return { decision, exactness, calibration: { quoted: fitCalibration(quoted), other: fitCalibration(other) } };
}

function decisionExamples(
  prepared: readonly PreparedArticle[],
  beliefs: readonly Beliefs[],
  readings: readonly Reading[][],
): DecisionExamples {
  const all = prepared.map(({ article }, index) => ({
    beliefs: beliefs[index],
    readings: [...readings[index], ...ruleReadings(article.words, article.rules, beliefs[index])],
  }));
  const total = all.reduce((sum, { readings: list }) => sum + list.length, 0);
  const rows = new Float32Array(total * DECISION_WIDTH);
  const right = new Uint8Array(total);
  const exact = new Uint8Array(total);
  const articleOf = new Int32Array(total);
  let first = 0;
  prepared.forEach(({ article, columns }, index) => {
    const labels = rightReadings(article, all[index].readings);
    rows.set(decisionRows(columns, all[index]), first * DECISION_WIDTH);
    right.set(labels.right, first);
    exact.set(labels.exact, first);
    articleOf.fill(index, first, first + labels.right.length);
    first += labels.right.length;
  });
  return { all, rows, right, exact, articleOf };
}

/** Both forests from all articles, then both from all but each fold. */
function learnForests(examples: DecisionExamples, { decision, decisionFolds }: DecisionSettings): Promise<Forest[]> {
  const parts = [null, ...Array(decisionFolds).keys()].map((fold) => withoutFold(examples, fold, decisionFolds));
  const jobs = parts.flatMap(({ rows, right, exact }) =>
    [right, exact].map(
      (label): BoostingJob => ({ examples: { rows, width: DECISION_WIDTH, label }, options: decision }),
    ),
  );
  return inThreads(new URL("./boosting-thread.ts", import.meta.url), jobs, "decisions");
}

function withoutFold(
  { rows, right, exact, articleOf }: DecisionExamples,
  fold: number | null,
  folds: number,
): Pick<DecisionExamples, "rows" | "right" | "exact"> {
  const kept = articleOf.map((_, row) => row).filter((row) => articleOf[row] % folds !== fold);
  const keptRows = new Float32Array(kept.length * DECISION_WIDTH);
  kept.forEach((row, index) => {
    keptRows.set(rows.subarray(row * DECISION_WIDTH, (row + 1) * DECISION_WIDTH), index * DECISION_WIDTH);
  });
  return {
    rows: keptRows,
    right: Uint8Array.from(kept, (row) => right[row]),
    exact: Uint8Array.from(kept, (row) => exact[row]),
  };
}

/** What the reader makes of an article with these forests, and whether it is right. */
function judgeChoice(
  { article, columns }: PreparedArticle,
  readings: Readings,
  forests: Pick<StatementsModel, "decision" | "exactness">,
  scorers: Scorers,
): { candidate: StatementCandidate; judged: JudgedConfidence }[] {
  const uncalibrated = { quoted: UNCALIBRATED, other: UNCALIBRATED };
  const proposed = decideStatements(columns, readings, { ...forests, calibration: uncalibrated });
  const settled = completeQuotations(article.prose, proposed);
  const statements = settled.map(({ content, cue, source, sharedSource, confidence }) => ({
    kind: "indirect",
    content: pairs(content),
    cue: pairs(cue),
    source: pairs(source.length === 0 && sharedSource ? [sharedSource] : source),
    confidence,
  }));
  const judged = judge(article.gold, { id: article.gold.article, statements }, scorers);
  return settled
    .map((candidate, index) => ({ candidate, judged: judged[index] }))
    .filter(({ candidate }) => candidate.calibrated !== undefined);
}

function pairs(spans: readonly Span[]): [number, number][] {
  return spans.map(({ start, end }) => [start, end]);
}
