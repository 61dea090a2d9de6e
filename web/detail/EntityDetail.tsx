import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { EntityNodeAttributes } from "../../src/model/index.ts";
import { openPassages } from "../passages/open.ts";
import { PathButton } from "../paths/PathButton.tsx";
import { kindToken } from "../scene/kinds.ts";
import { KindMark } from "../shell/KindMark.tsx";
import { text } from "../text.ts";
import { Count } from "./Count.tsx";
import { FoldButton } from "./FoldButton.tsx";
import { NodeLink } from "./NodeLink.tsx";
import { Proposal } from "./Proposal.tsx";
import { Quote } from "./Quote.tsx";
import { Section } from "./Section.tsx";
import { TieLine } from "./TieLine.tsx";
import { edgesOf, endsOf, tiesOf } from "./ties.ts";

interface EntityDetailProps {
  readonly graph: OnRecordGraph;
  readonly id: string;
  readonly entity: EntityNodeAttributes;
}

/** A person, organisation, place …: what it said, where it is talked about, how it is tied to others. */
export function EntityDetail({ graph, id, entity }: EntityDetailProps) {
  const { kind, name, aliases, unnamed, mentionCount, statementCount, quotedWords } = entity;
  const said = endsOf(graph, id, "out", "SAID");
  const about = endsOf(graph, id, "in", "MENTIONS", "ABOUT", "TOLD").filter((statement) => !said.includes(statement));
  const ties = tiesOf(graph, edgesOf(graph, id, "SPEAKS_FOR", "HOLDS_ROLE", "PART_OF", "ISSUED"));
  const proposals = edgesOf(graph, id, "MAY_BE");
  return (
    <>
      <p className="detail-kind" data-kind={kindToken(kind)}>
        <KindMark kind={kind} fill={unnamed ? "dashed" : "full"} />
        {text.kind(kind)}
        {unnamed && ` · ${text.detail.unnamed}`}
      </p>
      <h2 className="detail-name">{name}</h2>
      <p className="soft facts">
        {statementCount > 0 ? (
          <Count query={{ type: "said", key: id }} says={text.detail.said(statementCount)} />
        ) : (
          <span>{text.detail.neverQuoted}</span>
        )}
        <Count query={{ type: "named", key: id }} says={text.detail.named(mentionCount)} />
        {quotedWords > 0 && <Count query={{ type: "said", key: id }} says={text.detail.quoted(quotedWords)} />}
      </p>
      {aliases.length > 0 && (
        <p className="soft">
          {text.detail.aliases}: {aliases.join(", ")}
        </p>
      )}
      <p className="detail-lists">
        {said.length > 0 && (
          <button type="button" className="action" onClick={() => openPassages({ type: "said", key: id })}>
            {text.detail.everythingSaid} <span className="count">{said.length.toLocaleString("en")}</span>
          </button>
        )}
        {about.length > 0 && (
          <button type="button" className="action" onClick={() => openPassages({ type: "about", key: id })}>
            {text.detail.everythingAbout} <span className="count">{about.length.toLocaleString("en")}</span>
          </button>
        )}
        <FoldButton id={id} count={said.length} />
        <PathButton id={id} kind={kind} />
      </p>
      {proposals.map((edge) => (
        <Proposal key={edge} graph={graph} edge={edge} other={graph.opposite(id, edge)} />
      ))}
      <Section
        title={text.detail.ties}
        items={ties.map(({ edge, count }) => ({
          key: edge,
          body: <TieLine graph={graph} edge={edge} count={count} />,
        }))}
      />
      <Section
        title={text.detail.saidList}
        items={said.map((statement) => ({ key: statement, body: <Quote graph={graph} id={statement} /> }))}
      />
      <Section
        title={text.detail.mentionedIn}
        items={about.map((statement) => ({ key: statement, body: <Quote graph={graph} id={statement} withSpeaker /> }))}
      />
      <Section
        title={text.detail.appearsIn}
        items={endsOf(graph, id, "out", "APPEARS_IN").map((article) => ({
          key: article,
          body: <NodeLink graph={graph} id={article} />,
        }))}
        first={4}
      />
    </>
  );
}
