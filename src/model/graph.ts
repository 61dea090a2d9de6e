import type { EntityKind, StatementKind } from "./reading.ts";

/** Kinds of node in the graph. Sigma keeps the attribute `type` for itself: ours is `kind`. */
export const NODE_KINDS = [
  "Person",
  "Organization",
  "Group",
  "Place",
  "Document",
  "Event",
  "Topic",
  "Statement",
  "Article",
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** Kinds of edge, read "source KIND target". */
export const EDGE_KINDS = [
  "SAID",
  "TOLD",
  "MENTIONS",
  "ABOUT",
  "IN_ARTICLE",
  "APPEARS_IN",
  "SPEAKS_FOR",
  "HOLDS_ROLE",
  "PART_OF",
  "ISSUED",
  "ECHOES",
  "MAY_BE",
  "COPY_OF",
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** What every node has. Position, size and colour are the deterministic layout's and are what GEXF exports. */
export interface NodeAttributesBase {
  kind: NodeKind;
  label: string;
  x: number;
  y: number;
  /** Radius in the layout's units, and in Sigma's pixels. */
  size: number;
  /** `#rrggbb`. */
  color: string;
  /** Kinds differ by shape too; one of those that GEXF knows. */
  shape?: NodeShape;
}

export type NodeShape = "disc" | "square" | "triangle" | "diamond";

export interface EntityNodeAttributes extends NodeAttributesBase {
  kind: EntityKind;
  name: string;
  aliases: string[];
  unnamed: boolean;
  wikidata?: string;
  mentionCount: number;
  statementCount: number;
  /** Words inside quotation marks, of all its statements. */
  quotedWords: number;
  /** Where it is first mentioned: node key of the article and the span. */
  article: string;
  start: number;
  end: number;
}

export interface StatementNodeAttributes extends NodeAttributesBase {
  kind: "Statement";
  /** The words of the content, " … " between the parts of a split one. */
  text: string;
  statementKind: StatementKind;
  /** ISO 8601 day; absent where not known. */
  saidOn?: string;
  saidOnReason?: string;
  /** The reporting words; absent for a floating quotation. */
  cue?: string;
  /** The words that name the source; absent for a floating quotation. */
  source?: string;
  floating: boolean;
  speech: boolean;
  confidence: number;
  why: string;
  rule: string;
  runnerUp?: string;
  /** Node key of the article, and the hull of the content. */
  article: string;
  start: number;
  end: number;
  /** Each content span as `start-end`; likewise cue and source. */
  content: string[];
  cueSpans: string[];
  sourceSpans: string[];
}

export interface ArticleNodeAttributes extends NodeAttributesBase {
  kind: "Article";
  title: string;
  date?: string;
  outlet?: string;
  author?: string;
  url?: string;
  sha256: string;
  /** Characters. */
  length: number;
  /** Node key of the first article with this text, where this one is wire copy or a reprint: its statements are there. */
  copyOf?: string;
}

export type NodeAttributes = EntityNodeAttributes | StatementNodeAttributes | ArticleNodeAttributes;

/** An edge. Whatever rests on text carries the article's node key and the span of the words that show it. */
export interface EdgeAttributes {
  kind: EdgeKind;
  label: string;
  weight: number;
  /** Width of the line in pixels. */
  thickness?: number;
  article?: string;
  start?: number;
  end?: number;
  /** HOLDS_ROLE. */
  role?: string;
  /** ISSUED, SAID: ISO 8601. */
  on?: string;
  /** APPEARS_IN: how often. */
  count?: number;
  /** APPEARS_IN: the ids of the article's entities that became the node; absent where that is the node's key alone. */
  entities?: readonly string[];
  /** ABOUT: support, oppose, neutral. */
  stance?: "support" | "oppose" | "neutral";
  /** ECHOES: the shared words, their length in characters and where they stand in source and target. */
  words?: string;
  length?: number;
  sourceStart?: number;
  sourceEnd?: number;
  targetStart?: number;
  targetEnd?: number;
  /** MAY_BE: why the two may be one. APPEARS_IN: why the one in the article was taken for this stakeholder. */
  reason?: string;
  confidence?: number;
}

export interface GraphAttributes {
  /** `onrecord/1`: the version of this schema. */
  schema: string;
  title: string;
}

/** The version of the schema written into every graph. */
export const SCHEMA_VERSION = "onrecord/1";

/** Colours of node kinds on paper, safe for colour-blind readers (after Okabe and Ito 2008). */
export const KIND_COLOR: Readonly<Record<NodeKind, string>> = {
  Person: "#0072B2",
  Organization: "#D55E00",
  Group: "#E69F00",
  Place: "#009E73",
  Document: "#AA4499",
  Event: "#56B4E9",
  Topic: "#7A7A72",
  Statement: "#4A4843",
  Article: "#8C877C",
};

/** Shapes of node kinds: what a colour says is said twice. */
export const KIND_SHAPE: Readonly<Record<NodeKind, NodeShape>> = {
  Person: "disc",
  Organization: "square",
  Group: "disc",
  Place: "triangle",
  Document: "diamond",
  Event: "diamond",
  Topic: "disc",
  Statement: "square",
  Article: "square",
};

/** The node key of an article. */
export function articleKey(articleId: string): string {
  return `article:${articleId}`;
}

/** `start-end` as spans are written into attributes, and back. */
export function spanText(span: { readonly start: number; readonly end: number }): string {
  return `${span.start}-${span.end}`;
}

export function parseSpanText(text: string): { start: number; end: number } {
  const [start, end] = text.split("-").map(Number);
  return { start, end };
}
