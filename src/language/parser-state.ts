import { RELATION_NUMBER, RELATIONS, type RelationLabel } from "./relations.ts";

/** No word: an empty place on the stack, a child that isn't there. */
export const NONE = -1;

/**
 * A configuration of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) over one sentence, whose
 * words are numbered from 0. The root is an artificial word after the last one (Ballesteros and Nivre 2013), so `next` is
 * at most `length`, the root.
 */
export class ParserState {
  length = 0;
  /** The first word of the buffer. */
  next = 0;
  stack = new Int32Array(64);
  depth = 0;
  head = new Int32Array(65);
  relation = new Uint8Array(65);
  /** The outermost and second outermost children on either side. */
  left = new Int32Array(65);
  left2 = new Int32Array(65);
  right = new Int32Array(65);
  right2 = new Int32Array(65);
  leftCount = new Uint8Array(65);
  rightCount = new Uint8Array(65);
  /** Which kinds of children a word has, as bits. */
  childKinds = new Int32Array(65);

  /** Begins a sentence of `length` words. */
  reset(length: number): void {
    const size = length + 1;
    if (this.head.length < size) this.allocate(Math.max(size, this.head.length * 2));
    this.length = length;
    this.next = 0;
    this.depth = 0;
    this.head.fill(NONE, 0, size);
    this.relation.fill(0, 0, size);
    this.left.fill(NONE, 0, size);
    this.left2.fill(NONE, 0, size);
    this.right.fill(NONE, 0, size);
    this.right2.fill(NONE, 0, size);
    this.leftCount.fill(0, 0, size);
    this.rightCount.fill(0, 0, size);
    this.childKinds.fill(0, 0, size);
  }

  private allocate(size: number): void {
    this.stack = new Int32Array(size);
    this.head = new Int32Array(size);
    this.relation = new Uint8Array(size);
    this.left = new Int32Array(size);
    this.left2 = new Int32Array(size);
    this.right = new Int32Array(size);
    this.right2 = new Int32Array(size);
    this.leftCount = new Uint8Array(size);
    this.rightCount = new Uint8Array(size);
    this.childKinds = new Int32Array(size);
  }

  isFinal(): boolean {
    return this.next === this.length && this.depth === 0;
  }

  canShift(): boolean {
    return this.next < this.length;
  }

  /** Only the last word left may become a child of the root: a sentence has one. */
  canLeft(): boolean {
    return this.depth > 0 && (this.next < this.length || this.depth === 1);
  }

  canRight(): boolean {
    return this.depth > 1;
  }

  /** The word `below` the top of the stack (0 is the top), or `NONE`. */
  stacked(below: number): number {
    return below < this.depth ? this.stack[this.depth - 1 - below] : NONE;
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  /** Makes the top of the stack a child of the first word of the buffer. */
  leftArc(relation: number): void {
    const child = this.stack[--this.depth];
    const head = this.next;
    this.head[child] = head;
    this.relation[child] = relation;
    this.left2[head] = this.left[head];
    this.left[head] = child;
    if (this.leftCount[head] < 255) this.leftCount[head]++;
    this.childKinds[head] |= KIND_OF_RELATION[relation];
  }

  /** Makes the top of the stack a child of the word under it. */
  rightArc(relation: number): void {
    const child = this.stack[--this.depth];
    const head = this.stack[this.depth - 1];
    this.head[child] = head;
    this.relation[child] = relation;
    this.right2[head] = this.right[head];
    this.right[head] = child;
    if (this.rightCount[head] < 255) this.rightCount[head]++;
    this.childKinds[head] |= KIND_OF_RELATION[relation];
  }
}

/** Relations that say the same about their head share a bit. */
const KINDS: readonly (readonly RelationLabel[])[] = [
  ["nsubj"],
  ["nsubj:pass", "csubj:pass"],
  ["csubj"],
  ["obj"],
  ["iobj"],
  ["ccomp"],
  ["xcomp"],
  ["obl", "obl:agent", "obl:unmarked"],
  ["advcl"],
  ["advmod"],
  ["acl"],
  ["acl:relcl"],
  ["amod"],
  ["appos"],
  ["aux"],
  ["aux:pass"],
  ["case"],
  ["cc", "cc:preconj"],
  ["compound", "flat"],
  ["compound:prt"],
  ["conj"],
  ["cop"],
  ["det", "det:predet"],
  ["expl"],
  ["fixed"],
  ["mark"],
  ["nmod", "nmod:unmarked"],
  ["nmod:poss"],
  ["nummod"],
  ["parataxis", "discourse", "vocative", "list", "dislocated"],
  ["punct"],
];

const KIND_OF_RELATION = new Int32Array(RELATIONS.length);
KINDS.forEach((relations, bit) => {
  for (const relation of relations) KIND_OF_RELATION[RELATION_NUMBER[relation]] = 1 << bit;
});
