import { type KeyboardEvent, type MouseEvent, memo, type PointerEvent, useMemo } from "react";
import type { Block, Mention, Reading, Span } from "../../src/model/index.ts";
import type { EntityNodes } from "../data/entity-nodes.ts";
import { kindToken } from "../scene/kinds.ts";
import type { Selection } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { blocksOf, segmentsOf, statementSpans } from "./segments.ts";
import { stepMention, stepStatement } from "./walk-text.ts";

interface ArticleTextProps {
  readonly reading: Reading;
  readonly entityNodes: EntityNodes;
  /** What the selection rests on. */
  readonly lit: readonly Span[];
}

/** The words of an article, only ever as text. Clicks and arrow keys select what is marked. */
export function ArticleText({ reading, entityNodes, lit }: ArticleTextProps) {
  const select = useExplorer((state) => state.select);
  const hover = useExplorer((state) => state.hover);
  const marked = useMemo(() => statementSpans(reading), [reading]);
  const blocks = useMemo(() => blocksOf(reading), [reading]);
  const kinds = useMemo(() => new Map(reading.entities.map(({ id, kind }) => [id, kindToken(kind)])), [reading]);
  const selectionAt = (target: EventTarget) => selectionOf(target, reading.article.id, entityNodes);

  const onClick = (event: MouseEvent) => {
    if (String(getSelection() ?? "") !== "") return;
    const selection = selectionAt(event.target);
    if (selection !== null) select(selection, "article");
  };
  const onPointerOver = (event: PointerEvent) => {
    if (event.pointerType === "mouse") hover(selectionAt(event.target));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const now = useExplorer.getState().history.present.selection;
    let next: Selection | null = null;
    if (event.key === "ArrowDown" || event.key === "ArrowUp")
      next = stepStatement(reading, now, event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft")
      next = stepMention(reading, entityNodes, now, event.key === "ArrowRight" ? 1 : -1);
    else if (event.key === "Enter") {
      useExplorer.getState().showPane("graph");
      document.querySelector<HTMLElement>(".canvas")?.focus();
    } else return;
    event.preventDefault();
    if (next === null) return;
    select(next, "article");
    useExplorer.getState().say(text.state.selected(wordsAt(reading, next)));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an article is no <fieldset>; it is a group of words that arrow keys walk.
    <div
      className="article-text"
      role="group"
      aria-label={reading.article.title}
      aria-description={text.article.instructions}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk through it.
      tabIndex={0}
      onClick={onClick}
      onPointerOver={onPointerOver}
      onPointerLeave={() => hover(null)}
      onKeyDown={onKeyDown}
    >
      {blocks.map((block) => (
        <BlockText
          key={block.start}
          block={block}
          text={reading.article.text}
          marked={within(marked, block)}
          mentions={within(reading.mentions, block)}
          lit={within(lit, block)}
          kinds={kinds}
        />
      ))}
    </div>
  );
}

interface BlockTextProps {
  readonly block: Block;
  readonly text: string;
  readonly marked: ReturnType<typeof statementSpans>;
  readonly mentions: readonly Mention[];
  readonly lit: readonly Span[];
  readonly kinds: ReadonlyMap<string, string>;
}

const BlockText = memo(
  function BlockText({ block, text: whole, marked, mentions, lit, kinds }: BlockTextProps) {
    const segments = segmentsOf(block, marked, mentions, lit);
    return (
      <p className={`block block-${block.kind}`}>
        {segments.map(({ start, end, statement, part, mention, mentionStarts, lit: isLit }) => {
          const words = whole.slice(start, end);
          if (statement === null && mention === null && !isLit) return words;
          return (
            <span
              key={start}
              className={`piece${part === null ? "" : ` ${part}`}${part === "content" ? ` ${statement?.kind}` : ""}${isLit ? " lit" : ""}`}
              data-start={start}
              data-statement={statement?.id}
              data-entity={mention?.entity}
              data-mention={mention === null ? undefined : `${mention.start}-${mention.end}`}
              data-kind={mention === null ? undefined : kinds.get(mention.entity)}
              data-dot={mentionStarts || undefined}
            >
              {words}
            </span>
          );
        })}
      </p>
    );
  },
  (before, after) =>
    before.block === after.block &&
    before.text === after.text &&
    before.kinds === after.kinds &&
    sameSpans(before.lit, after.lit),
);

function within<T extends Span>(spans: readonly T[], block: Span): T[] {
  return spans.filter(({ start, end }) => start < block.end && end > block.start);
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i].start && end === b[i].end);
}

/** What a click on some words selects: the innermost mention's entity, else the statement. */
function selectionOf(target: EventTarget, article: string, entityNodes: EntityNodes): Selection | null {
  const piece = target instanceof Element ? target.closest<HTMLElement>(".piece") : null;
  if (piece === null) return null;
  const { entity, mention, statement } = piece.dataset;
  const node = entity === undefined ? undefined : entityNodes.get(entity);
  if (node !== undefined && mention !== undefined) {
    const [start, end] = mention.split("-").map(Number);
    return { type: "node", key: node, at: { article, start, end } };
  }
  return statement === undefined ? null : { type: "node", key: statement };
}

function wordsAt(reading: Reading, { key, at }: Selection): string {
  if (at) return reading.article.text.slice(at.start, at.end);
  const statement = reading.statements.find(({ id }) => id === key);
  return statement ? statement.content.map(({ start, end }) => reading.article.text.slice(start, end)).join(" … ") : "";
}
