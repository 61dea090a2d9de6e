import { writeJson } from "../formats/index.ts";
import { buildGraph } from "../graph/index.ts";
import { findCopies } from "../ingest/duplicates.ts";
import { writeFileAtomically } from "./atomic-write.ts";
import { loadRegister } from "./register-file.ts";
import { openReadings } from "./stored-readings.ts";
import type { Workspace } from "./workspace.ts";

/** What a graph is made of: plain values, so that another thread can make it. */
export interface GraphJob {
  readonly workspace: Workspace;
  /** Articles whose readings are in the workspace. */
  readonly articles: readonly string[];
  readonly countCopies: boolean;
}

export interface GraphSummary {
  readonly articles: number;
  readonly statements: number;
  readonly stakeholders: number;
  /** Articles, by id, whose text is wire copy or a reprint of an older one: their statements are counted there. */
  readonly reprints: readonly { readonly article: string; readonly of: string }[];
}

/**
 * Makes the graph of a workspace from its readings and writes it.
 *
 * @throws OnRecordError `BAD_READING` where a reading isn't there or is damaged, `BAD_REGISTER`, `CANNOT_WRITE`.
 */
export async function makeGraph({ workspace, articles, countCopies }: GraphJob): Promise<GraphSummary> {
  const register = await loadRegister(workspace.register);
  const { readings, samples } = openReadings(workspace.readings, articles);
  const byId = new Map(readings.map((reading) => [reading.article.id, reading.article]));
  const copies = countCopies ? [] : await findCopies(samples, (id) => byId.get(id)!);
  const graph = buildGraph(readings, { register, copies: new Map(copies.map(({ id, of }) => [id, of])) });
  await writeFileAtomically(workspace.graph, writeJson(graph));
  let statements = 0;
  graph.forEachNode((_, { kind }) => {
    if (kind === "Statement") statements++;
  });
  return {
    articles: readings.length,
    statements,
    stakeholders: graph.order - statements - readings.length,
    reprints: copies.map(({ id, of }) => ({ article: id, of })),
  };
}
