import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Models, readArticle } from "../../extract/index.ts";
import { loadModels } from "../../extract/models.ts";
import { articleFromText } from "../../ingest/index.ts";
import type { Span } from "../../model/index.ts";
import type { Evaluation, Measure } from "../evaluations.ts";
import { type GoldArticle, readJsonLines, readPolnear, weightsFolder } from "../lib/index.ts";
import { calibrationOf } from "./calibration.ts";
import { loadScorers, type Prediction } from "./scorers.ts";

/** The whole reader on PolNeAR's development articles: from the text alone to statements, nothing of the silver data. */
export const statementsEvaluation: Evaluation = {
  name: "statements",
  about: "cues, sources and contents over raw text (gold: PolNeAR dev), the whole reader",
  async run() {
    const scorers = await loadScorers();
    const models = await loadModels();
    const articles = readPolnear("dev");
    const predictions = articles.map((gold) => predict(gold, models));
    const items = articles.map((gold, i) => ({ gold, pred: predictions[i] }));
    const scores = scorers.scoreStatements(items);
    const roles = scorers.rolesFor(readJsonLines("polnear/cofenet-valid-aligned.jsonl.gz"), predictions);
    const { direct, mixed, indirect } = scores.kinds;
    const interval = ([low, high]: [number, number]) => `${percent(low)}–${percent(high)}`;
    return [
      {
        what: "exact F1, source / cue / content, per instance",
        figure: slashed(roles.source.exact.f1, roles.cue.exact.f1, roles.content.exact.f1),
        required: "74 / 68 / 60",
      },
      {
        what: "direct quotes: recall at IoU 0.5 / exact / speaker right",
        figure: slashed(direct.recall.iou5, direct.recall.exact, direct.speaker.overlap),
        required: "93 / 82 / 94",
      },
      {
        what: "mixed: recall at IoU 0.5 / exact / speaker right",
        figure: slashed(mixed.recall.iou5, mixed.recall.exact, mixed.speaker.overlap),
        required: "",
      },
      {
        what: "indirect: recall at IoU 0.5 / exact / speaker right",
        figure: slashed(indirect.recall.iou5, indirect.recall.exact, indirect.speaker.overlap),
        required: "",
      },
      { what: "content F1 at IoU 0.5", figure: percent(scores.content.iou5.f1), required: "71" },
      { what: "  95 % interval over articles", figure: interval(scores.ci95.iou5), required: "" },
      {
        what: "content precision / recall",
        figure: slashed(scores.content.iou5.p, scores.content.iou5.r),
        required: "",
      },
      { what: "content F1, exact", figure: percent(scores.content.exact.f1), required: "" },
      { what: "end to end F1 (content and source)", figure: percent(scores.endToEnd.f1), required: "65" },
      { what: "  95 % interval over articles", figure: interval(scores.ci95.endToEnd), required: "" },
      ...calibrationOf(articles, predictions, scorers),
      {
        what: "characters per second of processor time, whole reader",
        figure: speed(articles, models),
        required: "120 k",
      },
      { what: "weights of all models, compressed", figure: megabytes(), required: "3 MB" },
    ] satisfies Measure[];
  },
};

const percent = (share: number) => (100 * share).toFixed(1);
const slashed = (...shares: number[]) => shares.map(percent).join(" / ");

function predict({ article: id, text, date }: GoldArticle, models: Models): Prediction {
  const pairs = (spans: readonly Span[]) => spans.map(({ start, end }) => [start, end] as const);
  const { statements } = readArticle(articleFromText(text, { date }), models);
  return {
    id,
    statements: statements.map(({ kind, content, cue, source, confidence }) => ({
      kind,
      content: pairs(content),
      cue: pairs(cue),
      source: pairs(source),
      confidence,
    })),
  };
}

/** Median of several passes over all articles, in processor time, so that other work on the machine doesn't count. */
function speed(articles: readonly GoldArticle[], models: Models): string {
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
  const times = Array.from({ length: 5 }, () => {
    const begin = process.cpuUsage();
    for (const { text } of articles) readArticle(articleFromText(text), models);
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1e6;
  });
  return `${Math.round(characters / times.sort((a, b) => a - b)[2] / 1000)} k`;
}

/** Weights files are compressed as they are: their size is what a page loads. */
function megabytes(): string {
  const bytes = readdirSync(weightsFolder())
    .filter((name) => name.endsWith(".bin"))
    .reduce((sum, name) => sum + statSync(join(weightsFolder(), name)).size, 0);
  return `${(bytes / 2 ** 20).toFixed(2)} MB`;
}
