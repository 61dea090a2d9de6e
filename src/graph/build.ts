import { MultiDirectedGraph } from "graphology";
import {
  type Article,
  articleKey,
  type EdgeAttributes,
  type GraphAttributes,
  KIND_COLOR,
  KIND_SHAPE,
  type NodeAttributes,
  type Reading,
  SCHEMA_VERSION,
} from "../model/index.ts";
import { type Register, type ResolutionStep, resolve } from "../resolve/index.ts";
import { addEchoes } from "./add-echoes.ts";
import { addStakeholders } from "./add-stakeholders.ts";
import { addStatements } from "./add-statements.ts";
import { addEdge, type Draft, PLACELESS } from "./draft.ts";
import { shorten } from "./labels.ts";
import { layOut } from "./layout.ts";
import type { OnRecordGraph } from "./schema.ts";

export interface BuildOptions {
  /** The name of the graph. Default: the title of the only article, or "12 articles". */
  readonly title?: string;
  /** Who is who, kept by a person. Default: empty. */
  readonly register?: Register;
  /** What a person decided about who is who, in order; taken between resolution and graph. Default: none. */
  readonly steps?: readonly ResolutionStep[];
  /** Articles that are copies of others, id of the copy → id of the first: no statement of a copy is counted. Default: none. */
  readonly copies?: ReadonlyMap<string, string>;
  /** Whether nodes get positions; without, all stand at 0, 0. Default true. */
  readonly layout?: boolean;
}

/**
 * Builds the graph of any number of readings. Their order doesn't matter and the same readings give the same graph, byte
 * for byte: keys come from content, nodes and edges are inserted by date and id of their article, positions from a layout
 * that starts at a hash of the keys. Of readings with the same article id the first counts.
 */
export function buildGraph(readings: readonly Reading[], options: BuildOptions = {}): OnRecordGraph {
  const all = orderReadings(readings);
  const copies = options.copies ?? new Map<string, string>();
  const ordered = all.filter(({ article }) => !copies.has(article.id));
  const graph: OnRecordGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  const title = options.title ?? (all.length === 1 ? all[0].article.title : `${all.length} articles`);
  graph.replaceAttributes({ schema: SCHEMA_VERSION, title });
  const resolution = resolve(ordered, { register: options.register, steps: options.steps });

  for (const { article } of all) graph.addNode(articleKey(article.id), articleNode(article));
  addCopies(graph, all, copies);
  addStakeholders(graph, ordered, resolution.stakeholders);
  const statementKeys = ordered.map((reading, index) => addStatements(graph, reading, resolution.keys[index]));
  const build = { graph, readings: ordered, resolution, statementKeys };
  ordered.forEach((reading, index) => {
    addRelations(graph, reading, resolution.keys[index]);
  });
  addEchoes(build);
  addProposals(build);
  sizeNodes(graph);
  if (options.layout ?? true) layOut(graph);
  return graph;
}

function orderReadings(readings: readonly Reading[]): Reading[] {
  const byId = new Map<string, Reading>();
  for (const reading of readings) if (!byId.has(reading.article.id)) byId.set(reading.article.id, reading);
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...byId.values()].sort(
    (a, b) => order(a.article.date ?? "", b.article.date ?? "") || order(a.article.id, b.article.id),
  );
}

function articleNode(article: Article): NodeAttributes {
  return {
    kind: "Article",
    label: shorten(article.title, 48),
    ...PLACELESS,
    color: KIND_COLOR.Article,
    shape: KIND_SHAPE.Article,
    title: article.title,
    ...(article.date !== null && { date: article.date }),
    ...(article.outlet !== null && { outlet: article.outlet }),
    ...(article.author !== null && { author: article.author }),
    ...(article.url !== null && { url: article.url }),
    sha256: article.sha256,
    length: article.text.length,
  };
}

/** Points articles that are copies at the first with their text. */
function addCopies(graph: OnRecordGraph, readings: readonly Reading[], copies: ReadonlyMap<string, string>): void {
  for (const { article } of readings) {
    const first = copies.get(article.id);
    if (first === undefined || !graph.hasNode(articleKey(first))) continue;
    const [copy, target] = [articleKey(article.id), articleKey(first)];
    graph.mergeNodeAttributes(copy, { copyOf: target });
    // all of its text shows it
    addEdge(graph, "COPY_OF", copy, target, { article: copy, start: 0, end: article.text.length });
  }
}

/** Adds who holds which role, speaks for whom, issued what and is part of what, each with the words that say so. */
function addRelations(graph: OnRecordGraph, reading: Reading, keys: ReadonlyMap<string, string>): void {
  const article = articleKey(reading.article.id);
  for (const { kind, from, to, role, on, start, end } of reading.relations) {
    const [source, target] = [keys.get(from), keys.get(to)];
    if (source === undefined || target === undefined || !graph.hasNode(source) || !graph.hasNode(target)) continue;
    const attributes = { article, start, end, ...(role !== null && { role }), ...(on && { on: on.date }) };
    const place = `@${reading.article.id}:${start}-${end}${role === null ? "" : `:${role}`}`;
    addEdge(graph, kind, source, target, attributes, place);
  }
}

/** Adds the proposals of resolution, each with the first words that name the one in doubt. */
function addProposals({ graph, resolution }: Draft): void {
  for (const { from, to, reason, confidence } of resolution.proposals) {
    if (!graph.hasNode(from) || !graph.hasNode(to)) continue;
    const { article, start, end } = graph.getNodeAttributes(from) as { article: string; start: number; end: number };
    addEdge(graph, "MAY_BE", from, to, { article, start, end, reason, confidence });
  }
}

/** Gives nodes their radius: by what a stakeholder says and how often it is named, by the length of a statement. */
function sizeNodes(graph: OnRecordGraph): void {
  graph.updateEachNodeAttributes(
    (_, attributes) => {
      if (attributes.kind === "Article") attributes.size = 9;
      else if (attributes.kind === "Statement")
        attributes.size = 3 + Math.min(3, Math.sqrt(attributes.text.length) / 8);
      else attributes.size = 4 + Math.min(14, 1.6 * Math.sqrt(attributes.mentionCount + 3 * attributes.statementCount));
      attributes.size = Math.round(attributes.size * 100) / 100;
      return attributes;
    },
    { attributes: ["size"] },
  );
}
