import { MultiDirectedGraph } from "graphology";

/** Numbers 0…1 that are the same in every run (mulberry32, Ettinger 2017). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS =
  'the council said that new harbour bridge "will open" & close before winter comes to northern towns'.split(" ");

/** A graph with the attributes of On Record's: a third people, two thirds statements, three edges a node. */
export function createGraph(order: number, size: number): MultiDirectedGraph {
  const random = createRandom(7);
  const pick = (count: number) => Math.floor(random() * count);
  const words = (count: number) => Array.from({ length: count }, () => WORDS[pick(WORDS.length)]).join(" ");
  const graph = new MultiDirectedGraph({ multi: true } as never);
  graph.replaceAttributes({ schema: "onrecord/1", title: "Benchmark" });
  const place = () => ({
    x: Math.round(random() * 1e6) / 100,
    y: Math.round(random() * 1e6) / 100,
    size: 3 + pick(12),
  });
  for (let i = 0; i < order; i++) {
    const isPerson = i % 3 === 0;
    graph.addNode(
      `n${i}`,
      isPerson
        ? {
            kind: "Person",
            label: `Person ${i}`,
            ...place(),
            color: "#0072B2",
            name: `Person ${i}`,
            aliases: [`P. ${i}`, words(2)],
            unnamed: i % 2 === 0,
            mentionCount: pick(40),
          }
        : {
            kind: "Statement",
            label: words(5),
            ...place(),
            color: "#4A4843",
            text: words(20),
            saidOn: `2024-${String(1 + pick(12)).padStart(2, "0")}-11`,
            confidence: Math.round(random() * 1000) / 1000,
            start: pick(9000),
          },
    );
  }
  for (let i = 0; i < size; i++)
    graph.addEdgeWithKey(`e${i}`, `n${pick(order)}`, `n${pick(order)}`, {
      kind: i % 2 === 0 ? "SAID" : "MENTIONS",
      label: "said",
      weight: 1 + pick(4),
      article: `article:${i % 97}`,
      start: pick(9000),
      end: 9000 + pick(100),
    });
  return graph;
}
