import type { ResultValue } from "../query/index.ts";

/** A value as people read it in a table: nodes by their label, relationships by their type, lists with commas. */
export function cellText(value: ResultValue): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(cellText).join(", ");
  if ("relationship" in value && "type" in value) return `[:${String(value.type)}]`;
  if ("nodes" in value && "relationships" in value) {
    const [nodes, relationships] = [value.nodes, value.relationships] as [
      ResultValue[],
      { type: string; source: string }[],
    ];
    const keys = nodes.map((node) => (node as { node: string }).node);
    return nodes
      .map((node, i) => {
        if (i === 0) return cellText(node);
        const { type, source } = relationships[i - 1];
        return source === keys[i - 1] ? `—${type}→ ${cellText(node)}` : `←${type}— ${cellText(node)}`;
      })
      .join(" ");
  }
  if ("node" in value && "properties" in value) {
    const { label, name, text, article, start, end } = value.properties as Record<string, unknown>;
    // a statement shows where its words stand
    if (typeof text === "string" && article !== undefined) return `[${start}–${end}] ${text} (${article})`;
    return String(name ?? label ?? value.node);
  }
  return toJson(value);
}

/** JSON of a result; integers beyond 2^53 as text. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}
