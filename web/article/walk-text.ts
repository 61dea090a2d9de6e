import type { Reading } from "../../src/model/index.ts";
import type { EntityNodes } from "../data/entity-nodes.ts";
import type { Selection } from "../state/selection.ts";

/** The statement after (1) or before (-1) the selected one in the article; the first or last where none is. */
export function stepStatement(reading: Reading, now: Selection | null, by: 1 | -1): Selection | null {
  const { statements } = reading;
  if (statements.length === 0) return null;
  const at = statements.findIndex(({ id }) => id === now?.key);
  const next =
    at === -1
      ? fromPlace(
          statements.map(({ content }) => content[0]?.start ?? 0),
          now,
          by,
        )
      : at + by;
  const statement = statements[Math.min(statements.length - 1, Math.max(0, next))];
  return { type: "node", key: statement.id };
}

/** The mention after (1) or before (-1) the selected one; the first or last where none is. */
export function stepMention(
  reading: Reading,
  entityNodes: EntityNodes,
  now: Selection | null,
  by: 1 | -1,
): Selection | null {
  const mentions = reading.mentions.filter(({ entity }) => entityNodes.has(entity));
  if (mentions.length === 0) return null;
  const at = mentions.findIndex(({ start, end }) => now?.at?.start === start && now.at.end === end);
  const next =
    at === -1
      ? fromPlace(
          mentions.map(({ start }) => start),
          now,
          by,
        )
      : at + by;
  const { start, end, entity } = mentions[Math.min(mentions.length - 1, Math.max(0, next))];
  const key = entityNodes.get(entity);
  return key === undefined ? null : { type: "node", key, at: { article: reading.article.id, start, end } };
}

/** The index of the first start after the selected words, or of the last before them. */
function fromPlace(starts: readonly number[], now: Selection | null, by: 1 | -1): number {
  const place = now?.at?.start ?? Number(/:(\d+)-\d+$/.exec(now?.key ?? "")?.[1] ?? Number.NaN);
  if (Number.isNaN(place)) return by === 1 ? 0 : starts.length - 1;
  if (by === 1) {
    const after = starts.findIndex((start) => start > place);
    return after === -1 ? starts.length - 1 : after;
  }
  return starts.findLastIndex((start) => start < place);
}
