import { readFileSync } from "node:fs";
import { MultiDirectedGraph } from "graphology";
import { beforeAll, describe, expect, it } from "vitest";
import { functions } from "../../src/query/functions-library.ts";
import { loadTemporal, type QueryError, query } from "../../src/query/index.ts";

const graph = new MultiDirectedGraph();
graph.addNode("a", { kind: ["Person", "Editor"], name: "Ada" });
graph.addNode("b", { kind: "Place", name: "Pier" });
graph.addEdgeWithKey("r", "a", "b", { kind: "VISITED", on: "2024-05-01" });
const match = "MATCH p = (a:Person)-[r]->(b)";

beforeAll(loadTemporal);

const resultOf = (expression: string, before = "") =>
  query(graph, `${before} RETURN ${expression} AS value`).rows[0][0];

/** What each function gives; an expression with a, b, r or p is evaluated behind a pattern that binds them. */
const EXAMPLES: Record<string, unknown> = {
  "abs(-3)": 3,
  "abs(-2.5)": 2.5,
  "acos(1)": 0,
  "asin(0)": 0,
  "atan(0)": 0,
  "atan2(0, 1)": 0,
  "btrim('  x ')": "x",
  "btrim('xxaxx', 'x')": "a",
  "cardinality([1, 2])": 2,
  "ceil(1.2)": 2,
  "ceiling(-1.2)": -1,
  "char_length('né')": 2,
  "character_length('😀')": 1,
  "coalesce(null, 2, 3)": 2,
  "cos(0)": 1,
  "cosh(0)": 1,
  "cot(pi() / 4) > 0.99": true,
  "coth(1) > 1": true,
  "degree(a)": 1,
  "degrees(pi())": 180,
  "e() > 2.71": true,
  "elementId(a)": "a",
  "elementId(r)": "r",
  "elementId(endNode(r))": "b",
  "elementId(startNode(r))": "a",
  "exists(a.name)": true,
  "exp(0)": 1,
  "floor(-1.5)": -2,
  "haversin(0)": 0,
  "head([1, 2])": 1,
  "head([])": null,
  "id(a)": 0,
  "inDegree(b)": 1,
  "isEmpty('')": true,
  "isNaN(0.0 / 0.0)": true,
  "keys({x: 1, y: null})": ["x", "y"],
  "keys(r)": ["on"],
  "labels(a)": ["Person", "Editor"],
  "last([1, 2])": 2,
  "left('bridge', 3)": "bri",
  "length(p)": 1,
  "path_length(p)": 1,
  "ln(1)": 0,
  "log(1)": 0,
  "log10(100)": 2,
  "lower('ÄB')": "äb",
  "ltrim('  x ')": "x ",
  "ltrim('xxa', 'x')": "a",
  "nullIf(1, 1)": null,
  "nullIf(1, 2)": 1,
  "outDegree(a)": 1,
  "pi() > 3.14": true,
  "properties(b)": { name: "Pier" },
  "radians(180) = pi()": true,
  "rand() < 1": true,
  "randomUUID() =~ '[0-9a-f-]{36}'": true,
  "range(1, 7, 3)": [1, 4, 7],
  "range(3, 1, -1)": [3, 2, 1],
  "range(3, 1)": [],
  "size(rels(p))": 1,
  "size(relationships(p))": 1,
  "size(nodes(p))": 2,
  "replace('aba', 'a', '$&')": "$&b$&",
  "reverse('ab😀')": "😀ba",
  "reverse([1, 2])": [2, 1],
  "right('bridge', 3)": "dge",
  "round(2.5)": 3,
  "round(-2.5)": -2,
  "round(1.255, 2)": 1.26,
  "round(-1.255, 2)": -1.26,
  "rtrim(' x  ')": " x",
  "rtrim('axx', 'x')": "a",
  "sign(-3)": -1,
  "sin(0)": 0,
  "sinh(0)": 0,
  "size('né😀')": 3,
  "split('a,b,c', ',')": ["a", "b", "c"],
  "sqrt(9)": 3,
  "substring('bridge', 1, 3)": "rid",
  "substring('bridge', 4)": "ge",
  "tail([1, 2, 3])": [2, 3],
  "tan(0)": 0,
  "tanh(0)": 0,
  "timestamp() > 0": true,
  "toBoolean(' TRUE')": true,
  "toBoolean('perhaps')": null,
  "toFloat('1.5e2')": 150,
  "toInteger('-7.9')": -7,
  "toInteger('9223372036854775808')": null,
  "toLower('ÄB')": "äb",
  "toString(1.0)": "1.0",
  "toString(1e21)": "1.0E21",
  "toString(-0.0)": "-0.0",
  "toUpper('ß')": "SS",
  "trim(' x ')": "x",
  "type(r)": "VISITED",
  "upper('x')": "X",
  "date('2024-02-28') + duration('P2D')": "2024-03-01",
  "date.truncate('month', date('2024-02-28'))": "2024-02-01",
  "date.transaction() = date.statement()": true,
  "date.realtime() = date()": true,
  "time('10:15+01:00').offset": "+01:00",
  "time.truncate('hour', time('10:15+01:00'))": "10:00+01:00",
  "time.transaction() = time.statement()": true,
  "time.realtime() = time()": true,
  "localtime('10:15').minute": 15,
  "localtime.truncate('hour', localtime('10:15'))": "10:00",
  "localtime.transaction() = localtime.statement()": true,
  "localtime.realtime() = localtime()": true,
  "datetime('2024-07-01T12:00[Europe/Paris]').offset": "+02:00",
  "datetime.truncate('day', datetime('2024-07-01T12:00Z'))": "2024-07-01T00:00Z",
  "datetime.transaction() = datetime.statement()": true,
  "datetime.realtime() = datetime()": true,
  "datetime.fromEpoch(0, 5)": "1970-01-01T00:00:00.000000005Z",
  "datetime.fromEpochMillis(1500)": "1970-01-01T00:00:01.500Z",
  "localdatetime('2024-07-01T12:00').hour": 12,
  "localdatetime.truncate('year', localdatetime('2024-07-01T12:00'))": "2024-01-01T00:00",
  "localdatetime.transaction() = localdatetime.statement()": true,
  "localdatetime.realtime() = localdatetime()": true,
  "duration({hours: 25})": "PT25H",
  "duration.between(date('2024-01-31'), date('2024-03-01'))": "P1M1D",
  "duration.inMonths(date('2024-01-31'), date('2024-03-01'))": "P1M",
  "duration.inDays(date('2024-01-31'), date('2024-03-01'))": "P30D",
  "duration.inSeconds(localtime('10:00'), localtime('10:01'))": "PT1M",
};

const AGGREGATES: Record<string, unknown> = {
  "count(*)": 5,
  "count(x)": 4,
  "count(DISTINCT x)": 3,
  "sum(x)": 9,
  "avg(x)": 2.25,
  "min(x)": 1,
  "max(x)": 4,
  "collect(x)": [1, 2, 2, 4],
  "collect(DISTINCT x)": [1, 2, 4],
  "round(stDev(x), 4)": 1.2583,
  "round(stDevP(x), 4)": 1.0897,
  "percentileCont(x, 0.25)": 1.75,
  "percentileDisc(x, 0.5)": 2,
};

describe("functions", () => {
  it.each(Object.entries(EXAMPLES))("%s", (expression, wanted) => {
    expect(resultOf(expression, /\b[abpr]\b/.test(expression.replace(/'[^']*'/g, "")) ? match : "")).toEqual(wanted);
  });

  it.each(Object.entries(AGGREGATES))("%s of 1, 2, 2, null, 4", (expression, wanted) => {
    expect(resultOf(expression, "UNWIND [1, 2, 2, null, 4] AS x")).toEqual(wanted);
  });

  it("are each shown here and in the documentation", () => {
    const shown = [...Object.keys(EXAMPLES), ...Object.keys(AGGREGATES)].join(" ").toLowerCase();
    const documentation = readFileSync(new URL("../../docs/query.md", import.meta.url), "utf8").toLowerCase();
    const missing = functions.names().filter((name) => !shown.includes(`${name.toLowerCase()}(`));
    const undocumented = functions.names().filter((name) => !documentation.includes(name.toLowerCase()));
    expect({ missing, undocumented }).toEqual({ missing: [], undocumented: [] });
  });

  it("give null for null", () => {
    for (const expression of [
      "toUpper(null)",
      "size(null)",
      "labels(null)",
      "abs(null)",
      "date(null)",
      "left('x', null)",
    ])
      expect(resultOf(expression)).toBeNull();
  });

  it("refuse values of the wrong kind, while checking where it shows and else while running", () => {
    const failure = (text: string) => {
      try {
        query(graph, text);
      } catch (error) {
        return [(error as QueryError).phase, (error as QueryError).code, (error as QueryError).detail].join(" ");
      }
      return "no error";
    };
    expect(failure("RETURN toUpper(1)")).toBe("compile SyntaxError InvalidArgumentType");
    expect(failure("UNWIND [1, 'a'] AS x RETURN toUpper(x)")).toBe("runtime TypeError InvalidArgumentType");
    expect(failure("RETURN toUpper('a', 'b')")).toBe("compile SyntaxError InvalidNumberOfArguments");
    expect(failure("RETURN touper('a')")).toBe("compile SyntaxError UnknownFunction");
    expect(failure("RETURN range(1, 2, 0)")).toBe("runtime ArgumentError NumberOutOfRange");
    expect(failure("RETURN date('2024-02-30')")).toBe("runtime ArgumentError InvalidArgumentValue");
  });

  it("draw random numbers that are the same for the same seed", () => {
    const draw = (seed: number) => query(graph, "RETURN rand(), rand() AS other", {}, { seed }).rows;
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});
