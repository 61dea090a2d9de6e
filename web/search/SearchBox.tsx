import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { fillOf } from "../scene/scene.ts";
import { Icon } from "../shell/Icon.tsx";
import { KindMark } from "../shell/KindMark.tsx";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { type Hit, searchOver } from "./search-index.ts";

/**
 * The search field with its answers while typing (ARIA's editable combobox with a list box in groups: React Aria's own has
 * no way to take the first answer by Enter while none is pointed at).
 */
export function SearchBox() {
  const graph = useExplorer((state) => state.graph);
  const select = useExplorer((state) => state.select);
  const [words, setWords] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const search = useMemo(() => (graph === null ? null : searchOver(graph)), [graph]);
  const asked = useDeferredValue(words);
  const groups = useMemo(() => search?.(asked) ?? [], [search, asked]);
  const hits = groups.flatMap((group) => group.hits);
  const shown = open && words.trim() !== "";

  const take = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    select({ type: "node", key: hit.id }, "search");
    useExplorer.getState().say(text.state.selected(hit.label));
    setOpen(false);
    input.current?.blur();
    document.querySelector<HTMLElement>(".canvas")?.focus();
  };
  /** What is shown may be a moment behind what is typed. */
  const currentHits = () => (asked === words ? hits : (search?.(words) ?? []).flatMap((group) => group.hits));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      setOpen(true);
      const next = (active + step + hits.length) % hits.length;
      setActive(next);
      list.current?.querySelector(`[id="${id}-${next}"]`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") take(currentHits()[active]);
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
        aria-activedescendant={shown && hits.length > 0 ? `${id}-${active}` : undefined}
        placeholder={text.search.placeholder}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
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
        {shown && hits.length === 0 && asked === words && (
          <div className="hits-none" role="option" tabIndex={-1} aria-selected="false" aria-disabled="true">
            {text.search.none(words.trim())}
          </div>
        )}
        {shown &&
          groups.map(({ group, hits: inGroup }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, as ARIA's list box has them.
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <h2 id={`${id}-${group}`} role="presentation">
                {text.search[group]}
              </h2>
              {inGroup.map((hit) => {
                index++;
                const at = index;
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys.
                  <div
                    key={hit.id}
                    id={`${id}-${at}`}
                    className="hit"
                    role="option"
                    tabIndex={-1}
                    aria-selected={at === active}
                    onPointerEnter={() => setActive(at)}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => take(hit)}
                  >
                    <HitMark hit={hit} />
                    <span className={hit.kind === "Statement" ? "hit-words" : "hit-name"}>{hit.label}</span>
                    {hit.note !== "" && <small>{hit.note}</small>}
                  </div>
                );
              })}
            </div>
          ))}
      </div>
    </search>
  );
}

function HitMark({ hit }: { readonly hit: Hit }) {
  const fill = useExplorer(({ graph }) => (graph?.hasNode(hit.id) ? fillOf(graph.getNodeAttributes(hit.id)) : "full"));
  return <KindMark kind={hit.kind} fill={fill} />;
}
