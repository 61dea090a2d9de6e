import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { buildGraph } from "../../src/graph/index.ts";
import { OnRecordError, type Reading } from "../../src/model/index.ts";
import type { ReadAnswer, ReadRequest } from "./messages.ts";

/** Reads articles away from the page's own thread. The models are loaded once and kept. */
let models: Promise<Models> | null = null;

addEventListener("message", ({ data }: MessageEvent<ReadRequest>) => {
  void answer(data).catch((error: unknown) => {
    const code = error instanceof OnRecordError ? error.code : "DEFECT";
    send({ type: "failed", code, message: error instanceof Error ? error.message : String(error) });
  });
});

async function answer({ articles, others }: ReadRequest): Promise<void> {
  let readings: readonly Reading[] = [];
  if (articles.length > 0) {
    send({ type: "stage", stage: "models" });
    models ??= loadModels();
    const loaded = await models.catch((error: unknown) => {
      models = null;
      throw error;
    });
    send({ type: "stage", stage: "reading" });
    readings = articles.map((article) => readArticle(article, loaded));
  }
  send({ type: "stage", stage: "drawing" });
  const graph = buildGraph([...others, ...readings]).export();
  send({ type: "done", readings, graph });
}

function send(message: ReadAnswer): void {
  postMessage(message);
}
