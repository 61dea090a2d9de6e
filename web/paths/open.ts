import { currentPicture } from "../graph/current-picture.ts";
import { connectionOf, pathParts } from "../scene/path.ts";
import { stakeholderIndex } from "../scene/stakeholder-index.ts";
import { NO_PATH, type PathQuestion } from "../state/path-question.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

/** Looks at how two are connected, as a step that can be undone, and lets go of the selection so that the way is seen. */
export function askPath(path: PathQuestion): void {
  const { change, showPane, graph, say } = useExplorer.getState();
  const connection = graph === null ? null : connectionOf(graph, path);
  change({ pane: "graph", path, ...(connection?.steps && { selection: null }) });
  showPane("graph");
  if (graph === null || connection === null) return;
  const name = (key: string | null) => (key === null ? "" : graph.getNodeAttribute(key, "label"));
  const [from, to] = [name(path.from), name(path.to)];
  say(connection.steps === null ? text.paths.none(from, to) : text.paths.found(connection.steps, connection.count));
  followPath(path);
}

/** Brings the way into the picture. */
function followPath(path: PathQuestion): void {
  const { graph, adjust } = useExplorer.getState();
  const parts = graph === null ? null : pathParts(graph, path);
  const camera = parts === null ? null : currentPicture.get()?.cameraAround(parts.nodes);
  if (camera) adjust({ camera });
}

/** Begins with what is selected, or takes it as the end that is still missing. */
export function askPathFromSelection(): void {
  const { history, graph } = useExplorer.getState();
  const { selection, path } = history.present;
  const key = selection?.type === "node" ? selection.key : null;
  const known = key !== null && graph !== null && stakeholderIndex(graph).numberOf.has(key) ? key : null;
  askPath(withEnd(path ?? NO_PATH, known));
}

/** Puts one into the first place that is free; the second is taken where both are. */
export function withEnd(path: PathQuestion, key: string | null): PathQuestion {
  if (key === null || key === path.from || key === path.to) return path;
  return path.from === null ? { ...path, from: key, way: 0 } : { ...path, to: key, way: 0 };
}
