import {
  articleKey,
  compareSpans,
  hull,
  type Mention,
  type Reading,
  type Span,
  type Statement,
} from "../model/index.ts";
import { mentionsWithin } from "./add-statements.ts";
import { addEdge, type Draft } from "./draft.ts";
import { findEchoes, type Wording } from "./echoes.ts";
import { shorten } from "./labels.ts";

/** A statement with the reading it stands in. */
interface Said {
  readonly key: string;
  readonly statement: Statement;
  readonly reading: number;
}

/**
 * Adds ECHOES between statements that share a long run of words, from the later to the earlier, and proposes that an
 * unnamed source whose words stand in a named one's mouth may be that one.
 */
export function addEchoes({ graph, readings, resolution, statementKeys }: Draft): void {
  const said: Said[] = readings.flatMap((reading, index) =>
    reading.statements.map((statement, i) => ({ key: statementKeys[index][i], statement, reading: index })),
  );
  const proposed = new Map<
    string,
    { from: string; to: string; said: Said; span: Span; words: string; count: number }
  >();
  for (const echo of findEchoes(wordings(readings, said))) {
    const [later, earlier] = [said[echo.later], said[echo.earlier]];
    if (later.key === earlier.key) continue;
    const { text, id } = readings[later.reading].article;
    const words = text.slice(echo.laterSpan.start, echo.laterSpan.end);
    addEdge(graph, "ECHOES", later.key, earlier.key, {
      article: articleKey(id),
      start: echo.laterSpan.start,
      end: echo.laterSpan.end,
      words,
      length: words.length,
      sourceStart: echo.laterSpan.start,
      sourceEnd: echo.laterSpan.end,
      targetStart: echo.earlierSpan.start,
      targetEnd: echo.earlierSpan.end,
    });

    const speakers = [later, earlier].map(({ statement, reading }) =>
      statement.speaker === null ? undefined : resolution.keys[reading].get(statement.speaker),
    );
    const [a, b] = speakers.map((key) =>
      key !== undefined && graph.hasNode(key) ? graph.getNodeAttributes(key) : null,
    );
    if (!a || !b || !("unnamed" in a) || !("unnamed" in b) || a.kind !== b.kind || a.unnamed === b.unnamed) continue;
    const [from, to] = (a.unnamed ? speakers : speakers.reverse()) as [string, string];
    const span = a.unnamed ? echo.laterSpan : echo.earlierSpan;
    const pair = `${from}\n${to}`;
    const known = proposed.get(pair);
    if (known && known.count >= echo.contentWords) continue;
    proposed.set(pair, { from, to, said: a.unnamed ? later : earlier, span, words, count: echo.contentWords });
  }
  for (const { from, to, said, span, words, count } of proposed.values()) {
    const name = (graph.getNodeAttributes(to) as { name: string }).name;
    addEdge(graph, "MAY_BE", from, to, {
      article: articleKey(readings[said.reading].article.id),
      start: span.start,
      end: span.end,
      reason: `shares ${words.length} characters with ${name}: "${shorten(words, 80)}"`,
      // Eight content words in common are as likely as not the same mouth: the sentence may as well come from a paper both read
      confidence: Math.round((100 * count) / (count + 8)) / 100,
    });
  }
}

/** The wording of each statement, made when it is asked for: no text is held. */
function* wordings(readings: readonly Reading[], said: readonly Said[]): Iterable<Wording> {
  let last = -1;
  let names: Mention[] = [];
  for (const { statement, reading } of said) {
    const { article, mentions } = readings[reading];
    if (reading !== last) names = mentions.filter(({ form }) => form === "named").sort(compareSpans);
    last = reading;
    const near = mentionsWithin(names, hull(statement.content) ?? { start: 0, end: 0 });
    yield { text: article.text, spans: statement.content, names: near, document: article.id };
  }
}
