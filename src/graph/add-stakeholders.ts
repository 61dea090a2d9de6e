import { articleKey, compareSpans, hull, KIND_COLOR, KIND_SHAPE, type Reading, type Span } from "../model/index.ts";
import type { Stakeholder } from "../resolve/index.ts";
import { addEdge, PLACELESS } from "./draft.ts";
import { nameLabel } from "./labels.ts";
import type { OnRecordGraph } from "./schema.ts";

/** Adds the nodes of people, organisations, places …, and where each appears. */
export function addStakeholders(
  graph: OnRecordGraph,
  readings: readonly Reading[],
  stakeholders: readonly Stakeholder[],
): void {
  const places = readings.map(appearances);
  for (const { key, kind, name, aliases, unnamed, wikidata, color, links } of stakeholders) {
    const perArticle = new Map<number, Span[]>();
    for (const { reading, entity } of links) {
      const spans = places[reading].get(entity.id) ?? [];
      perArticle.set(reading, [...(perArticle.get(reading) ?? []), ...spans]);
    }
    // Whoever is nowhere in the text has no words to open
    const shown = [...perArticle].filter(([, spans]) => spans.length > 0);
    if (shown.length === 0) continue;
    const [reading, spans] = shown[0];
    const first = [...spans].sort(compareSpans)[0];
    graph.addNode(key, {
      kind,
      label: nameLabel(name),
      ...PLACELESS,
      color: color ?? KIND_COLOR[kind],
      shape: KIND_SHAPE[kind],
      name,
      aliases: [...aliases],
      unnamed,
      ...(wikidata !== null && { wikidata }),
      mentionCount: shown.reduce((sum, [, { length }]) => sum + length, 0),
      statementCount: 0,
      quotedWords: 0,
      article: articleKey(readings[reading].article.id),
      start: first.start,
      end: first.end,
    });
    for (const [index, all] of shown) {
      const article = articleKey(readings[index].article.id);
      const { start, end } = [...all].sort(compareSpans)[0];
      const own = links.filter((link) => link.reading === index);
      const reason = [...new Set(own.map(({ why }) => why))].join("; ");
      const entities = [...new Set(own.map(({ entity }) => entity.id))].sort();
      addEdge(graph, "APPEARS_IN", key, article, {
        article,
        start,
        end,
        count: all.length,
        reason,
        ...(entities.join() !== key && { entities }),
      });
    }
  }
}

/** Where each entity of a reading stands: its mentions, or, where the reader gave none, the words that name the source. */
function appearances(reading: Reading): Map<string, Span[]> {
  const places = new Map<string, Span[]>();
  const add = (entity: string, { start, end }: Span) => {
    const spans = places.get(entity);
    if (spans) spans.push({ start, end });
    else places.set(entity, [{ start, end }]);
  };
  for (const mention of reading.mentions) add(mention.entity, mention);
  const extra = new Map<string, Span>();
  const note = (entity: string | null, span: Span | null) => {
    if (entity !== null && span !== null && !places.has(entity) && !extra.has(entity)) extra.set(entity, span);
  };
  for (const statement of reading.statements) {
    note(statement.speaker, hull(statement.source) ?? hull(statement.cue) ?? hull(statement.content));
    note(statement.addressee, hull(statement.cue) ?? hull(statement.content));
  }
  for (const relation of reading.relations) {
    note(relation.from, relation);
    note(relation.to, relation);
  }
  for (const [entity, span] of extra) add(entity, span);
  return places;
}
