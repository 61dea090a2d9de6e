import { TAGS } from "../model/index.ts";
import { finish, mix } from "./hash.ts";
import { NONE, type ParserState } from "./parser-state.ts";
import { RELATIONS } from "./relations.ts";

/** The most features a decision about a transition or a relation has. */
export const TRANSITION_FEATURES = 80;
export const RELATION_FEATURES = 40;

/** Well mixed numbers for the small ones: tags, relations, counts. */
const spread = (salt: number, count: number) => Int32Array.from({ length: count }, (_, i) => finish(mix(salt, i + 1)));
const TAG_HASH = spread(11, TAGS.length);
const RELATION_HASH = spread(12, RELATIONS.length);
const COUNT_HASH = spread(13, 64);
const NO_FORM = finish(21);
const NO_TAG = finish(22);
const NO_RELATION = finish(23);
const ROOT_FORM = finish(24);
const ROOT_TAG = finish(25);

/** Places where commas, verbs and quotation marks stand, to ask what lies between two words. */
export interface Landmarks {
  /** How many commas, verbs, and conjunctions precede word `i`. */
  readonly commas: Int32Array;
  readonly verbs: Int32Array;
  readonly conjunctions: Int32Array;
}

/** What the features of one sentence are made of; `word` and `tag` are hashes and have the root as their last entry. */
export interface SentenceView extends Landmarks {
  readonly word: Int32Array;
  readonly tag: Int32Array;
}

const IS_VERB = Uint8Array.from(TAGS, (tag) => (/^VB|^MD/.test(tag) ? 1 : 0));
const IS_COMMA = Uint8Array.from(TAGS, (tag) => (tag === "," || tag === ":" ? 1 : 0));
const IS_CONJUNCTION = Uint8Array.from(TAGS, (tag) =>
  tag === "CC" || tag === "IN" || tag === "WDT" || tag === "WP" ? 1 : 0,
);

/** Prepares a sentence given the hashes of its forms and its tags. */
export function viewSentence(folded: Int32Array, tags: Uint8Array): SentenceView {
  const { length } = folded;
  const view = {
    word: new Int32Array(length + 1),
    tag: new Int32Array(length + 1),
    commas: new Int32Array(length + 1),
    verbs: new Int32Array(length + 1),
    conjunctions: new Int32Array(length + 1),
  };
  for (let i = 0; i < length; i++) {
    const tag = tags[i];
    view.word[i] = folded[i];
    view.tag[i] = TAG_HASH[tag];
    view.commas[i + 1] = view.commas[i] + IS_COMMA[tag];
    view.verbs[i + 1] = view.verbs[i] + IS_VERB[tag];
    view.conjunctions[i + 1] = view.conjunctions[i] + IS_CONJUNCTION[tag];
  }
  view.word[length] = ROOT_FORM;
  view.tag[length] = ROOT_TAG;
  return view;
}

/** A number for what lies between words `a` < `b`: distance, commas, verbs, conjunctions, each up to a limit. */
function between(view: SentenceView, a: number, b: number): number {
  if (a === NONE || b === NONE) return 1;
  const commas = Math.min(view.commas[b] - view.commas[a + 1], 3);
  const verbs = Math.min(view.verbs[b] - view.verbs[a + 1], 2);
  const conjunctions = Math.min(view.conjunctions[b] - view.conjunctions[a + 1], 2);
  return ((commas * 3 + verbs) * 3 + conjunctions + 2) * 7919;
}

function distance(a: number, b: number): number {
  if (a === NONE || b === NONE) return 0;
  const d = b - a;
  return d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : 7;
}

let out: Int32Array = new Int32Array(0);
let shift = 0;
let n = 0;

/** Adds a feature: the values are mixed by odd multipliers and the high bits of the result are its place. */
function add(template: number, a: number, b = 0, c = 0, d = 0): void {
  let h =
    Math.imul(template, 0x9e3779b1) +
    Math.imul(a, 0x85ebca6b) +
    Math.imul((b << 16) | (b >>> 16), 0xc2b2ae35) +
    Math.imul((c << 8) | (c >>> 24), 0x27d4eb2f) +
    Math.imul((d << 24) | (d >>> 8), 0x165667b1);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 13;
  out[n++] = Math.imul(h, 0x297a2d39) >>> shift;
}

/**
 * Writes the places of the features that decide about the next transition into `places` (2ⁿ places, `bits` = n) and
 * returns how many there are. The templates follow Zhang and Nivre (2011).
 */
export function transitionFeatures(state: ParserState, view: SentenceView, places: Int32Array, bits: number): number {
  out = places;
  shift = 32 - bits;
  n = 0;
  const { word, tag } = view;
  const { left, left2, right, right2, length, relation, childKinds } = state;
  const s0 = state.stacked(0);
  const s1 = state.stacked(1);
  const s2 = state.stacked(2);
  const b0 = state.next;
  const b1 = b0 + 1 <= length ? b0 + 1 : NONE;
  const b2 = b0 + 2 <= length ? b0 + 2 : NONE;
  const s0w = s0 < 0 ? NO_FORM : word[s0];
  const s0t = s0 < 0 ? NO_TAG : tag[s0];
  const s1w = s1 < 0 ? NO_FORM : word[s1];
  const s1t = s1 < 0 ? NO_TAG : tag[s1];
  const s2t = s2 < 0 ? NO_TAG : tag[s2];
  const s2w = s2 < 0 ? NO_FORM : word[s2];
  const b0w = word[b0];
  const b0t = tag[b0];
  const b1w = b1 < 0 ? NO_FORM : word[b1];
  const b1t = b1 < 0 ? NO_TAG : tag[b1];
  const b2t = b2 < 0 ? NO_TAG : tag[b2];
  const s0l = s0 < 0 ? NONE : left[s0];
  const s0r = s0 < 0 ? NONE : right[s0];
  const s1l = s1 < 0 ? NONE : left[s1];
  const s1r = s1 < 0 ? NONE : right[s1];
  const b0l = left[b0];
  const s0lt = s0l < 0 ? NO_TAG : tag[s0l];
  const s0rt = s0r < 0 ? NO_TAG : tag[s0r];
  const s1lt = s1l < 0 ? NO_TAG : tag[s1l];
  const s1rt = s1r < 0 ? NO_TAG : tag[s1r];
  const b0lt = b0l < 0 ? NO_TAG : tag[b0l];
  const s0lr = s0l < 0 ? NO_RELATION : RELATION_HASH[relation[s0l]];
  const s0rr = s0r < 0 ? NO_RELATION : RELATION_HASH[relation[s0r]];
  const s1rr = s1r < 0 ? NO_RELATION : RELATION_HASH[relation[s1r]];
  const s1lr = s1l < 0 ? NO_RELATION : RELATION_HASH[relation[s1l]];
  const b0lr = b0l < 0 ? NO_RELATION : RELATION_HASH[relation[b0l]];
  const s0kinds = s0 < 0 ? 0 : childKinds[s0];
  const s1kinds = s1 < 0 ? 0 : childKinds[s1];
  const b0kinds = childKinds[b0];
  const near = COUNT_HASH[distance(s0, b0)];
  const below = COUNT_HASH[distance(s1, s0)];
  const gap = between(view, s0, b0);
  const gapBelow = between(view, s1, s0);

  add(1, s0w, s0t);
  add(2, s0w);
  add(3, s0t);
  add(4, s1w, s1t);
  add(5, s1w);
  add(6, s1t);
  add(7, s2w, s2t);
  add(8, s2t);
  add(9, b0w, b0t);
  add(10, b0w);
  add(11, b0t);
  add(12, b1w, b1t);
  add(13, b1w);
  add(14, b1t);
  add(15, b2t);
  add(16, b0t, b1t, b2t);
  add(17, s0w, b0w);
  add(18, s0w, s0t, b0t);
  add(19, s0t, b0w, b0t);
  add(20, s0t, b0t);
  add(21, s1w, s0w);
  add(22, s1t, s0w, s0t);
  add(23, s1w, s1t, s0t);
  add(24, s1t, s0t);
  add(25, b0t, b1t);
  add(26, s0t, b0t, b1t);
  add(27, s1t, s0t, b0t);
  add(28, s2t, s1t, s0t);
  add(29, s0t, s0lt, b0t);
  add(30, s0t, s0rt, b0t);
  add(31, s0t, b0t, b0lt);
  add(32, s1t, s1rt, s0t);
  add(33, s1t, s1lt, s0t);
  add(34, s1t, s0t, s0lt);
  add(35, s1t, s0t, s0rt);
  add(36, s1t, s0w, b0t);
  add(37, s1w, s0t, b0t);
  add(38, s1t, s0t, b0w);
  add(39, s0t, b0t, b1t, b2t);
  add(40, s2t, s1t, s0t, b0t);
  add(41, s1t, s0t, b0t, b1t);
  add(42, s0w, s0lr);
  add(43, s0t, s0lr, s0rr);
  add(44, s1t, s1lr, s1rr);
  add(45, b0t, b0lr, s0t);
  add(46, s1w, s1rr);
  add(47, s0t, near, b0t);
  add(48, s0w, near);
  add(49, b0w, near);
  add(50, s1t, below, s0t);
  add(51, s1w, below);
  add(52, s0t, b0t, gap);
  add(53, s1t, s0t, gapBelow);
  add(54, s0kinds, s0t, b0t);
  add(55, s1kinds, s1t, s0t);
  add(56, b0kinds, b0t, s0t);
  add(57, s0w, s0kinds);
  add(58, s1w, s1kinds);
  add(
    59,
    s0t,
    COUNT_HASH[s0 < 0 ? 0 : Math.min(state.leftCount[s0], 5)],
    COUNT_HASH[s0 < 0 ? 0 : Math.min(state.rightCount[s0], 5)],
  );
  add(
    60,
    s1t,
    COUNT_HASH[s1 < 0 ? 0 : Math.min(state.leftCount[s1], 5)],
    COUNT_HASH[s1 < 0 ? 0 : Math.min(state.rightCount[s1], 5)],
  );
  add(61, b0t, COUNT_HASH[Math.min(state.leftCount[b0], 5)], s0t);
  const s0l2 = s0 < 0 ? NONE : left2[s0];
  const s1r2 = s1 < 0 ? NONE : right2[s1];
  add(62, s0t, s0lr, s0l2 < 0 ? NO_RELATION : RELATION_HASH[relation[s0l2]]);
  add(63, s1t, s1rr, s1r2 < 0 ? NO_RELATION : RELATION_HASH[relation[s1r2]]);
  // the preposition or conjunction of a phrase is its leftmost child
  add(64, s0l < 0 ? NO_FORM : word[s0l], s0t, s1t);
  add(65, s0l < 0 ? NO_FORM : word[s0l], s0w, s1w);
  add(66, s0l < 0 ? NO_FORM : word[s0l], s1w);
  add(67, b0l < 0 ? NO_FORM : word[b0l], b0t, s0t);
  add(68, s0w, b1t, b0t);
  add(69, s1w, b0w);
  add(70, s0w, b0t, b1w);
  add(71, s1t, b0t, gapBelow, gap);
  add(72, s0kinds, s1kinds, s0t, s1t);
  add(73, s1t, s0t, b0t, b0kinds);
  return n;
}

/** The features that decide about the relation of `child` to `head`; see `transitionFeatures`. */
export function relationFeatures(
  state: ParserState,
  view: SentenceView,
  head: number,
  child: number,
  places: Int32Array,
  bits: number,
): number {
  out = places;
  shift = 32 - bits;
  n = 0;
  const { word, tag } = view;
  const { left, right, length, relation, childKinds } = state;
  const hw = word[head];
  const ht = tag[head];
  const cw = word[child];
  const ct = tag[child];
  const side = COUNT_HASH[head > child ? 1 : 2];
  const l = left[child];
  const r = right[child];
  const lw = l < 0 ? NO_FORM : word[l];
  const lt = l < 0 ? NO_TAG : tag[l];
  const lr = l < 0 ? NO_RELATION : RELATION_HASH[relation[l]];
  const rr = r < 0 ? NO_RELATION : RELATION_HASH[relation[r]];
  const rt = r < 0 ? NO_TAG : tag[r];
  const before = child > 0 ? tag[child - 1] : NO_TAG;
  const after = child + 1 <= length ? tag[child + 1] : NO_TAG;
  const headBefore = head > 0 ? tag[head - 1] : NO_TAG;
  const headAfter = head + 1 <= length ? tag[head + 1] : NO_TAG;
  const first = Math.min(head, child);
  const last = Math.max(head, child);
  const far = COUNT_HASH[distance(first, last)];
  const gap = between(view, first, last);
  const lastOfHead = head > child ? left[head] : right[head];
  const sibling = lastOfHead < 0 ? NO_RELATION : RELATION_HASH[relation[lastOfHead]];
  const kinds = childKinds[child];
  const headKinds = childKinds[head];

  add(1, hw, side);
  add(2, ht, side);
  add(3, cw, side);
  add(4, ct, side);
  add(5, hw, cw, side);
  add(6, hw, ct, side);
  add(7, ht, cw, side);
  add(8, ht, ct, side);
  add(9, ht, ct, side, far);
  add(10, ht, ct, side, gap);
  add(11, kinds, ct, ht, side);
  add(12, kinds, cw, side);
  add(13, headKinds, ht, ct, side);
  add(14, headKinds, hw, ct, side);
  add(15, lw, ct, ht, side);
  add(16, lw, hw, side);
  add(17, lr, rr, ct, ht);
  add(18, before, ct, ht, side);
  add(19, after, ct, ht, side);
  add(20, headBefore, ht, ct, side);
  add(21, headAfter, ht, ct, side);
  add(22, sibling, ht, ct, side);
  add(23, sibling, hw, ct, side);
  add(24, lt, rt, ct, side);
  add(25, cw, ct, ht, far);
  add(26, kinds, headKinds, ct, ht);
  add(27, before, after, ct, side);
  add(28, ct, lw, rr, side);
  return n;
}
