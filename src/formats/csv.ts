import type { OnRecordGraph } from "../graph/index.ts";
import type { EdgeAttributes, NodeAttributes, StatementNodeAttributes } from "../model/index.ts";

const CHUNK = 1 << 16;

/** A cell: quoted where it must be (RFC 4180); lists are joined by "; ", what is absent stays empty. */
export function csvCell(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = Array.isArray(value)
    ? value.join("; ")
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface CsvOptions {
  /**
   * Whether words that a spreadsheet would run as a formula get an apostrophe before them (OWASP, "CSV Injection"). Default
   * false: every cell is exactly what the graph has.
   */
  readonly withoutFormulas?: boolean;
}

/** The words as a spreadsheet takes them for words, whatever they begin with; anything but text stays as it is. */
export function withoutFormula<V>(value: V): V | string {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

/** Writes rows as CSV with CRLF line ends (RFC 4180), in chunks of about 64 KB. */
export function* writeCsv(
  header: readonly string[],
  rows: Iterable<readonly unknown[]>,
  { withoutFormulas = false }: CsvOptions = {},
): Iterable<string> {
  const cell = (value: unknown) => csvCell(withoutFormulas ? withoutFormula(value) : value);
  let chunk = `${header.map(csvCell).join(",")}\r\n`;
  for (const row of rows) {
    chunk += `${row.map(cell).join(",")}\r\n`;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk !== "") yield chunk;
}

/** The names of all attributes, in the order in which they first appear. */
function columnsOf<A extends object>(all: Iterable<A>): string[] {
  const names = new Set<string>();
  for (const attributes of all) for (const name in attributes) names.add(name);
  return [...names];
}

/** Every node, a column for each attribute. */
export function writeNodesCsv(graph: OnRecordGraph, options?: CsvOptions): Iterable<string> {
  const columns = columnsOf(attributesOf<NodeAttributes>(graph.nodeEntries()));
  return writeCsv(["key", ...columns], rows(), options);
  function* rows() {
    for (const { node, attributes } of graph.nodeEntries()) yield [node, ...pick(attributes, columns)];
  }
}

/** Every edge, a column for each attribute. */
export function writeEdgesCsv(graph: OnRecordGraph, options?: CsvOptions): Iterable<string> {
  const columns = columnsOf(attributesOf<EdgeAttributes>(graph.edgeEntries()));
  return writeCsv(["key", "source", "target", ...columns], rows(), options);
  function* rows() {
    for (const { edge, source, target, attributes } of graph.edgeEntries())
      yield [edge, source, target, ...pick(attributes, columns)];
  }
}

/** One statement a row, as a person reads it: who, what, when, where, how sure. */
export function writeStatementsCsv(graph: OnRecordGraph, options?: CsvOptions): Iterable<string> {
  const header = ["speaker", "speakerKind", "unnamed", "text", "kind", "cue", "source", "saidOn", "confidence", "why"];
  return writeCsv([...header, "article", "articleDate", "start", "end", "key"], rows(), options);
  function* rows() {
    for (const { node, attributes } of graph.nodeEntries()) {
      if (attributes.kind !== "Statement") continue;
      const said = attributes as StatementNodeAttributes;
      const { text, statementKind, cue, source, saidOn, confidence, why, start, end } = said;
      const speakerEdge = graph.findInEdge(node, (_, edge) => edge.kind === "SAID");
      const speaker = speakerEdge === undefined ? undefined : graph.getNodeAttributes(graph.source(speakerEdge));
      const [name, unnamed] = speaker && "unnamed" in speaker ? [speaker.name, speaker.unnamed] : [];
      const article = graph.hasNode(said.article) ? graph.getNodeAttributes(said.article) : undefined;
      const [title, date] = article && "title" in article ? [article.title, article.date] : [said.article];
      yield [
        name,
        speaker?.kind,
        unnamed,
        text,
        statementKind,
        cue,
        source,
        saidOn,
        confidence,
        why,
        title,
        date,
        start,
        end,
        node,
      ];
    }
  }
}

function* attributesOf<A>(entries: Iterable<{ attributes: A }>): Iterable<A> {
  for (const { attributes } of entries) yield attributes;
}

function pick(attributes: object, columns: readonly string[]): unknown[] {
  return columns.map((name) => (attributes as Record<string, unknown>)[name]);
}
