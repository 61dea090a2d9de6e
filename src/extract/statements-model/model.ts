import type { Weights } from "../../language/index.ts";
import type { Calibration } from "./calibration.ts";
import type { ChainTables } from "./chain.ts";
import { FeatureTable } from "./feature-table.ts";
import type { Forest } from "./forest.ts";
import type { CueLexicon } from "./lexicon.ts";

/** Raised whenever the code that uses the arrays of `weights/statements.bin` changes: features, lattice, columns. */
export const STATEMENTS_VERSION = 2;

/** The trained reader for statements. */
export interface StatementsModel {
  /** How lemmas behave as cues. */
  readonly lexicon: CueLexicon;
  /** Roles of words, without asking which source belongs to which cue. */
  readonly roles: ChainTables;
  /** Source and content of one cue. */
  readonly cues: ChainTables;
  /** Whether a reading is right: its content by and large, and its source. */
  readonly decision: Forest;
  /** Whether the content of a reading is right to the word, and its source: which of two readings of a cue is taken. */
  readonly exactness: Forest;
  /** How often chosen readings are right: those of the rules that lie within quotation marks, and all others. */
  readonly calibration: { readonly quoted: Calibration; readonly other: Calibration };
}

/** Nothing is surer: a curve may end with statements that happened to be right one and all. */
const MOST_CONFIDENCE = 0.99;

const LEXICON_COLUMNS = ["bin", "precision", "seen", "sense", "speech"] as const;
const CALIBRATIONS = ["quoted", "other"] as const;
const FORESTS = ["decision", "exactness"] as const;
const TABLES = ["roles.node", "roles.edge", "cues.node", "cues.edge"] as const;

/** The arrays of a model, by name, for the weights container. */
export function arraysOf(model: StatementsModel) {
  const { roles, cues } = model;
  const tables = [roles.node, roles.edge, cues.node, cues.edge];
  return [
    ...LEXICON_COLUMNS.map((name) => [`lexicon.${name}`, model.lexicon[name]] as const),
    ...TABLES.flatMap((name, i) => [
      [`${name}.known`, tables[i].bitmap] as const,
      [`${name}.rows`, byColumn(tables[i].rows, tables[i].width)] as const,
      [`${name}.scale`, Float32Array.of(tables[i].scale)] as const,
    ]),
    ...FORESTS.flatMap((name) => forestArrays(name, model[name])),
    ...CALIBRATIONS.flatMap((name) => [
      [`calibration.${name}.said`, model.calibration[name].said] as const,
      [`calibration.${name}.right`, model.calibration[name].right] as const,
    ]),
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
  return {
    lexicon,
    roles: { node: table("roles.node", 4), edge: table("roles.edge", 16) },
    cues: { node: table("cues.node", 4), edge: table("cues.edge", 16) },
    decision: forestOf(weights, "decision"),
    exactness: forestOf(weights, "exactness"),
    calibration: { quoted: calibrationOf(weights, "quoted"), other: calibrationOf(weights, "other") },
  };
}

function forestArrays(name: string, { depth, trees, feature, threshold, value, base }: Forest) {
  return [
    [`${name}.shape`, Int32Array.of(depth, trees)] as const,
    [`${name}.feature`, feature] as const,
    [`${name}.threshold`, threshold] as const,
    [`${name}.value`, value] as const,
    [`${name}.base`, Float32Array.of(base)] as const,
  ];
}

function forestOf(weights: Weights, name: (typeof FORESTS)[number]): Forest {
  const [depth, trees] = weights.array(`${name}.shape`, "Int32Array");
  return {
    depth,
    trees,
    feature: weights.array(`${name}.feature`, "Int16Array"),
    threshold: weights.array(`${name}.threshold`, "Float32Array"),
    value: weights.array(`${name}.value`, "Float32Array"),
    base: weights.array(`${name}.base`, "Float32Array")[0],
  };
}

function calibrationOf(weights: Weights, name: (typeof CALIBRATIONS)[number]): Calibration {
  return {
    said: weights.array(`calibration.${name}.said`, "Float32Array"),
    right: weights.array(`calibration.${name}.right`, "Float32Array").map((share) => Math.min(share, MOST_CONFIDENCE)),
  };
}

/** Rows laid out column by column: what belongs to one outcome compresses better side by side. */
function byColumn(rows: Int8Array, width: number): Int8Array {
  return transposed(rows, rows.length / width, width);
}

function byRow(columns: Int8Array, width: number): Int8Array {
  return transposed(columns, width, columns.length / width);
}

/** Turns a table of `height` rows of `width` on its side. A page waits for it, so it is a plain loop: a tenth of the time of `from`. */
function transposed(table: Int8Array, height: number, width: number): Int8Array {
  const turned = new Int8Array(table.length);
  for (let row = 0; row < height; row++)
    for (let column = 0, at = row * width; column < width; column++) turned[column * height + row] = table[at++];
  return turned;
}
