import { MultiDirectedGraph } from "graphology";
import {
  findPhrase,
  PHRASES,
  type Phrase,
  readPhrases,
  searchProcedures,
  suggestedValues,
} from "../../src/analysis/index.ts";
import { OnRecordError } from "../../src/model/index.ts";
import { complete, type QuerySchema, schemaOf } from "../../src/query/editor.ts";
import { loadTemporal, prepare, QueryError } from "../../src/query/index.ts";
import type { Calls, Reply, Request } from "./messages.ts";
import { explained, spanAt } from "./remarks.ts";

/** What a query may take: it doesn't hold the page, but it holds its memory. */
const LIMITS = { rows: 5_000, steps: 200_000_000, milliseconds: 10_000 };

const procedures = searchProcedures();
let graph = new MultiDirectedGraph();
let schema: QuerySchema | null = null;
let phrases: readonly Phrase[] = PHRASES;

const calls: Calls = {
  open(exported) {
    graph = new MultiDirectedGraph();
    graph.import(exported as Parameters<typeof graph.import>[0]);
    schema = null;
    return null;
  },
  phrases(own) {
    phrases = PHRASES;
    try {
      if (own !== null) phrases = readPhrases(own, "phrases.json");
      return { phrases, problem: null };
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      return { phrases, problem: error.message };
    }
  },
  suggest: (phrase) =>
    Object.fromEntries(
      findPhrase(phrases, phrase).parameters.map((parameter) => [parameter.name, suggestedValues(graph, parameter)]),
    ),
  complete(text, offset) {
    schema ??= schemaOf(graph);
    return complete(text, offset, schema);
  },
  async check(text) {
    try {
      const { parameters, usesTemporal } = prepare(text, { procedures });
      if (usesTemporal) await loadTemporal();
      const nothing = Object.fromEntries(parameters.map((name) => [name, null]));
      return { parameters, remarks: unknownNames(text, nothing) };
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      const span = spanAt(text, error.position?.offset ?? 0);
      return { parameters: [], remarks: [{ severity: "error", message: error.message, ...span }] };
    }
  },
  async run(text, parameters) {
    try {
      const prepared = prepare(text, { procedures });
      if (prepared.usesTemporal) await loadTemporal();
      const start = performance.now();
      const result = prepared.run(graph, parameters, { ...LIMITS, procedures });
      return { type: "rows", result, milliseconds: performance.now() - start };
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      return { type: "failed", message: error.message, frame: error.frame };
    }
  },
};

/** The names in a query that the graph doesn't have. */
function unknownNames(text: string, parameters: Readonly<Record<string, unknown>>) {
  const { query, shift } = explained(text);
  try {
    return prepare(query, { procedures })
      .run(graph, parameters, { procedures })
      .notifications.map(({ message, start, end }) => ({
        severity: "warning" as const,
        message,
        start: start - shift,
        end: end - shift,
      }));
  } catch (error) {
    // A plan may need the values that stand for nothing here: what is wrong with them shows when it is run.
    if (error instanceof QueryError) return [];
    throw error;
  }
}

addEventListener("message", ({ data: { id, name, given } }: MessageEvent<Request>) => {
  const call = calls[name] as (...given: readonly unknown[]) => unknown;
  Promise.resolve()
    .then(() => call(...given))
    .then((value) => send({ id, value }))
    .catch((error: unknown) => send({ id, problem: error instanceof Error ? error.message : String(error) }));
});

function send(reply: Reply): void {
  postMessage(reply);
}
