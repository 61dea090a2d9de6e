import { type ChainTables, Lattice, ROLE_COUNT, scoreSequence } from "./chain.ts";
import type { Columns } from "./columns.ts";
import { FeatureCells } from "./feature-cells.ts";
import { ROLE_EDGE_SLOTS, ROLE_NODE_SLOTS, writeRoleFeatures } from "./role-features.ts";

/** Sequences longer than this are cut at the end of a sentence, so that memory stays bounded. */
const LONGEST_SEQUENCE = 1200;

/** The word after the last of the sequence that begins with sentence `first`: a block, or a part of a long one. */
export function endOfSequence(columns: Columns, first: number): number {
  const { sentenceStart, sentenceBlock } = columns.words;
  let last = first + 1;
  while (
    last + 1 < sentenceStart.length &&
    sentenceBlock[last] === sentenceBlock[first] &&
    sentenceStart[last + 1] - sentenceStart[first] <= LONGEST_SEQUENCE
  )
    last++;
  return last;
}

/**
 * How likely each word is to carry no role, a source, a cue or content: four probabilities a word. The whole text is read
 * without asking which source belongs to which cue.
 */
export function believeRoles(columns: Columns, tables: ChainTables): Float32Array {
  const probability = new Float32Array(columns.count * ROLE_COUNT);
  const { sentenceStart } = columns.words;
  const lattice = new Lattice();
  const node = new FeatureCells(new Int32Array(0), ROLE_NODE_SLOTS, tables.node.mask);
  const edge = new FeatureCells(new Int32Array(0), ROLE_EDGE_SLOTS, tables.edge.mask);
  for (let sentence = 0; sentence + 1 < sentenceStart.length; ) {
    const next = endOfSequence(columns, sentence);
    const first = sentenceStart[sentence];
    const length = sentenceStart[next] - first;
    node.reserve(length);
    edge.reserve(length);
    for (let i = 0; i < length; i++) writeRoleFeatures(columns, first + i, i, node, edge);
    scoreSequence(lattice, length, tables, node, edge);
    lattice.forwardBackward(false);
    probability.set(lattice.marginal.subarray(0, length * ROLE_COUNT), first * ROLE_COUNT);
    sentence = next;
  }
  return probability;
}
