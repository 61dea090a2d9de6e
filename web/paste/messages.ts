import type { SerializedGraph } from "graphology-types";
import type { Article, EdgeAttributes, GraphAttributes, NodeAttributes, Reading } from "../../src/model/index.ts";

/** What the page asks of the reading worker: to read an article if there is one, and to build the graph of all readings. */
export interface ReadRequest {
  readonly article: Article | null;
  /** Readings that belong in the graph beside the article's own. */
  readonly others: readonly Reading[];
}

export type Stage = "models" | "reading" | "drawing";

export type ReadAnswer =
  | { readonly type: "stage"; readonly stage: Stage }
  | {
      readonly type: "done";
      readonly reading: Reading | null;
      readonly graph: SerializedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;
    }
  | { readonly type: "failed"; readonly code: string; readonly message: string };
