import type { Weights } from "../../language/index.ts";
import { FeatureTable } from "./feature-table.ts";
import type { Forest } from "./forest.ts";
import type { CueLexicon } from "./lexicon.ts";
import type { ChainTables } from "./roles.ts";

/** Raised whenever the code that uses the arrays of `weights/statements.bin` changes: features, lattice, columns. */
export const STATEMENTS_VERSION = 1;

/** The trained reader for statements. */
export interface StatementsModel {
  /** How lemmas behave as cues. */
  readonly lexicon: CueLexicon;
  /** Roles of words, without asking which source belongs to which cue. */
  readonly roles: ChainTables;
  /** Source and content of one cue. */
  readonly cues: ChainTables;
  /** Whether a reading is right. */
  readonly decision: Forest;
}

const LEXICON_COLUMNS = ["bin", "precision", "seen", "sense", "speech"] as const;
const TABLES = ["roles.node", "roles.edge", "cues.node", "cues.edge"] as const;

/** The arrays of a model, by name, for the weights container. */
export function arraysOf(model: StatementsModel) {
  const { roles, cues, decision } = model;
  const tables = [roles.node, roles.edge, cues.node, cues.edge];
  return [
    ...LEXICON_COLUMNS.map((name) => [`lexicon.${name}`, model.lexicon[name]] as const),
    ...TABLES.flatMap((name, i) => [
      [`${name}.known`, tables[i].bitmap] as const,
      [`${name}.rows`, byColumn(tables[i].rows, tables[i].width)] as const,
      [`${name}.scale`, Float32Array.of(tables[i].scale)] as const,
    ]),
    ["decision.shape", Int32Array.of(decision.depth, decision.trees)] as const,
    ["decision.feature", decision.feature] as const,
    ["decision.threshold", decision.threshold] as const,
    ["decision.value", decision.value] as const,
    ["decision.base", Float32Array.of(decision.base)] as const,
  ];
}

/**
 * A model from its weights.
 *
 * @throws OnRecordError `WEIGHTS_INCOMPLETE` when an array is missing.
 */
export function statementsModel(weights: Weights): StatementsModel {
  const table = (name: (typeof TABLES)[number], width: number) =>
    new FeatureTable(
      weights.array(`${name}.known`, "Uint32Array"),
      byRow(weights.array(`${name}.rows`, "Int8Array"), width),
      weights.array(`${name}.scale`, "Float32Array")[0],
      width,
    );
  const lexicon = Object.fromEntries(
    LEXICON_COLUMNS.map((name) => [name, weights.array(`lexicon.${name}`, "Uint8Array")]),
  ) as unknown as CueLexicon;
  const [depth, trees] = weights.array("decision.shape", "Int32Array");
  return {
    lexicon,
    roles: { node: table("roles.node", 4), edge: table("roles.edge", 16) },
    cues: { node: table("cues.node", 4), edge: table("cues.edge", 16) },
    decision: {
      depth,
      trees,
      feature: weights.array("decision.feature", "Int16Array"),
      threshold: weights.array("decision.threshold", "Float32Array"),
      value: weights.array("decision.value", "Float32Array"),
      base: weights.array("decision.base", "Float32Array")[0],
    },
  };
}

/** Rows laid out column by column: what belongs to one outcome compresses better side by side. */
function byColumn(rows: Int8Array, width: number): Int8Array {
  const height = rows.length / width;
  return Int8Array.from(rows, (_, k) => rows[(k % height) * width + Math.floor(k / height)]);
}

function byRow(columns: Int8Array, width: number): Int8Array {
  const height = columns.length / width;
  return Int8Array.from(columns, (_, k) => columns[(k % width) * height + Math.floor(k / width)]);
}
