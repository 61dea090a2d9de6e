import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { openPassages } from "../passages/open.ts";
import { fillOf } from "../scene/scene.ts";
import { Icon } from "../shell/Icon.tsx";
import { KindMark } from "../shell/KindMark.tsx";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import type { Hit, HitGroup } from "./search-index.ts";
import { useSearch } from "./use-search.ts";
import { readAsked } from "./words.ts";

/** A line of the list: a node, or all statements with the words. */
type Line = Hit | { readonly every: string; readonly count: number };

/**
 * The search field with its answers while typing (ARIA's editable combobox with a list box in groups: React Aria's own has
 * no way to take the first answer by Enter while none is pointed at).
 */
export function SearchBox() {
  const graph = useExplorer((state) => state.graph);
  const select = useExplorer((state) => state.select);
  const [words, setWords] = useState("");
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const idle = useIdle(graph !== null);
  const search = useSearch(wanted || idle);
  const asked = useDeferredValue(words);
  const groups = useMemo(() => search?.(asked) ?? [], [search, asked]);
  const lines = groups.flatMap((group) => linesOf(group, asked));
  const shown = open && words.trim() !== "";

  const take = (line: Line | undefined) => {
    if (line === undefined) return;
    setOpen(false);
    if ("every" in line) return openPassages({ type: "find", words: line.every.trim() });
    select({ type: "node", key: line.id }, "search");
    useExplorer.getState().say(text.state.selected(line.label));
    input.current?.blur();
    document.querySelector<HTMLElement>(".canvas")?.focus();
  };
  /** What is shown may be a moment behind what is typed. */
  const currentLines = () =>
    asked === words ? lines : (search?.(words) ?? []).flatMap((group) => linesOf(group, words));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && lines.length > 0) {
      setOpen(true);
      const next = (active + step + lines.length) % lines.length;
      setActive(next);
      list.current?.querySelector(`[id="${id}-${next}"]`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") take(currentLines()[active]);
    else if (event.key === "Escape") {
      if (words !== "") setWords("");
      else input.current?.blur();
      setOpen(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  let index = -1;
  return (
    <search
      className="search"
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
    >
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={text.search.label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && lines.length > 0 ? `${id}-${active}` : undefined}
        placeholder={text.search.placeholder}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => {
          setOpen(true);
          setWanted(true);
        }}
        onKeyDown={onKeyDown}
      />
      {words === "" && <kbd>/</kbd>}
      <div
        ref={list}
        id={`${id}-list`}
        className="hits"
        role="listbox"
        aria-label={text.search.results}
        hidden={!shown}
      >
        {shown && lines.length === 0 && asked === words && (
          <div className="hits-none" role="option" tabIndex={-1} aria-selected="false" aria-disabled="true">
            {search === null ? text.search.loading : text.search.none(words.trim())}
          </div>
        )}
        {shown &&
          groups.map((found) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, as ARIA's list box has them.
            <div key={found.group} role="group" aria-labelledby={`${id}-${found.group}`}>
              <h2 id={`${id}-${found.group}`} role="presentation">
                {text.search[found.group]} <span className="count">{found.count.toLocaleString("en")}</span>
              </h2>
              {linesOf(found, asked).map((line) => {
                index++;
                const at = index;
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys.
                  <div
                    key={"every" in line ? "every" : line.id}
                    id={`${id}-${at}`}
                    className="hit"
                    role="option"
                    tabIndex={-1}
                    aria-selected={at === active}
                    onPointerEnter={() => setActive(at)}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => take(line)}
                  >
                    {"every" in line ? (
                      <span className="hit-every">{text.passages.readAllFound(line.count)}</span>
                    ) : (
                      <HitLine hit={line} />
                    )}
                  </div>
                );
              })}
            </div>
          ))}
      </div>
    </search>
  );
}

/** The lines of a group; statements that are more than a few, or asked for word for word, can be read in a list. */
function linesOf({ group, hits, count }: HitGroup, asked: string): Line[] {
  const phrase = readAsked(asked).phrase;
  return group === "statements" && (phrase || count > hits.length) ? [...hits, { every: asked, count }] : [...hits];
}

function HitLine({ hit }: { readonly hit: Hit }) {
  const fill = useExplorer(({ graph }) => (graph?.hasNode(hit.id) ? fillOf(graph.getNodeAttributes(hit.id)) : "full"));
  return (
    <>
      <KindMark kind={hit.kind} fill={fill} />
      <span className={hit.kind === "Statement" ? "hit-words" : "hit-name"}>{hit.label}</span>
      {hit.note !== "" && <small>{hit.note}</small>}
    </>
  );
}

/** Whether the page has drawn its graph and has had a moment to spare: then the words are indexed before anyone asks. */
function useIdle(ready: boolean): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!ready || idle) return;
    const wait = setTimeout(() => setIdle(true), 1500);
    return () => clearTimeout(wait);
  }, [ready, idle]);
  return idle;
}
