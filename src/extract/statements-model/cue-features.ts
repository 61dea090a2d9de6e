import type { Columns } from "./columns.ts";
import { type Beliefs, CueAnchor } from "./cue-anchor.ts";
import type { FeatureCells } from "./feature-cells.ts";
import { StretchFeatures } from "./stretch-features.ts";
import type { Window } from "./window.ts";
import { WordFeatures } from "./word-features.ts";

export const CUE_NODE_SLOTS = 56;
export const CUE_EDGE_SLOTS = 20;

/** Writes the features of the places of windows around cues. */
export class CueFeatureWriter {
  private readonly anchor: CueAnchor;
  private readonly node: FeatureCells;
  private readonly edge: FeatureCells;
  private readonly words: WordFeatures;
  private readonly stretches: StretchFeatures;

  constructor(columns: Columns, beliefs: Beliefs, node: FeatureCells, edge: FeatureCells) {
    this.anchor = new CueAnchor(columns, beliefs);
    this.node = node;
    this.edge = edge;
    this.words = new WordFeatures(this.anchor, node, edge);
    this.stretches = new StretchFeatures(this.anchor, node, edge);
  }

  /** Writes the features of every place of the window around a candidate, as places `at` and following. */
  write(window: Window, candidate: number, at: number): void {
    const { node, edge } = this;
    this.anchor.moveTo(candidate);
    let branch = -1;
    for (let k = 0; k < window.count; k++) {
      node.begin(at + k);
      edge.begin(at + k);
      if (window.offset[k] === 0) branch = this.words.add(window.first[k], branch);
      else this.stretches.add(window, k);
      node.end();
      edge.end();
    }
  }
}
