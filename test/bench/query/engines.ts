import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MultiDirectedGraph } from "graphology";

/** Graphs of a made-up newsroom, and the native engines that are asked the same questions about them. */

export interface Node {
  readonly key: string;
  readonly kind: string;
  readonly properties: Readonly<Record<string, string | number>>;
}
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}
export interface Newsroom {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** Pseudo-random numbers (mulberry32), the same in every run. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  "the plan will open a new bridge harbour council budget school minister said that on monday no one yet knows".split(
    " ",
  );

/** About three edges a node; a few people say much, most little. */
export function makeNewsroom(order: number): Newsroom {
  const random = numbers(order);
  const nodes: Node[] = [];
  const counts = { Person: 0.15, Topic: 0.05, Article: 0.05, Statement: 0.75 };
  const start: Record<string, number> = {};
  for (const [kind, share] of Object.entries(counts)) {
    start[kind] = nodes.length;
    const wanted = Math.round(order * share);
    for (let i = 0; i < wanted; i++) {
      const name = `${kind} ${i}`;
      const text = Array.from({ length: 12 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ");
      const properties: Record<string, string | number> = { key: `${kind}:${i}`, name, number: i % 100 };
      if (kind === "Statement") properties.text = text;
      nodes.push({ key: `${kind}:${i}`, kind, properties });
    }
  }
  const pick = (kind: keyof typeof counts, skew = 1) =>
    start[kind] + Math.floor(random() ** skew * Math.round(order * counts[kind]));
  const edges: Edge[] = [];
  for (let i = start.Statement; i < nodes.length; i++) {
    edges.push({ from: pick("Person", 2), to: i, kind: "SAID" });
    edges.push({ from: i, to: pick("Topic", 2), kind: "ABOUT" });
    edges.push({ from: i, to: pick("Article"), kind: "IN_ARTICLE" });
    edges.push({ from: i, to: pick("Person"), kind: "MENTIONS" });
  }
  return { nodes, edges };
}

export function toGraphology({ nodes, edges }: Newsroom): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const { key, kind, properties } of nodes) graph.addNode(key, { kind, ...properties });
  edges.forEach(({ from, to, kind }, i) => {
    graph.addEdgeWithKey(`e${i}`, nodes[from].key, nodes[to].key, { kind });
  });
  return graph;
}

/** A native engine with the graph loaded. */
export interface NativeEngine {
  readonly name: string;
  /** Rows as lists of values. */
  query(text: string): Promise<unknown[][]>;
  close(): void;
}

const ENDS: Readonly<Record<string, readonly [string, string]>> = {
  SAID: ["Person", "Statement"],
  ABOUT: ["Statement", "Topic"],
  IN_ARTICLE: ["Statement", "Article"],
  MENTIONS: ["Statement", "Person"],
};

/** Ladybug (the successor of Kùzu), or null where it is not installed. */
export async function openLadybug({ nodes, edges }: Newsroom): Promise<NativeEngine | null> {
  const module = await import("@ladybugdb/core").catch(() => null);
  if (!module) return null;
  const ladybug = module.default ?? module;
  const database = new ladybug.Database(":memory:");
  const connection = new ladybug.Connection(database);
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  const copy = async (table: string, lines: readonly string[]): Promise<void> => {
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, `${lines.join("\n")}\n`);
    await connection.query(`COPY ${table} FROM '${file}'`);
  };
  for (const kind of ["Person", "Topic", "Article", "Statement"]) {
    await connection.query(`CREATE NODE TABLE ${kind}(key STRING PRIMARY KEY, name STRING, number INT64, text STRING)`);
    const lines = nodes
      .filter((node) => node.kind === kind)
      .map(({ properties: p }) => `${p.key},${p.name},${p.number},${p.text ?? ""}`);
    await copy(kind, lines);
  }
  for (const [kind, [from, to]] of Object.entries(ENDS)) {
    await connection.query(`CREATE REL TABLE ${kind}(FROM ${from} TO ${to})`);
    await copy(
      kind,
      edges.filter((edge) => edge.kind === kind).map((edge) => `${nodes[edge.from].key},${nodes[edge.to].key}`),
    );
  }
  rmSync(folder, { recursive: true });
  return {
    name: "ladybug",
    async query(text) {
      const result = await connection.query(text);
      const rows: Record<string, unknown>[] = await (Array.isArray(result) ? result[0] : result).getAll();
      return rows.map((row) => Object.values(row));
    },
    close: () => connection.closeSync(),
  };
}

/** Grafeo, or null where it is not installed. */
export async function openGrafeo({ nodes, edges }: Newsroom): Promise<NativeEngine | null> {
  const module = await import("@grafeo-db/js").catch(() => null);
  if (!module) return null;
  const { GrafeoDB } = (module as unknown as { default: typeof module }).default ?? module;
  const database = GrafeoDB.create();
  const ids: number[] = new Array(nodes.length);
  for (const kind of ["Person", "Topic", "Article", "Statement"]) {
    const places = nodes.flatMap((node, i) => (node.kind === kind ? [i] : []));
    const made = await database.batchCreateNodesWithProps(
      kind,
      places.map((i) => nodes[i].properties),
    );
    places.forEach((place, i) => {
      ids[place] = made[i];
    });
  }
  await database.batchCreateEdges(edges.map(({ from, to, kind }) => ({ src: ids[from], dst: ids[to], type: kind })));
  return {
    name: "grafeo",
    async query(text) {
      const result = await database.executeCypher(text);
      return result.toArray().map((row) => result.columns.map((column) => row[column]));
    },
    close: () => database.close(),
  };
}
