import { LEFT, RIGHT, SHIFT } from "../../language/parser.ts";
import { NONE, type ParserState } from "../../language/parser-state.ts";

/** The gold tree of one sentence: heads numbered within it, the root's child has `length` as head. */
export interface GoldTree {
  readonly length: number;
  readonly head: Int32Array;
  /** The children of word `h` (or of the root) are `children[childStart[h]] … children[childStart[h + 1] - 1]`, in order. */
  readonly childStart: Int32Array;
  readonly children: Int32Array;
}

/** The gold tree of words `from` … `to` of a document whose heads are document-wide and -1 for the root's child. */
export function goldTree(heads: Int32Array, from: number, to: number): GoldTree {
  const length = to - from;
  const head = new Int32Array(length);
  const childStart = new Int32Array(length + 2);
  for (let i = 0; i < length; i++) {
    head[i] = heads[from + i] < 0 ? length : heads[from + i] - from;
    childStart[head[i] + 1]++;
  }
  for (let h = 0; h <= length; h++) childStart[h + 1] += childStart[h];
  const filled = childStart.slice();
  const children = new Int32Array(length);
  for (let i = 0; i < length; i++) children[filled[head[i]]++] = i;
  return { length, head, childStart, children };
}

/**
 * How many gold arcs each transition makes unreachable: the dynamic oracle of the arc-hybrid system (Goldberg and Nivre
 * 2013, section 4.2). `onStack[i]` tells which words are on the stack. Impossible transitions cost Infinity.
 */
export function transitionCosts(state: ParserState, gold: GoldTree, onStack: Uint8Array, costs: Float64Array): void {
  const top = state.stacked(0);
  const below = state.stacked(1);
  const next = state.next;
  costs[SHIFT] = state.canShift() ? shiftCost(gold, onStack, top, next) : Number.POSITIVE_INFINITY;
  let pending = 0;
  let headIn = 0;
  if (top !== NONE) {
    for (let c = gold.childStart[top + 1] - 1; c >= gold.childStart[top] && gold.children[c] >= next; c--) pending++;
    headIn = gold.head[top];
  }
  costs[LEFT] = state.canLeft() ? pending + (headIn === below || headIn > next ? 1 : 0) : Number.POSITIVE_INFINITY;
  costs[RIGHT] = state.canRight() ? pending + (headIn >= next ? 1 : 0) : Number.POSITIVE_INFINITY;
}

function shiftCost(gold: GoldTree, onStack: Uint8Array, top: number, next: number): number {
  let cost = 0;
  const head = gold.head[next];
  if (head < next && head !== top && onStack[head]) cost++;
  for (let c = gold.childStart[next]; c < gold.childStart[next + 1] && gold.children[c] < next; c++) {
    if (onStack[gold.children[c]]) cost++;
  }
  return cost;
}
