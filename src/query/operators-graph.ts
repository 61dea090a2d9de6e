import { compileCondition, compileExpression } from "./compile.ts";
import type { Execution, Step } from "./execution.ts";
import type { Adjacency, GraphIndex } from "./graph-index.ts";
import { type Detail, joined, type Operator, operator } from "./operator.ts";
import type { Variable } from "./scope.ts";
import type { Direction, Expression } from "./syntax.ts";
import { NodeValue, RelationshipValue } from "./values.ts";
import { mismatch } from "./write-value.ts";

/** How the first node of a pattern is found. */
export interface Seek {
  readonly label: string | null;
  /** The property that has the value; null where the value is the node's own key. */
  readonly key: string | null;
  readonly value: Expression | null;
}

/** Gives each node that a seek finds. */
export function scanNodes(source: Operator, node: Variable, seek: Seek, detail: Detail, estimate: number): Operator {
  const { label, key, value } = seek;
  const by = value ? (key === null ? "NodeByKey" : "NodesByValue") : label === null ? "AllNodes" : "NodesByLabel";
  return operator(by, detail, [source], estimate, (run, next, counts) => {
    const { row, index } = run;
    const candidates = candidateNodes(run, seek);
    return source.build(run, () => {
      const nodes = candidates();
      const count = nodes === null ? index.order : nodes.length;
      for (let i = 0; i < count; i++) {
        run.tick();
        counts.hits++;
        row[node.slot] = nodes === null ? i : nodes[i];
        if (!next()) return false;
      }
      return true;
    });
  });
}

/** The nodes a seek may find; null for all. */
function candidateNodes(run: Execution, { label, key, value: of }: Seek): () => ArrayLike<number> | null {
  const { index } = run;
  const everything = () => (label === null ? null : index.nodesWithLabel(label));
  if (!of) return everything;
  const value = compileExpression(run, of);
  if (key !== null) return () => index.nodesWithValue(label, key, value()) ?? everything();
  return () => {
    const id = index.nodeId(value() as string);
    return id === undefined ? [] : [id];
  };
}

/** Which relationships a step of a pattern may follow. */
export interface Travel {
  readonly direction: Direction;
  /** By number of type: 1 where allowed; null where all are. */
  readonly types: Uint8Array | null;
  /** The one type allowed, if it is one: its relationships stand together in the adjacency. */
  readonly onlyType: number;
}

/** Where the relationships of a node that may be followed begin and end in an adjacency. */
export function rangeOf(index: GraphIndex, adjacency: Adjacency, node: number, travel: Travel): [number, number] {
  const from = adjacency.offsets[node];
  const to = adjacency.offsets[node + 1];
  if (travel.onlyType < 0 || to - from < 8) return [from, to];
  const { typeOf } = index;
  const boundary = (type: number): number => {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (typeOf[adjacency.relationships[middle]] < type) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [boundary(travel.onlyType), boundary(travel.onlyType + 1)];
}

/** A test that a relationship is none of those the same pattern holds already. */
export function uniqueness(run: Execution, others: readonly Variable[]): ((relationship: number) => boolean) | null {
  if (others.length === 0) return null;
  const { row } = run;
  if (others.length === 1 && others[0].form === "relationship") {
    const { slot } = others[0];
    return (relationship) => row[slot] !== relationship;
  }
  return (relationship) =>
    others.every(({ slot, form }) =>
      form === "relationship" ? row[slot] !== relationship : !(row[slot] as number[] | null)?.includes(relationship),
    );
}

/** Keeps the rows that fulfil conditions. */
export function filter(
  source: Operator,
  conditions: readonly Expression[],
  detail: Detail,
  estimate: number,
): Operator {
  if (conditions.length === 0) return source;
  return operator("Filter", detail, [source], estimate, (run, next) => {
    const tests = conditions.map((condition) => compileCondition(run, condition));
    const [first, second] = tests;
    let keep: Step = () => (first() ? next() : true);
    if (tests.length === 2) keep = () => (first() && second() ? next() : true);
    else if (tests.length > 2) keep = () => (tests.every((test) => test()) ? next() : true);
    return source.build(run, keep);
  });
}

/** Puts values of unknown type into slots for nodes and relationships; rows where one is null are dropped. */
export function cast(source: Operator, casts: readonly { from: Variable; to: Variable }[]): Operator {
  if (casts.length === 0) return source;
  const detail = joined(casts.map(({ to }) => to.name));
  return operator("Cast", detail, [source], source.estimate, (run, next) => {
    const { row } = run;
    return source.build(run, () => {
      for (const { from, to } of casts) {
        const value = row[from.slot];
        if (value === null) return true;
        row[to.slot] = from.form === to.form ? value : raw(value, to);
      }
      return next();
    });
  });
}

function raw(value: unknown, to: Variable): unknown {
  const id = idOf(value, to);
  if (id !== undefined) return id;
  if (to.form === "relationships" && Array.isArray(value) && value.every((item) => item instanceof RelationshipValue))
    return value.map((item: RelationshipValue) => item.id);
  throw mismatch(`${to.name} in a pattern`, `a ${to.form}`, value);
}

/** The number of a node or a relationship, whichever the variable is of; undefined for everything else. */
export function idOf(value: unknown, { form }: Variable): number | undefined {
  const fitting = form === "node" ? NodeValue : form === "relationship" ? RelationshipValue : null;
  return fitting && value instanceof fitting ? value.id : undefined;
}
