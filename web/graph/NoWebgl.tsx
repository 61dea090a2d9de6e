import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

/** Says that the picture can't be drawn here, and where the same can be read. */
export function NoWebgl() {
  const change = useExplorer((state) => state.change);
  const showPane = useExplorer((state) => state.showPane);
  return (
    <div className="graph-missing" role="note">
      <h2>{text.graph.noWebgl}</h2>
      <p>{text.graph.noWebglWhy}</p>
      <p>{text.graph.noWebglHow}</p>
      <button
        type="button"
        className="button button-strong"
        onClick={() => {
          change({ pane: "table" });
          showPane("list");
        }}
      >
        {text.graph.openTable}
      </button>
    </div>
  );
}
