import { type MouseEvent, useEffect, useRef } from "react";
import { hull, type Reading } from "../../src/model/index.ts";
import type { EntityNodes } from "../data/entity-nodes.ts";
import { kindToken } from "../scene/kinds.ts";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

interface VoiceStripProps {
  readonly reading: Reading;
  readonly entityNodes: EntityNodes;
}

/** A strip along the text that shows where somebody speaks, in the colour of their kind. The list in the table says the same. */
export function VoiceStrip({ reading, entityNodes }: VoiceStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const select = useExplorer((state) => state.select);
  const { selection } = useView();
  const { length } = reading.article.text;
  useEffect(() => {
    for (const mark of strip.current?.querySelectorAll<HTMLElement>("[data-from]") ?? []) {
      mark.style.top = `${(Number(mark.dataset.from) / length) * 100}%`;
      mark.style.height = `${((Number(mark.dataset.to) - Number(mark.dataset.from)) / length) * 100}%`;
    }
  }, [length]);
  const kinds = new Map(reading.entities.map(({ id, kind }) => [id, kindToken(kind)]));
  const onClick = ({ target }: MouseEvent) => {
    const key = target instanceof HTMLElement ? target.dataset.statement : undefined;
    if (key !== undefined) select({ type: "node", key }, "article");
  };
  return (
    <div className="strip" ref={strip} aria-hidden="true" title={text.article.strip} onClick={onClick}>
      {reading.statements.map((statement) => {
        const span = hull(statement.content);
        if (span === null) return null;
        const { id, kind, speaker } = statement;
        const chosen = selection?.key === id || (speaker !== null && selection?.key === entityNodes.get(speaker));
        return (
          <span
            key={id}
            className={`voice voice-${kind}`}
            data-statement={id}
            data-from={span.start}
            data-to={span.end}
            data-kind={speaker === null ? undefined : kinds.get(speaker)}
            data-chosen={chosen || undefined}
          />
        );
      })}
    </div>
  );
}
