import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { Visible } from "../scene/visible.ts";
import { selectMode, selectScene, selectVisible } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";

/** What is drawn now, as a graph of its own. */
export function seenGraph(graph: OnRecordGraph): OnRecordGraph {
  const state = useExplorer.getState();
  const visible = selectVisible(state);
  return selectMode(state) === "stakeholders" ? seenTies(graph, visible) : seenPart(graph, visible);
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
