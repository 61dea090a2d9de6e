import { useLayoutEffect, useRef } from "react";
import type { Mention, Reading, Statement } from "../../src/model/index.ts";
import { kindToken } from "../scene/kinds.ts";
import { KindMark } from "../shell/KindMark.tsx";
import { text } from "../text.ts";
import { formatDay } from "./dates.ts";

/** Words of the article that are pointed at, or were come to by a key. */
export interface Pointed {
  readonly piece: HTMLElement;
  readonly byKey: boolean;
}

interface RemarkProps {
  readonly reading: Reading;
  readonly pointed: Pointed;
}

/** What is known of the words pointed at: whom they mean, whose words they are, when they were said and why that is thought. */
export function Remark({ reading, pointed: { piece } }: RemarkProps) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => placeBeside(card.current, piece), [piece]);
  const { statement: id, mention: at } = piece.dataset;
  const mention = reading.mentions.find(
    ({ start, end, entity }) => at === `${start}-${end}` && entity === piece.dataset.entity,
  );
  const statement = reading.statements.find((one) => one.id === id);
  if (mention === undefined && statement === undefined) return null;
  return (
    <div ref={card} id="remark" className="remark" role="tooltip">
      {mention !== undefined && <OfMention reading={reading} mention={mention} />}
      {statement !== undefined && <OfStatement reading={reading} statement={statement} />}
    </div>
  );
}

function OfMention({ reading, mention }: { readonly reading: Reading; readonly mention: Mention }) {
  const entity = reading.entities.find(({ id }) => id === mention.entity);
  if (entity === undefined) return null;
  return (
    <p className="remark-who" data-kind={kindToken(entity.kind)}>
      <KindMark kind={entity.kind} fill={entity.unnamed ? "dashed" : "full"} />
      <strong>{entity.name}</strong>
      <span>
        {text.kind(entity.kind)} · {text.article.form(mention.form)}
      </span>
    </p>
  );
}

function OfStatement({ reading, statement }: { readonly reading: Reading; readonly statement: Statement }) {
  const speaker = reading.entities.find(({ id }) => id === statement.speaker);
  const { saidOn, why, confidence, kind } = statement;
  return (
    <dl>
      <div>
        <dt>{text.statementKind(kind)}</dt>
        <dd>
          {speaker?.name ?? text.detail.nobody} · {text.detail.sure(confidence)}
        </dd>
      </div>
      {saidOn !== null && (
        <div>
          <dt>{text.detail.when}</dt>
          <dd>
            {formatDay(saidOn.date)} <span className="soft">({saidOn.reason})</span>
          </dd>
        </div>
      )}
      <div>
        <dt>{text.detail.why}</dt>
        <dd>{why.reason}</dd>
      </div>
    </dl>
  );
}

const GAP = 6;

/** Puts the card under the last line of the words, or over the first where there is no room, within the pane. */
function placeBeside(card: HTMLElement | null, piece: HTMLElement): void {
  const frame = card?.closest<HTMLElement>(".open-article")?.getBoundingClientRect();
  if (!card || frame === undefined) return;
  const lines = [...piece.getClientRects()];
  const [first, last] = [lines[0], lines[lines.length - 1]];
  if (first === undefined) return;
  const below = last.bottom + GAP;
  const above = first.top - GAP - card.offsetHeight;
  const fitsBelow = below + card.offsetHeight <= frame.bottom;
  const top = fitsBelow || above < frame.top ? Math.min(below, frame.bottom - card.offsetHeight - GAP) : above;
  const left = Math.min((fitsBelow ? last : first).left, frame.right - card.offsetWidth - 24);
  card.style.top = `${Math.max(top, frame.top + GAP) - frame.top}px`;
  card.style.left = `${Math.max(left, frame.left + GAP) - frame.left}px`;
}
