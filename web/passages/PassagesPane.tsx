// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not in the page, which <table> cannot say; this is ARIA's grid.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and the arrow keys.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { Chips } from "../filters/Chips.tsx";
import { useSearch } from "../search/use-search.ts";
import { useStatementFilter, useView } from "../state/derived.ts";
import type { PassageQuery } from "../state/passages.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { openWordsOf } from "./open-words.ts";
import { PassageRow } from "./PassageRow.tsx";
import { PassagesHead } from "./PassagesHead.tsx";
import { NO_PASSAGES, type Passages, passagesOf } from "./passages.ts";

/** A list of passages to read one after the other, each of which opens its words in the article beside it. */
export default function PassagesPane() {
  const graph = useExplorer((state) => state.graph);
  const { passages: query } = useView();
  const found = usePassages(graph, query);
  if (graph === null) return null;
  return (
    <div className="passages">
      <PassagesHead graph={graph} query={query} passages={found ?? NO_PASSAGES} />
      <Chips />
      {found === null ? (
        <p className="passages-note">{text.passages.loading}</p>
      ) : (
        <PassageList key={query === null ? "" : JSON.stringify(query)} graph={graph} query={query} passages={found} />
      )}
    </div>
  );
}

/** What the query lists; null while the words are being indexed that it looks for. */
function usePassages(graph: OnRecordGraph | null, query: PassageQuery | null): Passages | null {
  const passes = useStatementFilter();
  const search = useSearch(query?.type === "find");
  return useMemo(() => {
    if (graph === null || (query?.type === "find" && search === null)) return null;
    return passagesOf(graph, query, { passes, find: (words) => search?.statements(words) ?? [] });
  }, [graph, query, passes, search]);
}

interface PassageListProps {
  readonly graph: OnRecordGraph;
  readonly query: PassageQuery | null;
  readonly passages: Passages;
}

function PassageList({ graph, query, passages: { items, leftOut } }: PassageListProps) {
  const { selection } = useView();
  const scroll = useRef<HTMLDivElement>(null);
  const [explained, setExplained] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.findIndex(({ id }) => id === selection?.key);
  const words = query?.type === "find" ? query.words : null;
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (items[index].heading === null ? 104 : 152),
    overscan: 8,
  });
  useEffect(() => {
    if (chosen !== -1) virtual.scrollToIndex(chosen, { align: "auto" });
  }, [chosen, virtual]);

  const open = (index: number) => openWordsOf(graph, items[index], words);
  const onKeyDown = (event: KeyboardEvent) => {
    if (items.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target !== event.currentTarget && event.key === "Enter") return;
    const last = items.length - 1;
    const next = {
      ArrowDown: Math.min(last, chosen + 1),
      ArrowUp: chosen === -1 ? last : Math.max(0, chosen - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (next !== undefined) open(next);
    else if (event.key === "Enter") {
      useExplorer.getState().showPane("read");
      document.querySelector<HTMLElement>(".article-text")?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const explain = (id: string) =>
    setExplained((now) => new Set(now.has(id) ? [...now].filter((other) => other !== id) : [...now, id]));

  if (items.length === 0) return <p className="passages-note">{whyNone(query, leftOut)}</p>;
  return (
    <div
      ref={scroll}
      className="passage-list"
      role="grid"
      aria-label={text.passages.label}
      aria-rowcount={items.length}
      aria-colcount={1}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        role="rowgroup"
        className="passage-body"
        ref={(body) => body?.style.setProperty("height", `${virtual.getTotalSize()}px`)}
      >
        {virtual.getVirtualItems().map(({ index, start }) => (
          <PassageRow
            key={`${items[index].heading} ${items[index].id}`}
            graph={graph}
            passage={items[index]}
            index={index}
            start={start}
            isChosen={index === chosen}
            isExplained={explained.has(items[index].id)}
            inArticle={query?.type === "unheard"}
            words={words}
            measure={virtual.measureElement}
            onOpen={open}
            onExplain={explain}
          />
        ))}
      </div>
    </div>
  );
}

function whyNone(query: PassageQuery | null, leftOut: number): string {
  if (leftOut > 0 || query === null) return text.passages.none;
  if (query.type === "find") return text.passages.noneFound;
  return query.type === "unheard" ? text.passages.nobodyUnheard : text.passages.none;
}
