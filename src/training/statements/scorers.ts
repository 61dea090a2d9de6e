import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { OnRecordError } from "../../model/index.ts";
import { dataFolder, type GoldArticle } from "../lib/index.ts";

/** A prediction as the scorers of the data folder take it; `id` is the article's. */
export interface Prediction {
  readonly id: string;
  readonly statements: readonly PredictedStatement[];
  /** Time for this article. */
  readonly ms?: number;
}

export interface PredictedStatement {
  readonly kind: string;
  readonly content: readonly (readonly [number, number])[];
  readonly cue: readonly (readonly [number, number])[];
  readonly source: readonly (readonly [number, number])[];
  readonly confidence: number;
}

interface Shares {
  readonly recall: { readonly exact: number; readonly iou5: number };
  readonly speaker: { readonly overlap: number };
}

interface F1 {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** What is used of the scorers' results. */
export interface StatementScores {
  readonly content: { readonly exact: F1; readonly iou5: F1 };
  readonly endToEnd: F1;
  readonly ci95: { readonly iou5: [number, number]; readonly endToEnd: [number, number] };
  readonly kinds: { readonly direct: Shares; readonly mixed: Shares; readonly indirect: Shares };
  readonly charsPerSecond: number | null;
}

export type RoleScores = Record<"source" | "cue" | "content", { readonly exact: F1 }>;

/** The scorers of the data folder: the measures are theirs, not ours. */
export interface Scorers {
  scoreStatements(items: readonly { gold: GoldArticle; pred: Prediction | null }[]): StatementScores;
  rolesFor(aligned: readonly unknown[], predictions: readonly Prediction[]): RoleScores;
  Alnum: new (
    text: string,
  ) => {
    iou(a: readonly (readonly [number, number])[], b: readonly (readonly [number, number])[]): number;
    inter(a: readonly (readonly [number, number])[], b: readonly (readonly [number, number])[]): number;
  };
}

/**
 * Loads the scorers from `eval/` in the data folder.
 *
 * @throws OnRecordError `DATA_MISSING` when they aren't there.
 */
export async function loadScorers(): Promise<Scorers> {
  const modules = await Promise.all(
    ["score-statements.mjs", "score-roles.mjs", "lib.mjs"].map((name) => {
      const path = join(dataFolder(), "eval", name);
      if (!existsSync(path)) {
        throw new OnRecordError(
          "DATA_MISSING",
          `eval/${name}: not found in ${dataFolder()}; measuring needs the data folder beside the repository (../shared/data) or its path in ONRECORD_DATA`,
        );
      }
      return import(pathToFileURL(path).href) as Promise<Partial<Scorers>>;
    }),
  );
  return Object.assign({}, ...modules) as Scorers;
}
