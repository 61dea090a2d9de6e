import Graph, { MultiDirectedGraph } from "graphology";
import type { Attributes } from "graphology-types";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { OnRecordError } from "../model/index.ts";
import { parseValue } from "./gexf-values.ts";
import { isReservedKey } from "./keys.ts";

interface DeclaredAttribute {
  readonly name: string;
  readonly type: string;
}

/** A node or an edge while its tags are read. */
interface Element {
  readonly isEdge: boolean;
  readonly tag: Readonly<Record<string, string>>;
  readonly attributes: Attributes;
  /** A node with nested nodes is added before these are read. */
  added: boolean;
}

const NUMERIC_VIZ = new Set(["size", "thickness"]);

/**
 * Reads GEXF 1.1 to 1.3 as it comes, chunk by chunk: `write` each, then `end`. Attributes get the names of their titles;
 * `label`, `weight`, `kind` and what the viz module says stand beside them as `writeGexf` takes them. A directed file gives a
 * MultiDirectedGraph, any other a mixed multigraph. Nested nodes are read as nodes; a `timestamp` that no attribute repeats becomes one.
 */
export class GexfReader {
  readonly #parser: SaxesParser;
  readonly #name: string;
  #graph: Graph = new MultiDirectedGraph();
  #directed = false;
  #seenGexf = false;
  #class: "node" | "edge" = "node";
  readonly #declared = { node: new Map<string, DeclaredAttribute>(), edge: new Map<string, DeclaredAttribute>() };
  readonly #defaults = { node: new Map<string, unknown>(), edge: new Map<string, unknown>() };
  #declaring: DeclaredAttribute | null = null;
  readonly #open: Element[] = [];
  readonly #path: string[] = [];
  #text = "";

  /** @param name what errors call the input, a path. */
  constructor(name = "the GEXF file") {
    this.#name = name;
    this.#parser = new SaxesParser({ xmlns: false });
    this.#parser.on("error", (error) => {
      const reason = error.message.replace(/^\d+:\d+: /, "");
      throw this.#wrong(`not well-formed XML: ${reason}`, error);
    });
    this.#parser.on("opentag", (tag) => this.#opened(tag as SaxesTagPlain));
    this.#parser.on("closetag", (tag) => this.#closed(localName(tag.name)));
    this.#parser.on("text", (text) => {
      this.#text += text;
    });
    this.#parser.on("cdata", (text) => {
      this.#text += text;
    });
  }

  /** @throws OnRecordError `BAD_GEXF` with line and column. */
  write(chunk: string): void {
    this.#parser.write(chunk);
  }

  /** The graph, once everything is written. */
  end(): Graph {
    this.#parser.close();
    if (!this.#seenGexf) throw this.#wrong("no <gexf> in it; export the graph again");
    return this.#graph;
  }

  #wrong(what: string, cause?: unknown): OnRecordError {
    const { line, column } = this.#parser;
    return new OnRecordError("BAD_GEXF", `${this.#name}:${line}:${column}: ${what}`, { cause });
  }

  #opened({ name, attributes: tag }: SaxesTagPlain): void {
    const local = localName(name);
    this.#path.push(local);
    this.#text = "";
    if (this.#path.length === 1 && local !== "gexf")
      throw this.#wrong(`<${local}> is no GEXF; a GEXF file begins with <gexf>`);
    const element = this.#open.at(-1);
    switch (local) {
      case "gexf":
        this.#seenGexf = true;
        break;
      case "meta":
        if (tag["lastmodifieddate"]) this.#graph.setAttribute("lastModifiedDate", tag["lastmodifieddate"]);
        break;
      case "graph":
        this.#begin(tag["defaultedgetype"] === "directed");
        break;
      case "attributes":
        this.#class = tag["class"] === "edge" ? "edge" : "node";
        break;
      case "attribute":
        this.#declare(tag);
        break;
      case "node":
      case "edge":
        this.#open.push({ isEdge: local === "edge", tag, attributes: {}, added: false });
        break;
      case "attvalue":
        if (element) this.#value(element, tag);
        break;
      case "color":
        if (element) element.attributes["color"] = colorOf(tag);
        break;
      case "position":
        if (element) for (const axis of ["x", "y", "z"]) if (tag[axis]) element.attributes[axis] = Number(tag[axis]);
        break;
      case "size":
      case "thickness":
      case "shape":
        if (element) element.attributes[local] = NUMERIC_VIZ.has(local) ? Number(tag["value"]) : tag["value"];
        break;
      case "nodes":
        // The parent of nested nodes has said all that is its own
        if (element && !element.isEdge) this.#addNode(element);
        break;
    }
  }

  #closed(local: string): void {
    this.#path.pop();
    const inMeta = this.#path.at(-1) === "meta";
    if (inMeta && ["creator", "keywords", "description"].includes(local)) this.#graph.setAttribute(local, this.#text);
    else if (local === "default" && this.#declaring) {
      const { name, type } = this.#declaring;
      this.#defaults[this.#class].set(name, parseValue(type, this.#text));
    } else if (local === "attribute") this.#declaring = null;
    else if (local === "node") this.#addNode(this.#open.pop() as Element);
    else if (local === "edge") this.#addEdge(this.#open.pop() as Element);
    this.#text = "";
  }

  #begin(directed: boolean): void {
    this.#directed = directed;
    if (directed) return;
    const { attributes } = this.#graph.export();
    this.#graph = new Graph({ type: "mixed", multi: true });
    this.#graph.replaceAttributes(attributes ?? {});
  }

  #declare(tag: Readonly<Record<string, string>>): void {
    const id = tag["id"] ?? tag["for"];
    if (id === undefined) throw this.#wrong("an <attribute> without an id");
    this.#declaring = { name: tag["title"] ?? id, type: tag["type"] ?? "string" };
    this.#declared[this.#class].set(id, this.#declaring);
  }

  #value({ isEdge, attributes }: Element, tag: Readonly<Record<string, string>>): void {
    const id = tag["for"] ?? tag["id"];
    if (id === undefined || tag["value"] === undefined) throw this.#wrong("an <attvalue> without for or value");
    const declared = this.#declared[isEdge ? "edge" : "node"].get(id);
    set(attributes, declared?.name ?? id, parseValue(declared?.type ?? "string", tag["value"]));
  }

  /** Adds what a tag says beside its values. */
  #complete({ isEdge, tag, attributes }: Element): Attributes {
    for (const [name, value] of this.#defaults[isEdge ? "edge" : "node"])
      if (!Object.hasOwn(attributes, name)) set(attributes, name, value);
    if (tag["label"] !== undefined) attributes["label"] = tag["label"];
    if (isEdge && tag["kind"] !== undefined) attributes["kind"] = tag["kind"];
    if (isEdge && tag["weight"] !== undefined) attributes["weight"] = Number(tag["weight"]);
    const day = tag["timestamp"];
    if (day !== undefined && !Object.values(attributes).includes(day)) attributes["timestamp"] = day;
    return attributes;
  }

  #addNode(element: Element): void {
    const id = element.tag["id"];
    if (id === undefined) throw this.#wrong("a <node> without an id");
    if (element.added) {
      this.#graph.mergeNodeAttributes(id, this.#complete(element));
      return;
    }
    element.added = true;
    if (isReservedKey(id)) throw this.#wrong(`a node can't be called "${id}"; give it another id`);
    if (this.#graph.hasNode(id)) throw this.#wrong(`the node "${id}" stands there twice`);
    this.#graph.addNode(id, this.#complete(element));
  }

  #addEdge(element: Element): void {
    const { id, source, target, type } = element.tag;
    for (const end of [source, target])
      if (end === undefined || !this.#graph.hasNode(end))
        throw this.#wrong(
          `an <edge> ${end === undefined ? "without source or target" : `to "${end}", which is no node`}`,
        );
    const directed = type === undefined ? this.#directed : type === "directed";
    if (!directed && this.#graph.type === "directed") this.#graph = this.#graph.copy({ type: "mixed" }) as Graph;
    const attributes = this.#complete(element);
    if (id !== undefined && this.#graph.hasEdge(id)) throw this.#wrong(`the edge "${id}" stands there twice`);
    if (id === undefined) {
      if (directed) this.#graph.addDirectedEdge(source, target, attributes);
      else this.#graph.addUndirectedEdge(source, target, attributes);
    } else if (directed) this.#graph.addDirectedEdgeWithKey(id, source, target, attributes);
    else this.#graph.addUndirectedEdgeWithKey(id, source, target, attributes);
  }
}

/**
 * Reads GEXF, whole or in chunks.
 *
 * @param name what errors call the input, a path.
 * @throws OnRecordError `BAD_GEXF` with line and column.
 */
export function readGexf(chunks: string | Iterable<string>, name?: string): Graph {
  const reader = new GexfReader(name);
  for (const chunk of typeof chunks === "string" ? [chunks] : chunks) reader.write(chunk);
  return reader.end();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Sets an attribute even when it is called `__proto__`. */
function set(attributes: Attributes, name: string, value: unknown): void {
  Object.defineProperty(attributes, name, { value, writable: true, enumerable: true, configurable: true });
}

/** `#rrggbb`, or `rgba(…)` where the tag says alpha. */
function colorOf({ r, g, b, a, hex }: Readonly<Record<string, string>>): string {
  if (a === undefined && hex) return hex;
  if (a !== undefined && r !== undefined) return `rgba(${r},${g},${b},${a})`;
  const two = (channel: string) => Number(channel).toString(16).padStart(2, "0");
  return `#${two(r ?? "0")}${two(g ?? "0")}${two(b ?? "0")}`;
}
