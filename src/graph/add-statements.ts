import {
  type Article,
  articleKey,
  compareSpans,
  hull,
  KIND_COLOR,
  KIND_SHAPE,
  type NodeAttributes,
  type Reading,
  type Span,
  type Statement,
  spanText,
  wordsOf,
} from "../model/index.ts";
import { findAbout } from "./about.ts";
import { addEdge, PLACELESS } from "./draft.ts";
import { statementLabel } from "./labels.ts";
import { countQuotedWords } from "./quoted-words.ts";
import type { OnRecordGraph } from "./schema.ts";

/** Adds the statements of one reading with all that hangs on them; gives their node keys. */
export function addStatements(graph: OnRecordGraph, reading: Reading, keys: ReadonlyMap<string, string>): string[] {
  const { article } = reading;
  const inArticle = articleKey(article.id);
  const mentions = [...reading.mentions].sort(compareSpans);
  return reading.statements.map((statement) => {
    const whole = hull(statement.content) ?? { start: 0, end: 0 };
    // Two readings of the same words differ in their cue
    const key = graph.hasNode(statement.id)
      ? `${statement.id}:${statement.cue.map(spanText).join(",") || statement.kind}`
      : statement.id;
    if (graph.hasNode(key)) return key;
    graph.addNode(key, statementNode(article, statement, whole));
    addEdge(graph, "IN_ARTICLE", key, inArticle, { article: inArticle, ...whole });

    addSpeakers(graph, reading, statement, key, keys);
    const addressee = statement.addressee === null ? undefined : keys.get(statement.addressee);
    if (addressee !== undefined && graph.hasNode(addressee))
      addEdge(graph, "TOLD", key, addressee, { article: inArticle, ...(hull(statement.cue) ?? whole) });

    const inside = statement.content.flatMap((span) => mentionsWithin(mentions, span));
    for (const { entity, start, end } of inside) {
      const target = keys.get(entity);
      if (target === undefined || !graph.hasNode(target)) continue;
      addEdge(graph, "MENTIONS", key, target, { article: inArticle, start, end }, `@${start}-${end}`);
    }
    const about = findAbout(article.text, statement, inside);
    const target = about === null ? undefined : keys.get(about.mention.entity);
    if (about && target !== undefined && graph.hasNode(target))
      addEdge(graph, "ABOUT", key, target, {
        article: inArticle,
        ...about.evidence,
        ...(about.stance && { stance: about.stance }),
      });
    return key;
  });
}

/** Ties a statement to whoever said it, alone or together, by the words that name them. */
function addSpeakers(
  graph: OnRecordGraph,
  { article }: Reading,
  statement: Statement,
  key: string,
  keys: ReadonlyMap<string, string>,
): void {
  const place = hull(statement.source) ?? hull(statement.cue) ?? hull(statement.content) ?? { start: 0, end: 0 };
  const entities = statement.speaker === null ? [] : [statement.speaker, ...(statement.coSpeakers ?? [])];
  for (const speaker of new Set(entities.map((entity) => keys.get(entity)))) {
    if (speaker === undefined || !graph.hasNode(speaker)) continue;
    addEdge(graph, "SAID", speaker, key, {
      article: articleKey(article.id),
      ...place,
      ...(statement.saidOn && { on: statement.saidOn.date }),
      confidence: statement.confidence,
    });
    countStatement(graph, speaker, countQuotedWords(article.text, statement));
  }
}

function statementNode(article: Article, statement: Statement, whole: Span): NodeAttributes {
  const text = wordsOf(article.text, statement.content);
  const { saidOn, why } = statement;
  return {
    kind: "Statement",
    label: statementLabel(text),
    ...PLACELESS,
    color: KIND_COLOR.Statement,
    shape: KIND_SHAPE.Statement,
    text,
    statementKind: statement.kind,
    ...(saidOn && { saidOn: saidOn.date, saidOnReason: saidOn.reason }),
    ...(statement.cue.length > 0 && { cue: wordsOf(article.text, statement.cue) }),
    ...(statement.source.length > 0 && { source: wordsOf(article.text, statement.source) }),
    floating: statement.floating,
    speech: statement.speech,
    confidence: statement.confidence,
    why: why.reason,
    rule: why.rule,
    ...(why.runnerUp && { runnerUp: why.runnerUp.what }),
    article: articleKey(article.id),
    start: whole.start,
    end: whole.end,
    content: statement.content.map(spanText),
    cueSpans: statement.cue.map(spanText),
    sourceSpans: statement.source.map(spanText),
  };
}

function countStatement(graph: OnRecordGraph, speaker: string, quotedWords: number): void {
  graph.updateNodeAttributes(speaker, (attributes) => {
    if (!("quotedWords" in attributes)) return attributes;
    attributes.statementCount += 1;
    attributes.quotedWords += quotedWords;
    return attributes;
  });
}

/** The mentions that lie within `span`; `mentions` are in reading order. */
export function mentionsWithin<M extends Span>(mentions: readonly M[], span: Span): M[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle].start < span.start) low = middle + 1;
    else high = middle;
  }
  const found: M[] = [];
  for (let i = low; i < mentions.length && mentions[i].start < span.end; i++)
    if (mentions[i].end <= span.end) found.push(mentions[i]);
  return found;
}
