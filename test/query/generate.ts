import { MultiDirectedGraph } from "graphology";
import { randomFrom } from "../../src/query/random.ts";

/** Random graphs and random queries over them: the grammar's patterns, conditions and projections, small enough to try all. */
export class Generator {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = randomFrom(seed * 7919 + 1);
    for (let i = 0; i < 5; i++) this.random();
  }

  int(below: number): number {
    return Math.floor(this.random() * below);
  }

  one<T>(items: readonly T[]): T {
    return items[this.int(items.length)];
  }

  maybe(chance: number): boolean {
    return this.random() < chance;
  }

  private some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: 1 + this.int(most) }, make);
  }

  /** At most 5 nodes and 8 edges, loops and parallel edges among them. */
  graph(): MultiDirectedGraph {
    const graph = new MultiDirectedGraph();
    const order = 2 + this.int(4);
    for (let i = 0; i < order; i++) {
      const kind = this.one<unknown>(["A", "B", "C", ["A", "B"], undefined]);
      graph.addNode(`n${i}`, { ...(kind === undefined ? {} : { kind }), ...this.properties() });
    }
    const size = 3 + this.int(6);
    for (let i = 0; i < size; i++)
      graph.addEdgeWithKey(`e${i}`, `n${this.int(order)}`, `n${this.int(order)}`, {
        kind: this.one(["R", "S", "T"]),
        ...this.properties(),
      });
    return graph;
  }

  private properties(): Record<string, unknown> {
    const values = [0, 1, 2, 2, "x", "y", 1.5, true];
    const properties: Record<string, unknown> = {};
    for (const key of ["p", "q"]) if (this.maybe(0.7)) properties[key] = this.one(values);
    return properties;
  }

  query(): string {
    const scope = new Names();
    const clauses = [this.match(scope, false)];
    if (this.maybe(0.35)) clauses.push(this.match(scope, this.maybe(0.7)));
    if (this.maybe(0.25)) clauses.push(this.with(scope));
    if (this.maybe(0.15)) clauses.push(this.match(scope, true));
    if (this.maybe(0.1)) {
      clauses.push(`UNWIND [1, 2, null] AS u${scope.all().length}`);
    }
    clauses.push(this.return(scope));
    return clauses.join(" ");
  }

  private match(scope: Names, optional: boolean): string {
    const used = new Set<string>();
    const paths = this.some(this.maybe(0.4) ? 2 : 1, () => this.path(scope, used));
    const where = this.maybe(0.35) ? ` WHERE ${this.condition(scope, 2)}` : "";
    return `${optional ? "OPTIONAL " : ""}MATCH ${paths.join(", ")}${where}`;
  }

  private path(scope: Names, used: Set<string>): string {
    if (this.maybe(0.08) && scope.nodes.length > 1) return this.shortest(scope);
    let text = this.node(scope);
    const length = this.one([0, 1, 1, 1, 1, 2, 2, 3]);
    for (let i = 0; i < length; i++) text += this.relationship(scope, used) + this.node(scope);
    if (!this.maybe(0.15)) return text;
    const name = scope.fresh("p");
    scope.paths.push(name);
    return `${name} = ${text}`;
  }

  private shortest(scope: Names): string {
    const name = scope.fresh("p");
    const [a, b] = [this.one(scope.nodes), this.one(scope.nodes)];
    const max = this.one(["", "..3", "0..2", "2..4"]);
    const [left, right] = this.one([
      ["-", "->"],
      ["<-", "-"],
      ["-", "-"],
    ] as const);
    scope.paths.push(name);
    return `${name} = allShortestPaths((${a})${left}[${this.one(["", ":R", ":R|S"])}*${max}]${right}(${b}))`;
  }

  private node(scope: Names): string {
    const known = scope.nodes.length > 0 && this.maybe(0.35);
    let name = known ? this.one(scope.nodes) : "";
    if (!known && this.maybe(0.7)) {
      name = scope.fresh("n");
      scope.nodes.push(name);
    }
    const labels = this.maybe(0.25) ? this.one([":A", ":B", ":A|B", ":A|B", ":!A", ":!C", ":A:B", ":%"]) : "";
    const properties = this.maybe(0.06) ? ` {p: ${this.value()}}` : "";
    return `(${name}${labels}${properties})`;
  }

  private relationship(scope: Names, used: Set<string>): string {
    const [left, right] = this.one([
      ["-", "->"],
      ["<-", "-"],
      ["-", "-"],
    ] as const);
    const types = this.maybe(0.4) ? this.one([":R", ":S", ":R|S", ":!T"]) : "";
    const length = this.maybe(0.25) ? this.one(["*", "*1..2", "*0..1", "*2", "*..3", "*0..3", "*2..3"]) : "";
    let name = "";
    if (this.maybe(0.4)) {
      const again =
        length === "" && scope.relationships.length > 0 && this.maybe(0.2) ? this.one(scope.relationships) : "";
      name = again && !used.has(again) ? again : scope.fresh("r");
      used.add(name);
      if (length !== "") scope.lists.push(name);
      else if (!scope.relationships.includes(name)) scope.relationships.push(name);
    }
    const properties = this.maybe(0.06) ? ` {q: ${this.value()}}` : "";
    return `${left}[${name}${types}${length}${properties}]${right}`;
  }

  private value(): string {
    return this.one(["0", "1", "2", "2", "2.0", "'x'", "'y'", "1.5", "true", "null"]);
  }

  private scalar(scope: Names, depth: number): string {
    const elements = [...scope.nodes, ...scope.relationships];
    const kinds = [
      () => this.value(),
      () => (elements.length > 0 ? `${this.one(elements)}.${this.one(["p", "q"])}` : this.value()),
      () => (scope.values.length > 0 ? this.one(scope.values) : this.value()),
      () => (scope.lists.length > 0 ? `size(${this.one(scope.lists)})` : "3"),
      () => (scope.paths.length > 0 ? `length(${this.one(scope.paths)})` : "4"),
      () => (scope.nodes.length > 0 ? `COUNT { (${this.one(scope.nodes)})--() }` : "0"),
    ];
    if (depth > 0) kinds.push(() => `coalesce(${this.scalar(scope, 0)}, ${this.scalar(scope, 0)})`);
    return this.one([...kinds.slice(0, 3), ...kinds])();
  }

  private condition(scope: Names, depth: number): string {
    const elements = [...scope.nodes, ...scope.relationships];
    const one = elements.length > 0 ? this.one(elements) : "null";
    const node = scope.nodes.length > 0 ? this.one(scope.nodes) : null;
    const leaves = [
      () => `${this.scalar(scope, 1)} ${this.one(["=", "<>", "<", ">=", ">"])} ${this.scalar(scope, 1)}`,
      () => `${one}.p IS ${this.one(["", "NOT "])}NULL`,
      () => `${one}.q IN [1, 'x', ${this.value()}]`,
      () => `${one} ${this.one(["=", "<>"])} ${elements.length > 0 ? this.one(elements) : "null"}`,
      () => (node ? `${node}:${this.one(["A", "B&!C", "C|B", "!(A|B)"])}` : "true"),
      () =>
        node
          ? `(${node})${this.one(["-->", "<-[:R]-", "-[:S*1..2]-"])}(${this.one(["", ":A", ...scope.nodes])})`
          : "true",
      () => (node ? `EXISTS { MATCH (${node})-[:R]-(m) WHERE m.p = ${this.scalar(scope, 0)} }` : "true"),
      () => `any(x IN [${this.scalar(scope, 0)}, 1, null] WHERE x = ${this.scalar(scope, 0)})`,
    ];
    if (depth === 0) return this.one(leaves)();
    const inner = () => this.condition(scope, depth - 1);
    return this.one([
      ...leaves,
      () => `(${inner()} AND ${inner()})`,
      () => `(${inner()} OR ${inner()})`,
      () => `NOT (${inner()})`,
      () => `(${inner()} XOR ${inner()})`,
    ])();
  }

  private with(scope: Names): string {
    const kept = scope.all().filter(() => this.maybe(0.7));
    const items = [...kept];
    const name = scope.fresh("v");
    const item = this.maybe(0.5) ? `${this.aggregate(scope)} AS ${name}` : `${this.scalar(scope, 1)} AS ${name}`;
    items.push(item);
    const distinct = this.maybe(0.3) ? "DISTINCT " : "";
    scope.keep(kept, name);
    const where = this.maybe(0.3) ? ` WHERE ${this.condition(scope, 1)}` : "";
    return `WITH ${distinct}${items.join(", ")}${where}`;
  }

  private aggregate(scope: Names): string {
    const [name] = [this.one([...scope.all(), "1"])];
    const element = [...scope.nodes, ...scope.relationships];
    return this.one([
      () => "count(*)",
      () => `count(${name})`,
      () => `count(DISTINCT ${name})`,
      () => `min(${element.length > 0 ? `${this.one(element)}.p` : 1})`,
      () => `max(${element.length > 0 ? `${this.one(element)}.q` : 1})`,
      () => `collect(DISTINCT ${name})`,
      () => `collect(${name})`,
    ])();
  }

  private return(scope: Names): string {
    const items = this.some(3, () => (this.maybe(0.5) ? this.one([...scope.all(), "0"]) : this.scalar(scope, 1)));
    if (this.maybe(0.4)) items.push(this.aggregate(scope));
    const distinct = this.maybe(0.3) ? "DISTINCT " : "";
    const columns = items.map((item, i) => `${item} AS c${i}`);
    const order = this.maybe(0.3)
      ? ` ORDER BY ${items.map((_, i) => `c${i}${this.one(["", " DESC"])}`).join(", ")}`
      : "";
    const cut = order ? this.one(["", " LIMIT 2", " SKIP 1", " SKIP 1 LIMIT 2"]) : "";
    return `RETURN ${distinct}${columns.join(", ")}${order}${cut}`;
  }
}

/** The names a query has introduced, by what they are. */
class Names {
  nodes: string[] = [];
  relationships: string[] = [];
  lists: string[] = [];
  paths: string[] = [];
  values: string[] = [];
  private count = 0;

  fresh(prefix: string): string {
    return `${prefix}${this.count++}`;
  }

  all(): string[] {
    return [...this.nodes, ...this.relationships, ...this.lists, ...this.paths, ...this.values];
  }

  keep(names: readonly string[], value: string): void {
    for (const key of ["nodes", "relationships", "lists", "paths", "values"] as const)
      this[key] = this[key].filter((name) => names.includes(name));
    this.values.push(value);
  }
}
