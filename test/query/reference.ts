import type { MultiDirectedGraph } from "graphology";
import { compare, equals, keyOf, order } from "../../src/query/compare.ts";
import { parse } from "../../src/query/parser.ts";
import type {
  Expression,
  LabelExpression,
  MatchClause,
  NodePattern,
  PathPattern,
  ProjectionClause,
  Query,
  RelationshipPattern,
} from "../../src/query/syntax.ts";
import { identityOf } from "../../src/query/tree.ts";
import { fromOutside, NodeValue, PathValue, RelationshipValue, toNumber, type Value } from "../../src/query/values.ts";

/**
 * Runs queries as the specification says them, with no plan, no index and no shortcut: every clause maps rows to rows, every
 * pattern is matched by trying everything. Knows what `generate.ts` writes.
 */

type Row = ReadonlyMap<string, Value>;

export class Reference {
  private readonly nodes: string[];
  private readonly edges: string[];

  constructor(private readonly graph: MultiDirectedGraph) {
    this.nodes = graph.nodes();
    this.edges = graph.edges();
  }

  /** Rows of values, in the order of the columns. */
  run(text: string): Value[][] {
    const { query } = parse(text);
    return this.query(query, new Map()).map((row) => [...row.values()]);
  }

  private query(query: Query, outer: Row): Row[] {
    let rows: Row[] = [outer];
    for (const clause of query.parts[0].clauses)
      switch (clause.type) {
        case "match":
          rows = rows.flatMap((row) => this.match(clause, row));
          break;
        case "unwind":
          rows = rows.flatMap((row) => {
            const list = this.evaluate(clause.list, row) as Value[];
            return list.map((value) => new Map(row).set(clause.variable.name, value));
          });
          break;
        case "call procedure":
          throw new Error("not generated");
        default:
          rows = this.project(clause, rows);
      }
    return rows;
  }

  // ---- patterns

  private match(clause: MatchClause, row: Row): Row[] {
    let states: { row: Row; used: readonly number[] }[] = [{ row, used: [] }];
    for (const path of clause.patterns) states = states.flatMap((state) => this.path(path, state.row, state.used));
    const found = states
      .map((state) => state.row)
      .filter((one) => !clause.where || this.evaluate(clause.where, one) === true);
    if (found.length > 0 || !clause.optional) return found;
    const nulls = new Map(row);
    for (const path of clause.patterns)
      for (const part of [
        path.variable,
        ...path.nodes.map((n) => n.variable),
        ...path.relationships.map((r) => r.variable),
      ])
        if (part && !nulls.has(part.name)) nulls.set(part.name, null);
    return [nulls];
  }

  private path(path: PathPattern, row: Row, used: readonly number[]): { row: Row; used: number[] }[] {
    const found: { row: Row; used: number[]; nodes: number[]; trail: number[] }[] = [];
    for (const start of this.nodesFor(path.nodes[0], row)) {
      const bound = this.bind(row, path.nodes[0].variable.name, new NodeValue(start));
      if (bound) this.follow(path, 0, bound, used, [start], [], found);
    }
    const least = Math.min(...found.map(({ trail }) => trail.length));
    return found
      .filter(({ trail }) => path.shortest === null || trail.length === least)
      .map((one) => ({
        row: path.variable ? new Map(one.row).set(path.variable.name, new PathValue(one.nodes, one.trail)) : one.row,
        used: one.used,
      }));
  }

  private follow(
    path: PathPattern,
    at: number,
    row: Row,
    used: readonly number[],
    nodes: number[],
    trail: number[],
    found: { row: Row; used: number[]; nodes: number[]; trail: number[] }[],
  ): void {
    const relationship = path.relationships[at];
    if (!relationship) {
      found.push({ row, used: [...used], nodes, trail });
      return;
    }
    const { min, max } = relationship.length ?? { min: 1, max: 1 };
    for (const way of this.trails(relationship, nodes.at(-1)!, used, min, max, row)) {
      const end = way.nodes.at(-1) ?? nodes.at(-1)!;
      const value = relationship.length
        ? way.trail.map((id) => new RelationshipValue(id))
        : new RelationshipValue(way.trail[0]);
      let bound = this.bind(row, relationship.variable.name, value);
      const node = path.nodes[at + 1];
      if (bound && this.nodesFor(node, bound).includes(end))
        bound = this.bind(bound, node.variable.name, new NodeValue(end));
      else continue;
      if (bound)
        this.follow(
          path,
          at + 1,
          bound,
          [...used, ...way.trail],
          [...nodes, ...way.nodes],
          [...trail, ...way.trail],
          found,
        );
    }
  }

  private *trails(
    of: RelationshipPattern,
    from: number,
    used: readonly number[],
    min: number,
    max: number,
    row: Row,
  ): Generator<{ nodes: number[]; trail: number[] }> {
    if (min <= 0) yield { nodes: [], trail: [] };
    if (max === 0) return;
    for (const [id, edge] of this.edges.entries()) {
      if (used.includes(id)) continue;
      const attributes = this.graph.getEdgeAttributes(edge);
      if (of.types && !satisfied(of.types, [attributes.kind])) continue;
      if (
        !(of.properties?.entries ?? []).every(
          ([key, value]) => equals(fromOutside(attributes[key] ?? null), this.evaluate(value, row)) === true,
        )
      )
        continue;
      const [source, target] = [
        this.nodes.indexOf(this.graph.source(edge)),
        this.nodes.indexOf(this.graph.target(edge)),
      ];
      const ends = new Set<number>();
      if (of.direction !== "in" && source === from) ends.add(target);
      if (of.direction !== "out" && target === from) ends.add(source);
      for (const end of ends)
        for (const rest of this.trails(of, end, [...used, id], min - 1, max - 1, row))
          yield { nodes: [end, ...rest.nodes], trail: [id, ...rest.trail] };
    }
  }

  private nodesFor(of: NodePattern, row: Row): number[] {
    return [...this.nodes.keys()].filter((id) => {
      const attributes = this.graph.getNodeAttributes(this.nodes[id]);
      if (of.labels && !satisfied(of.labels, [attributes.kind ?? []].flat())) return false;
      return (of.properties?.entries ?? []).every(
        ([key, value]) => equals(fromOutside(attributes[key] ?? null), this.evaluate(value, row)) === true,
      );
    });
  }

  private bind(row: Row, name: string, value: Value): Row | null {
    if (!row.has(name)) return new Map(row).set(name, value);
    return equals(row.get(name), value) === true ? row : null;
  }

  // ---- projections

  private project(clause: ProjectionClause, rows: readonly Row[]): Row[] {
    const items = clause.items.map(({ expression, alias }) => ({
      name: alias?.name ?? (expression as { name: string }).name,
      expression,
      aggregates: isAggregate(expression),
    }));
    let pairs: { row: Row; before: Row }[];
    if (items.some((item) => item.aggregates)) {
      const keys = items.filter((item) => !item.aggregates);
      const groups = new Map<string, Row[]>();
      if (keys.length === 0) groups.set("", []);
      for (const row of rows) {
        const key = keys.map(({ expression }) => String(keyOf(this.evaluate(expression, row)))).join("\n");
        groups.set(key, [...(groups.get(key) ?? []), row]);
      }
      pairs = [...groups.values()].map((group) => ({
        before: new Map(),
        row: new Map(
          items.map(({ name, expression, aggregates }) => [
            name,
            aggregates ? this.aggregate(expression, group) : this.evaluate(expression, group[0]),
          ]),
        ),
      }));
    } else
      pairs = rows.map((before) => ({
        before,
        row: new Map(items.map(({ name, expression }) => [name, this.evaluate(expression, before)])),
      }));
    if (clause.distinct) {
      const seen = new Set<string>();
      pairs = pairs.filter(({ row }) => {
        const key = [...row.values()].map((value) => String(keyOf(value))).join("\n");
        return !seen.has(key) && seen.add(key);
      });
    }
    if (clause.orderBy.length > 0)
      pairs.sort((a, b) => {
        for (const { expression, descending } of clause.orderBy) {
          const result = order(this.evaluate(expression, a.row), this.evaluate(expression, b.row));
          if (result !== 0) return descending ? -result : result;
        }
        return 0;
      });
    const skip = clause.skip ? Number(this.evaluate(clause.skip, new Map())) : 0;
    const limit = clause.limit ? Number(this.evaluate(clause.limit, new Map())) : Infinity;
    const where = clause.where;
    return pairs
      .slice(skip, skip + limit)
      .filter(({ row, before }) => !where || this.evaluate(where, new Map([...before, ...row])) === true)
      .map(({ row }) => row);
  }

  private aggregate(of: Expression, group: readonly Row[]): Value {
    if (of.type !== "call") throw new Error("not generated");
    if (of.parameters === null) return group.length;
    const [parameter] = of.parameters;
    let values = group.map((row) => this.evaluate(parameter, row)).filter((value) => value !== null);
    if (of.distinct)
      values = values.filter((value, i) => values.findIndex((other) => keyOf(other) === keyOf(value)) === i);
    const sorted = [...values].sort(order);
    switch (of.name) {
      case "count":
        return values.length;
      case "min":
        return sorted[0] ?? null;
      case "max":
        return sorted.at(-1) ?? null;
      default:
        return values;
    }
  }

  // ---- expressions

  private evaluate(of: Expression, row: Row): Value {
    const value = (part: Expression) => this.evaluate(part, row);
    switch (of.type) {
      case "literal":
        return of.value;
      case "variable":
        return row.get(of.name);
      case "list":
        return of.items.map(value);
      case "property": {
        const object = value(of.object);
        if (object === null) return null;
        const attributes =
          object instanceof NodeValue
            ? this.graph.getNodeAttributes(this.nodes[object.id])
            : this.graph.getEdgeAttributes(this.edges[(object as RelationshipValue).id]);
        return fromOutside(attributes[of.key] ?? null);
      }
      case "null test":
        return (value(of.operand) === null) !== of.negated;
      case "label test": {
        const object = value(of.object) as NodeValue | null;
        return (
          object && satisfied(of.labels, [this.graph.getNodeAttribute(this.nodes[object.id], "kind") ?? []].flat())
        );
      }
      case "unary": {
        const operand = value(of.operand);
        return operand === null ? null : !operand;
      }
      case "comparison":
        return this.compare(of.rest[0][0], value(of.first), value(of.rest[0][1]));
      case "binary":
        return this.binary(of.operator, value(of.left), value(of.right));
      case "quantifier": {
        const results = (value(of.list) as Value[]).map((item) =>
          this.evaluate(of.where!, new Map(row).set(of.variable.name, item)),
        );
        return results.includes(true) ? true : results.includes(null) ? null : false;
      }
      case "call":
        return this.call(of.name, of.parameters!.map(value));
      case "pattern":
        return this.path(of.pattern, row, []).length > 0;
      case "subquery": {
        const rows = this.query(of.query, row);
        return of.kind === "count" ? rows.length : rows.length > 0;
      }
      default:
        throw new Error(`not generated: ${identityOf(of)}`);
    }
  }

  private call(name: string, values: Value[]): Value {
    if (name === "coalesce") return values.find((value) => value !== null) ?? null;
    const [value] = values;
    if (value === null) return null;
    return name === "size" ? (value as Value[]).length : (value as PathValue).relationships.length;
  }

  private compare(operator: string, a: Value, b: Value): boolean | null {
    if (operator === "=" || operator === "<>") {
      const same = equals(a, b);
      return same === null ? null : same === (operator === "=");
    }
    const result = compare(a, b);
    if (result === null) return null;
    return operator === "<" ? result < 0 : operator === ">" ? result > 0 : result >= 0;
  }

  private binary(operator: string, a: Value, b: Value): Value {
    if (operator === "IN") {
      const results = (b as Value[]).map((item) => equals(a, item));
      return results.includes(true) ? true : results.includes(null) ? null : false;
    }
    if (operator === "AND") return a === false || b === false ? false : a === null || b === null ? null : true;
    if (operator === "OR") return a === true || b === true ? true : a === null || b === null ? null : false;
    return a === null || b === null ? null : a !== b;
  }
}

const isAggregate = (of: Expression): boolean => of.type === "call" && /^(count|min|max|collect)$/.test(of.name);

function satisfied(labels: LabelExpression, names: readonly string[]): boolean {
  switch (labels.kind) {
    case "name":
      return names.includes(labels.name);
    case "any":
      return names.length > 0;
    case "not":
      return !satisfied(labels.operand, names);
    case "and":
      return satisfied(labels.left, names) && satisfied(labels.right, names);
    default:
      return satisfied(labels.left, names) || satisfied(labels.right, names);
  }
}

/** A value as text that does not depend on the order within lists. */
export function canonical(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (value instanceof NodeValue) return `node ${value.id}`;
  if (value instanceof RelationshipValue) return `relationship ${value.id}`;
  if (value instanceof PathValue) return `path ${value.nodes}/${value.relationships}`;
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  return typeof value === "object" ? String(toNumber(value)) : JSON.stringify(value);
}

/** A value of the engine's result as the same text. */
export function canonicalResult(value: unknown): string {
  const number = (key: string) => key.slice(1);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalResult).sort().join()}]`;
  if ("node" in value) return `node ${number(value.node as string)}`;
  if ("relationship" in value) return `relationship ${number(value.relationship as string)}`;
  const path = value as { nodes: { node: string }[]; relationships: { relationship: string }[] };
  return `path ${path.nodes.map(({ node }) => number(node))}/${path.relationships.map(({ relationship }) => number(relationship))}`;
}
