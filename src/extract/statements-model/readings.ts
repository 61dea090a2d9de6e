import type { StatementCandidate } from "../statement-candidate.ts";
import { CONTENT, CUE, Lattice, ROLE_COUNT, SOURCE, scoreSequence } from "./chain.ts";
import type { Columns } from "./columns.ts";
import { type Beliefs, CUE_EDGE_SLOTS, CUE_NODE_SLOTS, writeCueFeatures } from "./cue-features.ts";
import type { ChainTables } from "./roles.ts";
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
  /** Log probability of this sequence of roles; 1 for a reading of the rules. */
  readonly logProbability: number;
  /** The least sure of its places; -1 for a reading of the rules. */
  readonly leastMarginal: number;
}

/** Reads the source and the content of each cue candidate in turn. */
export class CueReader {
  private readonly columns: Columns;
  private readonly beliefs: Beliefs;
  private readonly tables: ChainTables;
  private readonly window = new Window();
  private readonly lattice = new Lattice();
  private node = new Int32Array(0);
  private edge = new Int32Array(0);
  private roles = new Uint8Array(0);

  constructor(columns: Columns, beliefs: Beliefs, tables: ChainTables) {
    this.columns = columns;
    this.beliefs = beliefs;
    this.tables = tables;
  }

  read(candidate: number): Reading {
    const { window, lattice, tables } = this;
    const anchor = this.beliefs.candidates.anchor[candidate];
    window.around(this.columns, anchor);
    const length = window.count;
    this.reserve(length);
    writeCueFeatures(
      this.columns,
      this.beliefs,
      window,
      candidate,
      this.node,
      0,
      tables.node.mask,
      this.edge,
      0,
      tables.edge.mask,
    );
    scoreSequence(lattice, length, tables.node, this.node, CUE_NODE_SLOTS, tables.edge, this.edge, CUE_EDGE_SLOTS);
    for (let role = 0; role < ROLE_COUNT; role++)
      if (role !== CUE) lattice.node[window.anchorAt * ROLE_COUNT + role] = -1e4;
    const best = lattice.viterbi(this.roles);
    const logProbability = best - lattice.forwardBackward(false);
    let leastMarginal = 1;
    for (let place = 0; place < length; place++)
      leastMarginal = Math.min(leastMarginal, lattice.marginal[place * ROLE_COUNT + this.roles[place]]);
    return {
      candidate,
      anchor,
      rule: null,
      content: this.runs(CONTENT),
      source: this.runs(SOURCE),
      cue: this.runs(CUE),
      logProbability,
      leastMarginal,
    };
  }

  private reserve(length: number): void {
    if (this.roles.length >= length) return;
    const room = Math.max(512, length * 2);
    this.node = new Int32Array(room * CUE_NODE_SLOTS);
    this.edge = new Int32Array(room * CUE_EDGE_SLOTS);
    this.roles = new Uint8Array(room);
  }

  /** The runs of words that have the role. */
  private runs(role: number): number[] {
    const { window, roles } = this;
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
