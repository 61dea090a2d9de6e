import { z } from "zod";
import { OnRecordError } from "../model/index.ts";
import { prepare, QueryError, type QueryGraph, query } from "../query/index.ts";

/** A value that a phrase asks for. */
export interface PhraseParameter {
  readonly name: string;
  /** What is asked for, in words: "a person, organisation or place". */
  readonly description: string;
  /** Taken where none is given. */
  readonly default?: string | number;
  /** A query whose first column holds values to choose from, the likeliest first. */
  readonly suggest?: string;
}

/** A question about the graph that has a name: a query with parameters. */
export interface Phrase {
  /** Names the phrase on the command line and in addresses: lower case with hyphens. */
  readonly id: string;
  /** The question as a person asks it; `$name` stands for a value. */
  readonly question: string;
  readonly query: string;
  readonly parameters: readonly PhraseParameter[];
}

/** Whether a value names an entity: its key in the graph, or whole words of its name or of an alias. */
const isNamed = (variable: string, parameter: string): string =>
  `(elementId(${variable}) = $${parameter} OR any(name IN coalesce(${variable}.aliases, []) + coalesce(${variable}.name, ${variable}.title, '') WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($${parameter}) + ' '))`;

const ENTITY = "Person|Organization|Group|Place|Document|Event|Topic";
const SOURCE = "Person|Organization|Group|Document";
const WHERE_IT_STANDS = "s.article AS article, s.start AS start, s.end AS end";

const entities = (labels: string) =>
  `MATCH (e:${labels}) RETURN e.name AS name ORDER BY e.statementCount DESC, e.mentionCount DESC, name LIMIT 200`;

const ENTITY_PARAMETER: PhraseParameter = {
  name: "entity",
  description: "a person, organisation, place, document or topic",
  suggest: entities(ENTITY),
};
const SPEAKER_PARAMETER: PhraseParameter = {
  name: "person",
  description: "who speaks: a person, organisation, group or document",
  suggest: `MATCH (e:${SOURCE})-[:SAID]->(s) RETURN e.name AS name, count(s) AS statements ORDER BY statements DESC, name LIMIT 200`,
};

/** The phrases that every graph can be asked. */
export const PHRASES: readonly Phrase[] = [
  {
    id: "said-about",
    question: "who said what about $entity",
    query: `MATCH (source)-[:SAID]->(s:Statement)-[:MENTIONS|ABOUT]->(e:${ENTITY}) WHERE ${isNamed("e", "entity")}
RETURN DISTINCT source.name AS source, s.text AS statement, e.name AS about, s.saidOn AS saidOn, ${WHERE_IT_STANDS}
ORDER BY saidOn, article, start`,
    parameters: [ENTITY_PARAMETER],
  },
  {
    id: "said-by",
    question: "what did $person say",
    query: `MATCH (p:${SOURCE})-[:SAID]->(s:Statement) WHERE ${isNamed("p", "person")}
RETURN p.name AS source, s.text AS statement, s.statementKind AS kind, s.saidOn AS saidOn, ${WHERE_IT_STANDS}
ORDER BY saidOn, article, start`,
    parameters: [SPEAKER_PARAMETER],
  },
  {
    id: "said-between",
    question: "what did $person say between $from and $to",
    query: `MATCH (p:${SOURCE})-[:SAID]->(s:Statement) WHERE ${isNamed("p", "person")} AND $from <= s.saidOn <= $to
RETURN p.name AS source, s.saidOn AS saidOn, s.text AS statement, ${WHERE_IT_STANDS}
ORDER BY saidOn, article, start`,
    parameters: [
      SPEAKER_PARAMETER,
      {
        name: "from",
        description: "the first day, YYYY-MM-DD",
        suggest:
          "MATCH (s:Statement) WHERE s.saidOn IS NOT NULL RETURN DISTINCT s.saidOn AS day ORDER BY day LIMIT 200",
      },
      {
        name: "to",
        description: "the last day, YYYY-MM-DD",
        suggest:
          "MATCH (s:Statement) WHERE s.saidOn IS NOT NULL RETURN DISTINCT s.saidOn AS day ORDER BY day DESC LIMIT 200",
      },
    ],
  },
  {
    id: "spoke-for",
    question: "who spoke for $organization",
    query: `MATCH (p)-[f:SPEAKS_FOR]->(o:Organization) WHERE ${isNamed("o", "organization")}
OPTIONAL MATCH (p)-[:SAID]->(s:Statement)
RETURN p.name AS speaker, o.name AS organization, count(s) AS statements, f.article AS article, f.start AS start, f.end AS end
ORDER BY statements DESC, speaker`,
    parameters: [
      {
        name: "organization",
        description: "an organisation",
        suggest:
          "MATCH ()-[:SPEAKS_FOR]->(o:Organization) RETURN o.name AS name, count(*) AS n ORDER BY n DESC, name LIMIT 200",
      },
    ],
  },
  {
    id: "never-quoted",
    question: "who is mentioned but never quoted",
    query: `MATCH (e:Person|Organization|Group)-[a:APPEARS_IN]->(article:Article)
WHERE NOT (e)-[:SAID]->(:Statement)
RETURN e.name AS name, labels(e)[0] AS kind, sum(a.count) AS mentions, count(DISTINCT article) AS articles
ORDER BY mentions DESC, name`,
    parameters: [],
  },
  {
    id: "back-or-oppose",
    question: "which sources back or oppose $document",
    query: `MATCH (p)-[:SAID]->(s:Statement)-[a:ABOUT]->(d:${ENTITY})
WHERE ${isNamed("d", "document")} AND a.stance IN ['support', 'oppose']
RETURN p.name AS source, a.stance AS stance, d.name AS about, s.text AS statement, ${WHERE_IT_STANDS}
ORDER BY stance, source, article, start`,
    parameters: [
      {
        name: "document",
        description: "a plan, law, report or topic",
        suggest: "MATCH ()-[a:ABOUT]->(d) RETURN d.name AS name, count(*) AS n ORDER BY n DESC, name LIMIT 200",
      },
    ],
  },
  {
    id: "disagree",
    question: "who disagrees with whom about what",
    query: `MATCH (p)-[:SAID]->(s:Statement)-[:ABOUT {stance: 'support'}]->(d)<-[:ABOUT {stance: 'oppose'}]-(t:Statement)<-[:SAID]-(q)
WHERE p <> q
RETURN p.name AS supporter, q.name AS opponent, d.name AS about, count(*) AS statements,
  collect(DISTINCT s.article + ' ' + s.start + '-' + s.end) AS supporting, collect(DISTINCT t.article + ' ' + t.start + '-' + t.end) AS opposing
ORDER BY statements DESC, supporter, opponent, about`,
    parameters: [],
  },
  {
    id: "connected",
    question: "how are $a and $b connected",
    query: `MATCH (a:${ENTITY}), (b:${ENTITY}) WHERE ${isNamed("a", "a")} AND ${isNamed("b", "b")} AND a <> b
MATCH p = allShortestPaths((a)-[:SAID|TOLD|MENTIONS|ABOUT|SPEAKS_FOR|HOLDS_ROLE|PART_OF|ISSUED|ECHOES|MAY_BE*..8]-(b))
RETURN [n IN nodes(p) | coalesce(n.name, n.text)] AS way, [r IN relationships(p) | type(r)] AS by, length(p) AS steps, p AS path
ORDER BY steps, by LIMIT 100`,
    parameters: [
      { ...ENTITY_PARAMETER, name: "a" },
      { ...ENTITY_PARAMETER, name: "b" },
    ],
  },
  {
    id: "repeats",
    question: "whose words does $statement repeat",
    query: `MATCH (s:Statement)-[e:ECHOES]-(other:Statement)
WHERE elementId(s) = $statement OR toLower(s.text) CONTAINS toLower($statement)
OPTIONAL MATCH (p)-[:SAID]->(s) OPTIONAL MATCH (q)-[:SAID]->(other)
RETURN p.name AS source, q.name AS alsoSaidBy, e.words AS sharedWords, other.article AS article, other.start AS start, other.end AS end
ORDER BY size(sharedWords) DESC, article, start`,
    parameters: [
      {
        name: "statement",
        description: "words of a statement, or its key in the graph",
        suggest:
          "MATCH (s:Statement)-[e:ECHOES]-() RETURN s.text AS statement, max(e.length) AS n ORDER BY n DESC, statement LIMIT 200",
      },
    ],
  },
  {
    id: "top-sources",
    question: "who is quoted most",
    query: `MATCH (p:${SOURCE})-[:SAID]->(s:Statement)-[:IN_ARTICLE]->(a:Article)
RETURN p.name AS source, labels(p)[0] AS kind, count(DISTINCT s) AS statements, p.quotedWords AS quotedWords, count(DISTINCT a) AS articles
ORDER BY statements DESC, quotedWords DESC, source LIMIT $most`,
    parameters: [{ name: "most", description: "how many to show", default: 20 }],
  },
  {
    id: "top-sources-about",
    question: "who speaks most about $entity",
    query: `MATCH (p)-[:SAID]->(s:Statement)-[:MENTIONS|ABOUT]->(e:${ENTITY}) WHERE ${isNamed("e", "entity")}
RETURN p.name AS source, count(DISTINCT s) AS statements, collect(DISTINCT e.name) AS about
ORDER BY statements DESC, source LIMIT $most`,
    parameters: [ENTITY_PARAMETER, { name: "most", description: "how many to show", default: 20 }],
  },
  {
    id: "unnamed-sources",
    question: "what do unnamed sources say",
    query: `MATCH (p {unnamed: true})-[:SAID]->(s:Statement)
OPTIONAL MATCH (p)-[:SPEAKS_FOR]->(o:Organization)
RETURN p.name AS source, collect(DISTINCT o.name) AS speaksFor, s.text AS statement, ${WHERE_IT_STANDS}
ORDER BY article, start`,
    parameters: [],
  },
  {
    id: "may-be",
    question: "who may be the same",
    query: `MATCH (a)-[m:MAY_BE]->(b)
RETURN a.name AS one, b.name AS other, m.reason AS reason, m.confidence AS confidence
ORDER BY confidence DESC, one, other`,
    parameters: [],
  },
  {
    id: "roles",
    question: "who holds which role",
    query: `MATCH (p:Person)-[r:HOLDS_ROLE]->(o)
RETURN p.name AS person, r.role AS role, o.name AS of, r.article AS article, r.start AS start, r.end AS end
ORDER BY of, role, person`,
    parameters: [],
  },
  {
    id: "documents",
    question: "who issued which document",
    query: `MATCH (o)-[i:ISSUED]->(d:Document)
OPTIONAL MATCH (s:Statement)-[:MENTIONS|ABOUT]->(d)
RETURN o.name AS issuer, d.name AS document, i.on AS on, count(DISTINCT s) AS statements, i.article AS article, i.start AS start, i.end AS end
ORDER BY statements DESC, document`,
    parameters: [],
  },
  {
    id: "topics",
    question: "what is talked about most",
    query: `MATCH (p)-[:SAID]->(s:Statement)-[a:ABOUT]->(t)
RETURN t.name AS topic, labels(t)[0] AS kind, count(DISTINCT s) AS statements, count(DISTINCT p) AS sources,
  count(DISTINCT CASE a.stance WHEN 'support' THEN s END) AS supporting, count(DISTINCT CASE a.stance WHEN 'oppose' THEN s END) AS opposing
ORDER BY statements DESC, topic`,
    parameters: [],
  },
  {
    id: "voices-in",
    question: "whose voices are in $article",
    query: `MATCH (p)-[:SAID]->(s:Statement)-[:IN_ARTICLE]->(a:Article)
WHERE elementId(a) = $article OR toLower(a.title) CONTAINS toLower($article)
RETURN a.title AS title, p.name AS source, count(s) AS statements, sum(size(s.text)) AS characters, min(s.start) AS first
ORDER BY title, statements DESC, source`,
    parameters: [
      {
        name: "article",
        description: "words of an article's title, or its key in the graph",
        suggest: "MATCH (a:Article) RETURN a.title AS title ORDER BY a.date DESC, title LIMIT 200",
      },
    ],
  },
  {
    id: "quoted-with",
    question: "who is quoted in the same articles as $person",
    query: `MATCH (p:${SOURCE})-[:SAID]->(:Statement)-[:IN_ARTICLE]->(a:Article) WHERE ${isNamed("p", "person")}
WITH DISTINCT p, a
MATCH (q:${SOURCE})-[:SAID]->(s:Statement)-[:IN_ARTICLE]->(a) WHERE q <> p
RETURN q.name AS source, count(DISTINCT a) AS articles, count(DISTINCT s) AS statements
ORDER BY articles DESC, statements DESC, source`,
    parameters: [SPEAKER_PARAMETER],
  },
  {
    id: "same-subjects",
    question: "who speaks about the same things as $person",
    query: `MATCH (p:${SOURCE})-[:SAID]->(:Statement)-[:ABOUT|MENTIONS]->(e) WHERE ${isNamed("p", "person")}
WITH DISTINCT p, e
MATCH (q:${SOURCE})-[:SAID]->(s:Statement)-[:ABOUT|MENTIONS]->(e) WHERE q <> p
RETURN q.name AS source, count(DISTINCT e) AS shared, collect(DISTINCT e.name)[..10] AS subjects
ORDER BY shared DESC, source`,
    parameters: [SPEAKER_PARAMETER],
  },
  {
    id: "told",
    question: "who told whom what",
    query: `MATCH (p)-[:SAID]->(s:Statement)-[:TOLD]->(q)
RETURN p.name AS source, q.name AS told, s.text AS statement, ${WHERE_IT_STANDS}
ORDER BY article, start`,
    parameters: [],
  },
  {
    id: "no-source",
    question: "which statements have no source",
    query: `MATCH (s:Statement) WHERE NOT ()-[:SAID]->(s)
RETURN s.text AS statement, s.why AS why, ${WHERE_IT_STANDS}
ORDER BY article, start`,
    parameters: [],
  },
  {
    id: "check",
    question: "which statements are less sure than $confidence",
    query: `MATCH (s:Statement) WHERE s.confidence < $confidence
OPTIONAL MATCH (p)-[:SAID]->(s)
RETURN s.confidence AS confidence, p.name AS source, s.text AS statement, s.why AS why, s.runnerUp AS runnerUp, ${WHERE_IT_STANDS}
ORDER BY confidence, article, start`,
    parameters: [{ name: "confidence", description: "a number from 0 to 1", default: 0.7 }],
  },
];

/** The values of a phrase's parameters, complete: what is not given is the default. */
export function phraseValues(phrase: Phrase, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = new Set(phrase.parameters.map(({ name }) => name));
  for (const name of Object.keys(given))
    if (!known.has(name))
      throw new OnRecordError(
        "UNKNOWN_PARAMETER",
        `${phrase.id} does not ask for ${name}; it asks for ${[...known].join(", ") || "nothing"}`,
      );
  const values: Record<string, unknown> = {};
  for (const { name, description, default: usual } of phrase.parameters) {
    const value = given[name] ?? usual;
    if (value === undefined)
      throw new OnRecordError("MISSING_PARAMETER", `${phrase.id} (${phrase.question}) needs ${name}: ${description}`);
    values[name] = value;
  }
  return values;
}

/** Values to choose from for a parameter, the likeliest first. */
export function suggestedValues(graph: QueryGraph, parameter: PhraseParameter): string[] {
  if (!parameter.suggest) return [];
  return query(graph, parameter.suggest).rows.flatMap(([value]) => (typeof value === "string" ? [value] : []));
}

/** The phrase of an id, or the one whose question is most like a text. */
export function findPhrase(phrases: readonly Phrase[], text: string): Phrase {
  const found = phrases.find(({ id, question }) => id === text || question === text);
  if (found) return found;
  throw new OnRecordError(
    "UNKNOWN_PHRASE",
    `there is no phrase ${text}; there are ${phrases.map(({ id }) => id).join(", ")}`,
  );
}

const PHRASES_FILE = z.strictObject({
  phrases: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "an id has lower-case letters, digits and hyphens"),
      question: z.string().min(1),
      query: z.string().min(1),
      parameters: z
        .array(
          z.strictObject({
            name: z.string().min(1),
            description: z.string(),
            default: z.union([z.string(), z.number()]).optional(),
            suggest: z.string().optional(),
          }),
        )
        .default([]),
    }),
  ),
});

/**
 * Reads a person's own phrases: `{"phrases": [{"id", "question", "query", "parameters": [{"name", "description"}]}]}`.
 * One with the id of a phrase that is there already takes its place.
 * @throws OnRecordError that names the file, the phrase and what is wrong with it
 */
export function readPhrases(text: string, path: string): Phrase[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new OnRecordError("INVALID_PHRASES", `${path}: no JSON: ${(error as Error).message}`);
  }
  const parsed = PHRASES_FILE.safeParse(json);
  if (!parsed.success) {
    const [{ path: place, message }] = parsed.error.issues;
    throw new OnRecordError("INVALID_PHRASES", `${path}: ${place.join(".") || "the file"}: ${message}`);
  }
  for (const phrase of parsed.data.phrases) checkPhrase(phrase, path);
  const own = new Map(parsed.data.phrases.map((phrase) => [phrase.id, phrase]));
  return [...PHRASES.filter(({ id }) => !own.has(id)), ...own.values()];
}

function checkPhrase({ id, query: text, parameters }: Phrase, path: string): void {
  let needed: readonly string[];
  try {
    needed = prepare(text).parameters;
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new OnRecordError("INVALID_PHRASES", `${path}: phrase ${id}: ${error.message}`, { cause: error });
  }
  const declared = parameters.map(({ name }) => name);
  const missing = needed.find((name) => !declared.includes(name));
  if (missing !== undefined)
    throw new OnRecordError("INVALID_PHRASES", `${path}: phrase ${id}: $${missing} is not among its parameters`);
}
