import type { PlanNode } from "../../src/query/index.ts";
import { text } from "../text.ts";

/** How a query is run: the last step first, what it takes its rows from below it. */
export function PlanTree({ root }: { readonly root: PlanNode }) {
  return (
    <ul className="plan" aria-label={text.query.plan}>
      <PlanStep node={root} />
    </ul>
  );
}

function PlanStep({ node }: { readonly node: PlanNode }) {
  const { operator, detail, estimate, rows, hits, sources } = node;
  return (
    <li>
      <p className="plan-step">
        <b>{operator}</b> <code>{detail}</code>{" "}
        <span className="soft">{text.query.planCounts(Math.round(estimate), rows, hits)}</span>
      </p>
      {sources.length > 0 && (
        <ul>
          {sources.map((source, i) => (
            <PlanStep key={`${i} ${source.operator}`} node={source} />
          ))}
        </ul>
      )}
    </li>
  );
}
