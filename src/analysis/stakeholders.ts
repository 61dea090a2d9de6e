import type { OnRecordGraph } from "../graph/index.ts";
import type { EdgeKind } from "../model/index.ts";

/**
 * Stakeholders and who speaks of whom, as plain arrays: it can be handed to a worker as it stands. A stakeholder is a
 * number: its place in `keys`. Every ordered pair has at most one tie, and none leads back to where it begins.
 */
export interface StakeholderNetwork {
  /** Node keys, in the order of the graph. */
  readonly keys: readonly string[];
  /** Names, cut where they are long. */
  readonly names: readonly string[];
  /** Statements each made, of those that count. */
  readonly statements: Uint32Array;
  /** Words in quotation marks, of all its statements. */
  readonly quotedWords: Uint32Array;
  /** Where each tie begins and ends. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  /** Statements of the source that mention, are about or tell the target, and relations between the two. */
  readonly weights: Float64Array;
}

/** What a statement says of others is a tie of who said it; the others stand by themselves. */
const THROUGH: ReadonlySet<EdgeKind> = new Set<EdgeKind>(["MENTIONS", "ABOUT", "TOLD"]);
/** A proposed merge is no tie yet. */
const RELATIONS: ReadonlySet<EdgeKind> = new Set<EdgeKind>(["SPEAKS_FOR", "HOLDS_ROLE", "PART_OF", "ISSUED"]);

/**
 * The ties between stakeholders, weighted by statements: a statement that names another twice counts once.
 *
 * @param passes whether a statement counts. Default: all do.
 */
export function stakeholderNetwork(
  graph: OnRecordGraph,
  passes: (statement: string) => boolean = () => true,
): StakeholderNetwork {
  const keys: string[] = [];
  const names: string[] = [];
  const quotedWords: number[] = [];
  const index = new Map<string, number>();
  graph.forEachNode((key, node) => {
    if (node.kind === "Statement" || node.kind === "Article") return;
    index.set(key, keys.length);
    keys.push(key);
    names.push(node.label);
    quotedWords.push(node.quotedWords);
  });
  const speakers = speakersOf(graph, index, passes);
  const statements = new Uint32Array(keys.length);
  for (const together of speakers.values()) for (const speaker of together) statements[speaker]++;
  const weights = new Map<number, number>();
  const add = (source: number, target: number) => {
    if (source === target) return;
    const pair = source * keys.length + target;
    weights.set(pair, (weights.get(pair) ?? 0) + 1);
  };
  const named = new Map<string, Set<number>>();
  graph.forEachEdge((_, { kind }, source, target) => {
    if (THROUGH.has(kind)) {
      const [together, other] = [speakers.get(source), index.get(target)];
      if (together === undefined || other === undefined) return;
      let others = named.get(source);
      if (others === undefined) named.set(source, (others = new Set()));
      if (others.has(other)) return;
      others.add(other);
      for (const speaker of together) add(speaker, other);
    } else if (RELATIONS.has(kind)) {
      const [from, to] = [index.get(source), index.get(target)];
      if (from !== undefined && to !== undefined) add(from, to);
    }
  });
  const pairs = [...weights].sort(([a], [b]) => a - b);
  return {
    keys,
    names,
    statements,
    quotedWords: Uint32Array.from(quotedWords),
    sources: Uint32Array.from(pairs, ([pair]) => Math.floor(pair / keys.length)),
    targets: Uint32Array.from(pairs, ([pair]) => pair % keys.length),
    weights: Float64Array.from(pairs, ([, weight]) => weight),
  };
}

/** Statements, who made them and whom they name, as plain arrays beside a network. */
export interface Talk {
  /** The words of each statement. */
  readonly texts: readonly string[];
  /** Who made it, the first of several: a stakeholder of the network, -1 where that isn't known. */
  readonly speakers: Int32Array;
  /** Those it names stand in `named` from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly named: Uint32Array;
}

/** Gathers what the stakeholders of a network talk about. */
export function talkOf(
  graph: OnRecordGraph,
  network: Pick<StakeholderNetwork, "keys">,
  passes: (statement: string) => boolean = () => true,
): Talk {
  const index = new Map(network.keys.map((key, at) => [key, at]));
  const speakers = speakersOf(graph, index, passes);
  const texts: string[] = [];
  const madeBy: number[] = [];
  const starts: number[] = [0];
  const named: number[] = [];
  graph.forEachNode((key, node) => {
    if (node.kind !== "Statement" || !passes(key)) return;
    texts.push(node.text);
    madeBy.push(speakers.get(key)?.[0] ?? -1);
    const others = new Set<number>();
    graph.forEachOutEdge(key, (_, { kind }, __, target) => {
      const other = THROUGH.has(kind) ? index.get(target) : undefined;
      if (other !== undefined) others.add(other);
    });
    named.push(...others);
    starts.push(named.length);
  });
  return { texts, speakers: Int32Array.from(madeBy), starts: Uint32Array.from(starts), named: Uint32Array.from(named) };
}

/** Statement → who said it, several where they said it together. */
function speakersOf(
  graph: OnRecordGraph,
  index: ReadonlyMap<string, number>,
  passes: (statement: string) => boolean,
): Map<string, number[]> {
  const speakers = new Map<string, number[]>();
  graph.forEachEdge((_, { kind }, source, statement) => {
    const speaker = kind === "SAID" ? index.get(source) : undefined;
    if (speaker === undefined || !passes(statement)) return;
    const together = speakers.get(statement);
    if (together === undefined) speakers.set(statement, [speaker]);
    else if (!together.includes(speaker)) together.push(speaker);
  });
  return speakers;
}
