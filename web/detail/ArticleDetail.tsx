import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { ArticleNodeAttributes } from "../../src/model/index.ts";
import { formatDay } from "../article/dates.ts";
import { KindMark } from "../shell/KindMark.tsx";
import { text } from "../text.ts";
import { NodeLink } from "./NodeLink.tsx";
import { Quote } from "./Quote.tsx";
import { Section } from "./Section.tsx";
import { endsOf, speakersOf } from "./ties.ts";

interface ArticleDetailProps {
  readonly graph: OnRecordGraph;
  readonly id: string;
  readonly article: ArticleNodeAttributes;
}

/** An article: who speaks in it, and what they say. */
export function ArticleDetail({ graph, id, article }: ArticleDetailProps) {
  const statements = endsOf(graph, id, "in", "IN_ARTICLE");
  const names = endsOf(graph, id, "in", "APPEARS_IN");
  const speakers = [...new Set(statements.flatMap((statement) => speakersOf(graph, statement)))];
  const facts = [
    article.date === undefined ? text.article.undated : formatDay(article.date),
    article.outlet,
    article.author,
    text.article.characters(article.length),
  ];
  return (
    <>
      <p className="detail-kind" data-kind="article">
        <KindMark kind="Article" />
        {text.kind("Article")}
      </p>
      <h2 className="detail-name">{article.title}</h2>
      <p className="soft">{facts.filter(Boolean).join(" · ")}</p>
      <p className="soft">
        {text.detail.statementCount(statements.length)} · {text.detail.stakeholderCount(names.length)}
      </p>
      <Section
        title={text.table.columns.who}
        items={speakers.map((speaker) => ({ key: speaker, body: <NodeLink graph={graph} id={speaker} /> }))}
      />
      <Section
        title={text.legend.statements}
        items={statements.map((statement) => ({
          key: statement,
          body: <Quote graph={graph} id={statement} withSpeaker />,
        }))}
      />
    </>
  );
}
