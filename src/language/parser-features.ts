import { TAGS } from "../model/index.ts";
import { FeatureTemplates } from "./feature-templates.ts";
import { finish, mix } from "./hash.ts";
import { NONE, type ParserState } from "./parser-state.ts";
import { RELATIONS } from "./relations.ts";

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

/**
 * What the features of a transition are made of. Of the words on the stack (s0 is its top), in the buffer (b0 is its next)
 * and of their outermost children on the left (l, the second outermost l2) and right (r): form (w), tag (t) and relation (r);
 * the number of their children on the left (lc) and right (rc), which kinds of children they have, and what lies between.
 */
const TRANSITION_ATOMS =
  "s0w s0t s1w s1t s2w s2t b0w b0t b1w b1t b2t s0lw s0lt s0lr s0rt s0rr s1lt s1lr s1rt s1rr b0lw b0lt b0lr s0l2r s1r2r " +
  "s0kinds s1kinds b0kinds s0lc s0rc s1lc s1rc b0lc near below gap gapBelow";
/** The templates follow Zhang and Nivre (2011). */
const TRANSITION = new FeatureTemplates(TRANSITION_ATOMS.split(" "), [
  "s0w s0t",
  "s0w",
  "s0t",
  "s1w s1t",
  "s1w",
  "s1t",
  "s2w s2t",
  "s2t",
  "b0w b0t",
  "b0w",
  "b0t",
  "b1w b1t",
  "b1w",
  "b1t",
  "b2t",
  "b0t b1t b2t",
  "s0w b0w",
  "s0w s0t b0t",
  "s0t b0w b0t",
  "s0t b0t",
  "s1w s0w",
  "s1t s0w s0t",
  "s1w s1t s0t",
  "s1t s0t",
  "b0t b1t",
  "s0t b0t b1t",
  "s1t s0t b0t",
  "s2t s1t s0t",
  "s0t s0lt b0t",
  "s0t s0rt b0t",
  "s0t b0t b0lt",
  "s1t s1rt s0t",
  "s1t s1lt s0t",
  "s1t s0t s0lt",
  "s1t s0t s0rt",
  "s1t s0w b0t",
  "s1w s0t b0t",
  "s1t s0t b0w",
  "s0t b0t b1t b2t",
  "s2t s1t s0t b0t",
  "s1t s0t b0t b1t",
  "s0w s0lr",
  "s0t s0lr s0rr",
  "s1t s1lr s1rr",
  "b0t b0lr s0t",
  "s1w s1rr",
  "s0t near b0t",
  "s0w near",
  "b0w near",
  "s1t below s0t",
  "s1w below",
  "s0t b0t gap",
  "s1t s0t gapBelow",
  "s0kinds s0t b0t",
  "s1kinds s1t s0t",
  "b0kinds b0t s0t",
  "s0w s0kinds",
  "s1w s1kinds",
  "s0t s0lc s0rc",
  "s1t s1lc s1rc",
  "b0t b0lc s0t",
  "s0t s0lr s0l2r",
  "s1t s1rr s1r2r",
  "s0lw s0t s1t",
  "s0lw s0w s1w",
  "s0lw s1w",
  "b0lw b0t s0t",
  "s0w b1t b0t",
  "s1w b0w",
  "s0w b0t b1w",
  "s1t b0t gapBelow gap",
  "s0kinds s1kinds s0t s1t",
  "s1t s0t b0t b0kinds",
]);
/** How many features decide about a transition. */
export const TRANSITION_FEATURES = TRANSITION.count;

/** What the features of a relation are made of: of the head, the child and the child's own outermost children. */
const RELATION_ATOMS =
  "hw ht cw ct side lw lt lr rt rr before after headBefore headAfter far gap sibling kinds headKinds";
const RELATION = new FeatureTemplates(RELATION_ATOMS.split(" "), [
  "hw side",
  "ht side",
  "cw side",
  "ct side",
  "hw cw side",
  "hw ct side",
  "ht cw side",
  "ht ct side",
  "ht ct side far",
  "ht ct side gap",
  "kinds ct ht side",
  "kinds cw side",
  "headKinds ht ct side",
  "headKinds hw ct side",
  "lw ct ht side",
  "lw hw side",
  "lr rr ct ht",
  "before ct ht side",
  "after ct ht side",
  "headBefore ht ct side",
  "headAfter ht ct side",
  "sibling ht ct side",
  "sibling hw ct side",
  "lt rt ct side",
  "cw ct ht far",
  "kinds headKinds ct ht",
  "before after ct side",
  "ct lw rr side",
]);
/** How many features decide about a relation. */
export const RELATION_FEATURES = RELATION.count;

/**
 * Writes the places of the features that decide about the next transition into `places` (2ⁿ places, `bits` = n):
 * `TRANSITION_FEATURES` of them.
 */
export function transitionFeatures(state: ParserState, view: SentenceView, places: Int32Array, bits: number): void {
  const { word, tag } = view;
  const { left, left2, right, right2, leftCount, rightCount, length, relation, childKinds } = state;
  const { atoms } = TRANSITION;
  const s0 = state.stacked(0);
  const s1 = state.stacked(1);
  const s2 = state.stacked(2);
  const b0 = state.next;
  const b1 = b0 + 1 <= length ? b0 + 1 : NONE;
  const b2 = b0 + 2 <= length ? b0 + 2 : NONE;
  const s0l = s0 < 0 ? NONE : left[s0];
  const s0r = s0 < 0 ? NONE : right[s0];
  const s1l = s1 < 0 ? NONE : left[s1];
  const s1r = s1 < 0 ? NONE : right[s1];
  const b0l = left[b0];
  const s0l2 = s0 < 0 ? NONE : left2[s0];
  const s1r2 = s1 < 0 ? NONE : right2[s1];
  let n = 1;
  atoms[n++] = s0 < 0 ? NO_FORM : word[s0];
  atoms[n++] = s0 < 0 ? NO_TAG : tag[s0];
  atoms[n++] = s1 < 0 ? NO_FORM : word[s1];
  atoms[n++] = s1 < 0 ? NO_TAG : tag[s1];
  atoms[n++] = s2 < 0 ? NO_FORM : word[s2];
  atoms[n++] = s2 < 0 ? NO_TAG : tag[s2];
  atoms[n++] = word[b0];
  atoms[n++] = tag[b0];
  atoms[n++] = b1 < 0 ? NO_FORM : word[b1];
  atoms[n++] = b1 < 0 ? NO_TAG : tag[b1];
  atoms[n++] = b2 < 0 ? NO_TAG : tag[b2];
  // the preposition or conjunction of a phrase is its leftmost child
  atoms[n++] = s0l < 0 ? NO_FORM : word[s0l];
  atoms[n++] = s0l < 0 ? NO_TAG : tag[s0l];
  atoms[n++] = s0l < 0 ? NO_RELATION : RELATION_HASH[relation[s0l]];
  atoms[n++] = s0r < 0 ? NO_TAG : tag[s0r];
  atoms[n++] = s0r < 0 ? NO_RELATION : RELATION_HASH[relation[s0r]];
  atoms[n++] = s1l < 0 ? NO_TAG : tag[s1l];
  atoms[n++] = s1l < 0 ? NO_RELATION : RELATION_HASH[relation[s1l]];
  atoms[n++] = s1r < 0 ? NO_TAG : tag[s1r];
  atoms[n++] = s1r < 0 ? NO_RELATION : RELATION_HASH[relation[s1r]];
  atoms[n++] = b0l < 0 ? NO_FORM : word[b0l];
  atoms[n++] = b0l < 0 ? NO_TAG : tag[b0l];
  atoms[n++] = b0l < 0 ? NO_RELATION : RELATION_HASH[relation[b0l]];
  atoms[n++] = s0l2 < 0 ? NO_RELATION : RELATION_HASH[relation[s0l2]];
  atoms[n++] = s1r2 < 0 ? NO_RELATION : RELATION_HASH[relation[s1r2]];
  atoms[n++] = s0 < 0 ? 0 : childKinds[s0];
  atoms[n++] = s1 < 0 ? 0 : childKinds[s1];
  atoms[n++] = childKinds[b0];
  atoms[n++] = COUNT_HASH[s0 < 0 ? 0 : Math.min(leftCount[s0], 5)];
  atoms[n++] = COUNT_HASH[s0 < 0 ? 0 : Math.min(rightCount[s0], 5)];
  atoms[n++] = COUNT_HASH[s1 < 0 ? 0 : Math.min(leftCount[s1], 5)];
  atoms[n++] = COUNT_HASH[s1 < 0 ? 0 : Math.min(rightCount[s1], 5)];
  atoms[n++] = COUNT_HASH[Math.min(leftCount[b0], 5)];
  atoms[n++] = COUNT_HASH[distance(s0, b0)];
  atoms[n++] = COUNT_HASH[distance(s1, s0)];
  atoms[n++] = between(view, s0, b0);
  atoms[n++] = between(view, s1, s0);
  TRANSITION.places(places, bits);
}

/** Writes the places of the features that decide about the relation of `child` to `head`: `RELATION_FEATURES` of them. */
export function relationFeatures(
  state: ParserState,
  view: SentenceView,
  head: number,
  child: number,
  places: Int32Array,
  bits: number,
): void {
  const { word, tag } = view;
  const { left, right, length, relation, childKinds } = state;
  const { atoms } = RELATION;
  const l = left[child];
  const r = right[child];
  const first = Math.min(head, child);
  const last = Math.max(head, child);
  const lastOfHead = head > child ? left[head] : right[head];
  let n = 1;
  atoms[n++] = word[head];
  atoms[n++] = tag[head];
  atoms[n++] = word[child];
  atoms[n++] = tag[child];
  atoms[n++] = COUNT_HASH[head > child ? 1 : 2];
  atoms[n++] = l < 0 ? NO_FORM : word[l];
  atoms[n++] = l < 0 ? NO_TAG : tag[l];
  atoms[n++] = l < 0 ? NO_RELATION : RELATION_HASH[relation[l]];
  atoms[n++] = r < 0 ? NO_TAG : tag[r];
  atoms[n++] = r < 0 ? NO_RELATION : RELATION_HASH[relation[r]];
  atoms[n++] = child > 0 ? tag[child - 1] : NO_TAG;
  atoms[n++] = child + 1 <= length ? tag[child + 1] : NO_TAG;
  atoms[n++] = head > 0 ? tag[head - 1] : NO_TAG;
  atoms[n++] = head + 1 <= length ? tag[head + 1] : NO_TAG;
  atoms[n++] = COUNT_HASH[distance(first, last)];
  atoms[n++] = between(view, first, last);
  atoms[n++] = lastOfHead < 0 ? NO_RELATION : RELATION_HASH[relation[lastOfHead]];
  atoms[n++] = childKinds[child];
  atoms[n++] = childKinds[head];
  RELATION.places(places, bits);
}
