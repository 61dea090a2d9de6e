import type { Article } from "./article.ts";
import type { Span } from "./span.ts";

/** What an entity is. A Topic is what is talked about; a Group is people by a description, "Hong Kong professionals". */
export const ENTITY_KINDS = ["Person", "Organization", "Group", "Place", "Document", "Event", "Topic"] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Someone or something the article refers to. */
export interface Entity {
  /** Kind and name, `person:carrie-lam-cheng-yuet-ngor`; an unnamed one carries its article too. Unique in a reading. */
  readonly id: string;
  readonly kind: EntityKind;
  /** The fullest name the article gives, without titles; for an unnamed one the words that describe it. */
  readonly name: string;
  /** Other names it has in the article, in order of appearance, without pronouns. */
  readonly aliases: readonly string[];
  /** Described but not named ("an official"): never merged with a named entity by itself. */
  readonly unnamed: boolean;
}

export type MentionForm = "named" | "nominal" | "pronoun";

/** A span that refers to an entity. Mentions may lie inside one another; they are sorted by `compareSpans`. */
export interface Mention extends Span {
  readonly form: MentionForm;
  /** The id of the entity. */
  readonly entity: string;
}

/** direct: all of it in quotation marks; mixed: part of it; indirect: a paraphrase. */
export const STATEMENT_KINDS = ["direct", "indirect", "mixed"] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** Why something was read as it was, in words for a person. */
export interface Why {
  /** One sentence: the cue, the rule or the strongest evidence. */
  readonly reason: string;
  /** A stable name of the rule or decision, `cue-after-quotation`. */
  readonly rule: string;
  /** What would have been taken otherwise, with its probability 0…1. */
  readonly runnerUp: { readonly what: string; readonly confidence: number } | null;
}

/** A date with the reason it was read as that day. */
export interface DatedOn {
  /** ISO 8601: a day (`2021-09-06`), a month (`2021-09`), a year (`2035`) or an interval (`2021/2025`). */
  readonly date: string;
  /** "on Monday", article of Tuesday 2021-09-07. */
  readonly reason: string;
  /** The words that say so. */
  readonly span: Span;
}

/** Something a source said, wrote, decreed or claimed. */
export interface Statement {
  /** `statement:<article>:<start>-<end>` of the hull of `content`. */
  readonly id: string;
  readonly kind: StatementKind;
  /** The words that carry it, quotation marks included: sorted, not overlapping, several for a split quotation. */
  readonly content: readonly Span[];
  /** The reporting words; empty for a floating quotation. */
  readonly cue: readonly Span[];
  /** The words that name the source; empty where none stands with the quotation. */
  readonly source: readonly Span[];
  /** The id of the entity that said it, null where it isn't known. */
  readonly speaker: string | null;
  /** The ids of those who said it together with the speaker: "Germany and France said"; absent where nobody did. */
  readonly coSpeakers?: readonly string[];
  /** The id of the entity it was said to, where the article says so. */
  readonly addressee: string | null;
  /** A quotation without cue and source of its own that belongs to the speaker before it. */
  readonly floating: boolean;
  /** Said or written, as against merely thought, hoped or planned. */
  readonly speech: boolean;
  readonly saidOn: DatedOn | null;
  /** Probability that content and speaker are right, 0…1. */
  readonly confidence: number;
  readonly why: Why;
}

export const RELATION_KINDS = ["HOLDS_ROLE", "SPEAKS_FOR", "ISSUED", "PART_OF"] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** How two entities of the article are tied, with the words that say so. */
export interface Relation extends Span {
  readonly kind: RelationKind;
  /** Entity ids. */
  readonly from: string;
  readonly to: string;
  /** For HOLDS_ROLE: "Chief Executive". */
  readonly role: string | null;
  /** When, for what has a day (ISSUED). */
  readonly on: DatedOn | null;
}

/** A number with its unit, or a time expression, as it stands in the text. */
export interface Quantity extends Span {
  readonly kind: "quantity" | "money" | "percent" | "date";
  /** The number, null for a date. */
  readonly value: number | null;
  /** "square kilometre", "USD"; null for a bare number or a date. */
  readonly unit: string | null;
  /** For a date. */
  readonly on: string | null;
}

/** What On Record found in one article. Everything is in reading order. */
export interface Reading {
  readonly article: Article;
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly relations: readonly Relation[];
  readonly quantities: readonly Quantity[];
  /** What was odd and how it was taken: an unbalanced quotation mark, a language that isn't English. */
  readonly warnings: readonly string[];
  /** Name and version of the reader, so that a cache knows when to read again. */
  readonly reader: string;
}
