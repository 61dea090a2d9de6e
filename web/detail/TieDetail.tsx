import type { OnRecordGraph } from "../../src/graph/index.ts";
import { openPassages } from "../passages/open.ts";
import { speakerOfTie } from "../scene/ties.ts";
import { text } from "../text.ts";
import { NodeLink } from "./NodeLink.tsx";
import { Quote } from "./Quote.tsx";
import { Section } from "./Section.tsx";

interface TieDetailProps {
  readonly graph: OnRecordGraph;
  /** The key of the tie. */
  readonly tie: string;
  /** The edges behind the tie, from statements of one to another; at least one. */
  readonly members: readonly string[];
}

/** What one stakeholder says of another: the list of sentences behind a weight. */
export function TieDetail({ graph, tie, members }: TieDetailProps) {
  const statements = [...new Set(members.map((edge) => graph.source(edge)))];
  const speaker = speakerOfTie(tie);
  const { label } = graph.getEdgeAttributes(members[0]);
  return (
    <>
      <p className="detail-kind">{text.detail.statementCount(statements.length)}</p>
      <div className="edge-ends">
        {speaker !== null && <NodeLink graph={graph} id={speaker} />}
        <p className="edge-label">{label}</p>
        <NodeLink graph={graph} id={graph.target(members[0])} />
      </div>
      <Section
        title={text.detail.evidence}
        items={statements.map((statement) => ({ key: statement, body: <Quote graph={graph} id={statement} /> }))}
        first={20}
      />
      <p>
        <button type="button" className="text-button" onClick={() => openPassages({ type: "tie", key: tie })}>
          {text.detail.readAll(statements.length)}
        </button>
      </p>
    </>
  );
}
