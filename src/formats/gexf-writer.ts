import type { AbstractGraph, Attributes } from "graphology-types";
import { parseColor, toHex } from "./colors.ts";
import { Column, type GexfType, isPresent, valueText } from "./gexf-values.ts";
import { escapeXml, stripXml } from "./xml.ts";

export interface GexfOptions {
  /** Who made the file. Default: the graph's attribute `creator`, else "On Record". */
  readonly creator?: string;
  /** What it is. Default: the graph's `description` or `title`. */
  readonly description?: string;
  /** Default: the graph's `keywords`, else its `schema`. */
  readonly keywords?: string;
  /** `YYYY-MM-DD`. Default: the graph's `lastModifiedDate`, else the latest day in its data; never the clock's. */
  readonly lastModifiedDate?: string;
  /** Attributes that may hold the day an element belongs to, `YYYY-MM-DD`; the first that does becomes its timestamp. */
  readonly timestamps?: readonly string[];
}

const DEFAULT_TIMESTAMPS = ["timestamp", "saidOn", "date", "on"];
const NODE_SHAPES = new Set<unknown>(["disc", "square", "triangle", "diamond", "image"]);
const EDGE_SHAPES = new Set<unknown>(["solid", "dotted", "dashed", "double"]);
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const CHUNK = 1 << 16;

/** How values of a column are written. */
interface ColumnWriter {
  readonly type: GexfType;
  /** The beginning of each value's tag. */
  readonly opening: string;
}

/** What is known of all nodes or of all edges before the first is written. */
interface Plan {
  readonly columns: Map<string, Column>;
  /** The columns as they are written, once all values are known. */
  readonly writers: Map<string, ColumnWriter>;
  readonly timestamps: readonly string[];
  readonly isEdge: boolean;
  /** The latest day. */
  latest: string;
}

/**
 * Writes any graphology graph as GEXF 1.3 in chunks of about 64 KB: it goes over the graph twice, once for the types of the
 * attributes, once to write, so that memory doesn't grow with it. `label`, an edge's `weight` and `kind`, and what the viz
 * module has a place for (`color`, `size`, `x`, `y`, `z`, `shape`, `thickness`) go there when their values fit; everything
 * else is a declared attribute. Characters that XML can't hold are left out. The same graph gives the same bytes.
 *
 * Specification: GEXF 1.3 (https://gexf.net).
 */
export function* writeGexf(graph: AbstractGraph, options: GexfOptions = {}): Iterable<string> {
  const timestamps = options.timestamps ?? DEFAULT_TIMESTAMPS;
  const nodes: Plan = { columns: new Map(), writers: new Map(), timestamps, isEdge: false, latest: "" };
  const edges: Plan = { columns: new Map(), writers: new Map(), timestamps, isEdge: true, latest: "" };
  const nodeIds = new Ids((key) => graph.hasNode(key));
  const edgeIds = new Ids((key) => graph.hasEdge(key));
  graph.forEachNode((key, attributes) => {
    nodeIds.note(key);
    survey(nodes, attributes);
  });
  graph.forEachEdge((key, attributes) => {
    edgeIds.note(key);
    survey(edges, attributes);
  });
  finishColumns(nodes);
  finishColumns(edges);

  const latest = [nodes.latest, edges.latest].sort()[1];
  let chunk = `${head(graph, options, latest)}${declare(nodes, "node")}${declare(edges, "edge")}`;
  chunk += `<nodes count="${graph.order}">\n`;
  for (const { node, attributes } of graph.nodeEntries()) {
    chunk += `<node id="${nodeIds.of(node)}"${element(nodes, attributes, "node")}`;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = "";
    }
  }
  chunk += `</nodes>\n<edges count="${graph.size}">\n`;
  const mixed = graph.type === "mixed";
  for (const { edge, source, target, attributes, undirected } of graph.edgeEntries()) {
    chunk += `<edge id="${edgeIds.of(edge)}" source="${nodeIds.of(source)}" target="${nodeIds.of(target)}"`;
    if (mixed) chunk += undirected ? ' type="undirected"' : ' type="directed"';
    chunk += element(edges, attributes, "edge");
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = "";
    }
  }
  yield `${chunk}</edges>\n</graph>\n</gexf>\n`;
}

function head(graph: AbstractGraph, options: GexfOptions, latest: string): string {
  const text = (name: string) => {
    const value: unknown = graph.getAttribute(name);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const creator = options.creator ?? text("creator") ?? "On Record";
  const keywords = options.keywords ?? text("keywords") ?? text("schema");
  const description = options.description ?? text("description") ?? text("title");
  const modified = options.lastModifiedDate ?? text("lastModifiedDate") ?? latest;
  const meta = [
    `<creator>${escapeXml(creator)}</creator>\n`,
    keywords === undefined ? "" : `<keywords>${escapeXml(keywords)}</keywords>\n`,
    description === undefined ? "" : `<description>${escapeXml(description)}</description>\n`,
  ].join("");
  const type = graph.type === "undirected" ? "undirected" : "directed";
  const time = latest === "" ? "" : ' mode="dynamic" timeformat="date" timerepresentation="timestamp"';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n' +
    `<meta${DAY.test(modified) ? ` lastmodifieddate="${modified}"` : ""}>\n${meta}</meta>\n` +
    `<graph defaultedgetype="${type}" idtype="string"${time}>\n`
  );
}

/** Notes the types of the attributes of one element. */
function survey(plan: Plan, attributes: Attributes): void {
  for (const name in attributes) {
    const value = attributes[name];
    if (!isPresent(value) || hasPlace(plan.isEdge, name, value, attributes)) continue;
    const column = plan.columns.get(name);
    if (column) column.note(value);
    else {
      const added = new Column(name);
      added.note(value);
      plan.columns.set(name, added);
    }
  }
  const day = dayOf(plan, attributes);
  if (day !== undefined && day > plan.latest) plan.latest = day;
}

/** Whether an attribute has a place of its own in GEXF, and its value fits there. */
function hasPlace(isEdge: boolean, name: string, value: unknown, attributes: Attributes): boolean {
  switch (name) {
    case "label":
      return typeof value === "string";
    case "color":
      return typeof value === "string" && colorTag(value) !== null;
    case "weight":
      return isEdge && Number.isFinite(value);
    case "kind":
      return isEdge && typeof value === "string";
    case "thickness":
      return isEdge && isExtent(value);
    case "size":
      return !isEdge && isExtent(value);
    case "x":
    case "y":
    case "z":
      return !isEdge && hasPosition(attributes) && Number.isFinite(value);
    case "shape":
      return (isEdge ? EDGE_SHAPES : NODE_SHAPES).has(value);
    default:
      return false;
  }
}

const isExtent = (value: unknown) => typeof value === "number" && value >= 0 && value < Infinity;

const hasPosition = ({ x, y }: Attributes) => Number.isFinite(x) && Number.isFinite(y);

function dayOf({ timestamps }: Plan, attributes: Attributes): string | undefined {
  for (const name of timestamps) {
    const value = attributes[name];
    if (typeof value === "string" && DAY.test(value)) return value;
  }
  return undefined;
}

function finishColumns({ columns, writers }: Plan): void {
  let index = 0;
  for (const { name, type } of columns.values()) {
    writers.set(name, { type, opening: `<attvalue for="${columnId(name, index)}" value="` });
    index++;
  }
}

/** The name itself where it is plain, so that columns keep their names in Gephi; a number for any other. */
function columnId(name: string, index: number): string {
  return /^[A-Za-z_][\w.-]*$/.test(name) ? name : String(index);
}

function declare(plan: Plan, of: "node" | "edge"): string {
  if (plan.columns.size === 0) return "";
  let index = 0;
  let text = `<attributes class="${of}">\n`;
  for (const { name, type } of plan.columns.values()) {
    text += `<attribute id="${columnId(name, index)}" title="${escapeXml(name)}" type="${type}"/>\n`;
    index++;
  }
  return `${text}</attributes>\n`;
}

/** The rest of a node or an edge after its ids. */
function element(plan: Plan, attributes: Attributes, tag: string): string {
  const { isEdge, writers } = plan;
  let own = "";
  let values = "";
  let viz = "";
  for (const name in attributes) {
    const value = attributes[name];
    if (!isPresent(value)) continue;
    if (!hasPlace(isEdge, name, value, attributes)) {
      const { opening, type } = writers.get(name) as ColumnWriter;
      values += `${opening}${escapeXml(valueText(type, value))}"/>`;
    } else if (name === "label" || name === "kind") own += ` ${name}="${escapeXml(value)}"`;
    else if (name === "weight") own += ` weight="${value}"`;
    else if (name === "color") viz += colorTag(value);
    else if (name === "x") viz += positionTag(attributes);
    else if (name !== "y" && name !== "z") viz += `<viz:${name} value="${value}"/>`;
  }
  const day = plan.latest === "" ? undefined : dayOf(plan, attributes);
  if (day !== undefined) own += ` timestamp="${day}"`;
  if (values !== "") values = `<attvalues>${values}</attvalues>`;
  return values === "" && viz === "" ? `${own}/>\n` : `${own}>${values}${viz}</${tag}>\n`;
}

/** The tags of the few colours a graph has; null for what is no colour. */
const colorTags = new Map<string, string | null>();

function colorTag(text: string): string | null {
  let tag = colorTags.get(text);
  if (tag === undefined) {
    tag = makeColorTag(text);
    if (colorTags.size > 1000) colorTags.clear();
    colorTags.set(text, tag);
  }
  return tag;
}

/** Channels and hex both: Gephi prefers the one, NetworkX needs the others. Hex can't say alpha and is left out with it. */
function makeColorTag(text: string): string | null {
  const color = parseColor(text);
  if (color === null) return null;
  const { red, green, blue, alpha } = color;
  const rest = alpha === null ? `hex="${text.length === 7 ? text : toHex(color)}"` : `a="${alpha}"`;
  return `<viz:color r="${red}" g="${green}" b="${blue}" ${rest}/>`;
}

function positionTag({ x, y, z }: Attributes): string {
  return `<viz:position x="${x}" y="${y}"${Number.isFinite(z) ? ` z="${z}"` : ""}/>`;
}

/** Keys as ids: those with characters that XML can't hold get another that no other element has. */
class Ids {
  readonly #isKey: (id: string) => boolean;
  readonly #mended = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(isKey: (id: string) => boolean) {
    this.#isKey = isKey;
  }

  note(key: string): void {
    const plain = stripXml(key);
    if (plain === key) return;
    let id = plain;
    for (let nth = 2; this.#taken.has(id) || this.#isKey(id); nth++) id = `${plain}~${nth}`;
    this.#taken.add(id);
    this.#mended.set(key, id);
  }

  of(key: string): string {
    return escapeXml(this.#mended.size === 0 ? key : (this.#mended.get(key) ?? key));
  }
}
