import { type Columns, isPunctuationTag } from "./columns.ts";
import { bucket, crossing, type FeatureCells } from "./feature-cells.ts";

export const ROLE_NODE_SLOTS = 84;
export const ROLE_EDGE_SLOTS = 16;

/** Values of what lies before the first and behind the last word of a sentence. */
const FORM_BEFORE = 1;
const FORM_BEHIND = 2;
const TAG_BEFORE = 60;
const TAG_BEHIND = 61;
const NO_BIN = 20;
/** A distance to a quotation that isn't near. */
const FAR = 30;
/** So many words around are looked at for a quotation. */
const NEAR = 12;

/** What stands around a word of its sentence: neighbours outside of it are -1. */
class Place {
  i = 0;
  first = 0;
  last = 0;
  previous = 0;
  next = 0;
  second = 0;
  secondLast = 0;
  /** Tags of the neighbours, plus one. */
  tag = 0;
  tagPrevious = 0;
  tagNext = 0;
  tagSecond = 0;
  tagSecondLast = 0;
  /** 1 between quotation marks. */
  quoted = 0;
  /** Where the word and its neighbours stand to quotation marks, plus one. */
  quote = 0;
  quotePrevious = 0;
  quoteNext = 0;

  at(c: Columns, i: number): void {
    const { tag, sentence, sentenceStart } = c.words;
    const first = sentenceStart[sentence[i]];
    const last = sentenceStart[sentence[i] + 1] - 1;
    this.i = i;
    this.first = first;
    this.last = last;
    this.previous = i - 1 >= first ? i - 1 : -1;
    this.secondLast = i - 2 >= first ? i - 2 : -1;
    this.next = i + 1 <= last ? i + 1 : -1;
    this.second = i + 2 <= last ? i + 2 : -1;
    this.tag = tag[i] + 1;
    this.tagPrevious = this.previous < 0 ? TAG_BEFORE : tag[i - 1] + 1;
    this.tagSecondLast = this.secondLast < 0 ? TAG_BEFORE : tag[i - 2] + 1;
    this.tagNext = this.next < 0 ? TAG_BEHIND : tag[i + 1] + 1;
    this.tagSecond = this.second < 0 ? TAG_BEHIND : tag[i + 2] + 1;
    this.quoted = c.quotation[i] >= 0 ? 1 : 0;
    this.quote = c.quote[i] + 1;
    this.quotePrevious = i > 0 ? c.quote[i - 1] + 1 : 0;
    this.quoteNext = i + 1 < c.count ? c.quote[i + 1] + 1 : 0;
  }
}

const place = new Place();

/** Writes the features of word `i` for the joint reading of a text: of the word as place `at`, and of the edge to it. */
export function writeRoleFeatures(c: Columns, i: number, at: number, node: FeatureCells, edge: FeatureCells): void {
  place.at(c, i);
  node.begin(at);
  addWords(c, place, node);
  addTags(c, place, node);
  addLexicon(c, place, node);
  if (place.quoted === 1) addQuotation(c, place, node);
  else addQuotationsAround(c, place, node);
  addTree(c, place, node);
  addStrongAbove(c, place, node);
  addStrongNeighbours(c, place, node);
  addParagraph(c, place, node);
  node.end();
  edge.begin(at);
  addBoundary(c, place, edge);
  addBoundaryInTree(c, place, edge);
  edge.end();
}

function addWords(c: Columns, p: Place, node: FeatureCells): void {
  const { form, lemma } = c;
  const { i, previous, next, quoted } = p;
  const formPrevious = previous < 0 ? FORM_BEFORE : form[previous];
  const formNext = next < 0 ? FORM_BEHIND : form[next];
  const lemmaPrevious = previous < 0 ? FORM_BEFORE : lemma[previous];
  const lemmaNext = next < 0 ? FORM_BEHIND : lemma[next];
  node.add(1, 0, 0, 0);
  node.add(2, form[i], 0, 0);
  node.add(3, lemma[i], 0, 0);
  node.add(4, lemma[i], p.tag, quoted);
  node.add(5, formPrevious, 0, 0);
  node.add(6, formNext, 0, 0);
  node.add(7, p.secondLast < 0 ? FORM_BEFORE : form[p.secondLast], 0, 0);
  node.add(8, p.second < 0 ? FORM_BEHIND : form[p.second], 0, 0);
  node.add(9, formPrevious, form[i], 0);
  node.add(10, form[i], formNext, 0);
  node.add(11, lemmaPrevious, lemma[i], lemmaNext);
  node.add(12, lemma[i], p.tagNext, p.tagSecond);
  node.add(13, lemma[i], p.tagPrevious, p.tagSecondLast);
}

function addTags(c: Columns, p: Place, node: FeatureCells): void {
  const { tag } = c.words;
  const { i, first, last, quoted, tagPrevious, tagNext, tagSecond, tagSecondLast } = p;
  const tagThirdLast = i - 3 >= first ? tag[i - 3] + 1 : TAG_BEFORE;
  const tagThird = i + 3 <= last ? tag[i + 3] + 1 : TAG_BEHIND;
  const shape = c.shape[i] + 1;
  node.add(14, p.tag, quoted, 0);
  node.add(15, tagPrevious, p.tag, quoted);
  node.add(16, p.tag, tagNext, quoted);
  node.add(17, tagPrevious, p.tag, tagNext);
  node.add(18, tagSecondLast, tagPrevious, p.tag);
  node.add(19, p.tag, tagNext, tagSecond);
  node.add(20, tagThirdLast * 64 + tagSecondLast, tagPrevious, p.tag);
  node.add(21, p.tag, tagNext, tagSecond * 64 + tagThird);
  node.add(22, c.suffix[i], p.tag, 0);
  node.add(23, shape, tagPrevious, tagNext);
  node.add(24, shape, i === first ? 1 : 0, p.tag);
}

function addLexicon(c: Columns, p: Place, node: FeatureCells): void {
  const { bin, sense } = c;
  const { i, quoted, quote, quotePrevious, quoteNext } = p;
  const own = bin[i] + 1;
  const previous = p.previous < 0 ? NO_BIN : bin[p.previous];
  const next = p.next < 0 ? NO_BIN : bin[p.next];
  node.add(25, own, p.tag, quoted);
  node.add(26, previous, own, next);
  node.add(27, previous, p.tag, p.tagPrevious);
  node.add(28, next, p.tag, p.tagNext);
  node.add(29, bin[Math.max(p.first, i - 2)], bin[Math.min(p.last, i + 2)], p.tag);
  node.add(30, quote, quotePrevious, quoteNext);
  node.add(31, quote * 16 + quotePrevious * 4 + quoteNext, p.tag, own);
  node.add(32, sense[i], p.tag, quoted);
  node.add(33, sense[i], c.children[i] & 0x3f, quoted);
}

/** The quotation the word stands in: its length, and what is before, in and behind it. */
function addQuotation(c: Columns, p: Place, node: FeatureCells): void {
  const { lemma, form, bin, words } = c;
  const { tag, sentence, sentenceBlock } = words;
  const q = c.quotation[p.i];
  const first = c.quotationFirst[q];
  const last = c.quotationLast[q];
  const length = bucket(last - first - 1);
  const whole = first <= p.first && last >= p.last ? 1 : 0;
  const before = first - 1;
  const behind = last + 1;
  const inside = Math.min(c.count - 1, first + 1);
  const lastWord = last > 0 ? last - 1 : -1;
  const sameBlock = before >= 0 && sentenceBlock[sentence[p.i]] === sentenceBlock[sentence[before]] ? 1 : 0;
  node.add(34, length, whole, p.quote);
  node.add(35, before >= 0 ? lemma[before] : 0, before >= 0 ? tag[before] : 0, 0);
  node.add(36, behind < c.count ? lemma[behind] : 0, lastWord >= 0 ? lemma[lastWord] : 0, 0);
  node.add(
    37,
    behind < c.count ? tag[behind] : 0,
    behind + 1 < c.count ? tag[behind + 1] : 0,
    lastWord >= 0 ? form[lastWord] : 0,
  );
  node.add(38, length, before >= 0 ? bin[before] * 64 + tag[before] : 0, sameBlock);
  node.add(39, tag[inside], c.shape[inside], length);
}

/** How far the quotations before and behind are, as far as they stand near in the sentence. */
function addQuotationsAround(c: Columns, p: Place, node: FeatureCells): void {
  const { quotation, form, lemma, bin } = c;
  const { i, first, last } = p;
  const own = bin[i] + 1;
  let back = i;
  while (back >= first && i - back < NEAR && quotation[back] < 0) back--;
  let ahead = i;
  while (ahead <= last && ahead - i < NEAR && quotation[ahead] < 0) ahead++;
  const hasBefore = back >= 0 && quotation[back] >= 0;
  const before = hasBefore ? bucket(i - back) : FAR;
  const behind = ahead < c.count && quotation[ahead] >= 0 ? bucket(ahead - i) : FAR;
  node.add(40, before, behind, 0);
  node.add(41, before, p.tag, own);
  node.add(42, behind, p.tag, own);
  node.add(43, before, hasBefore && back >= 1 ? form[back - 1] : 0, p.tag);
  node.add(44, behind, lemma[i], 0);
  node.add(45, before, lemma[i], 0);
}

function addTree(c: Columns, p: Place, node: FeatureCells): void {
  const { lemma, bin, children } = c;
  const { tag, head, relation } = c.words;
  const { i } = p;
  const h = head[i];
  const grandparent = h < 0 ? -1 : head[h];
  const own = relation[i] + 1;
  const side = h < 0 ? 2 : h < i ? 1 : 0;
  const headLemma = h < 0 ? 0 : lemma[h];
  const headTag = h < 0 ? 0 : tag[h] + 1;
  const headBin = h < 0 ? NO_BIN : bin[h];
  const headRelation = h < 0 ? 0 : relation[h] + 1;
  node.add(46, own, p.tag, side);
  node.add(47, own, headLemma, side);
  node.add(48, own, headTag, headBin);
  node.add(49, lemma[i], own, headTag);
  node.add(50, lemma[i], headLemma, 0);
  node.add(51, lemma[i], children[i], 0);
  node.add(52, p.tag * 32 + bin[i] + 1, children[i], 0);
  node.add(53, p.tag, children[i], own);
  node.add(54, own, headRelation, grandparent < 0 ? NO_BIN : bin[grandparent]);
  node.add(55, own * 64 + headRelation, grandparent < 0 ? 0 : lemma[grandparent], 0);
  node.add(56, bucket(c.depth[i]), bin[i] + 1, own);
  node.add(57, h < 0 ? 0 : children[h] & 0xff, headBin, own);
}

/** The nearest strong word above, and the branch that leads to it. */
function addStrongAbove(c: Columns, p: Place, node: FeatureCells): void {
  const { lemma, bin, punctuation } = c;
  const { i } = p;
  const strong = c.up[i];
  if (strong < 0) return;
  const branch = c.words.relation[c.upChild[i]] + 1;
  const where = (i < strong ? 0 : 1) + (c.upChild[i] === i ? 2 : 0);
  const marks = i < strong ? punctuation[strong] - punctuation[i] : punctuation[i] - punctuation[strong];
  const commas = Math.min(3, marks);
  node.add(58, lemma[strong], branch, where);
  node.add(59, bin[strong], branch, where);
  node.add(60, bin[strong] * 8 + where, p.tag, branch);
  node.add(61, lemma[strong] ^ c.words.tag[strong], c.children[strong], branch);
  node.add(62, bin[strong], branch * 4 + commas, bucket(i - strong));
  node.add(63, branch, commas, c.quote[strong] * 4 + p.quote);
  node.add(64, c.sense[strong] * 64 + branch, where, p.quoted);
}

/** The nearest strong words to the left and right. */
function addStrongNeighbours(c: Columns, p: Place, node: FeatureCells): void {
  const { form, lemma, bin, punctuation } = c;
  const { i, first, last, quoted } = p;
  const { tag } = c.words;
  const left = c.strongLeft[i];
  const right = c.strongRight[i];
  if (left >= 0) {
    const commas = Math.min(3, punctuation[i] - punctuation[left]);
    const distance = bucket(i - left) * 4 + commas;
    node.add(65, lemma[left], distance, quoted);
    node.add(66, bin[left], distance, p.tag);
    node.add(67, form[Math.min(last, left + 1)], bin[left], commas);
    node.add(68, lemma[left], tag[Math.min(last, left + 1)], commas);
  } else node.add(69, right < 0 ? 0 : bin[right], right < 0 ? 0 : bucket(right - i), quoted);
  if (right >= 0) {
    const commas = Math.min(3, punctuation[right] - punctuation[i]);
    const distance = bucket(right - i) * 4 + commas;
    node.add(70, lemma[right], distance, quoted);
    node.add(71, bin[right], distance, p.tag);
    node.add(72, bin[right], form[Math.max(first, right - 1)], commas);
  } else node.add(73, left < 0 ? 0 : bin[left], quoted, bucket(last - i));
  node.add(74, left < 0 ? 0 : lemma[left], right < 0 ? 0 : lemma[right], 0);
  node.add(75, form[last], c.quotation[last] >= 0 ? 1 : 0, quoted * 32 + (left < 0 ? 0 : bin[left]));
}

function addParagraph(c: Columns, p: Place, node: FeatureCells): void {
  const { i, first, last, quoted } = p;
  const { sentence, sentenceStart, sentenceBlock } = c.words;
  const s = sentence[i];
  const opens = s === 0 || sentenceBlock[s] !== sentenceBlock[s - 1] ? 1 : 0;
  const closes = s + 2 === sentenceStart.length || sentenceBlock[s] !== sentenceBlock[s + 1] ? 1 : 0;
  node.add(76, opens * 2 + closes, quoted, bucket(i - first));
  node.add(77, c.quotation[first] >= 0 ? 1 : 0, c.quotation[last] >= 0 ? 1 : 0, quoted * 64 + p.tag);
  node.add(78, s === 0 ? 0 : c.quote[first - 1] + 1, quoted, opens);
}

/** What stands at the boundary between word i - 1 and word i. */
function addBoundary(c: Columns, p: Place, edge: FeatureCells): void {
  const { form, lemma, bin } = c;
  const { tag } = c.words;
  const { i, quoted, quotePrevious } = p;
  const begins = p.previous < 0 ? 1 : 0;
  const before = i > 0 ? i - 1 : 0;
  const mark = isPunctuationTag[tag[i]] ? form[i] : isPunctuationTag[tag[before]] ? form[before] : 0;
  edge.add(101, 0, 0, 0);
  edge.add(102, quotePrevious, p.quote, begins);
  edge.add(103, p.tagPrevious, p.tag, 0);
  edge.add(104, begins ? 3 : form[before], 0, 0);
  edge.add(105, form[i], 0, 0);
  edge.add(106, mark, begins, p.quote * 8 + quotePrevious);
  edge.add(107, p.tagPrevious, p.tag, p.tagNext);
  edge.add(109, bin[i] + 1, begins ? NO_BIN : bin[before], p.next < 0 ? NO_BIN : bin[p.next]);
  edge.add(114, form[i], p.next < 0 ? FORM_BEHIND : form[p.next], 0);
  edge.add(115, lemma[i], p.tagPrevious, quoted);
  edge.add(116, begins ? 3 : lemma[before], p.tag, quoted);
}

function addBoundaryInTree(c: Columns, p: Place, edge: FeatureCells): void {
  const { bin, up, upChild, punctuation } = c;
  const { head, relation } = c.words;
  const { i, previous } = p;
  const side = head[i] < 0 ? 2 : head[i] < i ? 1 : 0;
  const cross = crossing(c, i, p.first);
  const left = c.strongLeft[i];
  const right = c.strongRight[i];
  const inQuotation = p.quoted * 2 + (p.quotePrevious > 1 ? 1 : 0);
  edge.add(108, cross, p.tagPrevious, p.tag);
  edge.add(110, relation[i] + 1, p.tagPrevious, side);
  edge.add(
    111,
    up[i] < 0 ? 0 : relation[upChild[i]] + 1,
    previous >= 0 && up[previous] >= 0 ? relation[upChild[previous]] + 1 : 0,
    up[i] < 0 ? 0 : bin[up[i]],
  );
  edge.add(112, left < 0 ? 0 : bin[left], right < 0 ? 0 : bin[right], p.tagPrevious * 64 + p.tag);
  edge.add(113, cross, inQuotation, left >= 0 ? 1 + Math.min(3, punctuation[i] - punctuation[left]) : 0);
}
