import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { add, arithmetic, divide, negate } from "../../src/query/arithmetic.ts";
import { compare, equals, keyOf, order } from "../../src/query/compare.ts";
import { query } from "../../src/query/index.ts";
import { fromOutside, NodeValue, PathValue, RelationshipValue, type Value, Whole } from "../../src/query/values.ts";

const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -3, max: 3 }).map(Whole.of),
  fc.double({ noInteger: true }),
  fc.constant(Number.NaN),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 60n }),
  fc.string({ maxLength: 3, unit: "binary" }),
  fc.nat(3).map((id) => new NodeValue(id)),
  fc.nat(3).map((id) => new RelationshipValue(id)),
  fc.nat(3).map((id) => new PathValue([id, 1], [id])),
);
const anyValue: fc.Arbitrary<Value> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 1 }), tie("value"), { maxKeys: 2 }),
  ),
})).value;

describe("the order of values", () => {
  it("is total: antisymmetric and transitive", () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (a, b, c) => {
        expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
  });

  it("holds two values equal exactly when DISTINCT does", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(order(a, b) === 0).toBe(Object.is(keyOf(a), keyOf(b)));
      }),
      { numRuns: 3000 },
    );
  });

  it("agrees with < and = where these can tell", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const result = compare(a, b);
        if (result !== null && !Number.isNaN(result)) expect(Math.sign(result)).toBe(Math.sign(order(a, b)));
        if (equals(a, b) === true) expect(order(a, b)).toBe(0);
        expect(equals(a, b)).toBe(equals(b, a));
      }),
      { numRuns: 3000 },
    );
  });

  it("puts strings in the order of code points, not of UTF-16 units", () => {
    expect(order("\u{1F600}", "\uFF5E")).toBeGreaterThan(0);
  });
});

describe("numbers", () => {
  it("are integers of 64 bits, checked", () => {
    const integer = fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n - 1n });
    fc.assert(
      fc.property(integer, integer, (x, y) => {
        const [a, b] = [fromOutside(x), fromOutside(y)];
        expect(BigInt(add(a, b) as bigint)).toBe(x + y);
        expect(BigInt(arithmetic("-")(a, b) as bigint)).toBe(x - y);
        expect(BigInt(negate(a) as bigint)).toBe(-x);
        if (y !== 0n) expect(BigInt(divide(a, b) as bigint)).toBe(x / y);
      }),
    );
    expect(() => add(fromOutside(2n ** 63n - 1n), 1)).toThrow("64 bits");
    expect(() => arithmetic("*")(fromOutside(2n ** 40n), fromOutside(2n ** 40n))).toThrow("64 bits");
  });

  it("stay floats when they are whole", () => {
    const graph = new MultiDirectedGraph();
    const text =
      "RETURN 7 / 2, 7.0 / 2, 6.0 / 2, toString(6.0 / 2), 1 = 1.0, 2 ^ 3, toString(2 ^ 3), 9007199254740993 - 1";
    expect(query(graph, text).rows).toEqual([[3, 3.5, 3, "3.0", true, 8, "8.0", 9007199254740992n]]);
  });
});
