export { csvCell, writeCsv, writeEdgesCsv, writeNodesCsv, writeStatementsCsv } from "./csv.ts";
export { GexfReader, readGexf } from "./gexf-reader.ts";
export { type GexfOptions, writeGexf } from "./gexf-writer.ts";
export { checkJson, parseJson, readJson, writeJson } from "./json.ts";
