// biome-ignore-all lint/a11y/useSemanticElements: see PassagesPane.tsx.
// biome-ignore-all lint/a11y/useFocusableInteractive: see PassagesPane.tsx.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys.
import { type MouseEvent, memo } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { StatementNodeAttributes } from "../../src/model/index.ts";
import { formatDay, formatShortDay } from "../article/dates.ts";
import { speakerNames, speakerOf } from "../detail/ties.ts";
import { Why } from "../detail/Why.tsx";
import { kindToken } from "../scene/kinds.ts";
import { fillOf } from "../scene/scene.ts";
import { placesOf, readAsked } from "../search/words.ts";
import { KindMark } from "../shell/KindMark.tsx";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import type { Passage } from "./passages.ts";

interface PassageRowProps {
  readonly graph: OnRecordGraph;
  readonly passage: Passage;
  readonly index: number;
  /** Where it begins in the list, in pixels. */
  readonly start: number;
  readonly isChosen: boolean;
  readonly isExplained: boolean;
  /** Whether each says which article it is from: where they don't stand under articles. */
  readonly inArticle: boolean;
  /** What was looked for, to be marked; null where nothing was. */
  readonly words: string | null;
  readonly measure: (element: HTMLElement | null) => void;
  readonly onOpen: (index: number) => void;
  readonly onExplain: (id: string) => void;
}

/** A passage, under its article or stakeholder where it is the first there. */
export const PassageRow = memo(function PassageRow(props: PassageRowProps) {
  const { graph, passage, index, start, isChosen, isExplained, inArticle, words, measure, onOpen, onExplain } = props;
  const hover = useExplorer((state) => state.hover);
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("button, .why") !== null) return;
    if (String(getSelection() ?? "") === "") onOpen(index);
  };
  const { id, type, heading } = passage;
  return (
    <div
      ref={(element) => {
        if (element !== null) element.style.transform = `translateY(${start}px)`;
        measure(element);
      }}
      className="passage-row"
      role="row"
      tabIndex={-1}
      data-index={index}
      aria-rowindex={index + 1}
      aria-selected={isChosen}
      onClick={onClick}
      onPointerEnter={() => hover({ type: type === "statement" ? "node" : "edge", key: id })}
      onPointerLeave={() => hover(null)}
    >
      <div role="gridcell" className="passage-cell">
        {heading !== null && <Heading graph={graph} id={heading} />}
        {type === "appearance" ? (
          <Appearance graph={graph} edge={id} inArticle={inArticle} />
        ) : (
          <Words
            graph={graph}
            id={id}
            inArticle={inArticle}
            sought={words}
            isExplained={isExplained}
            onExplain={onExplain}
          />
        )}
      </div>
    </div>
  );
});

function Heading({ graph, id }: { readonly graph: OnRecordGraph; readonly id: string }) {
  const node = graph.hasNode(id) ? graph.getNodeAttributes(id) : null;
  if (node === null) return null;
  if (node.kind === "Article")
    return (
      <p className="passage-heading">
        <strong>{node.title}</strong>
        <span>
          {[node.date === undefined ? text.passages.undated : formatDay(node.date), node.outlet]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
    );
  return (
    <p className="passage-heading" data-kind={kindToken(node.kind)}>
      <strong>
        <KindMark kind={node.kind} fill={fillOf(node)} />
        {node.label}
      </strong>
      {"mentionCount" in node && <span>{text.passages.named(node.mentionCount)}</span>}
    </p>
  );
}

/** Somebody is named in an article: outside what anyone says there, or, under the article, anywhere in it. */
function Appearance({
  graph,
  edge,
  inArticle,
}: {
  readonly graph: OnRecordGraph;
  readonly edge: string;
  readonly inArticle: boolean;
}) {
  const [source, target] = graph.extremities(edge).map((end) => graph.getNodeAttributes(end));
  const named = text.passages.named(graph.getEdgeAttribute(edge, "count") ?? 1);
  return (
    <div className="passage">
      <p className="passage-words">
        {inArticle ? (target.kind === "Article" ? target.title : target.label) : text.passages.namedHere(source.label)}
      </p>
      <p className="passage-facts">{inArticle ? `${named} · ${text.passages.onlyNamed}` : named}</p>
    </div>
  );
}

interface WordsProps {
  readonly graph: OnRecordGraph;
  readonly id: string;
  readonly inArticle: boolean;
  readonly sought: string | null;
  readonly isExplained: boolean;
  readonly onExplain: (id: string) => void;
}

function Words({ graph, id, inArticle, sought, isExplained, onExplain }: WordsProps) {
  const node = graph.getNodeAttributes(id);
  if (node.kind !== "Statement") return null;
  const speaker = speakerOf(graph, id);
  const who = speaker === null ? null : graph.getNodeAttributes(speaker);
  const facts = [
    text.statementKind(node.statementKind).toLowerCase(),
    node.saidOn === undefined ? null : formatShortDay(node.saidOn),
    text.detail.sure(node.confidence),
    inArticle ? articleOf(graph, node.article) : null,
  ];
  return (
    <div className={`passage quote-${node.statementKind}`}>
      <p className="passage-words">
        <Marked statement={node} sought={sought} />
      </p>
      <p className="passage-facts">
        <span className="passage-who" data-kind={who === null ? undefined : kindToken(who.kind)}>
          {who !== null && <KindMark kind={who.kind} fill={fillOf(who)} />}
          {speakerNames(graph, id) ?? text.passages.nobody}
        </span>
        <span>{facts.filter(Boolean).join(" · ")}</span>
        <button type="button" className="text-button" aria-expanded={isExplained} onClick={() => onExplain(id)}>
          {text.passages.why}
        </button>
      </p>
      {isExplained && <Why id={id} statement={node} />}
    </div>
  );
}

/** An article's title and day, in a line. */
function articleOf(graph: OnRecordGraph, key: string): string | null {
  const node = graph.hasNode(key) ? graph.getNodeAttributes(key) : null;
  if (node?.kind !== "Article") return null;
  return [`“${node.title}”`, node.date === undefined ? null : formatShortDay(node.date)].filter(Boolean).join(", ");
}

/** The words, with what was looked for marked. */
function Marked({
  statement,
  sought,
}: {
  readonly statement: StatementNodeAttributes;
  readonly sought: string | null;
}) {
  const { text: words } = statement;
  if (sought === null) return words;
  const asked = readAsked(sought);
  const places = (asked.phrase ? [asked.words] : asked.words.map((word) => [word]))
    .flatMap((part) => placesOf(words, part, asked.open || !asked.phrase))
    .sort((a, b) => a.start - b.start);
  let at = 0;
  return [
    ...places.flatMap(({ start, end }) => {
      if (start < at) return [];
      const before = words.slice(at, start);
      at = end;
      return [before, <mark key={start}>{words.slice(start, end)}</mark>];
    }),
    words.slice(at),
  ];
}
