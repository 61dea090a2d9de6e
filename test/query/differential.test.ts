import { describe, expect, it } from "vitest";
import { QueryError, query } from "../../src/query/index.ts";
import { Generator } from "./generate.ts";
import { canonical, canonicalResult, Reference } from "./reference.ts";

const SEEDS = Number(process.env.DIFFERENTIAL_SEEDS ?? 300);
const FIRST = Number(process.env.DIFFERENTIAL_FIRST ?? 0);

describe("the engine", () => {
  it("gives what a reference without plan, index and shortcut gives, on random graphs and queries", () => {
    let compared = 0;
    let notEmpty = 0;
    for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
      const generator = new Generator(seed);
      const graph = generator.graph();
      const text = generator.query();
      let rows: unknown[][];
      try {
        rows = query(graph, text, {}, { steps: 200_000 }).rows;
      } catch (error) {
        // what the checks refuse (a name in two roles, say) is no query; what takes too long would take the reference longer
        if (error instanceof QueryError && (error.phase === "compile" || error.code === "LimitExceeded")) continue;
        throw new Error(`seed ${seed}: ${text}`, { cause: error });
      }
      const wanted = new Reference(graph).run(text).map((row) => row.map(canonical).join(" | "));
      const found = rows.map((row) => row.map(canonicalResult).join(" | "));
      const ordered = text.includes("ORDER BY");
      expect(ordered ? found : found.sort(), `seed ${seed}: ${text}\n${JSON.stringify(graph.export())}`).toEqual(
        ordered ? wanted : wanted.sort(),
      );
      compared++;
      if (found.length > 0) notEmpty++;
    }
    expect(compared).toBeGreaterThan(SEEDS * 0.7);
    expect(notEmpty).toBeGreaterThan(SEEDS * 0.3);
  }, 120_000);
});
