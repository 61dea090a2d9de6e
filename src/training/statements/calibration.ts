import type { Measure } from "../evaluations.ts";
import type { GoldArticle } from "../lib/index.ts";
import type { Prediction, Scorers } from "./scorers.ts";

const ENOUGH = 0.5;
const BINS = 5;

/**
 * Whether the confidence means what it says: of statements in bins of equal size by confidence, the mean confidence
 * against the share that is right end to end.
 */
export function calibrationOf(
  articles: readonly GoldArticle[],
  predictions: readonly Prediction[],
  scorers: Scorers,
): Measure[] {
  const judged = articles.flatMap((gold, i) => judge(gold, predictions[i], scorers));
  judged.sort((a, b) => a.confidence - b.confidence);
  const size = Math.ceil(judged.length / BINS);
  const bins = Array.from({ length: BINS }, (_, bin) => judged.slice(bin * size, (bin + 1) * size));
  const rows = bins
    .filter((bin) => bin.length > 0)
    .map((bin) => {
      const mean = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length;
      const right = bin.filter(({ right }) => right).length / bin.length;
      return { mean, right, size: bin.length };
    });
  const error = rows.reduce((sum, { mean, right, size }) => sum + Math.abs(mean - right) * size, 0) / judged.length;
  const worst = Math.max(...rows.map(({ mean, right }) => Math.abs(mean - right)));
  return [
    { what: "calibration: mean gap between confidence and share right", figure: points(error), required: "3 points" },
    { what: "calibration: gap of the worst fifth", figure: points(worst), required: "" },
    ...rows.map(({ mean, right, size }, bin) => ({
      what: `  fifth ${bin + 1} (${size} statements): confidence / right`,
      figure: `${(100 * mean).toFixed(1)} / ${(100 * right).toFixed(1)}`,
      required: "",
    })),
  ];
}

const points = (share: number) => `${(100 * share).toFixed(1)} points`;

/** A statement's confidence, and whether its content and source are right. */
export interface JudgedConfidence {
  readonly confidence: number;
  readonly right: boolean;
}

/** Pairs statements one to one with attributions, best overlap first, as the scorer does. */
export function judge(gold: GoldArticle, prediction: Prediction, { Alnum }: Scorers): JudgedConfidence[] {
  const letters = new Alnum(gold.text);
  const pairs = gold.quotes
    .flatMap((quote, g) =>
      prediction.statements.map((statement, p) => ({
        g,
        p,
        overlap: letters.iou(quote.contentSpans, statement.content),
      })),
    )
    .filter(({ overlap }) => overlap >= ENOUGH)
    .sort((a, b) => b.overlap - a.overlap || a.g - b.g || a.p - b.p);
  const usedGold = new Set<number>();
  const partner = new Map<number, number>();
  for (const { g, p } of pairs) {
    if (usedGold.has(g) || partner.has(p)) continue;
    usedGold.add(g);
    partner.set(p, g);
  }
  return prediction.statements.map(({ confidence, source }, p) => {
    const quote = gold.quotes[partner.get(p) ?? -1];
    if (quote === undefined) return { confidence, right: false };
    const speaker = quote.speakerSpans;
    return {
      confidence,
      right: speaker.length === 0 ? source.length === 0 : letters.inter(speaker, source) > 0,
    };
  });
}
