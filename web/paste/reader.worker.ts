import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { buildGraph } from "../../src/graph/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";
import { OnRecordError, type Reading } from "../../src/model/index.ts";
import type { PrepareRequest, ReadAnswer, ReadRequest } from "./messages.ts";

/** Reads articles away from the page's own thread. The models are loaded once and kept. */
let models: Promise<Models> | null = null;

/** Read once, so that the code is compiled before somebody waits for it. */
const WARM_UP = `The bridge is safe, the mayor of Halden Bay, Ann Lee, said on Monday. “We have looked at every bolt,” she told reporters.
"Nobody asked us," said Max Roy, a ferry driver. He added that the Harbour Union (HU) would publish a report by 2030.`;

addEventListener("message", ({ data }: MessageEvent<ReadRequest | PrepareRequest>) => {
  if ("type" in data) {
    // what goes wrong is told when an article is to be read
    void loadedModels()
      .then((loaded) => readArticle(articleFromText(WARM_UP), loaded))
      .catch(() => {});
    return;
  }
  void answer(data).catch((error: unknown) => {
    const code = error instanceof OnRecordError ? error.code : "DEFECT";
    send({ type: "failed", code, message: error instanceof Error ? error.message : String(error) });
  });
});

function loadedModels(): Promise<Models> {
  models ??= loadModels().catch((error: unknown) => {
    models = null;
    throw error;
  });
  return models;
}

async function answer({ articles, others }: ReadRequest): Promise<void> {
  let readings: readonly Reading[] = [];
  if (articles.length > 0) {
    send({ type: "stage", stage: "models" });
    const loaded = await loadedModels();
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
