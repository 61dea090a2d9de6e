import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { EdgeKind } from "../../src/model/index.ts";
import type { Ends } from "./curvature.ts";

/** Edges of one kind between the same two, drawn as one. */
export interface Tie extends Ends {
  readonly kind: EdgeKind;
  readonly label: string;
  weight: number;
  /** Keys of the edges of the graph it stands for. */
  readonly members: string[];
}

/** Gathers ties under the key of their first edge, or under a key of their own. */
export class Ties {
  private readonly found = new Map<string, Tie>();

  add(
    key: string,
    kind: EdgeKind,
    label: string,
    source: string,
    target: string,
    weight: number,
    member: string,
  ): void {
    const of = `${kind}\n${source}\n${target}`;
    const tie = this.found.get(of);
    if (tie === undefined) this.found.set(of, { key, kind, label, source, target, weight, members: [member] });
    else {
      tie.weight += weight;
      tie.members.push(member);
    }
  }

  all(): Tie[] {
    return [...this.found.values()];
  }
}

/** Every edge as it stands, those of one kind between the same two as one. */
export function statementTies(graph: OnRecordGraph): Tie[] {
  const ties = new Ties();
  graph.forEachEdge((key, { kind, label, weight }, source, target) => {
    ties.add(key, kind, label, source, target, weight, key);
  });
  return ties.all();
}

/** What a statement says of others becomes a tie of who said it. */
const THROUGH: ReadonlySet<EdgeKind> = new Set<EdgeKind>(["MENTIONS", "ABOUT", "TOLD"]);

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
): { readonly ties: Tie[]; readonly statements: ReadonlySet<string> } {
  const ties = new Ties();
  const statements = new Set<string>();
  graph.forEachEdge((key, { kind, label, weight }, source, target) => {
    if (kind === "SAID" || kind === "ECHOES" || kind === "IN_ARTICLE" || kind === "APPEARS_IN" || THROUGH.has(kind))
      return;
    ties.add(key, kind, label, source, target, weight, key);
  });
  graph.forEachNode((statement, { kind }) => {
    if (kind !== "Statement" || !passes(statement)) return;
    const said = graph.findInEdge(statement, (_, edge) => edge.kind === "SAID");
    const speaker = said === undefined ? null : graph.source(said);
    const open = speaker !== null && unfolded.has(speaker);
    if (open && said !== undefined) {
      statements.add(statement);
      ties.add(said, "SAID", graph.getEdgeAttribute(said, "label"), speaker, statement, 1, said);
    }
    const counted = new Set<string>();
    graph.forEachOutEdge(statement, (key, edge, _, target) => {
      if (!THROUGH.has(edge.kind)) return;
      if (open) ties.add(key, edge.kind, edge.label, statement, target, edge.weight, key);
      else if (speaker !== null && speaker !== target) {
        // Named twice in one statement is still one statement.
        const once = `${edge.kind}\n${target}`;
        const weight = counted.has(once) ? 0 : 1;
        counted.add(once);
        ties.add(`tie:${edge.kind}:${speaker}>${target}`, edge.kind, edge.label, speaker, target, weight, key);
      }
    });
  });
  return { ties: ties.all(), statements };
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
