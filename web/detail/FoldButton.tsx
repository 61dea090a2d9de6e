import { selectMode, useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

interface FoldButtonProps {
  /** A stakeholder's key. */
  readonly id: string;
  /** How many statements it made. */
  readonly count: number;
}

/** Among stakeholders: shows one's statements as nodes in the graph, or folds them into ties again. */
export function FoldButton({ id, count }: FoldButtonProps) {
  const mode = useExplorer(selectMode);
  const { unfolded } = useView();
  const toggleFold = useExplorer((state) => state.toggleFold);
  if (mode !== "stakeholders" || count === 0) return null;
  return (
    <button type="button" className="action" onClick={() => toggleFold(id)}>
      {unfolded.includes(id) ? text.mode.fold : text.mode.unfold}
    </button>
  );
}
