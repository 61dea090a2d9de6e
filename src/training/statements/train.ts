import { findCandidates } from "../../extract/statements-model/candidates.ts";
import { type ChainTables, ROLE_COUNT } from "../../extract/statements-model/chain.ts";
import { columnsOf } from "../../extract/statements-model/columns.ts";
import type { Beliefs } from "../../extract/statements-model/cue-anchor.ts";
import type { CueLexicon } from "../../extract/statements-model/lexicon.ts";
import type { StatementsModel } from "../../extract/statements-model/model.ts";
import { CueReader, type Reading } from "../../extract/statements-model/readings.ts";
import { believeRoles } from "../../extract/statements-model/roles.ts";
import { progress } from "../lib/index.ts";
import { inThreads } from "../lib/threads.ts";
import type { BoostingOptions } from "./boosting.ts";
import type { ChainJob } from "./chain-thread.ts";
import type { ChainOptions, ChainWeights } from "./chain-trainer.ts";
import type { AttributedArticle } from "./corpus.ts";
import { learnDecisions } from "./decisions.ts";
import { cueExamples, type Examples, type PreparedArticle, roleExamples, type TableOptions } from "./examples.ts";
import { LexiconLearner } from "./lexicon.ts";
import { quantise } from "./quantise.ts";

export interface StatementsSettings {
  readonly folds: number;
  readonly roleTables: TableOptions;
  readonly roles: ChainOptions;
  readonly cueTables: TableOptions;
  readonly cues: ChainOptions;
  readonly decision: BoostingOptions;
  /** Decisions that haven't seen the article, for the calibration. */
  readonly decisionFolds: number;
}

export const STATEMENTS_SETTINGS: StatementsSettings = {
  folds: 4,
  roleTables: { nodeBits: 20, edgeBits: 17, minimum: 5 },
  roles: { epochs: 4, averaged: 3, rate: 0.012, dropout: 0.4, seed: 7 },
  cueTables: { nodeBits: 20, edgeBits: 17, minimum: 5 },
  cues: { epochs: 4, averaged: 3, rate: 0.012, dropout: 0.3, seed: 11 },
  decision: { trees: 200, depth: 5, rate: 0.07, leastWeight: 4, l2: 5, rowShare: 0.6, columnShare: 0.5, seed: 13 },
  decisionFolds: 3,
};

/**
 * Trains the reader for statements: the roles of words, what each cue reports, and which readings are right. Whatever one
 * of these learns from the one before comes from a model that hasn't seen the article (jackknife).
 */
export async function trainStatements(
  articles: readonly AttributedArticle[],
  settings: StatementsSettings = STATEMENTS_SETTINGS,
): Promise<StatementsModel> {
  const { lexicon, prepared } = learnLexicon(articles);
  const { roles, beliefs } = await learnRoles(prepared, settings);
  const { cues, readings } = await learnCues(prepared, beliefs, settings);
  return { lexicon, roles, cues, ...(await learnDecisions(prepared, beliefs, readings, settings)) };
}

/** The lexicon, and each article with the features that the lexicon of all others gives. */
export function learnLexicon(articles: readonly AttributedArticle[]): {
  lexicon: CueLexicon;
  prepared: PreparedArticle[];
} {
  const learner = new LexiconLearner(articles);
  const prepared = articles.map((article) => ({
    article,
    columns: learner.without(article, (lexicon) => columnsOf(article.words, article.quotations, lexicon)),
  }));
  return { lexicon: learner.all(), prepared };
}

/** The roles of words, and what a model that hasn't seen it believes of each article. */
export async function learnRoles(
  prepared: readonly PreparedArticle[],
  settings: StatementsSettings,
): Promise<{ roles: ChainTables; beliefs: Beliefs[] }> {
  const examples = roleExamples(prepared, settings.roleTables);
  progress(`roles of words: ${examples.gold.length} words, ${settings.folds + 1} models`);
  const { whole, unseen } = await learnChains(
    examples,
    settings.roleTables,
    settings.roles,
    settings.folds,
    "roles of words",
  );
  return { roles: whole, beliefs: prepared.map(({ columns }, article) => beliefsOf(columns, unseen(article))) };
}

/** The source and content of cues, and how a model that hasn't seen it reads the candidates of each article. */
export async function learnCues(
  prepared: readonly PreparedArticle[],
  beliefs: readonly Beliefs[],
  settings: StatementsSettings,
): Promise<{ cues: ChainTables; readings: Reading[][] }> {
  const examples = cueExamples(prepared, beliefs, settings.cueTables);
  progress(`sources and contents: ${examples.from.length - 1} cues, ${examples.gold.length} places`);
  const { whole, unseen } = await learnChains(
    examples,
    settings.cueTables,
    settings.cues,
    settings.folds,
    "sources and contents",
  );
  return {
    cues: whole,
    readings: prepared.map(({ columns }, article) => readCues(columns, beliefs[article], unseen(article))),
  };
}

/** A chain learnt from all articles, and for each article one that hasn't seen it. */
async function learnChains(
  examples: Examples,
  tables: TableOptions,
  options: ChainOptions,
  folds: number,
  what: string,
): Promise<{ whole: ChainTables; unseen: (article: number) => ChainTables }> {
  const jobs = [null, ...Array(folds).keys()].map((fold): ChainJob => ({ examples, options, fold, folds }));
  const weights = await inThreads<ChainJob, ChainWeights>(new URL("./chain-thread.ts", import.meta.url), jobs, what);
  const [whole, ...unseen] = weights.map(({ node, edge }) => ({
    node: quantise(node, examples.node.hashes, ROLE_COUNT, tables.nodeBits),
    edge: quantise(edge, examples.edge.hashes, ROLE_COUNT * ROLE_COUNT, tables.edgeBits),
  }));
  return { whole, unseen: (article) => unseen[article % folds] };
}

type Columns = PreparedArticle["columns"];

export function beliefsOf(columns: Columns, tables: ChainTables): Beliefs {
  const probability = believeRoles(columns, tables);
  return { probability, candidates: findCandidates(columns, probability) };
}

export function readCues(columns: Columns, beliefs: Beliefs, tables: ChainTables): Reading[] {
  const reader = new CueReader(columns, beliefs, tables);
  return Array.from(beliefs.candidates.anchor, (_, candidate) => reader.read(candidate)).flat();
}
