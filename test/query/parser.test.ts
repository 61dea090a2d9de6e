import { describe, expect, it } from "vitest";
import { prepare, QueryError } from "../../src/query/index.ts";
import { parse } from "../../src/query/parser.ts";
import { Generator } from "./generate.ts";
import { writeQuery } from "./write-syntax.ts";

const rewritten = (text: string): string => writeQuery(parse(text).query);

function failure(text: string): QueryError {
  try {
    prepare(text);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error(`no error: ${text}`);
}

describe("the parser", () => {
  it("reads what was written from a syntax tree as the same tree", () => {
    for (let seed = 0; seed < 400; seed++) {
      const generator = new Generator(seed);
      generator.graph();
      const once = rewritten(generator.query());
      expect(rewritten(once)).toBe(once);
    }
  });

  it.each([
    ["1 + 2 * 3 ^ 2", "(1 + (2 * (3 ^ 2)))"],
    ["-2 ^ 2", "(-2 ^ 2)"],
    ["a OR b XOR c AND NOT d", "(a OR (b XOR (c AND NOT (d))))"],
    ["1 < 2 <= 3", "(1 < 2 <= 3)"],
    ["a.x IN [1] = true", "((a.x IN [1]) = true)"],
    ["'a' + 'b' STARTS WITH 'a'", "(('a' + 'b') STARTS WITH 'a')"],
    ["NOT a = b", "NOT ((a = b))"],
    ["x[1..2][0].y", "x[1..2][0].y"],
    ["[x IN xs WHERE x:A | x.name]", "[x IN xs WHERE (x:A) | x.name]"],
    ["[x IN xs, 2]", "[(x IN xs), 2]"],
    ["[(a)-->(b) WHERE a.x | b]", "[(a)-[]->(b) WHERE a.x | b]"],
    ["(a)-1", "(a - 1)"],
    ["CASE x WHEN 1 THEN 'a' ELSE 'b' END", "CASE x WHEN 1 THEN 'a' ELSE 'b' END"],
    ["n {.name, .*, age: 1, other}", "n {name: n.name, .*, age: 1, other: other}"],
    ["all(x IN xs WHERE x)", "all(x IN xs WHERE x)"],
    ["reduce(s = 0, x IN xs | s + x)", "reduce(s = 0, x IN xs | (s + x))"],
    ["n:A&(B|!C)", "(n:(A&(B|!C)))"],
    ["n IS NOT NULL AND n IS Person", "((n IS NOT NULL) AND (n:Person))"],
    ["`a b`.`c``d`", "`a b`.`c``d`"],
    ["EXISTS { (a)-->() WHERE a.x }", "EXISTS { MATCH (a)-[]->() WHERE a.x }"],
    ["0x1F + 0o17 + .5e1", "((31 + 15) + 5.0)"],
    ["'it\\'s \\u00e9' + \"x\"", "('it\\'s é' + 'x')"],
  ])("binds %s as %s", (text, wanted) => {
    expect(rewritten(`RETURN ${text}`)).toBe(`RETURN ${wanted}`);
  });

  it("reads keywords in any case, comments and names that are keywords", () => {
    expect(rewritten("match (match) /* here */ Return match.return As `with` // end")).toBe(
      "MATCH (match) RETURN match.return AS with",
    );
  });

  it("reads deep nesting or refuses it, but never overflows", () => {
    const nested = (depth: number) => `RETURN ${"(".repeat(depth)}1${")".repeat(depth)}`;
    expect(rewritten(nested(100))).toBe("RETURN 1");
    expect(failure(nested(5000)).detail).toBe("ExpressionTooDeep");
    expect(failure(`RETURN ${"NOT ".repeat(20000)}true`).detail).toBe("ExpressionTooDeep");
    expect(failure(`RETURN ${Array(50_000).fill("1").join(" + ")}`).detail).toBe("ExpressionTooDeep");
    expect(failure(`RETURN ${"[".repeat(3000)}`).code).toBe("SyntaxError");
  });
});

describe("what is refused before it runs", () => {
  it.each([
    ["MATCH (n) RETURN n.", "UnexpectedSyntax", 19],
    ["MATCH (n RETURN n", "UnexpectedSyntax", 9],
    ["MATCH (n)", "InvalidClauseComposition", 9],
    ["RETURN 'open", "UnexpectedSyntax", 7],
    ["RETURN '\\u12'", "InvalidUnicodeLiteral", 8],
    ["RETURN 12abc", "InvalidNumberLiteral", 7],
    ["RETURN 42 — 41", "InvalidUnicodeCharacter", 10],
    ["RETURN 9223372036854775808", "IntegerOverflow", 7],
    ["MATCH (n) DELETE n", "WriteClause", 10],
    ["LOAD CSV FROM 'x' AS l RETURN l", "UnsupportedClause", 0],
    ["MATCH (n) CALL { MATCH (m) RETURN m } RETURN n", "UnsupportedClause", 15],
    ["MATCH (n {$all}) RETURN n", "UnexpectedSyntax", 10],
    ["MATCH (n $all) RETURN n", "InvalidParameterUse", 9],
    ["MATCH (n)-[n]->() RETURN n", "VariableTypeConflict", 11],
    ["MATCH ()-[r]->()-[r]->() RETURN r", "RelationshipUniquenessViolation", 18],
    ["MATCH p = (a)-->(), p = (b)-->() RETURN p", "VariableAlreadyBound", 20],
    ["MATCH (n) RETURN m", "UndefinedVariable", 17],
    ["MATCH (n) WHERE n RETURN n", "InvalidArgumentType", 16],
    ["MATCH (n) WHERE count(n) > 1 RETURN n", "InvalidAggregation", 16],
    ["MATCH (n) RETURN n.x + count(*)", "AmbiguousAggregationExpression", 17],
    ["MATCH (n) RETURN count(count(n))", "NestedAggregation", 23],
    ["MATCH (n) WITH n.x RETURN 1", "NoExpressionAlias", 15],
    ["RETURN 1 AS a, 2 AS a", "ColumnNameConflict", 15],
    ["RETURN 1 AS a UNION RETURN 2 AS b", "DifferentColumnsInUnion", 20],
    ["RETURN 1 AS a UNION RETURN 1 AS a UNION ALL RETURN 1 AS a", "InvalidClauseComposition", 34],
    ["MATCH (n) RETURN n LIMIT n.x", "NonConstantExpression", 25],
    ["MATCH (n) RETURN n SKIP -1", "NegativeIntegerArgument", 24],
    ["MATCH (n) RETURN (n)-->()", "UnexpectedSyntax", 17],
    ["MATCH (n) RETURN DISTINCT n.x ORDER BY n.y", "UndefinedVariable", 39],
    ["CALL db.nothing()", "ProcedureNotFound", 0],
    ["CALL db.labels(1)", "InvalidNumberOfArguments", 0],
    ["MATCH p = shortestPath((a)-->()-->(b)) RETURN p", "InvalidRelationshipPattern", 10],
  ])("%s: %s", (text, detail, offset) => {
    const error = failure(text);
    expect({ phase: error.phase, detail: error.detail, offset: error.position?.offset }).toEqual({
      phase: "compile",
      detail,
      offset,
    });
    expect(error.frame.split("\n")[1].indexOf("^")).toBe((error.position?.column ?? 0) - 1);
  });
});
