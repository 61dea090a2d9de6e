import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { StatementNodeAttributes } from "../../src/model/index.ts";
import { formatDay } from "../article/dates.ts";
import { QuoteActions } from "../export/QuoteActions.tsx";
import { STATEMENT_FILL } from "../scene/kinds.ts";
import { KindMark } from "../shell/KindMark.tsx";
import { text } from "../text.ts";
import { NodeLink } from "./NodeLink.tsx";
import { Quote } from "./Quote.tsx";
import { Section } from "./Section.tsx";
import { endsOf, speakersOf } from "./ties.ts";
import { Why } from "./Why.tsx";

interface StatementDetailProps {
  readonly graph: OnRecordGraph;
  readonly id: string;
  readonly statement: StatementNodeAttributes;
}

/** A statement: its words, whose they are, when, how sure and why. */
export function StatementDetail({ graph, id, statement }: StatementDetailProps) {
  const { statementKind, cue, saidOn } = statement;
  const speakers = speakersOf(graph, id);
  const facts = [cue, saidOn === undefined ? null : formatDay(saidOn)];
  const list = (nodes: readonly string[]) =>
    nodes.map((node) => ({ key: node, body: <NodeLink graph={graph} id={node} /> }));
  const about = endsOf(graph, id, "out", "ABOUT");
  return (
    <>
      <div className="detail-kind" data-kind="statement">
        <KindMark kind="Statement" fill={STATEMENT_FILL[statementKind]} />
        <h2>
          {text.statementKind(statementKind)} · {text.kind("Statement").toLowerCase()}
        </h2>
        <QuoteActions statement={id} />
      </div>
      <blockquote className="detail-quote">{statement.text}</blockquote>
      <div className="detail-by">
        {speakers.length === 0 && <span className="soft">{text.detail.nobody}</span>}
        {speakers.map((speaker) => (
          <NodeLink key={speaker} graph={graph} id={speaker} />
        ))}
        <span className="soft">{facts.filter(Boolean).join(" · ")}</span>
      </div>
      <Why id={id} statement={statement} />
      <Section title={text.detail.about} items={list(about)} />
      <Section
        title={text.detail.mentions}
        items={list(endsOf(graph, id, "out", "MENTIONS").filter((node) => !about.includes(node)))}
      />
      <Section title={text.detail.to} items={list(endsOf(graph, id, "out", "TOLD"))} />
      <Section
        title={text.detail.echoes}
        items={endsOf(graph, id, "both", "ECHOES").map((other) => ({
          key: other,
          body: <Quote graph={graph} id={other} withSpeaker />,
        }))}
      />
      <Section title={text.detail.inArticle} items={list(endsOf(graph, id, "out", "IN_ARTICLE"))} />
    </>
  );
}
