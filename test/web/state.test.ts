import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Filters, SOURCES, STANCES, STANDINGS } from "../../web/scene/filters.ts";
import { readAddress, writeAddress } from "../../web/state/address.ts";
import { COLORS, SIZES } from "../../web/state/appearance.ts";
import { advance, amend, redo, startHistory, undo } from "../../web/state/history.ts";
import { TABLE_TABS } from "../../web/state/table-view.ts";
import { FIRST_VIEW, PANES, type View } from "../../web/state/view.ts";

const key = fc
  .oneof(fc.string({ minLength: 1, unit: "grapheme" }), fc.constantFrom("a\u2028b", "two\nlines"))
  .filter((text) => text.trim() !== "");
const place = fc.record({ article: key, start: fc.nat(9999), length: fc.nat(500) });
const column = fc.constantFrom("who", "what", "weight", "name");
const sheet = fc.record({
  columns: fc.option(fc.uniqueArray(column, { minLength: 1 })),
  order: fc.uniqueArray(fc.record({ column, ascending: fc.boolean() }), {
    minLength: 1,
    selector: (one) => one.column,
  }),
});
const view: fc.Arbitrary<Partial<View>> = fc.record({
  filters: fc.record({
    speakers: fc.uniqueArray(key, { maxLength: 3 }),
    articles: fc.uniqueArray(key, { maxLength: 3 }),
    outlets: fc.uniqueArray(key, { maxLength: 3 }),
    from: fc.constantFrom(null, "2024-01-31"),
    to: fc.constantFrom(null, "2024-02-29"),
    sure: fc.constantFrom(null, 0.5, 0.9),
    organizations: fc.uniqueArray(key, { maxLength: 2 }),
    components: fc.uniqueArray(key, { maxLength: 2 }),
    communities: fc.uniqueArray(key, { maxLength: 2 }),
    stances: fc.subarray([...STANCES]),
    sources: fc.subarray([...SOURCES]),
    standings: fc.subarray([...STANDINGS]),
    speech: fc.constantFrom<Filters["speech"]>(["said"], ["thought"], []),
    degree: fc.constantFrom(null, { least: 2, most: null }, { least: 0, most: 7 }),
    around: fc.option(fc.record({ key, steps: fc.integer({ min: 1, max: 3 }) })),
    values: fc.uniqueArray(fc.record({ attribute: fc.constantFrom("role", "unnamed"), value: key }), { maxLength: 2 }),
  }),
  appearance: fc.record({ size: fc.constantFrom(...SIZES), color: fc.constantFrom(...COLORS, "wikidata") }),
  path: fc.option(fc.record({ from: fc.option(key), to: fc.option(key), way: fc.nat(40) })),
  mode: fc.constantFrom(null, "stakeholders" as const, "statements" as const),
  unfolded: fc.uniqueArray(key, { maxLength: 3 }),
  selection: fc.option(
    fc
      .record({
        type: fc.constantFrom("node" as const, "edge" as const),
        key,
        at: fc.option(place, { nil: undefined }),
      })
      .map(({ type, key: of, at }) =>
        at === undefined
          ? { type, key: of }
          : { type, key: of, at: { article: at.article, start: at.start, end: at.start + at.length } },
      ),
  ),
  hidden: fc.uniqueArray(fc.constantFrom("Person", "Place", "SAID", "direct", "MAY_BE")),
  pane: fc.constantFrom(...PANES),
  passages: fc.option(
    fc.oneof(
      fc.record({ type: fc.constantFrom("said" as const, "about" as const, "named" as const, "tie" as const), key }),
      fc.record({ type: fc.constant("find" as const), words: key }),
      fc.constant({ type: "unheard" as const }),
    ),
  ),
  tabs: fc.uniqueArray(key, { maxLength: 3 }),
  follow: fc.boolean(),
  table: fc.record({
    tab: fc.constantFrom(...TABLE_TABS),
    only: fc.option(fc.constantFrom("Person", "MENTIONS")),
    words: fc.string({ unit: "grapheme" }),
    sheets: fc.dictionary(fc.constantFrom(...TABLE_TABS), sheet),
  }),
  question: fc.option(
    fc
      .record({ phrase: fc.option(key), cypher: key, name: fc.constantFrom("entity", "from"), value: key })
      .map(({ phrase, cypher, name, value }) => ({
        phrase,
        cypher: phrase === null ? cypher : "",
        values: { [name]: value },
      })),
  ),
  camera: fc.option(
    fc
      .record({
        x: fc.integer({ min: -20_000, max: 20_000 }),
        y: fc.integer(),
        ratio: fc.integer({ min: 1, max: 9999 }),
      })
      .map(({ x, y, ratio }) => ({ x: x / 10_000, y: (y % 10_000) / 10_000, ratio: ratio / 10_000 })),
  ),
});

describe("the address", () => {
  it("gives back every view it was made of", () => {
    fc.assert(
      fc.property(view, (made) => {
        expect(readAddress(`#${writeAddress({ ...FIRST_VIEW, ...made })}`)).toEqual({ ...FIRST_VIEW, ...made });
      }),
    );
  });

  it("takes nothing from what people type by mistake", () => {
    for (const address of ["", "#", "#node=", "#camera=1,2", "#camera=a,b,c", "#camera=0,0,-1", "#view=moon"])
      expect(readAddress(address)).toEqual(FIRST_VIEW);
    expect(readAddress("#node=a&at=a:9-3").selection).toEqual({ type: "node", key: "a" });
  });

  it("is empty for the first view", () => {
    expect(writeAddress(FIRST_VIEW)).toBe("");
  });
});

describe("history", () => {
  it("undoes to the very values, and redoes them, however many steps", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 150 }), (steps) => {
        let history = startHistory(-1);
        for (const step of steps) history = advance(history, step);
        const back: number[] = [];
        for (const _ of steps) back.push((history = undo(history)).present);
        expect(back).toEqual([-1, ...steps].reverse().slice(1));
        for (const step of steps) expect((history = redo(history)).present).toBe(step);
        expect(redo(history)).toBe(history);
      }),
    );
  });

  it("forgets what was undone when something else is done, and amends without a step", () => {
    let history = advance(advance(startHistory("a"), "b"), "c");
    history = advance(undo(history), "d");
    expect(redo(history).present).toBe("d");
    expect(undo(amend(history, "e")).present).toBe("b");
  });
});
