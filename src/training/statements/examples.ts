import type { CueCandidates } from "../../extract/statements-model/candidates.ts";
import { ROLE_COUNT } from "../../extract/statements-model/chain.ts";
import type { Columns } from "../../extract/statements-model/columns.ts";
import type { Beliefs } from "../../extract/statements-model/cue-anchor.ts";
import { CUE_EDGE_SLOTS, CUE_NODE_SLOTS, CueFeatureWriter } from "../../extract/statements-model/cue-features.ts";
import { FeatureCells } from "../../extract/statements-model/feature-cells.ts";
import { ROLE_EDGE_SLOTS, ROLE_NODE_SLOTS, writeRoleFeatures } from "../../extract/statements-model/role-features.ts";
import { endOfSequence } from "../../extract/statements-model/roles.ts";
import { Window } from "../../extract/statements-model/window.ts";
import { sharedColumn } from "../lib/threads.ts";
import type { ChainExamples } from "./chain-trainer.ts";
import { type AttributedArticle, cueOwners, rolesIn } from "./corpus.ts";
import { numberFeatures } from "./feature-matrix.ts";

export interface PreparedArticle {
  readonly article: AttributedArticle;
  readonly columns: Columns;
}

/** Sequences to learn from, and the article each comes from. */
export interface Examples extends ChainExamples {
  readonly articleOf: Int32Array;
}

/** How features are kept: hashes of so many bits, only those seen often enough. */
export interface TableOptions {
  readonly nodeBits: number;
  readonly edgeBits: number;
  readonly minimum: number;
}

function emptyCells(places: number, nodeSlots: number, edgeSlots: number, { nodeBits, edgeBits }: TableOptions) {
  return {
    node: new FeatureCells(sharedColumn(places * nodeSlots), nodeSlots, 2 ** nodeBits - 1),
    edge: new FeatureCells(sharedColumn(places * edgeSlots), edgeSlots, 2 ** edgeBits - 1),
  };
}

/** Whole texts with the role of each word. */
export function roleExamples(articles: readonly PreparedArticle[], options: TableOptions): Examples {
  const total = articles.reduce((sum, { columns }) => sum + columns.count, 0);
  const { node, edge } = emptyCells(total, ROLE_NODE_SLOTS, ROLE_EDGE_SLOTS, options);
  const gold = new Uint8Array(total);
  const from: number[] = [];
  const articleOf: number[] = [];
  let place = 0;
  articles.forEach(({ article, columns }, index) => {
    const { sentenceStart } = columns.words;
    for (let sentence = 0; sentence + 1 < sentenceStart.length; ) {
      const next = endOfSequence(columns, sentence);
      from.push(place);
      articleOf.push(index);
      for (let i = sentenceStart[sentence]; i < sentenceStart[next]; i++, place++) {
        writeRoleFeatures(columns, i, place, node, edge);
        gold[place] = article.roles[i];
      }
      sentence = next;
    }
  });
  from.push(place);
  return {
    from: Int32Array.from(from),
    articleOf: Int32Array.from(articleOf),
    gold,
    node: numberFeatures(node.cells, ROLE_NODE_SLOTS, options.nodeBits, options.minimum),
    edge: numberFeatures(edge.cells, ROLE_EDGE_SLOTS, options.edgeBits, options.minimum),
  };
}

/** The windows around candidates that are cues, with the roles of their attribution. */
export function cueExamples(
  articles: readonly PreparedArticle[],
  beliefs: readonly Beliefs[],
  options: TableOptions,
): Examples {
  const window = new Window();
  const cues: { index: number; candidate: number; quote: number; from: number }[] = [];
  let total = 0;
  articles.forEach(({ article, columns }, index) => {
    const owner = cueOwners(article);
    eachAnchor(beliefs[index].candidates, (candidate, anchor) => {
      const quote = owner[anchor];
      if (quote < 0 || article.gold.quotes[quote].contentSpans.length === 0) return;
      window.around(columns, anchor);
      cues.push({ index, candidate, quote, from: total });
      total += window.count;
    });
  });
  const { node, edge } = emptyCells(total, CUE_NODE_SLOTS, CUE_EDGE_SLOTS, options);
  const gold = new Uint8Array(total);
  let writer: CueFeatureWriter | null = null;
  let written = -1;
  for (const { index, candidate, quote, from } of cues) {
    const { article, columns } = articles[index];
    if (writer === null || index !== written) writer = new CueFeatureWriter(columns, beliefs[index], node, edge);
    written = index;
    window.around(columns, beliefs[index].candidates.anchor[candidate]);
    writer.write(window, candidate, from);
    const roles = rolesIn(article.words, article.gold.quotes[quote]);
    for (let place = 0; place < window.count; place++)
      gold[from + place] = commonest(roles, window.first[place], window.last[place]);
  }
  return {
    from: Int32Array.from([...cues.map(({ from }) => from), total]),
    articleOf: Int32Array.from(cues, ({ index }) => index),
    gold,
    node: numberFeatures(node.cells, CUE_NODE_SLOTS, options.nodeBits, options.minimum),
    edge: numberFeatures(edge.cells, CUE_EDGE_SLOTS, options.edgeBits, options.minimum),
  };
}

function eachAnchor({ count, anchor }: CueCandidates, visit: (candidate: number, anchor: number) => void): void {
  for (let candidate = 0; candidate < count; candidate++) visit(candidate, anchor[candidate]);
}

/** The role most words from `first` to `last` have. */
function commonest(roles: Uint8Array, first: number, last: number): number {
  const counts = new Int32Array(ROLE_COUNT);
  for (let i = first; i <= last; i++) counts[roles[i]]++;
  return counts.indexOf(Math.max(...counts));
}
