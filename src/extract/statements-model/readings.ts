import type { StatementCandidate } from "../statement-candidate.ts";
import { type ChainTables, CONTENT, CUE, Lattice, ROLE_COUNT, SOURCE, scoreSequence } from "./chain.ts";
import type { Columns } from "./columns.ts";
import type { Beliefs } from "./cue-anchor.ts";
import { CUE_EDGE_SLOTS, CUE_NODE_SLOTS, CueFeatureWriter } from "./cue-features.ts";
import { FeatureCells } from "./feature-cells.ts";
import { Window } from "./window.ts";

/** Runs of words, first and last of each one after the other: [first, last, first, last …]. */
export type Runs = readonly number[];

/** What one cue candidate reports, if it is a cue. */
export interface Reading {
  /** The cue candidate it was read from, or in which its cue lies; -1 where there is none. */
  readonly candidate: number;
  readonly anchor: number;
  readonly content: Runs;
  readonly source: Runs;
  readonly cue: Runs;
  /** What the rules of the first reader found, for a reading that is theirs. */
  readonly rule: StatementCandidate | null;
  /** The likelier reading of the same cue, for a second reading. */
  readonly alternativeTo: Reading | null;
  /** Log probability of this sequence of roles; 1 for a reading of the rules. */
  readonly logProbability: number;
  /** The least sure of its places; -1 for a reading of the rules. */
  readonly leastMarginal: number;
}

/** So many other readings of a cue are looked at. */
const MOST_OTHERS = 3;
/** Another reading is worth a look where its role of the unsure place is at least so likely. */
const LEAST_SECOND = 0.12;
/** … and the candidate at least so likely a cue. */
const LEAST_CUE = 0.15;
/** A score no sequence gets over. */
const FORBIDDEN = -1e4;

/** Allows a place nothing but one role. */
function force(lattice: Lattice, place: number, role: number): void {
  for (let other = 0; other < ROLE_COUNT; other++)
    if (other !== role) lattice.node[place * ROLE_COUNT + other] = FORBIDDEN;
}

/** The scores of a lattice, kept while they are turned into probabilities. */
class SavedScores {
  private node = new Float64Array(0);
  private edge = new Float64Array(0);

  copy({ node, edge, length }: Lattice): void {
    if (this.node.length < node.length) {
      this.node = new Float64Array(node.length);
      this.edge = new Float64Array(edge.length);
    }
    this.node.set(node.subarray(0, length * ROLE_COUNT));
    this.edge.set(edge.subarray(0, length * ROLE_COUNT * ROLE_COUNT));
  }

  restore({ node, edge, length }: Lattice): void {
    node.set(this.node.subarray(0, length * ROLE_COUNT));
    edge.set(this.edge.subarray(0, length * ROLE_COUNT * ROLE_COUNT));
  }
}

/** Reads the source and the content of each cue candidate in turn. */
export class CueReader {
  private readonly columns: Columns;
  private readonly beliefs: Beliefs;
  private readonly tables: ChainTables;
  private readonly window = new Window();
  private readonly lattice = new Lattice();
  private readonly node: FeatureCells;
  private readonly edge: FeatureCells;
  private readonly writer: CueFeatureWriter;
  private readonly saved = new SavedScores();
  /** The roles of the likeliest reading, of the one at hand, and 1 where any of these was given another role. */
  private roles = new Uint8Array(0);
  private others = new Uint8Array(0);
  private differs = new Uint8Array(0);

  constructor(columns: Columns, beliefs: Beliefs, tables: ChainTables) {
    this.columns = columns;
    this.beliefs = beliefs;
    this.tables = tables;
    this.node = new FeatureCells(new Int32Array(0), CUE_NODE_SLOTS, tables.node.mask);
    this.edge = new FeatureCells(new Int32Array(0), CUE_EDGE_SLOTS, tables.edge.mask);
    this.writer = new CueFeatureWriter(columns, beliefs, this.node, this.edge);
  }

  /** The likeliest reading of a candidate and, where places of it are unsure, the likeliest that decide these otherwise. */
  read(candidate: number): Reading[] {
    const { window, lattice, beliefs } = this;
    const anchor = beliefs.candidates.anchor[candidate];
    window.around(this.columns, anchor);
    this.scorePlaces(candidate);
    this.saved.copy(lattice);
    const best = lattice.viterbi(this.roles);
    const total = lattice.forwardBackward(false);
    const unsure = this.findUnsurePlaces();
    const leastMarginal = unsure.least;
    const made = (roles: Uint8Array, logProbability: number, first: Reading | null): Reading => ({
      candidate,
      anchor,
      rule: null,
      alternativeTo: first,
      content: withoutFloating(this.columns, anchor, this.runs(roles, CONTENT)),
      source: this.runs(roles, SOURCE),
      cue: this.runs(roles, CUE),
      logProbability,
      leastMarginal,
    });
    const first = made(this.roles, best - total, null);
    const readings = [first];
    if (beliefs.probability[anchor * ROLE_COUNT + CUE] < LEAST_CUE) return readings;
    for (const { place, role } of unsure.places) {
      // a place that an earlier one took with it has been decided otherwise already
      if (this.differs[place] === 1 || readings.length > MOST_OTHERS) continue;
      this.saved.restore(lattice);
      force(lattice, place, role);
      readings.push(made(this.others, lattice.viterbi(this.others) - total, first));
      for (let k = 0; k < window.count; k++) if (this.others[k] !== this.roles[k]) this.differs[k] = 1;
    }
    return readings;
  }

  /** The places whose role is least sure, with the role they have otherwise, and how sure the least sure of all is. */
  private findUnsurePlaces(): { least: number; places: { place: number; role: number }[] } {
    const { marginal } = this.lattice;
    const { count } = this.window;
    const places: { place: number; role: number; sure: number }[] = [];
    let least = 1;
    this.differs.fill(0, 0, count);
    for (let place = 0; place < count; place++) {
      const sure = marginal[place * ROLE_COUNT + this.roles[place]];
      if (sure < least) least = sure;
      if (sure > 1 - LEAST_SECOND) continue;
      const role = this.secondRole(place);
      if (marginal[place * ROLE_COUNT + role] >= LEAST_SECOND) places.push({ place, role, sure });
    }
    return { least, places: places.sort((a, b) => a.sure - b.sure || a.place - b.place) };
  }

  private scorePlaces(candidate: number): void {
    const { window, lattice, tables } = this;
    this.reserve(window.count);
    this.writer.write(window, candidate, 0);
    scoreSequence(lattice, window.count, tables, this.node, this.edge);
    force(lattice, window.anchorAt, CUE);
  }

  /** The likeliest role of a place besides the one it was given. */
  private secondRole(place: number): number {
    const { marginal } = this.lattice;
    let second = this.roles[place] === 0 ? 1 : 0;
    for (let role = 0; role < ROLE_COUNT; role++)
      if (role !== this.roles[place] && marginal[place * ROLE_COUNT + role] > marginal[place * ROLE_COUNT + second])
        second = role;
    return second;
  }

  private reserve(length: number): void {
    if (this.roles.length >= length) return;
    const room = Math.max(512, length * 2);
    this.node.reserve(room);
    this.edge.reserve(room);
    this.roles = new Uint8Array(room);
    this.others = new Uint8Array(room);
    this.differs = new Uint8Array(room);
  }

  /** The runs of words that have the role. */
  private runs(roles: Uint8Array, role: number): number[] {
    const { window } = this;
    const runs: number[] = [];
    for (let place = 0; place < window.count; place++) {
      if (roles[place] !== role) continue;
      const first = window.first[place];
      while (place + 1 < window.count && roles[place + 1] === role) place++;
      runs.push(first, window.last[place]);
    }
    return runs;
  }
}

/** How likely the anchor of a reading is part of a cue, as far as the roles of words tell. */
export function cueProbability({ probability }: Beliefs): (reading: Reading) => number {
  return ({ anchor }) => probability[anchor * ROLE_COUNT + CUE];
}

/**
 * Content without the quotations of later paragraphs: one that doesn't go on with a quotation left open floats, and is a
 * statement of its own.
 */
function withoutFloating(columns: Columns, anchor: number, content: Runs): Runs {
  const { quotation, quotationContinues } = columns;
  const { sentence, sentenceBlock } = columns.words;
  const block = sentenceBlock[sentence[anchor]];
  for (let k = 0; k < content.length; k += 2) {
    for (let i = content[k]; i <= content[k + 1]; i++) {
      if (sentenceBlock[sentence[i]] === block || i <= anchor) continue;
      const begins = quotation[i] >= 0 && columns.quotationFirst[quotation[i]] === i;
      if (begins && quotationContinues[quotation[i]] === 0) {
        const kept = content.slice(0, i > content[k] ? k + 2 : k) as number[];
        if (i > content[k]) kept[k + 1] = i - 1;
        return kept;
      }
    }
  }
  return content;
}
