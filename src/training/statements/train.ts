import { findCandidates } from "../../extract/statements-model/candidates.ts";
import { columnsOf } from "../../extract/statements-model/columns.ts";
import type { Beliefs } from "../../extract/statements-model/cue-features.ts";
import { Claims, DECISION_WIDTH, writeDecisionRow } from "../../extract/statements-model/decision-features.ts";
import type { CueLexicon } from "../../extract/statements-model/lexicon.ts";
import type { StatementsModel } from "../../extract/statements-model/model.ts";
import { CueReader, cueProbability, type Reading } from "../../extract/statements-model/readings.ts";
import { believeRoles, type ChainTables } from "../../extract/statements-model/roles.ts";
import { progress } from "../lib/index.ts";
import { type BoostingOptions, boost } from "./boosting.ts";
import { type ChainOptions, trainChain } from "./chain-trainer.ts";
import type { AttributedArticle } from "./corpus.ts";
import { cueExamples, type Examples, type PreparedArticle, roleExamples, type TableBits } from "./examples.ts";
import { rightReadings } from "./labels.ts";
import { LexiconLearner } from "./lexicon.ts";
import { quantise } from "./quantise.ts";

export interface StatementsSettings {
  readonly folds: number;
  readonly roleBits: TableBits;
  readonly roles: ChainOptions;
  readonly cueBits: TableBits;
  readonly cues: ChainOptions;
  readonly decision: BoostingOptions;
}

export const STATEMENTS_SETTINGS: StatementsSettings = {
  folds: 4,
  roleBits: { node: 20, edge: 17 },
  roles: { epochs: 5, rate: 0.01, minimum: 3, damping: 0.01, seed: 7 },
  cueBits: { node: 20, edge: 17 },
  cues: { epochs: 4, rate: 0.01, minimum: 3, damping: 0.01, seed: 11 },
  decision: { trees: 150, depth: 5, rate: 0.08, minimum: 25, l2: 5 },
};

/**
 * Trains the reader for statements: the roles of words, what each cue reports, and which readings are right. Whatever one
 * of these learns from the one before comes from a model that hasn't seen the article (jackknife).
 */
export function trainStatements(
  articles: readonly AttributedArticle[],
  settings: StatementsSettings = STATEMENTS_SETTINGS,
): StatementsModel {
  const learner = new LexiconLearner(articles);
  const prepared = articles.map(
    (article): PreparedArticle => ({
      article,
      columns: learner.without(article, (lexicon) => columnsOf(article.words, article.quotations, lexicon)),
    }),
  );
  const inFold = (index: number, fold: number) => index % settings.folds === fold;

  const roleData = roleExamples(prepared, settings.roleBits);
  progress(`roles of words: ${roleData.gold.length} words`);
  const roles = trainTables(roleData, settings.roleBits, settings.roles);
  const beliefs: Beliefs[] = [];
  for (let fold = 0; fold < settings.folds; fold++) {
    progress(`roles of words: fold ${fold + 1} of ${settings.folds}`);
    const tables = trainTables(roleData, settings.roleBits, {
      ...settings.roles,
      use: (sequence) => !inFold(roleData.articleOf[sequence], fold),
    });
    prepared.forEach(({ columns }, index) => {
      if (inFold(index, fold)) beliefs[index] = beliefsOf(columns, tables);
    });
  }

  const cueData = cueExamples(prepared, beliefs, settings.cueBits);
  progress(`sources and contents of cues: ${cueData.from.length - 1} cues, ${cueData.gold.length} places`);
  const cues = trainTables(cueData, settings.cueBits, settings.cues);
  const readings: Reading[][] = [];
  for (let fold = 0; fold < settings.folds; fold++) {
    progress(`sources and contents of cues: fold ${fold + 1} of ${settings.folds}`);
    const tables = trainTables(cueData, settings.cueBits, {
      ...settings.cues,
      use: (sequence) => !inFold(cueData.articleOf[sequence], fold),
    });
    prepared.forEach(({ columns }, index) => {
      if (inFold(index, fold)) readings[index] = readCues(columns, beliefs[index], tables);
    });
  }

  const { rows, labels } = decisionExamples(prepared, beliefs, readings);
  progress(`decisions: ${labels.length} readings`);
  const decision = boost(rows, DECISION_WIDTH, labels, settings.decision);
  return { lexicon: learner.all(), roles, cues, decision };
}

function trainTables(examples: Examples, bits: TableBits, options: ChainOptions): ChainTables {
  const { node, edge } = trainChain(examples, bits, options);
  return { node: quantise(node, 4), edge: quantise(edge, 16) };
}

type Columns = PreparedArticle["columns"];

export function beliefsOf(columns: Columns, tables: ChainTables): Beliefs {
  const probability = believeRoles(columns, tables);
  return { probability, candidates: findCandidates(columns, probability) };
}

export function readCues(columns: Columns, beliefs: Beliefs, tables: ChainTables): Reading[] {
  const reader = new CueReader(columns, beliefs, tables);
  return Array.from(beliefs.candidates.anchor, (_, candidate) => reader.read(candidate));
}

function decisionExamples(
  prepared: readonly PreparedArticle[],
  beliefs: readonly Beliefs[],
  readings: readonly Reading[][],
): { rows: Float32Array; labels: Uint8Array } {
  const total = readings.reduce((sum, list) => sum + list.length, 0);
  const rows = new Float32Array(total * DECISION_WIDTH);
  const labels = new Uint8Array(total);
  let row = 0;
  prepared.forEach(({ article, columns }, index) => {
    const list = readings[index];
    const claims = new Claims(columns.count, list, cueProbability(beliefs[index]));
    labels.set(rightReadings(article, list), row);
    for (let k = 0; k < list.length; k++, row++)
      writeDecisionRow(columns, beliefs[index], list, claims, k, rows, row * DECISION_WIDTH);
  });
  return { rows, labels };
}

export type { CueLexicon };
