import type { NodeKind } from "../../src/model/index.ts";
import { useView } from "../state/derived.ts";
import { NO_PATH } from "../state/path-question.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { askPath, withEnd } from "./open.ts";

/** Asks how a stakeholder is connected to another; to the one that was chosen before, where there is one. */
export function PathButton({ id, kind }: { readonly id: string; readonly kind: NodeKind }) {
  const graph = useExplorer((state) => state.graph);
  const { path } = useView();
  const waiting = path !== null && path.to === null && path.from !== id ? path.from : null;
  const label = waiting !== null && graph?.hasNode(waiting) ? graph.getNodeAttribute(waiting, "label") : null;
  return (
    <button
      type="button"
      className="action"
      onClick={() => askPath(withEnd(waiting === null ? NO_PATH : (path ?? NO_PATH), id))}
    >
      {text.paths.open(text.kind(kind), label)}
    </button>
  );
}
