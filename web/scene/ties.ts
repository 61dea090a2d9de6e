import type { OnRecordGraph } from "../../src/graph/index.ts";
import { EDGE_KINDS, type EdgeKind } from "../../src/model/index.ts";
import { atOnce, type Steps } from "../data/slices.ts";
import type { Ends } from "./curvature.ts";
import { type GraphIndex, graphIndexing } from "./graph-index.ts";

/** Edges of one kind between the same two, drawn as one. */
export interface Tie extends Ends {
  readonly kind: EdgeKind;
  readonly label: string;
  weight: number;
  /** Keys of the edges of the graph it stands for. */
  readonly members: string[];
}

/** Edges of one kind between the same two become one tie, under the key of the first; in the order of the first. */
class Ties {
  readonly all: Tie[] = [];
  private readonly found = new Map<number, Tie>();

  /** @param nodes how many nodes there are. */
  constructor(private readonly nodes: number) {}

  /** The tie of a kind, a place in EDGE_KINDS, between two nodes by their numbers. */
  find(kind: number, source: number, target: number): Tie | undefined {
    return this.found.get(this.pair(kind, source, target));
  }

  begin(kind: number, source: number, target: number, tie: Tie): void {
    this.all.push(tie);
    this.found.set(this.pair(kind, source, target), tie);
  }

  private pair(kind: number, source: number, target: number): number {
    return (kind * this.nodes + source) * this.nodes + target;
  }

  /** Adds an edge of the graph as it stands. */
  addEdge({ nodes, edges, edgeAttributes, kinds, sources, targets }: GraphIndex, edge: number): void {
    const [kind, source, target] = [kinds[edge], sources[edge], targets[edge]];
    const { label, weight } = edgeAttributes[edge];
    const tie = this.find(kind, source, target);
    if (tie !== undefined) {
      tie.weight += weight;
      tie.members.push(edges[edge]);
      return;
    }
    const ends = { source: nodes[source], target: nodes[target] };
    const parts = { weight, members: [edges[edge]] };
    this.begin(kind, source, target, { key: edges[edge], kind: EDGE_KINDS[kind], label, ...ends, ...parts });
  }
}

/** So many statements, or edges, a step. */
const STEP = 256;

/** Every edge as it stands, those of one kind between the same two as one. */
export function* statementTies(graph: OnRecordGraph): Steps<Tie[]> {
  const index = yield* graphIndexing(graph);
  const ties = new Ties(index.nodes.length);
  for (let edge = 0; edge < index.kinds.length; edge++) {
    ties.addEdge(index, edge);
    if (edge % STEP === STEP - 1) yield;
  }
  return ties.all;
}

/** What a statement says of others becomes a tie of who said it. */
const THROUGH: ReadonlySet<EdgeKind> = new Set<EdgeKind>(["MENTIONS", "ABOUT", "TOLD"]);
/** What isn't seen, or otherwise, where statements are folded into ties. */
const FOLDED: ReadonlySet<EdgeKind> = new Set<EdgeKind>([...THROUGH, "SAID", "ECHOES", "IN_ARTICLE", "APPEARS_IN"]);

/**
 * Ties between stakeholders: what statements mention, are about or tell goes from who said them, weighted by how many
 * statements do. Statements of those in `unfolded` stay nodes of their own, with their ties.
 *
 * @param passes whether a statement counts.
 */
export function stakeholderTies(
  graph: OnRecordGraph,
  unfolded: ReadonlySet<string>,
  passes: (statement: string) => boolean,
): StakeholderTies {
  return atOnce(stakeholderTying(graph, unfolded, passes));
}

export interface StakeholderTies {
  readonly ties: Tie[];
  /** The statements that stay nodes. */
  readonly statements: ReadonlySet<string>;
}

/** The same in steps. */
export function* stakeholderTying(
  graph: OnRecordGraph,
  unfolded: ReadonlySet<string>,
  passes: (statement: string) => boolean,
): Steps<StakeholderTies> {
  const index = yield* graphIndexing(graph);
  const { nodes, edges, edgeAttributes, kinds, targets } = index;
  const { statements, said, speakers, starts, through, relations } = yield* sayingIndexing(graph);
  const ties = new Ties(nodes.length);
  for (let i = 0; i < relations.length; i++) {
    ties.addEdge(index, relations[i]);
    if (i % STEP === STEP - 1) yield;
  }
  const nodesOfTheirOwn = new Set<string>();
  /** The statement that each tie has counted last: one that is named twice in it is still named by one statement. */
  const counted = new Map<Tie, number>();
  for (let i = 0; i < statements.length; i++) {
    if (i % STEP === STEP - 1) yield;
    const [statement, speaker] = [nodes[statements[i]], speakers[i]];
    if (speaker < 0 || !passes(statement)) continue;
    const isOpen = unfolded.has(nodes[speaker]);
    if (isOpen) {
      nodesOfTheirOwn.add(statement);
      const { label } = edgeAttributes[said[i]];
      const ends = { source: nodes[speaker], target: statement };
      const tie: Tie = { key: edges[said[i]], kind: "SAID", label, ...ends, weight: 1, members: [edges[said[i]]] };
      ties.begin(kinds[said[i]], speaker, statements[i], tie);
    }
    for (let at = starts[i]; at < starts[i + 1]; at++) {
      const [edge, target] = [through[at], targets[through[at]]];
      if (isOpen) ties.addEdge(index, edge);
      else if (target !== speaker) {
        const tie = ties.find(kinds[edge], speaker, target) ?? begin(index, ties, edge, speaker);
        if (counted.get(tie) !== i) tie.weight++;
        counted.set(tie, i);
        tie.members.push(edges[edge]);
      }
    }
  }
  return { ties: ties.all, statements: nodesOfTheirOwn };
}

/** A tie of who said a statement to whom an edge of the statement leads, so far of nothing. */
function begin({ nodes, edgeAttributes, kinds, targets }: GraphIndex, ties: Ties, edge: number, speaker: number): Tie {
  const kind = EDGE_KINDS[kinds[edge]];
  const [source, target] = [nodes[speaker], nodes[targets[edge]]];
  const key = `tie:${kind}:${source}>${target}`;
  const tie: Tie = { key, kind, label: edgeAttributes[edge].label, source, target, weight: 0, members: [] };
  ties.begin(kinds[edge], speaker, targets[edge], tie);
  return tie;
}

/** Who says each statement and whom it names, by the numbers of the graph's index. */
interface SayingIndex {
  readonly statements: Uint32Array;
  /** Who said each, the first of several, and the edge that says so; -1 where that isn't known. */
  readonly speakers: Int32Array;
  readonly said: Int32Array;
  /** The edges to those it names stand in `through` from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly through: Uint32Array;
  /** Edges that stand for themselves between stakeholders. */
  readonly relations: Uint32Array;
}

const sayings = new WeakMap<OnRecordGraph, SayingIndex>();

function* sayingIndexing(graph: OnRecordGraph): Steps<SayingIndex> {
  const known = sayings.get(graph);
  if (known !== undefined) return known;
  const { nodeAttributes, kinds, sources, targets } = yield* graphIndexing(graph);
  const statements = Uint32Array.from(nodeAttributes.keys()).filter(
    (node) => nodeAttributes[node].kind === "Statement",
  );
  const numberOf = new Int32Array(nodeAttributes.length).fill(-1);
  statements.forEach((node, number) => {
    numberOf[node] = number;
  });
  const isThrough = EDGE_KINDS.map((kind) => THROUGH.has(kind));
  const isFolded = EDGE_KINDS.map((kind) => FOLDED.has(kind));
  const speakers = new Int32Array(statements.length).fill(-1);
  const said = new Int32Array(statements.length).fill(-1);
  const starts = new Uint32Array(statements.length + 1);
  const relations: number[] = [];
  for (let edge = 0; edge < kinds.length; edge++) {
    if (edge % STEP === STEP - 1) yield;
    const [from, to] = [numberOf[sources[edge]], numberOf[targets[edge]]];
    if (!isFolded[kinds[edge]]) relations.push(edge);
    else if (isThrough[kinds[edge]] && from >= 0) starts[from + 1]++;
    else if (EDGE_KINDS[kinds[edge]] === "SAID" && to >= 0 && said[to] < 0) {
      speakers[to] = sources[edge];
      said[to] = edge;
    }
  }
  for (let at = 0; at < statements.length; at++) starts[at + 1] += starts[at];
  const next = starts.slice();
  const through = new Uint32Array(starts[statements.length]);
  for (let edge = 0; edge < kinds.length; edge++) {
    if (edge % STEP === STEP - 1) yield;
    const from = isThrough[kinds[edge]] ? numberOf[sources[edge]] : -1;
    if (from >= 0) through[next[from]++] = edge;
  }
  const index = { statements, speakers, said, starts, through, relations: Uint32Array.from(relations) };
  sayings.set(graph, index);
  return index;
}

/** Who speaks in a tie between stakeholders, by its key; null where the key is no tie's. */
export function speakerOfTie(key: string): string | null {
  return /^tie:[A-Z_]+:(.+)>.+$/.exec(key)?.[1] ?? null;
}

/** The edges of the graph behind a tie between stakeholders, by its key; none where the key is no tie's. */
export function membersOfTie(graph: OnRecordGraph, key: string): string[] {
  const [, kind, speaker, target] = /^tie:([A-Z_]+):(.+)>(.+)$/.exec(key) ?? [];
  if (speaker === undefined || !graph.hasNode(speaker) || !graph.hasNode(target)) return [];
  const members: string[] = [];
  graph.forEachOutEdge(speaker, (_, said, __, statement) => {
    if (said.kind !== "SAID") return;
    graph.forEachOutEdge(statement, (edge, attributes, ___, of) => {
      if (attributes.kind === kind && of === target) members.push(edge);
    });
  });
  return members;
}
