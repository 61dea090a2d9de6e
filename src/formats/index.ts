export {
  type CsvOptions,
  csvCell,
  withoutFormula,
  writeCsv,
  writeEdgesCsv,
  writeNodesCsv,
  writeStatementsCsv,
} from "./csv.ts";
export { GexfReader, readGexf } from "./gexf-reader.ts";
export { type GexfOptions, writeGexf } from "./gexf-writer.ts";
export { GraphJsonReader, readJson } from "./json-reader.ts";
export { checkJson, parseJson } from "./json-value.ts";
export { writeJson } from "./json-writer.ts";
