import type { SerializedGraph } from "graphology-types";
import type { Article, EdgeAttributes, GraphAttributes, NodeAttributes, Reading } from "../../src/model/index.ts";

/** What the page asks of the reading worker: to read articles, if there are any, and to build the graph of all readings. */
export interface ReadRequest {
  readonly articles: readonly Article[];
  /** Readings that belong in the graph beside the articles' own. */
  readonly others: readonly Reading[];
}

/** What the page asks as soon as somebody may read an article: to load the models and to be warm. There is no answer. */
export interface PrepareRequest {
  readonly type: "prepare";
}

export type Stage = "models" | "reading" | "drawing";

export type ReadAnswer =
  | { readonly type: "stage"; readonly stage: Stage }
  | {
      readonly type: "done";
      /** Those of the articles, in their order. */
      readonly readings: readonly Reading[];
      readonly graph: SerializedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;
    }
  | { readonly type: "failed"; readonly code: string; readonly message: string };
