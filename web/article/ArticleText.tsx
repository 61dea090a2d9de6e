import { type KeyboardEvent, type MouseEvent, memo, type PointerEvent, useMemo, useRef, useState } from "react";
import type { Block, Mention, Reading, Span } from "../../src/model/index.ts";
import type { EntityNodes } from "../data/entity-nodes.ts";
import { kindToken } from "../scene/kinds.ts";
import type { Selection } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { type Pointed, Remark } from "./Remark.tsx";
import { blocksOf, inBlocks, type Marked, segmentsOf, statementSpans } from "./segments.ts";
import { stepMention, stepStatement } from "./walk-text.ts";

interface ArticleTextProps {
  readonly reading: Reading;
  readonly entityNodes: EntityNodes;
  /** What the selection rests on. */
  readonly lit: readonly Span[];
}

/** How long the pointer rests on words before their remark shows, in milliseconds. */
const REST = 350;

/** The words of an article, only ever as text. Clicks and arrow keys select what is marked. */
export function ArticleText({ reading, entityNodes, lit }: ArticleTextProps) {
  const select = useExplorer((state) => state.select);
  const hover = useExplorer((state) => state.hover);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const field = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => blocksOf(reading), [reading]);
  const marked = useMemo(() => inBlocks(blocks, statementSpans(reading)), [blocks, reading]);
  const mentions = useMemo(() => inBlocks(blocks, reading.mentions), [blocks, reading]);
  const lights = useMemo(() => inBlocks(blocks, lit), [blocks, lit]);
  const kinds = useMemo(() => new Map(reading.entities.map(({ id, kind }) => [id, kindToken(kind)])), [reading]);

  /** Shows the remark on some words, after a while or at once; null takes it away. */
  const remark = (piece: HTMLElement | null, after = 0) => {
    clearTimeout(resting.current);
    if (piece === null) setPointed(null);
    else resting.current = setTimeout(() => setPointed({ piece, byKey: after === 0 }), after);
  };
  const onClick = (event: MouseEvent) => {
    if (String(getSelection() ?? "") !== "") return;
    remark(null);
    const selection = selectionOf(pieceAt(event.target), reading.article.id, entityNodes);
    if (selection !== null) select(selection, "article");
  };
  const onPointerOver = (event: PointerEvent) => {
    if (event.pointerType !== "mouse") return;
    const piece = pieceAt(event.target);
    hover(selectionOf(piece, reading.article.id, entityNodes));
    if (piece !== pointed?.piece) {
      setPointed(null);
      remark(piece, REST);
    }
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
    } else {
      if (event.key === "Escape") remark(null);
      return;
    }
    event.preventDefault();
    if (next === null) return;
    select(next, "article");
    useExplorer.getState().say(text.state.selected(wordsAt(reading, next)));
    remark(pieceOf(field.current, next));
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: an article is no <fieldset>; it is a group of words that arrow keys walk. */}
      <div
        ref={field}
        className="article-text"
        role="group"
        data-keys="article"
        aria-label={reading.article.title}
        aria-description={text.article.instructions}
        aria-describedby={pointed?.byKey ? "remark" : undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk through it.
        tabIndex={0}
        onClick={onClick}
        onPointerOver={onPointerOver}
        onPointerLeave={() => {
          hover(null);
          remark(null);
        }}
        onBlur={() => remark(null)}
        onKeyDown={onKeyDown}
      >
        {blocks.map((block, at) => (
          <BlockText
            key={block.start}
            block={block}
            text={reading.article.text}
            marked={marked[at]}
            mentions={mentions[at]}
            lit={lights[at]}
            kinds={kinds}
          />
        ))}
      </div>
      {pointed !== null && <Remark reading={reading} pointed={pointed} />}
    </>
  );
}

interface BlockTextProps {
  readonly block: Block;
  readonly text: string;
  readonly marked: readonly Marked[];
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
          const words = harmless(whole.slice(start, end));
          if (statement === null && mention === null && !isLit) return words;
          return (
            <span
              key={start}
              className={`piece${part === null ? "" : ` ${part}`}${part === "content" ? ` ${statement?.kind}` : ""}${isLit ? " lit" : ""}`}
              data-start={start}
              data-end={end}
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
    before.marked === after.marked &&
    sameSpans(before.lit, after.lit),
);

/** Characters that turn the direction of all that follows: in an element of their own they turn nothing but themselves. */
const TURNING = /([\u202d\u202e])/;

function harmless(words: string) {
  if (!TURNING.test(words)) return words;
  return words.split(TURNING).map((part, at) => (TURNING.test(part) ? <bdi key={at}>{part}</bdi> : part));
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i].start && end === b[i].end);
}

function pieceAt(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(".piece") : null;
}

/** The first words of a selection in the text. */
function pieceOf(field: HTMLElement | null, { key, at }: Selection): HTMLElement | null {
  const wanted = (piece: HTMLElement) =>
    at === undefined ? piece.dataset.statement === key : piece.dataset.mention === `${at.start}-${at.end}`;
  return Array.from(field?.querySelectorAll<HTMLElement>(".piece") ?? []).find(wanted) ?? null;
}

/** What a click on some words selects: the innermost mention's entity, else the statement. */
function selectionOf(piece: HTMLElement | null, article: string, entityNodes: EntityNodes): Selection | null {
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
