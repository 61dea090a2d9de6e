import type { OnRecordGraph } from "../../src/graph/index.ts";
import { messageOf } from "../data/errors.ts";
import { currentPicture } from "../graph/current-picture.ts";
import { notify } from "../shell/toasts.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { type ExportChoice, endingOf } from "./exports.ts";
import { fileName, saveFile } from "./save.ts";
import { seenGraph } from "./seen-graph.ts";

/** Told how many bytes are written. */
export type OnProgress = (bytes: number) => void;

const TYPES = { gexf: "application/gexf+xml", json: "application/json", zip: "application/zip" } as const;

/**
 * Saves what was chosen, and says so; what goes wrong is said too.
 *
 * @param signal gives it up: nothing is saved then.
 * @returns whether a file was saved.
 */
export async function runExport(choice: ExportChoice, onProgress: OnProgress, signal: AbortSignal): Promise<boolean> {
  const { graph } = useExplorer.getState();
  if (graph === null) return false;
  const name = exportName(graph, choice);
  try {
    const contents = await contentsOf(graph, choice, onProgress, signal);
    if (signal.aborted) return false;
    saveFile(name, contents);
    notify(text.export.done(name));
    return true;
  } catch (error) {
    if (!signal.aborted) notify(text.export.failed(messageOf(error)), { isProblem: true });
    return false;
  }
}

/** The name of the file a choice makes. */
export function exportName(graph: OnRecordGraph, choice: ExportChoice): string {
  const { words, extension } = endingOf(choice);
  return fileName(`${graph.getAttribute("title")}${words}`, extension);
}

async function contentsOf(
  whole: OnRecordGraph,
  { format, scope, scale }: ExportChoice,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Blob> {
  if (format === "png") return pictureOf(scale);
  await nextTask();
  const graph = scope === "seen" ? seenGraph(whole) : whole;
  if (format === "csv") return tablesOf(graph, onProgress, signal);
  const chunks: string[] = [];
  let length = 0;
  for await (const chunk of inTasks(await writerOf(format, graph), signal)) {
    chunks.push(chunk);
    length += chunk.length;
    onProgress(length);
  }
  return new Blob(chunks, { type: TYPES[format] });
}

async function writerOf(format: "gexf" | "json", graph: OnRecordGraph): Promise<Iterable<string>> {
  if (format === "gexf") return (await import("../../src/formats/gexf-writer.ts")).writeGexf(graph);
  return (await import("../../src/formats/json-writer.ts")).writeJson(graph);
}

/** Nodes, edges and statements as a table each, in one archive. The same graph makes the same bytes: files bear no date. */
async function tablesOf(graph: OnRecordGraph, onProgress: OnProgress, signal: AbortSignal): Promise<Blob> {
  const [{ Zip, ZipDeflate, strToU8 }, csv] = await Promise.all([import("fflate"), import("../../src/formats/csv.ts")]);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let [failure, bytes]: [Error | null, number] = [null, 0];
  const archive = new Zip((error, part) => {
    failure ??= error;
    if (error === null) parts.push(part as Uint8Array<ArrayBuffer>);
  });
  const tables = { nodes: csv.writeNodesCsv, edges: csv.writeEdgesCsv, statements: csv.writeStatementsCsv };
  for (const [name, write] of Object.entries(tables)) {
    const entry = new ZipDeflate(`${name}.csv`, { level: 6 });
    // The earliest day an archive can hold.
    entry.mtime = new Date(1980, 0, 1);
    archive.add(entry);
    for await (const chunk of inTasks(write(graph, { withoutFormulas: true }), signal)) {
      const encoded = strToU8(chunk);
      bytes += encoded.length;
      entry.push(encoded);
      onProgress(bytes);
    }
    entry.push(new Uint8Array(), true);
  }
  archive.end();
  if (failure !== null) throw failure;
  return new Blob(parts, { type: TYPES.zip });
}

async function pictureOf(scale: number): Promise<Blob> {
  const renderer = currentPicture.get();
  if (renderer === null) throw new Error(text.export.noPicture);
  const { scene, look, width, height } = renderer.drawn;
  const { exportPng } = await import("../sigma/export-png.ts");
  return exportPng(scene, { ...look, hovered: null }, renderer.camera, { width, height }, scale);
}

/** How long writing goes on before the page may draw and take keys, in milliseconds. */
const SLICE = 24;

/** Goes through chunks in slices, so that a large graph doesn't hold the page up. */
async function* inTasks(chunks: Iterable<string>, signal: AbortSignal): AsyncIterable<string> {
  let began = performance.now();
  for (const chunk of chunks) {
    yield chunk;
    if (performance.now() - began < SLICE) continue;
    await nextTask();
    if (signal.aborted) throw new DOMException("given up", "AbortError");
    began = performance.now();
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
