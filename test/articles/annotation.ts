import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromBytes } from "../../src/ingest/index.ts";
import type { Entity, Reading, Span } from "../../src/model/index.ts";

/** What a careful person finds in an article; words stand for spans. `optional` may be found or not. */
export interface Annotation {
  readonly covers: string;
  readonly article: Readonly<Record<string, string>>;
  readonly source?: { readonly date?: string };
  readonly warnings?: readonly string[];
  readonly statements: readonly {
    readonly kind: string;
    readonly content: readonly string[];
    readonly cue: string | null;
    readonly source: string | null;
    readonly speaker: string | null;
    readonly coSpeakers?: readonly string[];
    readonly addressee?: string;
    readonly saidOn?: string;
    readonly floating?: boolean;
    readonly speech?: boolean;
    readonly optional?: boolean;
  }[];
  /** Contents of reports that one reader counts and another doesn't: attitudes, refusals to speak, plans. */
  readonly acceptable?: readonly string[];
  readonly entities: readonly {
    readonly kind: string;
    readonly name: string;
    readonly alsoCalled?: readonly string[];
    readonly unnamed?: boolean;
    readonly optional?: boolean;
  }[];
  readonly relations: readonly {
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly role?: string;
    readonly evidence: string;
    readonly on?: string;
  }[];
  readonly quantities?: readonly [string, number, string][];
}

const parseDocument = (html: string) => parseHTML(html).document as unknown as Document;

/** How words are compared between readers that draw the line around cue and source differently. */
function plain(value: string | null): string {
  return (value ?? "").replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();
}

function within(a: string | null, b: string | null): boolean {
  return plain(a).includes(plain(b)) || plain(b).includes(plain(a));
}

/**
 * What the annotation has and a reading that may find more lacks, in words: statements with their contents to the letter,
 * kinds and speakers; cues and sources that share their words; entities by kind and name; relations.
 */
export function missing(reading: Reading, annotation: Annotation): string[] {
  const lacks: string[] = [];
  const all = { ...statements(reading, annotation), ...entities(reading, annotation), ...relations(reading, annotation) };
  for (const wanted of annotation.statements) {
    if (wanted.optional) continue;
    const content = plain(wanted.content.join(" "));
    const found = all.statements.find((other) => plain(other.content.join(" ")) === content);
    const words = wanted.content.join(" … ");
    if (found === undefined) lacks.push(`no statement: ${words}`);
    else if (found.kind !== wanted.kind) lacks.push(`${found.kind} instead of ${wanted.kind}: ${words}`);
    else if (found.speaker !== wanted.speaker) lacks.push(`said by ${found.speaker} instead of ${wanted.speaker}: ${words}`);
    else if (wanted.source !== null && !(within(found.source, wanted.source) && within(found.cue, wanted.cue))) {
      lacks.push(`${found.source} ${found.cue} instead of ${wanted.source} ${wanted.cue}: ${words}`);
    }
  }
  for (const { kind, name, unnamed, optional } of annotation.entities) {
    const entity = `${kind} ${name}${unnamed ? " (unnamed)" : ""}`;
    if (!optional && !all.entities.includes(entity)) lacks.push(`no ${entity}`);
  }
  for (const relation of annotation.relations) {
    const found = all.relations.some(({ kind, from, to }) => kind === relation.kind && from === relation.from && to === relation.to);
    if (!found) lacks.push(`no ${relation.kind}: ${relation.evidence}`);
  }
  return lacks;
}

/** The statements of a reading that are neither in the annotation nor among what it calls acceptable. */
export function surplus(reading: Reading, annotation: Annotation): string[] {
  const known = [...annotation.statements.map(({ content }) => content.join(" ")), ...(annotation.acceptable ?? [])].map(plain);
  return statements(reading, annotation)
    .statements.filter(({ content }) => !known.includes(plain(content.join(" "))))
    .map(({ source, cue, content }) => `${source} ${cue}: ${content.join(" … ")}`);
}

/** Reads the article of a file beside this one, and its annotation. */
export function readAnnotated(file: string, models: Models): { reading: Reading; annotation: Annotation } {
  const folder = "test/articles";
  const annotation: Annotation = JSON.parse(readFileSync(`${folder}/${file.replace(/\.\w+$/, "")}.expected.json`, "utf8"));
  const article = articleFromBytes(readFileSync(`${folder}/${file}`), file, parseDocument, annotation.source);
  return { reading: readArticle(article, models), annotation };
}

/** What was found in the annotation's terms, and what it should have been: equal when all is well. */
export function compare(reading: Reading, annotation: Annotation): { found: unknown; expected: unknown } {
  const found = { ...statements(reading, annotation), ...entities(reading, annotation), ...relations(reading, annotation) };
  const expected = {
    statements: wanted(annotation.statements, found.seen).map(({ optional: _, ...statement }) => ({
      coSpeakers: [],
      addressee: null,
      saidOn: found.days.get(statement.content.join()) ?? null,
      floating: false,
      speech: true,
      ...statement,
    })),
    entities: wanted(annotation.entities, found.names)
      .map(({ kind, name, unnamed }) => `${kind} ${name}${unnamed ? " (unnamed)" : ""}`)
      .sort(),
    relations: annotation.relations.map((relation) => ({ role: null, on: null, ...relation })).sort(byEvidence),
  };
  return { found: { statements: found.statements, entities: found.entities, relations: found.relations }, expected };
}

function wanted<Item extends { optional?: boolean }>(items: readonly Item[], seen: ReadonlySet<unknown>): Item[] {
  return items.filter((item) => !item.optional || seen.has(item));
}

function byEvidence(a: { evidence: string; kind: string }, b: { evidence: string; kind: string }): number {
  return a.evidence < b.evidence ? -1 : a.evidence > b.evidence ? 1 : a.kind < b.kind ? -1 : 1;
}

function words(reading: Reading, span: Span): string {
  return reading.article.text.slice(span.start, span.end);
}

/** The annotation's name for an entity, or its own name in brackets where the annotation has none. */
function annotatedName(reading: Reading, annotation: Annotation, id: string | null): string | null {
  if (id === null) return null;
  const entity = reading.entities.find((other) => other.id === id);
  if (entity === undefined) return `[no such entity: ${id}]`;
  return annotated(annotation, entity)?.name ?? `[${entity.name}]`;
}

function annotated(annotation: Annotation, entity: Entity) {
  const names = [entity.name, ...entity.aliases];
  return (
    annotation.entities.find(({ kind, name }) => kind === entity.kind && names.includes(name)) ??
    annotation.entities.find(({ kind, alsoCalled }) => kind === entity.kind && alsoCalled?.some((name) => names.includes(name)))
  );
}

function statements(reading: Reading, annotation: Annotation) {
  const seen = new Set<unknown>();
  const days = new Map<string, string>();
  const found = reading.statements.map((statement) => {
    const content = statement.content.map((span) => words(reading, span));
    const match = annotation.statements.find((other) => other.content.join() === content.join());
    if (match !== undefined) seen.add(match);
    // a day is compared only where the annotation gives one
    if (match !== undefined && match.saidOn === undefined && statement.saidOn !== null) days.set(content.join(), statement.saidOn.date);
    return {
      kind: statement.kind,
      content,
      cue: statement.cue.length === 0 ? null : statement.cue.map((span) => words(reading, span)).join(),
      source: statement.source.length === 0 ? null : statement.source.map((span) => words(reading, span)).join(),
      speaker: annotatedName(reading, annotation, statement.speaker),
      coSpeakers: (statement.coSpeakers ?? []).map((id) => annotatedName(reading, annotation, id)),
      addressee: annotatedName(reading, annotation, statement.addressee),
      saidOn: statement.saidOn?.date ?? null,
      floating: statement.floating,
      speech: statement.speech,
    };
  });
  return { statements: found, seen, days };
}

function entities(reading: Reading, annotation: Annotation) {
  const names = new Set<unknown>();
  const found = reading.entities.map((entity) => {
    const match = annotated(annotation, entity);
    if (match !== undefined) names.add(match);
    return `${entity.kind} ${match?.name ?? `[${[entity.name, ...entity.aliases].join(" | ")}]`}${entity.unnamed ? " (unnamed)" : ""}`;
  });
  return { entities: found.sort(), names };
}

function relations(reading: Reading, annotation: Annotation) {
  return {
    relations: reading.relations
      .map((relation) => ({
        kind: relation.kind as string,
        role: relation.role,
        from: annotatedName(reading, annotation, relation.from),
        to: annotatedName(reading, annotation, relation.to),
        evidence: words(reading, relation),
        on: relation.on?.date ?? null,
      }))
      .sort(byEvidence),
  };
}
