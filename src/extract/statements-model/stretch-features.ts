import { CONTENT, CUE, ROLE_COUNT, SOURCE } from "./chain.ts";
import { isPunctuationTag } from "./columns.ts";
import { type CueAnchor, level } from "./cue-anchor.ts";
import { bucket, type FeatureCells } from "./feature-cells.ts";
import type { Window } from "./window.ts";

/** What the features of a stretch of another sentence are made of. */
interface Stretch {
  first: number;
  last: number;
  offset: number;
  blocks: number;
  quoted: number;
  content: number;
  /** How likely the likeliest cue of its sentence is one. */
  cue: number;
  between: number;
  opensBlock: number;
  sameQuotation: number;
  previousQuoted: number;
}

/** Writes the features of stretches of the sentences around the anchor's. */
export class StretchFeatures {
  private readonly anchor: CueAnchor;
  private readonly node: FeatureCells;
  private readonly edge: FeatureCells;
  private readonly stretch: Stretch = {
    first: 0,
    last: 0,
    offset: 0,
    blocks: 0,
    quoted: 0,
    content: 0,
    cue: 0,
    between: 0,
    opensBlock: 0,
    sameQuotation: 0,
    previousQuoted: 0,
  };

  constructor(anchor: CueAnchor, node: FeatureCells, edge: FeatureCells) {
    this.anchor = anchor;
    this.node = node;
    this.edge = edge;
  }

  /** Adds the features of the stretch that is place `k` of the window. */
  add(window: Window, k: number): void {
    this.look(window, k);
    this.addStretch();
    this.addAround();
    this.addBoundary(window, k);
  }

  private look(window: Window, k: number): void {
    const { stretch, anchor } = this;
    const { columns: c } = anchor;
    const { probability } = anchor.beliefs;
    const { sentence, sentenceStart, sentenceBlock } = c.words;
    const first = window.first[k];
    const last = window.last[k];
    const s = sentence[first];
    let content = 0;
    for (let i = first; i <= last; i++) content += probability[i * ROLE_COUNT + CONTENT];
    let cue = 0;
    for (let i = sentenceStart[s]; i < sentenceStart[s + 1]; i++)
      if (probability[i * ROLE_COUNT + CUE] > cue) cue = probability[i * ROLE_COUNT + CUE];
    stretch.first = first;
    stretch.last = last;
    stretch.offset = Math.max(-4, Math.min(5, window.offset[k]));
    stretch.blocks = Math.max(-3, Math.min(3, sentenceBlock[s] - sentenceBlock[anchor.sentence]));
    stretch.quoted = c.quotation[first] >= 0 ? 1 : 0;
    stretch.content = level(content / (last - first + 1));
    stretch.cue = level(cue);
    stretch.between = anchor.candidatesBetween(first);
    stretch.opensBlock = s === 0 || sentenceBlock[s - 1] !== sentenceBlock[s] ? 1 : 0;
    const touches = c.quotation[first] === c.quotation[anchor.last] || c.quotation[first] === c.quotation[anchor.first];
    stretch.sameQuotation = anchor.sameQuotation(first, touches ? 4 : 5);
    stretch.previousQuoted = k > 0 && c.quotation[window.last[k - 1]] >= 0 ? 1 : 0;
  }

  private addStretch(): void {
    const { node, stretch, anchor } = this;
    const { columns: c, role } = anchor;
    const { first, last, offset, blocks, quoted, content, cue, between, opensBlock, sameQuotation } = stretch;
    const { probability } = anchor.beliefs;
    const { sentence, sentenceStart } = c.words;
    const s = sentence[first];
    const whole = first === sentenceStart[s] && last === sentenceStart[s + 1] - 1 ? 1 : 0;
    let mostCue = 0;
    let mostSource = 0;
    for (let i = first; i <= last; i++) {
      if (probability[i * ROLE_COUNT + CUE] > mostCue) mostCue = probability[i * ROLE_COUNT + CUE];
      if (probability[i * ROLE_COUNT + SOURCE] > mostSource) mostSource = probability[i * ROLE_COUNT + SOURCE];
    }
    const mark = first === last && isPunctuationTag[c.words.tag[first]] ? 1 : 0;
    node.add(201, offset, quoted, 0);
    node.add(202, offset, content, quoted);
    node.add(203, offset, level(mostCue), cue);
    node.add(205, blocks, sameQuotation, content);
    node.add(206, blocks, quoted * 2 + whole, between);
    node.add(207, cue, between, quoted * 16 + offset);
    node.add(212, bucket(last - first), whole * 2 + quoted, offset);
    node.add(213, c.form[first], offset > 0 ? 1 : 0, quoted);
    node.add(215, c.form[Math.min(c.count - 1, last + 1)], offset, quoted);
    node.add(216, level(mostSource), offset, quoted);
    node.add(217, opensBlock, blocks, quoted * 8 + sameQuotation);
    node.add(218, mark, quoted, offset);
    node.add(221, content, between, blocks);
    node.add(222, content, cue, quoted * 8 + sameQuotation);
    node.add(223, role[first], role[last], offset);
    node.add(224, last > first ? c.form[last] : 0, last + 1 < c.count ? c.form[last + 1] : 0, quoted);
  }

  /** How a stretch stands to the anchor and its sentence. */
  private addAround(): void {
    const { node, stretch, anchor } = this;
    const { columns: c, role } = anchor;
    const { offset, quoted, blocks, sameQuotation } = stretch;
    const { form, lemma, quotation, bin } = c;
    const { word, first, last, quotesHere } = anchor;
    const edges = (quotation[first] >= 0 ? 1 : 0) + (quotation[last] >= 0 ? 2 : 0);
    const anchorTag = c.words.tag[word] + 1;
    node.add(204, offset, sameQuotation, quotesHere);
    node.add(208, lemma[word], offset, quoted);
    node.add(209, lemma[word], sameQuotation, edges);
    node.add(210, anchorTag * 16 + bin[word], sameQuotation * 4 + edges, offset);
    node.add(211, edges * 8 + sameQuotation, offset, blocks);
    node.add(214, form[last], offset > 0 ? 1 : 0, quoted);
    node.add(219, Math.min(3, last - word), quotesHere, offset * 2 + quoted);
    node.add(220, word < last ? form[word + 1] : 0, word === last - 1 ? form[last] : 0, offset * 2 + quoted);
    node.add(225, offset, role[first], role[last] * 8 + role[stretch.first]);
  }

  private addBoundary(window: Window, k: number): void {
    const { edge, stretch, anchor } = this;
    const { columns: c, role } = anchor;
    const { first, offset, blocks, quoted, content, cue, opensBlock, sameQuotation, previousQuoted } = stretch;
    const before = k > 0 ? window.last[k - 1] : -1;
    const continues = before >= 0 && c.quotation[first] >= 0 && c.quotation[before] === c.quotation[first] ? 1 : 0;
    const marks = previousQuoted * 2 + quoted;
    edge.add(201, offset, 0, 0);
    edge.add(202, previousQuoted, quoted, offset);
    edge.add(203, sameQuotation, previousQuoted, blocks);
    edge.add(204, content, marks, offset);
    edge.add(205, opensBlock, marks, offset);
    edge.add(206, continues, quoted, opensBlock);
    edge.add(207, cue, marks, offset);
    edge.add(208, before >= 0 ? role[before] : 9, role[first], opensBlock);
  }
}
