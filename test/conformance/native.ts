/**
 * Asks random questions of this engine and of two native ones about the same random graphs, and shows where they differ.
 * Run: node --import tsx test/conformance/native.ts [how many questions, default 600] [first seed, default 0]
 *
 * The questions keep to what all three can be asked: one label a node, whole numbers as properties, bounded lengths; and
 * the sum of nothing is made 0, which openCypher says it is and GQL says is null.
 */
import { MultiDirectedGraph } from "graphology";
import { query } from "../../src/query/index.ts";
import { randomFrom } from "../../src/query/random.ts";

interface Asked {
  readonly text: string;
  /** Relationships in the largest MATCH, variable lengths counted as two. */
  readonly relationships: number;
}

class Questions {
  readonly #random: () => number;
  #count = 0;

  constructor(seed: number) {
    this.#random = randomFrom(seed + 1);
    for (let i = 0; i < 9; i++) this.#random();
  }

  #int = (below: number) => Math.floor(this.#random() * below);
  #one = <T>(items: readonly T[]): T => items[this.#int(items.length)];
  #maybe = (chance: number) => this.#random() < chance;

  graph(): MultiDirectedGraph {
    const graph = new MultiDirectedGraph();
    const order = 3 + this.#int(5);
    const properties = () => ({ p: this.#int(3), ...(this.#maybe(0.7) ? { q: this.#int(3) } : {}) });
    for (let i = 0; i < order; i++)
      graph.addNode(`n${i}`, { kind: this.#one(["A", "B"]), key: `n${i}`, ...properties() });
    for (let i = 0; i < 4 + this.#int(9); i++)
      graph.addEdgeWithKey(`e${i}`, `n${this.#int(order)}`, `n${this.#int(order)}`, {
        kind: this.#one(["R", "S"]),
        ...properties(),
      });
    return graph;
  }

  ask(): Asked {
    this.#count = 0;
    const names: string[] = [];
    let most = 0;
    const match = (optional: boolean): string => {
      const length = this.#one([1, 1, 2, 2, 3]);
      let text = this.#node(names, optional);
      let relationships = 0;
      for (let i = 0; i < length; i++) {
        const many = this.#maybe(0.15);
        relationships += many ? 2 : 1;
        text += this.#relationship(many) + this.#node(names, false);
      }
      most = Math.max(most, relationships);
      const where = this.#maybe(0.4) ? ` WHERE ${this.#condition(names, 1)}` : "";
      return `${optional ? "OPTIONAL " : ""}MATCH ${text}${where}`;
    };
    const clauses = [match(false)];
    if (this.#maybe(0.3)) clauses.push(match(this.#maybe(0.6)));
    return { text: `${clauses.join(" ")} ${this.#return(names)}`, relationships: most };
  }

  #node(names: string[], known: boolean): string {
    if (names.length > 0 && (known || this.#maybe(0.15))) return `(${this.#one(names)})`;
    const name = `n${this.#count++}`;
    names.push(name);
    return `(${name}${this.#one(["", "", ":A", ":B"])}${this.#maybe(0.1) ? ` {p: ${this.#int(3)}}` : ""})`;
  }

  #relationship(many: boolean): string {
    const [left, right] = this.#one([
      ["-", "->"],
      ["<-", "-"],
      ["-", "-"],
    ] as const);
    return `${left}[${this.#one(["", ":R", ":S", ":R|S"])}${many ? this.#one(["*1..2", "*1..3", "*2..2"]) : ""}]${right}`;
  }

  #condition(names: readonly string[], depth: number): string {
    const value = () => this.#one([`${this.#one(names)}.p`, `${this.#one(names)}.q`, "0", "1", "2"]);
    const leaves = [
      () => `${value()} ${this.#one(["=", "<>", "<", ">="])} ${value()}`,
      () => `${this.#one(names)}.q IS ${this.#one(["", "NOT "])}NULL`,
      () => `${this.#one(names)}.p IN [0, 2]`,
      () => `${this.#one(names)}.key ${this.#one(["STARTS WITH 'n1'", "CONTAINS '2'", "ENDS WITH '0'"])}`,
      () => `${this.#one(names)}.p + ${value()} ${this.#one([">", "<=", "="])} ${value()} * 2`,
      () => `CASE WHEN ${value()} = 1 THEN ${value()} ELSE 0 END > 0`,
    ];
    if (depth === 0) return this.#one(leaves)();
    const inner = () => this.#condition(names, depth - 1);
    return this.#one([
      ...leaves,
      () => `(${inner()} AND ${inner()})`,
      () => `(${inner()} OR ${inner()})`,
      () => `NOT (${inner()})`,
    ])();
  }

  #return(names: readonly string[]): string {
    const value = () => `${this.#one(names)}.${this.#one(["key", "p", "q"])}`;
    return this.#one([
      () => "RETURN count(*) AS c0",
      () => `RETURN ${value()} AS c0, ${value()} AS c1`,
      () => `RETURN DISTINCT ${value()} AS c0`,
      () => `RETURN ${value()} AS c0, count(*) AS c1`,
      () =>
        `RETURN count(DISTINCT ${value()}) AS c0, min(${this.#one(names)}.p) AS c1, coalesce(sum(${this.#one(names)}.q), 0) AS c2`,
      () => `RETURN ${this.#one(names)}.key AS c0, ${value()} AS c1 ORDER BY c0, c1 LIMIT 3`,
      () => `RETURN DISTINCT ${this.#one(names)}.key AS c0, ${value()} AS c1 ORDER BY c0 DESC, c1 SKIP 1 LIMIT 2`,
      () => `RETURN CASE WHEN ${this.#condition(names, 0)} THEN 1 ELSE 0 END AS c0, count(*) AS c1`,
      () => `RETURN max(${this.#one(names)}.p) AS c0, count(${this.#one(names)}.q) AS c1`,
      () => {
        const name = this.#one(names);
        return `WITH ${name}, count(*) AS k WHERE k > 1 RETURN ${name}.key AS c0, k AS c1`;
      },
      () => {
        const name = this.#one(names);
        return `WITH DISTINCT ${name} MATCH (${name})-[:R|S]->(z) RETURN ${name}.key AS c0, count(z) AS c1`;
      },
    ])();
  }
}

interface Native {
  readonly name: string;
  /** Whether the engine gives this question the same meaning; why not is said in docs/query.md. */
  suits(asked: Asked, graph: MultiDirectedGraph): boolean;
  load(graph: MultiDirectedGraph): Promise<(text: string) => Promise<unknown[][]>>;
}

async function grafeo(): Promise<Native | null> {
  const module = await import("@grafeo-db/js").catch(() => null);
  if (!module) return null;
  const { GrafeoDB } = (module as unknown as { default: typeof module }).default ?? module;
  return {
    name: "grafeo",
    suits: () => true,
    async load(graph) {
      const database = GrafeoDB.create();
      const ids = new Map<string, number>();
      for (const node of graph.nodes()) {
        const { kind, ...properties } = graph.getNodeAttributes(node);
        ids.set(node, (await database.batchCreateNodesWithProps(kind, [properties]))[0]);
      }
      await database.batchCreateEdges(
        graph.mapEdges((_, { kind, ...properties }, source, target) => ({
          src: ids.get(source)!,
          dst: ids.get(target)!,
          type: kind,
          properties,
        })),
      );
      return async (text) => {
        const result = await database.executeCypher(text);
        return result.toArray().map((row) => result.columns.map((column) => row[column]));
      };
    },
  };
}

async function ladybug(): Promise<Native | null> {
  const module = await import("@ladybugdb/core").catch(() => null);
  if (!module) return null;
  const library = module.default ?? module;
  const database = new library.Database(":memory:");
  const connection = new library.Connection(database);
  for (const label of ["A", "B"])
    await connection.query(`CREATE NODE TABLE ${label}(key STRING PRIMARY KEY, p INT64, q INT64)`);
  for (const type of ["R", "S"])
    await connection.query(
      `CREATE REL TABLE ${type}(FROM A TO A, FROM A TO B, FROM B TO A, FROM B TO B, p INT64, q INT64)`,
    );
  const map = (properties: object) =>
    `{${Object.entries(properties)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      .join(", ")}}`;
  return {
    name: "ladybug",
    // it lets two relationships of a pattern be the same one, finds a loop twice where there is no direction, and takes
    // tests for null in the WHERE of OPTIONAL MATCH for tests of the rows that come out
    suits: ({ relationships, text }, graph) =>
      relationships === 1 &&
      !/OPTIONAL MATCH .*WHERE .*IS (?:NOT )?NULL/.test(text) &&
      (!/\)-\[[^\]]*\]-\(/.test(text) || !graph.someEdge((_edge, _attributes, from, to) => from === to)),
    async load(graph) {
      await connection.query("MATCH (n) DETACH DELETE n");
      for (const node of graph.nodes()) {
        const { kind, ...properties } = graph.getNodeAttributes(node);
        await connection.query(`CREATE (:${kind} ${map(properties)})`);
      }
      for (const edge of graph.edges()) {
        const { kind, ...properties } = graph.getEdgeAttributes(edge);
        const end = (key: string) => `:${graph.getNodeAttribute(key, "kind")} {key: "${key}"}`;
        await connection.query(
          `MATCH (a${end(graph.source(edge))}), (b${end(graph.target(edge))}) CREATE (a)-[:${kind} ${map(properties)}]->(b)`,
        );
      }
      return async (text) => {
        const result = await connection.query(text);
        const rows: Record<string, unknown>[] = await (Array.isArray(result) ? result[0] : result).getAll();
        return rows.map((row) => Object.values(row));
      };
    },
  };
}

const plain = (rows: readonly (readonly unknown[])[]): string[] =>
  rows.map((row) =>
    JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : (value ?? null))),
  );

const natives = (await Promise.all([grafeo(), ladybug()])).filter((native) => native !== null);
const wanted = Number(process.argv[2] ?? 600);
const tally = new Map(natives.map(({ name }) => [name, { agreed: 0, differed: 0, refused: 0 }]));
for (let seed = Number(process.argv[3] ?? 0), asked = 0; asked < wanted; seed++) {
  const questions = new Questions(seed);
  const graph = questions.graph();
  const engines = await Promise.all(natives.map(async (native) => ({ native, run: await native.load(graph) })));
  for (let i = 0; i < 6; i++, asked++) {
    const question = questions.ask();
    const { text } = question;
    const ordered = text.includes("ORDER BY");
    const ours = plain(query(graph, text).rows);
    for (const { native, run } of engines) {
      if (!native.suits(question, graph)) continue;
      const counts = tally.get(native.name)!;
      const rows = await run(text).then(plain, () => null);
      if (rows === null) counts.refused++;
      else if (JSON.stringify(ordered ? rows : rows.sort()) === JSON.stringify(ordered ? ours : [...ours].sort()))
        counts.agreed++;
      else {
        counts.differed++;
        if (counts.differed <= 8)
          console.log(
            `${native.name}, seed ${seed}: ${text}\n  they ${rows.slice(0, 6).join(" ")}\n  we   ${ours.slice(0, 6).join(" ")}`,
          );
      }
    }
  }
}
for (const [name, { agreed, differed, refused }] of tally)
  console.log(`${name}: ${agreed} agreed, ${differed} differed, ${refused} refused`);
