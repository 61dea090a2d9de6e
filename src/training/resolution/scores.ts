import { bestAssignment } from "./assignment.ts";

/** Precision and recall with their harmonic mean, 0…1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** A clustering of items: the cluster each belongs to, by a name of its own. */
export type Clustering = ReadonlyMap<string, string>;

/** B³ (Bagga and Baldwin 1998) over the items that both clusterings hold; each item weighs the same. */
export function bCubed(gold: Clustering, found: Clustering): Score {
  const { goldClusters, foundClusters, both } = overlap(gold, found);
  let [precision, recall, items] = [0, 0, 0];
  for (const [cluster, counts] of both) {
    for (const [other, count] of counts) {
      precision += (count * count) / (foundClusters.get(other) ?? 1);
      recall += (count * count) / (goldClusters.get(cluster) ?? 1);
      items += count;
    }
  }
  return scoreOf(items === 0 ? 0 : precision / items, items === 0 ? 0 : recall / items);
}

/** CEAF with the entity similarity φ4 (Luo 2005, section 3): clusters are paired one to one as well as they can be. */
export function ceafE(gold: Clustering, found: Clustering): Score {
  const { goldClusters, foundClusters, both } = overlap(gold, found);
  let similarity = 0;
  for (const { rows, columns, weights } of components(both, goldClusters, foundClusters)) {
    for (const [row, column] of bestAssignment(weights, rows.length, columns.length))
      similarity += weights[row][column];
  }
  return scoreOf(
    foundClusters.size === 0 ? 0 : similarity / foundClusters.size,
    goldClusters.size === 0 ? 0 : similarity / goldClusters.size,
  );
}

function scoreOf(precision: number, recall: number): Score {
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

interface Overlap {
  readonly goldClusters: ReadonlyMap<string, number>;
  readonly foundClusters: ReadonlyMap<string, number>;
  /** Gold cluster → found cluster → how many items they share. */
  readonly both: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function overlap(gold: Clustering, found: Clustering): Overlap {
  const goldClusters = new Map<string, number>();
  const foundClusters = new Map<string, number>();
  const both = new Map<string, Map<string, number>>();
  for (const [item, cluster] of gold) {
    const other = found.get(item);
    if (other === undefined) continue;
    goldClusters.set(cluster, (goldClusters.get(cluster) ?? 0) + 1);
    foundClusters.set(other, (foundClusters.get(other) ?? 0) + 1);
    let counts = both.get(cluster);
    if (counts === undefined) both.set(cluster, (counts = new Map()));
    counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return { goldClusters, foundClusters, both };
}

interface Component {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** φ4 of each gold and found cluster. */
  readonly weights: readonly (readonly number[])[];
}

/** Clusters that share items, directly or by others: each group is assigned by itself. */
function* components(
  both: Overlap["both"],
  goldClusters: Overlap["goldClusters"],
  foundClusters: Overlap["foundClusters"],
): Iterable<Component> {
  const holders = new Map<string, string[]>();
  for (const [cluster, counts] of both) {
    for (const other of counts.keys()) holders.set(other, [...(holders.get(other) ?? []), cluster]);
  }
  const seen = new Set<string>();
  for (const start of both.keys()) {
    if (seen.has(start)) continue;
    const rows: string[] = [];
    const columns = new Set<string>();
    const open = [start];
    seen.add(start);
    for (let cluster = open.pop(); cluster !== undefined; cluster = open.pop()) {
      rows.push(cluster);
      for (const other of both.get(cluster)?.keys() ?? []) {
        columns.add(other);
        for (const next of holders.get(other) ?? []) {
          if (seen.has(next)) continue;
          seen.add(next);
          open.push(next);
        }
      }
    }
    const weights = rows.map((row) =>
      [...columns].map((column) => {
        const shared = both.get(row)?.get(column) ?? 0;
        return (2 * shared) / ((goldClusters.get(row) ?? 0) + (foundClusters.get(column) ?? 0));
      }),
    );
    yield { rows, columns: [...columns], weights };
  }
}
