import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { Icon } from "../shell/Icon.tsx";
import { articleIdOf, useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { formatShortDay } from "./dates.ts";

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly note: string;
  readonly sought: string;
}

/** A list of all articles, by date, narrowed by words of their title, outlet or date. */
export function ArticleChooser({ graph }: { readonly graph: OnRecordGraph }) {
  return (
    <DialogTrigger>
      <Button className="icon-button tabs-all" aria-label={text.article.all}>
        <Icon name="fold" />
      </Button>
      <Popover className="popover chooser" placement="bottom end" offset={4}>
        <Dialog className="chooser-dialog" aria-label={text.article.all}>
          {({ close }) => <Chooser graph={graph} onChoose={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** A field with a list box under it: the field keeps the focus, arrow keys walk the list. */
function Chooser({ graph, onChoose }: { readonly graph: OnRecordGraph; readonly onChoose: () => void }) {
  const current = useExplorer((state) => state.article);
  const [words, setWords] = useState("");
  const all = useMemo(() => entriesOf(graph), [graph]);
  const entries = useMemo(() => {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    return all.filter(({ sought }) => wanted.every((word) => sought.includes(word)));
  }, [all, words]);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      all.findIndex(({ id }) => id === current),
    ),
  );
  const scroll = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 44,
    overscan: 6,
  });
  useEffect(() => {
    if (active < entries.length) virtual.scrollToIndex(active, { align: "auto" });
  }, [active, entries.length, virtual]);

  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    useExplorer.getState().openArticle(entry.id);
    onChoose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setActive(Math.min(entries.length - 1, Math.max(0, active + step)));
    else if (event.key === "Enter") choose(entries[active]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="chooser-field"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={text.article.find}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={entries.length > 0 ? `${id}-${active}` : undefined}
        placeholder={text.article.find}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        // biome-ignore lint/a11y/noAutofocus: the list was opened to find an article in it.
        autoFocus
      />
      {entries.length === 0 && <p className="chooser-none">{text.article.noneFound(words.trim())}</p>}
      <div ref={scroll} className="chooser-scroll">
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={text.article.all}
          className="chooser-list"
          ref={(list) => list?.style.setProperty("height", `${virtual.getTotalSize()}px`)}
        >
          {virtual.getVirtualItems().map(({ index, start }) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys.
            <div
              key={entries[index].id}
              id={`${id}-${index}`}
              ref={(line) => line?.style.setProperty("transform", `translateY(${start}px)`)}
              className="chooser-line"
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              onPointerMove={() => setActive(index)}
              onClick={() => choose(entries[index])}
            >
              <span>{entries[index].title}</span>
              <small>{entries[index].note}</small>
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

/** Every article, the oldest first, undated ones last. */
function entriesOf(graph: OnRecordGraph): Entry[] {
  const entries: Entry[] = [];
  graph.forEachNode((key, node) => {
    if (node.kind !== "Article") return;
    const note = [node.date === undefined ? text.article.undated : formatShortDay(node.date), node.outlet]
      .filter(Boolean)
      .join(" · ");
    const sought = `${node.title} ${note} ${node.date ?? ""}`.toLowerCase();
    entries.push({ id: articleIdOf(key), title: node.title, date: node.date ?? "9999", note, sought });
  });
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return entries.sort((a, b) => order(a.date, b.date) || order(a.id, b.id));
}
