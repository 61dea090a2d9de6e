import type { OnRecordGraph } from "../../src/graph/index.ts";
import { statementIndex } from "../scene/statement-index.ts";
import { attributeChoices } from "./attributes.ts";

/** What the colours of a graph can say: the kind, communities, and whatever tells its nodes apart. */
export function colorChoices(graph: OnRecordGraph): readonly string[] {
  const { outlets, stances } = statementIndex(graph).columns;
  const takesSides = stances.codes.some((code) => ["support", "oppose"].includes(stances.values[code]));
  return [
    "kind",
    "community",
    ...(outlets.values.length > 1 ? ["outlet"] : []),
    ...(takesSides ? ["stance"] : []),
    ...attributeChoices(graph).map(({ name }) => name),
  ];
}
