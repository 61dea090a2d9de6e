import { findCandidates } from "../../extract/statements-model/candidates.ts";
import { ROLE_COUNT } from "../../extract/statements-model/chain.ts";
import { columnsOf } from "../../extract/statements-model/columns.ts";
import type { Beliefs } from "../../extract/statements-model/cue-features.ts";
import { DECISION_WIDTH } from "../../extract/statements-model/decision-features.ts";
import type { CueLexicon } from "../../extract/statements-model/lexicon.ts";
import type { StatementsModel } from "../../extract/statements-model/model.ts";
import { decisionRows } from "../../extract/statements-model/propose.ts";
import { CueReader, type Reading } from "../../extract/statements-model/readings.ts";
import { believeRoles, type ChainTables } from "../../extract/statements-model/roles.ts";
import { ruleReadings } from "../../extract/statements-model/rule-readings.ts";
import { progress } from "../lib/index.ts";
import { type BoostingOptions, boost } from "./boosting.ts";
import { type ChainOptions, trainChain } from "./chain-trainer.ts";
import type { AttributedArticle } from "./corpus.ts";
import { cueExamples, type Examples, type PreparedArticle, roleExamples, type TableOptions } from "./examples.ts";
import { rightReadings } from "./labels.ts";
import { LexiconLearner } from "./lexicon.ts";
import { quantise } from "./quantise.ts";

export interface StatementsSettings {
  readonly folds: number;
  readonly roleTables: TableOptions;
  readonly roles: ChainOptions;
  readonly cueTables: TableOptions;
  readonly cues: ChainOptions;
  readonly decision: BoostingOptions;
}

export const STATEMENTS_SETTINGS: StatementsSettings = {
  folds: 3,
  roleTables: { nodeBits: 20, edgeBits: 17, minimum: 5 },
  roles: { epochs: 5, rate: 0.01, seed: 7 },
  cueTables: { nodeBits: 20, edgeBits: 17, minimum: 5 },
  cues: { epochs: 4, rate: 0.01, seed: 11 },
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
  const { lexicon, prepared } = learnLexicon(articles);
  const { roles, beliefs } = learnRoles(prepared, settings);
  const { cues, readings } = learnCues(prepared, beliefs, settings);
  return { lexicon, roles, cues, ...learnDecisions(prepared, beliefs, readings, settings) };
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
export function learnRoles(
  prepared: readonly PreparedArticle[],
  settings: StatementsSettings,
): { roles: ChainTables; beliefs: Beliefs[] } {
  const examples = roleExamples(prepared, settings.roleTables);
  progress(`roles of words: ${examples.gold.length} words`);
  const roles = trainTables(examples, settings.roleTables, settings.roles);
  const beliefs = jackknife(prepared, settings.folds, "roles of words", (use) => {
    const tables = trainTables(examples, settings.roleTables, settings.roles, use);
    return (index) => beliefsOf(prepared[index].columns, tables);
  });
  return { roles, beliefs };
}

/** The source and content of cues, and how a model that hasn't seen it reads the candidates of each article. */
export function learnCues(
  prepared: readonly PreparedArticle[],
  beliefs: readonly Beliefs[],
  settings: StatementsSettings,
): { cues: ChainTables; readings: Reading[][] } {
  const examples = cueExamples(prepared, beliefs, settings.cueTables);
  progress(`sources and contents of cues: ${examples.from.length - 1} cues, ${examples.gold.length} places`);
  const cues = trainTables(examples, settings.cueTables, settings.cues);
  const readings = jackknife(prepared, settings.folds, "sources and contents of cues", (use) => {
    const tables = trainTables(examples, settings.cueTables, settings.cues, use);
    return (index) => readCues(prepared[index].columns, beliefs[index], tables);
  });
  return { cues, readings };
}

/** Which readings are right by and large, and which to the word, among those of the cues and of the rules. */
export function learnDecisions(
  prepared: readonly PreparedArticle[],
  beliefs: readonly Beliefs[],
  readings: readonly Reading[][],
  settings: StatementsSettings,
): Pick<StatementsModel, "decision" | "exactness"> {
  const all = prepared.map(({ article }, index) => ({
    beliefs: beliefs[index],
    readings: [...readings[index], ...ruleReadings(article.words, article.rules, beliefs[index])],
  }));
  const total = all.reduce((sum, { readings: list }) => sum + list.length, 0);
  const rows = new Float32Array(total * DECISION_WIDTH);
  const right = new Uint8Array(total);
  const exact = new Uint8Array(total);
  let first = 0;
  prepared.forEach(({ article, columns }, index) => {
    const labels = rightReadings(article, all[index].readings);
    rows.set(decisionRows(columns, all[index]), first * DECISION_WIDTH);
    right.set(labels.right, first);
    exact.set(labels.exact, first);
    first += all[index].readings.length;
  });
  progress(`decisions: ${total} readings`);
  return {
    decision: boost(rows, DECISION_WIDTH, right, settings.decision),
    exactness: boost(rows, DECISION_WIDTH, exact, settings.decision),
  };
}

/** Learns one model for each fold of the articles, from all the others, and applies it to those of the fold. */
function jackknife<T>(
  prepared: readonly PreparedArticle[],
  folds: number,
  what: string,
  learnFrom: (use: (article: number) => boolean) => (article: number) => T,
): T[] {
  const results: T[] = [];
  for (let fold = 0; fold < folds; fold++) {
    progress(`${what}: fold ${fold + 1} of ${folds}`);
    const apply = learnFrom((article) => article % folds !== fold);
    for (let article = fold; article < prepared.length; article += folds) results[article] = apply(article);
  }
  return results;
}

function trainTables(
  examples: Examples,
  tables: TableOptions,
  options: ChainOptions,
  use: (article: number) => boolean = () => true,
): ChainTables {
  const weights = trainChain(examples, options, (sequence) => use(examples.articleOf[sequence]));
  return {
    node: quantise(weights.node, examples.node.hashes, ROLE_COUNT, tables.nodeBits),
    edge: quantise(weights.edge, examples.edge.hashes, ROLE_COUNT * ROLE_COUNT, tables.edgeBits),
  };
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
