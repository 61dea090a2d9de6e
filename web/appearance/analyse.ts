import { stakeholderNetwork, talkOf } from "../../src/analysis/stakeholders.ts";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { Analysis } from "./analysis.ts";
import type { AnalysisAnswer, AnalysisRequest } from "./analysis.worker.ts";

/** Works out measures and communities of a graph in a worker; the promise is rejected with the reason of `signal`. */
export function analyse(graph: OnRecordGraph, signal: AbortSignal): Promise<Analysis> {
  const network = stakeholderNetwork(graph);
  const request: AnalysisRequest = { network, talk: talkOf(graph, network) };
  const worker = new Worker(new URL("./analysis.worker.ts", import.meta.url), { type: "module" });
  return new Promise<Analysis>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data: { measures, communities } }: MessageEvent<AnalysisAnswer>) => {
      const byKey = (values: Float64Array) => new Map(network.keys.map((key, at) => [key, values[at]]));
      resolve({
        measures: {
          degree: byKey(measures.degree),
          statements: byKey(measures.statements),
          quotedWords: byKey(measures.quotedWords),
          pageRank: byKey(measures.pageRank),
          betweenness: byKey(measures.betweenness),
        },
        communities,
        communityOf: new Map(communities.flatMap(({ id, members }) => members.map((member) => [member, id]))),
      });
    };
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
