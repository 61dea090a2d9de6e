import type { OnRecordGraph } from "../../src/graph/index.ts";
import { formatDay } from "../article/dates.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { speakerNames } from "./ties.ts";

interface QuoteProps {
  readonly graph: OnRecordGraph;
  readonly id: string;
  /** Whether the line says who speaks. */
  readonly withSpeaker?: boolean;
}

/** A statement as a line of a list: its words, when and by whom; opens them. */
export function Quote({ graph, id, withSpeaker = false }: QuoteProps) {
  const select = useExplorer((state) => state.select);
  const hover = useExplorer((state) => state.hover);
  const node = graph.getNodeAttributes(id);
  if (node.kind !== "Statement") return null;
  const facts = [
    withSpeaker ? (speakerNames(graph, id) ?? text.detail.nobody) : null,
    text.statementKind(node.statementKind).toLowerCase(),
    node.saidOn === undefined ? null : formatDay(node.saidOn),
  ];
  return (
    <button
      type="button"
      className={`quote quote-${node.statementKind}`}
      onClick={() => select({ type: "node", key: id }, "detail")}
      onPointerEnter={() => hover({ type: "node", key: id })}
      onPointerLeave={() => hover(null)}
    >
      <q>{node.text}</q>
      <small>{facts.filter(Boolean).join(" · ")}</small>
    </button>
  );
}
