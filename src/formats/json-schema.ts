import { z } from "zod";
import { EDGE_KINDS, NODE_KINDS } from "../model/index.ts";

/** A node of the file; attributes beyond those that everything relies on are passed on as they are. */
export const NODE = z.object({
  key: z.string(),
  attributes: z.looseObject({ kind: z.enum(NODE_KINDS), label: z.string(), x: z.number(), y: z.number() }),
});
/** An edge of the file, likewise. */
export const EDGE = z.object({
  key: z.string(),
  source: z.string(),
  target: z.string(),
  attributes: z.looseObject({ kind: z.enum(EDGE_KINDS), label: z.string(), weight: z.number() }),
});

/** The file `graph.json`. */
export const GRAPH_FILE = z.object({
  schema: z.string(),
  graph: z.object({
    attributes: z.looseObject({ schema: z.string(), title: z.string() }),
    nodes: z.array(NODE),
    edges: z.array(EDGE),
  }),
});
