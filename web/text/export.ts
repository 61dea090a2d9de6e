import type { ExportFormat, ExportScope } from "../export/exports.ts";

const many = (count: number, one: string, several: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : several}`;

const FORMATS: Readonly<Record<ExportFormat, readonly [string, string]>> = {
  gexf: ["GEXF", "for Gephi and others: all attributes, colours, places"],
  json: ["JSON", "graph.json, as On Record reads it and Graphology serialises it"],
  csv: ["CSV", "nodes, edges and statements, a table each, in one ZIP"],
  png: ["PNG", "the picture as it is seen"],
};

const SCOPES: Readonly<Record<ExportScope, string>> = { all: "Everything", seen: "What is seen" };

/** The words of exporting and of quoting. */
export const exportText = {
  label: "Export",
  open: "Export the graph, its tables or its picture",
  format: "Format",
  formats: FORMATS,
  scope: "How much",
  scopes: SCOPES,
  counts: (nodes: number, edges: number) => `${many(nodes, "node", "nodes")}, ${many(edges, "edge", "edges")}`,
  scale: "Pixels for each pixel of the screen",
  save: "Save",
  stop: "Stop",
  writing: "Writing …",
  written: (bytes: number) => (bytes === 0 ? "Writing …" : `${(bytes / 1e6).toFixed(1)} MB written …`),
  noPicture: "there is no picture on the page; open the graph first",
  failed: (what: string) => `Couldn’t be exported: ${what}`,
  done: (name: string) => `Saved as ${name}`,

  quote: "Copy as a quote",
  quoteImage: "Copy as an image",
  quoteCopied: "The quote is in the clipboard, with its source.",
  imageCopied: "The image is in the clipboard.",
  imageSaved: (name: string) => `This browser takes no image into the clipboard: saved as ${name}.`,
  notCopied: "The browser didn’t let it into the clipboard. Allow it for this page, and try again.",
  unknownSource: "source not known",
  paraphrased: "paraphrased",
  partlyQuoted: "partly paraphrased",
  undated: "no date",
} as const;
