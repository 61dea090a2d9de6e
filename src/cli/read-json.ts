import type { Reading, Span } from "../model/index.ts";

type Pair = readonly [number, number];

const pairs = (spans: readonly Span[]): Pair[] => spans.map(({ start, end }) => [start, end]);

/**
 * A reading as `onrecord read --json` prints it, one line per article. Spans are `[start, end)` in UTF-16 code units of the
 * article's text; `saidOn` is an ISO 8601 day or null; `why` is a sentence; `ms` is how long reading took.
 */
export function readingJson(reading: Reading, ms: number) {
  const { article, entities, mentions, statements, relations } = reading;
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const speakerOf = (id: string | null) => {
    const entity = id === null ? undefined : byId.get(id);
    return entity ? { id: entity.id, name: entity.name, kind: entity.kind, unnamed: entity.unnamed } : null;
  };
  return {
    id: article.id,
    title: article.title,
    date: article.date,
    statements: statements.map(({ id, kind, content, cue, source, speaker, saidOn, confidence, why }) => ({
      id,
      kind,
      content: pairs(content),
      cue: pairs(cue),
      source: pairs(source),
      speaker: speakerOf(speaker),
      saidOn: saidOn?.date ?? null,
      confidence,
      why: whyText(why),
    })),
    mentions: mentions.map(({ start, end, form, entity }) => ({ start, end, form, entity })),
    entities: entities.map(({ id, kind, name, aliases, unnamed }) => ({ id, kind, name, aliases, unnamed })),
    relations: relations.map(({ kind, from, to, start, end, role, on }) => ({
      kind,
      from,
      to,
      start,
      end,
      role,
      on: on?.date ?? null,
    })),
    ms: Math.round(ms * 100) / 100,
  };
}

/** The reason, and what would have been taken otherwise. */
export function whyText({ reason, runnerUp }: Reading["statements"][number]["why"]): string {
  if (!runnerUp) return reason;
  return `${reason.replace(/\.$/, "")}; otherwise ${runnerUp.what} (${Math.round(runnerUp.confidence * 100)} %)`;
}
