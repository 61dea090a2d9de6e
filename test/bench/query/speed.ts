/**
 * How fast queries are beside hand-written traversals of Graphology and two native engines.
 * Run: npm run build:library && node --import tsx test/bench/query/speed.ts [10000 100000]
 */
import type { MultiDirectedGraph } from "graphology";
import { makeNewsroom, type NativeEngine, openGrafeo, openLadybug, toGraphology } from "./engines.ts";

// the library as it ships: what runs TypeScript directly slows functions down
const library = new URL("../../../dist/query/index.js", import.meta.url).href;
const { query } = (await import(library)) as typeof import("../../../src/query/index.ts");

interface Question {
  readonly name: string;
  readonly text: string;
  /** The same question where an engine writes it otherwise; null where it cannot ask it. */
  readonly variants?: Readonly<Record<string, string | null>>;
  /** The same answer by hand. */
  readonly byHand: (graph: MultiDirectedGraph) => unknown;
}

const speaker = "Person 7";
const topic = "Topic 3";
const [start, end] = ["Person 11", "Person 1300"];

const key = (name: string) => name.replace(" ", ":");

const QUESTIONS: readonly Question[] = [
  {
    name: "two hops with a property filter",
    text: `MATCH (p:Person {name: '${speaker}'})-[:SAID]->(s:Statement)-[:ABOUT]->(t:Topic) WHERE s.number < 50 RETURN s.name, t.name`,
    byHand(graph) {
      const rows: unknown[] = [];
      const person = graph.findNode((_, node) => node.kind === "Person" && node.name === speaker);
      graph.forEachOutEdge(person, (_e, said, _s, statement, _sa, node) => {
        if (said.kind !== "SAID" || !(node.number < 50)) return;
        graph.forEachOutEdge(statement, (_f, about, _t, _topic, _ta, target) => {
          if (about.kind === "ABOUT") rows.push([node.name, target.name]);
        });
      });
      return rows.length;
    },
  },
  {
    name: "shortest path",
    text: `MATCH p = shortestPath((a:Person {name: '${start}'})-[*..8]-(b:Person {name: '${end}'})) RETURN length(p)`,
    variants: {
      ladybug: `MATCH p = (a:Person {name: '${start}'})-[* SHORTEST 1..8]-(b:Person {name: '${end}'}) RETURN length(p)`,
    },
    byHand: (graph) => breadthFirst(graph, key(start), key(end), 8),
  },
  {
    name: "*1..4, distinct endpoints",
    text: `MATCH (a:Person {name: '${speaker}'})-[*1..4]-(b) RETURN count(DISTINCT b)`,
    variants: {
      ladybug: `MATCH (a:Person {name: '${speaker}'})-[*1..4]-(b) RETURN count(DISTINCT b.key)`,
    },
    byHand: (graph) => breadthFirst(graph, key(speaker), null, 4),
  },
  {
    name: "top speakers about a topic",
    text: `MATCH (p:Person)-[:SAID]->(:Statement)-[:ABOUT]->(t:Topic {name: '${topic}'}) RETURN p.name, count(*) AS n ORDER BY n DESC, p.name LIMIT 10`,
    byHand(graph) {
      const counts = new Map<string, number>();
      const about = graph.findNode((_, node) => node.kind === "Topic" && node.name === topic);
      graph.forEachInEdge(about, (_e, edge, statement) => {
        if (edge.kind !== "ABOUT") return;
        graph.forEachInEdge(statement, (_f, said, person) => {
          if (said.kind === "SAID") counts.set(person, (counts.get(person) ?? 0) + 1);
        });
      });
      return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10).length;
    },
  },
  {
    name: "full two-hop aggregate",
    text: "MATCH (p:Person)-[:SAID]->(s:Statement)-[:ABOUT]->(t:Topic) RETURN t.name, count(*) AS n ORDER BY n DESC, t.name LIMIT 10",
    byHand(graph) {
      const counts = new Map<string, number>();
      graph.forEachNode((statement, node) => {
        if (node.kind !== "Statement") return;
        let said = 0;
        graph.forEachInEdge(statement, (_e, edge) => {
          if (edge.kind === "SAID") said++;
        });
        graph.forEachOutEdge(statement, (_e, edge, _s, target) => {
          if (edge.kind === "ABOUT") counts.set(target, (counts.get(target) ?? 0) + said);
        });
      });
      return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10).length;
    },
  },
  {
    name: "CONTAINS",
    text: "MATCH (s:Statement) WHERE s.text CONTAINS 'bridge harbour' RETURN count(*)",
    byHand(graph) {
      let count = 0;
      graph.forEachNode((_, node) => {
        if (node.kind === "Statement" && node.text.includes("bridge harbour")) count++;
      });
      return count;
    },
  },
];

/** Steps to a node, or how many nodes are within reach. */
function breadthFirst(graph: MultiDirectedGraph, from: string, to: string | null, most: number): number {
  const seen = new Set([from]);
  let frontier = [from];
  for (let depth = 1; depth <= most; depth++) {
    const next: string[] = [];
    for (const node of frontier)
      for (const neighbour of graph.neighbors(node)) {
        if (seen.has(neighbour)) continue;
        if (neighbour === to) return depth;
        seen.add(neighbour);
        next.push(neighbour);
      }
    frontier = next;
  }
  return to === null ? seen.size : -1;
}

/** Milliseconds that passed, and those that the processors worked for it (all threads of this process together). */
interface Taken {
  readonly passed: number;
  readonly worked: number;
}

/** The medians of several runs after some that only warm up. */
async function median(run: () => unknown): Promise<Taken> {
  const passed: number[] = [];
  const worked: number[] = [];
  const begin = performance.now();
  for (let i = 0; passed.length < 60 && (passed.length < 3 || performance.now() - begin < 4000); i++) {
    const [before, worker] = [performance.now(), process.cpuUsage()];
    await run();
    const { user, system } = process.cpuUsage(worker);
    if (i < 3 && performance.now() - begin <= 2000) continue;
    passed.push(performance.now() - before);
    worked.push((user + system) / 1000);
  }
  const middle = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  return { passed: middle(passed), worked: middle(worked) };
}

const shown = (ms: number | null): string => (ms === null ? "–" : ms < 0.1 ? ms.toFixed(3) : ms.toFixed(2)).padStart(9);

async function compare(order: number): Promise<void> {
  const newsroom = makeNewsroom(order);
  const graph = toGraphology(newsroom);
  const natives: NativeEngine[] = [];
  for (const open of [openLadybug, openGrafeo]) {
    const engine = await open(newsroom);
    if (engine) natives.push(engine);
  }
  console.log(`\n${graph.order} nodes, ${graph.size} edges; milliseconds, median`);
  console.log(
    ["", "onrecord", "by hand", ...natives.map(({ name }) => name), "to best native", "in work of processors"].join(
      " | ",
    ),
  );
  for (const { name, text, variants, byHand } of QUESTIONS) {
    const answer = query(graph, text).rows;
    const ours = await median(() => query(graph, text));
    const hand = await median(() => byHand(graph));
    const theirs: (Taken | null)[] = [];
    for (const engine of natives) {
      const variant = variants?.[engine.name] === undefined ? text : variants[engine.name];
      theirs.push(variant === null ? null : await median(() => engine.query(variant)).catch(() => null));
      const rows =
        variant === null ? null : await engine.query(variant).catch((error: Error) => error.message.split("\n")[0]);
      const plain = (value: unknown) => JSON.stringify(value, (_, v) => (typeof v === "bigint" ? Number(v) : v));
      if (
        rows !== null &&
        plain(rows) !== plain(answer) &&
        !(Array.isArray(rows) && rows.length === answer.length && rows.length > 1)
      )
        console.log(
          `  ${engine.name} answers otherwise: ${plain(rows).slice(0, 120)}; we ${plain(answer).slice(0, 120)}`,
        );
    }
    const toBest = (of: keyof Taken): string => {
      const best = Math.min(...theirs.flatMap((taken) => (taken ? [taken[of]] : [])));
      return `${(ours[of] / best).toFixed(2)}×`;
    };
    const times = [ours, hand, ...theirs].map((taken) => shown(taken?.passed ?? null));
    console.log(`${name.padEnd(32)} | ${times.join(" | ")} | ${toBest("passed")} | ${toBest("worked")}`);
  }
  for (const engine of natives) engine.close();
}

const orders = process.argv.slice(2).map(Number);
for (const order of orders.length > 0 ? orders : [10_000, 100_000]) await compare(order);
