import { useMemo, useState } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { NodeLink } from "../detail/NodeLink.tsx";
import { Quote } from "../detail/Quote.tsx";
import { TieLine } from "../detail/TieLine.tsx";
import { tiesOf } from "../detail/ties.ts";
import { type PathStep, stepsOf } from "../scene/path.ts";
import { text } from "../text.ts";

/** So many sentences of a step are shown before "more". */
const FIRST = 3;

/** One way from end to end, in a row: who, what ties them, who … */
export function PathRow({ graph, path }: { readonly graph: OnRecordGraph; readonly path: readonly string[] }) {
  const steps = useMemo(() => stepsOf(graph, path), [graph, path]);
  return (
    <ol className="path-row" aria-label={text.paths.row}>
      <li className="path-node">
        <NodeLink graph={graph} id={path[0]} />
      </li>
      {steps.map((step) => (
        <Step key={`${step.from}>${step.to}`} graph={graph} step={step} />
      ))}
    </ol>
  );
}

function Step({ graph, step }: { readonly graph: OnRecordGraph; readonly step: PathStep }) {
  const [all, setAll] = useState(false);
  const { from, to, statements, relations } = step;
  const label = (key: string) => graph.getNodeAttribute(key, "label");
  const shown = all ? statements : statements.slice(0, FIRST);
  const counts = [
    relations.length > 0 ? text.paths.relations(relations.length) : null,
    statements.length > 0 ? text.paths.sentences(statements.length) : null,
  ];
  return (
    <>
      <li className="path-step">
        <p className="path-count">{counts.filter(Boolean).join(" · ")}</p>
        <ul aria-label={text.paths.step(label(from), label(to))}>
          {tiesOf(graph, relations).map(({ edge, count }) => (
            <li key={edge}>
              <TieLine graph={graph} edge={edge} count={count} />
            </li>
          ))}
          {shown.map((statement) => (
            <li key={statement}>
              <Quote graph={graph} id={statement} withSpeaker />
            </li>
          ))}
        </ul>
        {shown.length < statements.length && (
          <button type="button" className="text-button" onClick={() => setAll(true)}>
            {text.paths.more(statements.length - shown.length)}
          </button>
        )}
      </li>
      <li className="path-node">
        <NodeLink graph={graph} id={to} />
      </li>
    </>
  );
}
