import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { NodeKind } from "../../src/model/index.ts";
import type { Fill } from "../scene/kinds.ts";
import { fillOf } from "../scene/scene.ts";
import type { Command, CommandGroup } from "./command.ts";
import { fuzzyMatch } from "./fuzzy.ts";

/** A line of the palette: a command, or a node to go to. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  /** Places of the label's characters that were typed. */
  readonly places: readonly number[];
  readonly score: number;
  readonly command: Command | null;
  readonly node: { readonly key: string; readonly kind: NodeKind; readonly fill: Fill } | null;
}

/** Lines of one group; "go" holds the nodes. */
export interface EntryGroup {
  readonly group: CommandGroup | "go";
  readonly entries: readonly Entry[];
}

const MOST_NODES = 8;
/** Words that only help to find a command count less than its name. */
const ALSO = 0.6;

/** What of the commands matches a query, in groups: the group with the best match first, within it the best first. */
export function matchingCommands(commands: readonly Command[], query: string): EntryGroup[] {
  const groups = new Map<CommandGroup, Entry[]>();
  for (const command of commands) {
    const { id, label, also = "", group } = command;
    const byName = fuzzyMatch(query, label);
    const byOther = also === "" ? null : fuzzyMatch(query, also);
    if (byName === null && byOther === null) continue;
    const isByName = byName !== null && byName.score >= (byOther?.score ?? 0) * ALSO;
    const entry: Entry = {
      id,
      label,
      places: isByName ? (byName?.places ?? []) : [],
      score: isByName ? (byName?.score ?? 0) : (byOther?.score ?? 0) * ALSO,
      command,
      node: null,
    };
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  const found = [...groups].map(([group, entries]) => ({ group, entries: byScore(entries) }));
  return query.trim() === "" ? found : bestFirst(found);
}

/** The group with the best match first. */
export function bestFirst(groups: readonly EntryGroup[]): EntryGroup[] {
  return [...groups].sort((a, b) => b.entries[0].score - a.entries[0].score);
}

/** Nodes with a name that matches: stakeholders and articles, the best first. */
export function matchingNodes(graph: OnRecordGraph, query: string): Entry[] {
  if (query.trim().length < 2) return [];
  const found: Entry[] = [];
  graph.forEachNode((key, node) => {
    if (node.kind === "Statement") return;
    const label = node.kind === "Article" ? node.title : node.name;
    const match = fuzzyMatch(query, label);
    // Letters scattered over a long title are no match that a person meant.
    if (match === null || match.score < query.trim().length * 4) return;
    found.push({
      id: key,
      label,
      places: match.places,
      score: match.score,
      command: null,
      node: { key, kind: node.kind, fill: fillOf(node) },
    });
  });
  return byScore(found).slice(0, MOST_NODES);
}

function byScore(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => b.score - a.score);
}
