import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useId, useMemo, useRef } from "react";
import { hull, type Reading } from "../../src/model/index.ts";
import type { EntityNodes } from "../data/entity-nodes.ts";
import { kindToken } from "../scene/kinds.ts";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { stepStatement } from "./walk-text.ts";

interface VoiceStripProps {
  readonly reading: Reading;
  readonly entityNodes: EntityNodes;
  /** What is scrolled. */
  readonly scroll: RefObject<HTMLElement | null>;
}

/**
 * A strip along the text that shows where somebody speaks, in the colour of their kind, and which part of the text is in
 * sight. A list box: arrow keys go from voice to voice, a click opens the words; beside a voice, it scrolls there.
 */
export function VoiceStrip({ reading, entityNodes, scroll }: VoiceStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const select = useExplorer((state) => state.select);
  const { selection } = useView();
  const id = useId();
  const { length } = reading.article.text;
  const voices = useMemo(() => voicesOf(reading), [reading]);
  useEffect(() => {
    const marks = strip.current?.querySelectorAll<HTMLElement>(".voice") ?? [];
    for (const [at, mark] of [...marks].entries()) {
      const { start, end } = voices[at];
      mark.style.top = `${(start / length) * 100}%`;
      mark.style.height = `${((end - start) / length) * 100}%`;
    }
  }, [voices, length]);
  useInSight(strip, scroll);
  const chosen = voices.findIndex(({ key }) => key === selection?.key);

  const onClick = ({ target, clientY }: MouseEvent) => {
    const key = target instanceof HTMLElement ? target.dataset.statement : undefined;
    if (key !== undefined) return select({ type: "node", key }, "article");
    const [frame, pane] = [strip.current?.getBoundingClientRect(), scroll.current];
    if (frame === undefined || pane === null) return;
    pane.scrollTo({ top: ((clientY - frame.top) / frame.height) * pane.scrollHeight - pane.clientHeight / 3 });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key] as 1 | -1 | undefined;
    let key: string | undefined;
    if (by !== undefined) key = stepStatement(reading, selection, by)?.key;
    else if (event.key === "Home") key = voices[0]?.key;
    else if (event.key === "End") key = voices[voices.length - 1]?.key;
    else if (event.key === "Enter") document.querySelector<HTMLElement>(".article-text")?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (key !== undefined) select({ type: "node", key }, "article");
  };

  if (voices.length === 0) return <div className="strip strip-silent" />;
  return (
    <div
      ref={strip}
      className="strip"
      role="listbox"
      aria-label={text.article.strip}
      aria-activedescendant={chosen === -1 ? undefined : `${id}-${chosen}`}
      tabIndex={0}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {voices.map(({ key, kind, name, entity, entityKind }, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus.
        <span
          key={key}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === chosen}
          aria-label={text.article.voice(name, kind)}
          title={text.article.voice(name, kind)}
          className={`voice voice-${kind}`}
          data-statement={key}
          data-kind={entityKind}
          data-chosen={at === chosen || (entity !== null && entityNodes.get(entity) === selection?.key) || undefined}
        />
      ))}
      <span className="strip-sight" aria-hidden="true" />
    </div>
  );
}

function voicesOf(reading: Reading) {
  const entities = new Map(reading.entities.map((entity) => [entity.id, entity]));
  return reading.statements.flatMap(({ id, kind, speaker, content }) => {
    const span = hull(content);
    const entity = speaker === null ? undefined : entities.get(speaker);
    if (span === null) return [];
    return {
      ...span,
      key: id,
      kind,
      entity: speaker,
      name: entity?.name ?? text.detail.nobody,
      entityKind: entity && kindToken(entity.kind),
    };
  });
}

/** Keeps the mark of what is in sight in step with scrolling. */
function useInSight(strip: RefObject<HTMLElement | null>, scroll: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pane = scroll.current;
    if (pane === null) return;
    const follow = () => {
      const mark = strip.current?.querySelector<HTMLElement>(".strip-sight");
      if (!mark) return;
      mark.style.top = `${(pane.scrollTop / pane.scrollHeight) * 100}%`;
      mark.style.height = `${(pane.clientHeight / pane.scrollHeight) * 100}%`;
    };
    const sizes = new ResizeObserver(follow);
    sizes.observe(pane);
    for (const child of pane.children) sizes.observe(child);
    pane.addEventListener("scroll", follow, { passive: true });
    return () => {
      sizes.disconnect();
      pane.removeEventListener("scroll", follow);
    };
  }, [strip, scroll]);
}
