// How the runner of the openCypher Technology Compatibility Kit (`npm run tck`) reaches the engine.
// QUERY_ENGINE names another build of it, the sources for one: QUERY_ENGINE=./src/query/index.ts with NODE_OPTIONS="--import tsx".
import path from "node:path";
import { pathToFileURL } from "node:url";
import Graph from "graphology";

const engine = await import(pathToFileURL(path.resolve(process.env.QUERY_ENGINE ?? "./dist/query/index.js")).href);

export const ready = () => engine.loadTemporal?.();

export const createGraph = () => new Graph.MultiDirectedGraph();

export const query = (graph, text, parameters) => engine.query(graph, text, parameters);

/** What a set-up's date(…), duration(…) and the like store in a property. */
export const temporal = (name, argument) => engine.temporal(name, argument);
