import type { OnRecordGraph } from "../../src/graph/index.ts";
import { statementIndex } from "../scene/statement-index.ts";
import { attributeChoices } from "./attributes.ts";

/** What the colours of a graph can say: the kind, communities, and whatever tells its nodes apart. */
export function colorChoices(graph: OnRecordGraph): readonly string[] {
  const { outlets, stances } = statementIndex(graph).columns;
  const isSide = stances.values.map((stance) => stance === "support" || stance === "oppose");
  const takesSides = stances.codes.some((code) => isSide[code]);
  return [
    "kind",
    "community",
    ...(outlets.values.length > 1 ? ["outlet"] : []),
    ...(takesSides ? ["stance"] : []),
    ...attributeChoices(graph).map(({ name }) => name),
  ];
}
