import { CONTENT, CUE, ROLE_COUNT, SOURCE } from "./chain.ts";
import { isPunctuationTag } from "./columns.ts";
import type { CueAnchor } from "./cue-anchor.ts";
import { bucket, crossing, type FeatureCells } from "./feature-cells.ts";

/** Values of what lies before the first and behind the last word of a sentence. */
const TAG_BEFORE = 60;
const TAG_BEHIND = 61;
const FORM_BEFORE = 3;
const FORM_BEHIND = 4;
const NO_ROLE = 30;
/** How a word stands to the anchor. */
const LEFT = 0;
const RIGHT = 1;
const SELF = 2;

/** What the features of one word of the anchor's sentence are made of. */
interface OwnWord {
  i: number;
  side: number;
  distance: number;
  tag: number;
  tagPrevious: number;
  tagNext: number;
  /** Steps from the anchor up to where the word's branch leaves, and the relation of that branch. */
  ascent: number;
  branch: number;
  path: number;
  descent: number;
  owner: number;
  between: number;
  commas: number;
  inRun: number;
  sameQuotation: number;
}

/** Writes the features of single words of the anchor's sentence. */
export class WordFeatures {
  private readonly anchor: CueAnchor;
  private readonly node: FeatureCells;
  private readonly edge: FeatureCells;
  private readonly own: OwnWord = {
    i: 0,
    side: 0,
    distance: 0,
    tag: 0,
    tagPrevious: 0,
    tagNext: 0,
    ascent: 0,
    branch: 0,
    path: 0,
    descent: 0,
    owner: 0,
    between: 0,
    commas: 0,
    inRun: 0,
    sameQuotation: 0,
  };
  constructor(anchor: CueAnchor, node: FeatureCells, edge: FeatureCells) {
    this.anchor = anchor;
    this.node = node;
    this.edge = edge;
  }

  /**
   * Adds the features of word `i`. `branchBefore` is the branch of the word before it.
   *
   * @returns the branch of the tree that leads from the anchor to the word, -1 where it lies above the anchor.
   */
  add(i: number, branchBefore: number): number {
    this.look(i);
    this.addPlace();
    this.addPathToAnchor();
    this.addQuotations();
    this.addWords();
    this.addAnchorsWords();
    this.addBoundary(this.own.branch === branchBefore ? 1 : 0);
    this.addBoundaryBeliefs();
    return this.own.branch;
  }

  private look(i: number): void {
    const { own, anchor } = this;
    const { columns: c, above } = anchor;
    const { tag, head, relation } = c.words;
    own.i = i;
    own.side = i === anchor.word ? SELF : i < anchor.word ? LEFT : RIGHT;
    own.distance = bucket(i - anchor.word);
    own.tag = tag[i] + 1;
    own.tagPrevious = i > anchor.first ? tag[i - 1] + 1 : TAG_BEFORE;
    own.tagNext = i < anchor.last ? tag[i + 1] + 1 : TAG_BEHIND;
    let node = i;
    own.branch = -1;
    own.descent = 0;
    while (above[node] < 0 && head[node] >= 0) {
      own.branch = node;
      node = head[node];
      own.descent++;
    }
    own.descent = Math.min(own.descent, 5);
    own.ascent = above[node] < 0 ? 5 : Math.min(above[node], 5);
    own.path = own.ascent * 64 + (own.branch < 0 ? 0 : relation[own.branch] + 1);
    own.owner = anchor.ownerOf(i);
    own.between = anchor.candidatesBetween(i);
    const { punctuation } = c;
    own.commas = Math.min(3, Math.abs(punctuation[anchor.word] - punctuation[i]));
    const run = anchor.beliefs.candidates.of[i];
    own.inRun = run === anchor.candidate ? 1 : run >= 0 ? 2 : 0;
    own.sameQuotation = anchor.sameQuotation(i, 4);
  }

  private addPlace(): void {
    const { node, own, anchor } = this;
    const { level } = anchor;
    const { i, side, distance, owner, between, inRun } = own;
    const source = level[i * ROLE_COUNT + SOURCE];
    const cue = level[i * ROLE_COUNT + CUE];
    const content = level[i * ROLE_COUNT + CONTENT];
    const rolePrevious = i > anchor.first ? anchor.role[i - 1] : NO_ROLE;
    const roleNext = i < anchor.last ? anchor.role[i + 1] : NO_ROLE;
    const quoted = anchor.columns.quotation[i] >= 0 ? 1 : 0;
    node.add(1, side, 0, 0);
    node.add(2, side, distance, 0);
    node.add(3, source, cue, content);
    node.add(4, source * 16 + content, side, between);
    node.add(5, source, side, owner);
    node.add(6, content, side, owner * 4 + between);
    node.add(7, cue, inRun, distance);
    node.add(8, rolePrevious, roleNext, side * 4 + anchor.role[i]);
    node.add(43, level[anchor.word * ROLE_COUNT + CUE], side, owner);
    node.add(48, source, anchor.columns.lemma[i], side);
    node.add(49, bucket(i - anchor.first), side, content);
    node.add(50, bucket(anchor.last - i), side, content * 4 + quoted);
  }

  /** The branch of the tree the word stands in, seen from the anchor. */
  private addPathToAnchor(): void {
    const { node, own, anchor } = this;
    const { level, columns: c } = anchor;
    const { i, side, ascent, branch, path, descent, owner, between, commas } = own;
    const { tag, head, relation } = c.words;
    const { word } = anchor;
    const branchRelation = branch < 0 ? 0 : relation[branch] + 1;
    const branchSide = branch < 0 ? 2 : branch < word ? 0 : 1;
    const kids = c.children[word];
    const lemma = c.lemma[word];
    node.add(9, ascent, branchRelation, descent);
    node.add(10, ascent * 8 + branchSide, branchRelation, side);
    node.add(11, path, lemma, 0);
    node.add(12, path, tag[word] + 1, kids);
    node.add(13, path, level[i * ROLE_COUNT + SOURCE], level[i * ROLE_COUNT + CONTENT]);
    node.add(14, path, relation[word] + 1, side);
    node.add(15, path, relation[i] + 1, side);
    node.add(16, path, own.tag, side);
    node.add(17, path, commas, side * 8 + own.sameQuotation);
    node.add(18, path, owner, between);
    node.add(19, path, branch < 0 ? 0 : c.lemma[branch], 0);
    node.add(20, path, branch < 0 ? 0 : tag[branch] + 1, branch < 0 ? 0 : c.children[branch] & 0xff);
    node.add(36, c.sense[word], side, path);
    node.add(41, relation[i] + 1, head[i] < 0 ? 0 : tag[head[i]] + 1, side * 4 + owner);
    node.add(51, head[i] < 0 ? 0 : c.lemma[head[i]], relation[i], ascent);
    node.add(52, lemma, branchRelation, side * 8 + ascent);
  }

  private addQuotations(): void {
    const { node, own, anchor } = this;
    const { level, columns: c } = anchor;
    const { i, side, commas, between, distance, sameQuotation } = own;
    const { word, quotesHere } = anchor;
    const anchorQuoted = c.quotation[word] >= 0 ? 1 : 0;
    node.add(21, sameQuotation, side, commas);
    node.add(22, sameQuotation, quotesHere, side * 2 + anchorQuoted);
    node.add(23, sameQuotation * 4 + side, c.quote[i] + 1, c.lemma[word]);
    node.add(24, sameQuotation * 4 + side, level[i * ROLE_COUNT + CONTENT], quotesHere);
    node.add(25, commas, side, between * 16 + Math.min(9, distance & 15));
    node.add(35, c.bin[word] * 64 + c.words.tag[word] + 1, side, quotesHere);
  }

  private addWords(): void {
    const { node, own, anchor } = this;
    const { columns: c } = anchor;
    const { form, lemma, shape } = c;
    const { tag } = c.words;
    const { i, side, distance, tagPrevious, tagNext } = own;
    const tagSecondLast = i - 2 >= anchor.first ? tag[i - 2] + 1 : TAG_BEFORE;
    const tagSecond = i + 2 <= anchor.last ? tag[i + 2] + 1 : TAG_BEHIND;
    node.add(26, form[i], side, 0);
    node.add(27, lemma[i], lemma[anchor.word], side);
    node.add(28, own.tag, tag[anchor.word] + 1, distance);
    node.add(29, tagPrevious * 64 + own.tag, tagNext, side);
    node.add(30, i > anchor.first ? form[i - 1] : FORM_BEFORE, side, own.tag);
    node.add(31, i < anchor.last ? form[i + 1] : FORM_BEHIND, side, own.tag);
    node.add(38, tagSecondLast * 64 + tagPrevious, own.tag, side);
    node.add(39, own.tag, tagNext * 64 + tagSecond, side);
    node.add(40, lemma[i], own.inRun, distance);
    node.add(42, shape[i], own.tag, side * 4 + Math.min(3, own.ascent));
  }

  private addAnchorsWords(): void {
    const { node, own, anchor } = this;
    const { columns: c } = anchor;
    const { lemma } = c;
    const { tag, relation } = c.words;
    const { side, distance, commas, ascent } = own;
    const { word, first, last } = anchor;
    const anchorTag = tag[word] + 1;
    node.add(32, lemma[word], side, own.sameQuotation * 4 + commas);
    node.add(33, lemma[word], distance, 0);
    node.add(34, lemma[word], c.children[word], side);
    node.add(37, relation[word] + 1, side, anchorTag);
    node.add(44, word < last ? lemma[word + 1] : 5, side, commas);
    node.add(45, word > first ? lemma[word - 1] : 6, side, commas);
    node.add(46, word < last ? tag[word + 1] + 1 : TAG_BEHIND, anchorTag, side * 8 + ascent);
    node.add(47, word > first ? tag[word - 1] + 1 : TAG_BEFORE, anchorTag, side * 8 + ascent);
  }

  /** What stands at the boundary between the word before and this one. */
  private addBoundary(continues: number): void {
    const { edge, own, anchor } = this;
    const { columns: c } = anchor;
    const { form, lemma } = c;
    const { tag, relation } = c.words;
    const { i, side, path, tagPrevious, tagNext, distance } = own;
    const begins = i === anchor.first;
    const before = begins ? i : i - 1;
    const tagSecondLast = i - 2 >= anchor.first ? tag[i - 2] + 1 : TAG_BEFORE;
    const cross = crossing(c, i, anchor.first);
    const mark = isPunctuationTag[tag[i]] ? form[i] : isPunctuationTag[tag[before]] ? form[before] : 0;
    edge.add(101, side, 0, 0);
    edge.add(102, i > 0 ? c.quote[i - 1] + 1 : 0, c.quote[i] + 1, side * 8 + own.sameQuotation);
    edge.add(103, tagPrevious, own.tag, side);
    edge.add(104, begins ? FORM_BEFORE : form[before], side, 0);
    edge.add(105, form[i], side, 0);
    edge.add(106, cross, side, 0);
    edge.add(107, path, continues, side);
    edge.add(108, mark, path, continues);
    edge.add(112, distance, tag[anchor.word] + 1, 0);
    edge.add(113, tagPrevious, own.tag, tagNext);
    edge.add(114, tagSecondLast, tagPrevious, own.tag);
    edge.add(115, lemma[i], begins ? FORM_BEFORE : lemma[before], 0);
    const behindAnchor = i === anchor.word + 1;
    edge.add(116, lemma[anchor.word], behindAnchor ? lemma[i] : 0, behindAnchor ? 1 : side * 2 + 2);
    edge.add(117, cross, tagPrevious, own.tag);
    edge.add(120, relation[i] + 1, bucket(c.right[i] - i), side * 64 + own.tag);
  }

  private addBoundaryBeliefs(): void {
    const { edge, own, anchor } = this;
    const { level, role } = anchor;
    const { i, side, owner, between, commas } = own;
    const before = i === anchor.first ? i : i - 1;
    const isFirst = i === anchor.first;
    const at = i * ROLE_COUNT;
    const from = before * ROLE_COUNT;
    edge.add(109, isFirst ? NO_ROLE : level[from + CONTENT], level[at + CONTENT], 0);
    edge.add(110, isFirst ? NO_ROLE : level[from + SOURCE], level[at + SOURCE], 0);
    edge.add(111, isFirst ? NO_ROLE : level[from + CUE], level[at + CUE], own.inRun);
    edge.add(118, role[before], role[i], owner);
    edge.add(119, owner, between, side * 4 + commas);
  }
}
