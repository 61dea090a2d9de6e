import { isAnonymous } from "../../src/query/parse-pattern.ts";
import type { Expression, LabelExpression, PathPattern, Query } from "../../src/query/syntax.ts";
import { writeValue } from "../../src/query/write-value.ts";

/** A name as it must be written: in backticks where it is not a plain identifier. */
export function writeName(name: string): string {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}

/**
 * An expression as text with every binary operation in brackets: two expressions are written alike exactly when they are
 * the same but for spaces, needless brackets and the case of keywords.
 */
export function writeExpression(of: Expression): string {
  const write = writeExpression;
  const list = (items: readonly Expression[]) => items.map(write).join(", ");
  switch (of.type) {
    case "literal":
      return writeValue(of.value, Infinity);
    case "parameter":
      return `$${writeName(of.name)}`;
    case "variable":
      return writeName(of.name);
    case "property":
      return `${write(of.object)}.${writeName(of.key)}`;
    case "index":
      return `${write(of.object)}[${write(of.index)}]`;
    case "slice":
      return `${write(of.object)}[${of.from ? write(of.from) : ""}..${of.to ? write(of.to) : ""}]`;
    case "list":
      return `[${list(of.items)}]`;
    case "map":
      return `{${of.entries.map(([key, value]) => `${writeName(key)}: ${write(value)}`).join(", ")}}`;
    case "projection":
      return `${write(of.object)} {${of.entries.map(([key, value]) => (value ? `${writeName(key)}: ${write(value)}` : ".*")).join(", ")}}`;
    case "unary":
      return of.operator === "NOT" ? `NOT (${write(of.operand)})` : `${of.operator}(${write(of.operand)})`;
    case "binary":
      return `(${write(of.left)} ${of.operator} ${write(of.right)})`;
    case "comparison":
      return `(${write(of.first)}${of.rest.map(([operator, operand]) => ` ${operator} ${write(operand)}`).join("")})`;
    case "null test":
      return `(${write(of.operand)} IS ${of.negated ? "NOT " : ""}NULL)`;
    case "label test":
      return `(${write(of.object)}:${writeLabels(of.labels)})`;
    case "call":
      return `${of.name.toLowerCase()}(${of.distinct ? "DISTINCT " : ""}${of.parameters ? list(of.parameters) : "*"})`;
    case "case":
      return `CASE ${of.operand ? `${write(of.operand)} ` : ""}${of.alternatives.map(([when, then]) => `WHEN ${write(when)} THEN ${write(then)} `).join("")}${of.otherwise ? `ELSE ${write(of.otherwise)} ` : ""}END`;
    case "list comprehension":
      return `[${write(of.variable)} IN ${write(of.list)}${of.where ? ` WHERE ${write(of.where)}` : ""}${of.map ? ` | ${write(of.map)}` : ""}]`;
    case "quantifier":
      return `${of.kind}(${write(of.variable)} IN ${write(of.list)}${of.where ? ` WHERE ${write(of.where)}` : ""})`;
    case "reduce":
      return `reduce(${write(of.accumulator)} = ${write(of.initial)}, ${write(of.variable)} IN ${write(of.list)} | ${write(of.step)})`;
    case "pattern":
      return writePath(of.pattern);
    case "pattern comprehension":
      return `[${writePath(of.pattern)}${of.where ? ` WHERE ${write(of.where)}` : ""} | ${write(of.map)}]`;
    case "subquery":
      return `${of.kind.toUpperCase()} { ${writeQuery(of.query)} }`;
  }
}

export function writeLabels(labels: LabelExpression): string {
  switch (labels.kind) {
    case "name":
      return writeName(labels.name);
    case "any":
      return "%";
    case "not":
      return `!${labels.operand.kind === "and" || labels.operand.kind === "or" ? `(${writeLabels(labels.operand)})` : writeLabels(labels.operand)}`;
    default:
      return `(${writeLabels(labels.left)}${labels.kind === "and" ? "&" : "|"}${writeLabels(labels.right)})`;
  }
}

/** A path pattern as text. */
export function writePath(path: PathPattern): string {
  const inside = (part: PathPattern["nodes"][number] | PathPattern["relationships"][number], length = ""): string => {
    const labels = "labels" in part ? part.labels : part.types;
    return [
      `${isAnonymous(part.variable.name) ? "" : writeName(part.variable.name)}${labels ? `:${writeLabels(labels)}` : ""}${length}`,
      part.properties ? writeExpression(part.properties) : "",
      part.where ? `WHERE ${writeExpression(part.where)}` : "",
    ]
      .filter(Boolean)
      .join(" ");
  };
  let text = `(${inside(path.nodes[0])})`;
  path.relationships.forEach((relationship, i) => {
    const { length, direction } = relationship;
    const bounds = length ? `*${length.min}..${length.max === Infinity ? "" : length.max}` : "";
    text += `${direction === "in" ? "<-" : "-"}[${inside(relationship, bounds)}]${direction === "out" ? "->" : "-"}`;
    text += `(${inside(path.nodes[i + 1])})`;
  });
  if (path.shortest) text = `${path.shortest === "one" ? "shortestPath" : "allShortestPaths"}(${text})`;
  return path.variable ? `${writeName(path.variable.name)} = ${text}` : text;
}

/** A whole query as text. */
export function writeQuery(query: Query): string {
  const where = (condition: Expression | null) => (condition ? ` WHERE ${writeExpression(condition)}` : "");
  const parts = query.parts.map((part) =>
    part.clauses
      .map((clause) => {
        switch (clause.type) {
          case "match":
            return `${clause.optional ? "OPTIONAL " : ""}MATCH ${clause.patterns.map(writePath).join(", ")}${where(clause.where)}`;
          case "unwind":
            return `UNWIND ${writeExpression(clause.list)} AS ${writeName(clause.variable.name)}`;
          case "call procedure":
            return `CALL ${clause.name}${clause.parameters ? `(${clause.parameters.map(writeExpression).join(", ")})` : ""}${clause.yields === null ? "" : ` YIELD ${clause.yields === "star" ? "*" : clause.yields.map((y) => `${writeName(y.result)} AS ${writeName(y.variable.name)}`).join(", ")}`}${where(clause.where)}`;
          default: {
            const items = clause.items.map(
              (item) => writeExpression(item.expression) + (item.alias ? ` AS ${writeName(item.alias.name)}` : ""),
            );
            const sort = clause.orderBy.map(
              (item) => writeExpression(item.expression) + (item.descending ? " DESC" : ""),
            );
            return `${clause.type.toUpperCase()} ${clause.distinct ? "DISTINCT " : ""}${[...(clause.star ? ["*"] : []), ...items].join(", ")}${sort.length > 0 ? ` ORDER BY ${sort.join(", ")}` : ""}${clause.skip ? ` SKIP ${writeExpression(clause.skip)}` : ""}${clause.limit ? ` LIMIT ${writeExpression(clause.limit)}` : ""}${where(clause.where)}`;
          }
        }
      })
      .join(" "),
  );
  return parts.join(query.unionAll ? " UNION ALL " : " UNION ");
}
