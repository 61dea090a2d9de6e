import type { OnRecordGraph } from "../../src/graph/index.ts";
import { messageOf } from "../data/errors.ts";
import { currentPicture } from "../graph/current-picture.ts";
import type { Visible } from "../scene/visible.ts";
import { selectMode, selectScene, selectVisible } from "../state/derived.ts";
import { type ExplorerState, useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import type { ExportId } from "./exports.ts";
import { fileName, saveFile } from "./save.ts";

/** Saves what was asked for, and says so; what goes wrong is said too. */
export async function runExport(id: ExportId): Promise<void> {
  const state = useExplorer.getState();
  if (state.graph === null) return;
  const title = state.graph.getAttribute("title");
  try {
    const [format, how] = id.split("-");
    const name = fileName(title, format);
    if (format === "png") saveFile(name, await pictureOf(Number(how)));
    else {
      const graph = how === "seen" ? seen(state.graph, state) : state.graph;
      const { writeGexf } = await import("../../src/formats/gexf-writer.ts");
      saveFile(name, new Blob([...writeGexf(graph)], { type: "application/gexf+xml" }));
    }
    state.say(text.export.done(name));
  } catch (error) {
    state.say(text.export.failed(messageOf(error)));
  }
}

function seen(graph: OnRecordGraph, state: ExplorerState): OnRecordGraph {
  const visible = selectVisible(state);
  return selectMode(state) === "stakeholders" ? seenTies(graph, visible) : seenPart(graph, visible);
}

async function pictureOf(scale: number): Promise<Blob> {
  const renderer = currentPicture.get();
  if (renderer === null) throw new Error(text.graph.noWebgl);
  const { scene, look, width, height } = renderer.drawn;
  const { exportPng } = await import("../sigma/export-png.ts");
  return exportPng(scene, { ...look, hovered: null }, renderer.camera, { width, height }, scale);
}

/** Stakeholders with the ties between them, weighted by statements, as they are seen. */
function seenTies(graph: OnRecordGraph, visible: Visible): OnRecordGraph {
  const scene = selectScene(useExplorer.getState());
  const part = graph.emptyCopy() as OnRecordGraph;
  for (const node of graph.nodes()) if (!visible.nodes.has(node)) part.dropNode(node);
  scene?.graph.forEachEdge((key, { kind, label, weight, members }, source, target) => {
    if (!visible.edges.has(key)) return;
    const { article, start, end } = graph.getEdgeAttributes(members[0]);
    part.addEdgeWithKey(key, source, target, { kind, label, weight, article, start, end });
  });
  return part;
}

/** The graph without what is filtered out. Edges are drawn in bundles: all of a bundle go with it. */
function seenPart(graph: OnRecordGraph, visible: Visible): OnRecordGraph {
  const scene = selectScene(useExplorer.getState());
  const part = graph.copy() as OnRecordGraph;
  for (const edge of graph.edges()) if (!visible.edges.has(scene?.edgeOf.get(edge) ?? edge)) part.dropEdge(edge);
  for (const node of graph.nodes()) if (!visible.nodes.has(node)) part.dropNode(node);
  return part;
}
