import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partNodes } from "../../web/layout/apart.ts";
import { arrange } from "../../web/layout/arrange.ts";
import { dayScale } from "../../web/layout/by-date.ts";
import { dateTicks } from "../../web/layout/date-ticks.ts";
import { daysOf, layoutInput } from "../../web/layout/layout-input.ts";
import { LAYOUTS, type LayoutInput, type LayoutName } from "../../web/layout/layouts.ts";
import { pinNodes, withPin } from "../../web/layout/pins.ts";
import { type Places, sceneOf } from "../../web/scene/scene.ts";
import { FIRST_ARRANGEMENT, readArrangement, writeArrangement } from "../../web/state/arrangement.ts";
import { sampleGraph } from "./sample.ts";

const { graph } = sampleGraph();
const scene = sceneOf(graph, { mode: "statements" });
const keys = scene.graph.nodes();

/** `count` nodes in two rows, tied to one another as a chain, days and communities by turns. */
function chain(layout: LayoutName, count = 40, some: Partial<LayoutInput> = {}): LayoutInput {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return {
    layout,
    apart: false,
    start: { x: Float32Array.from(numbers, (i) => i % 8), y: Float32Array.from(numbers, (i) => i >> 3) },
    extent: { x: [0, 120], y: [0, 100] },
    radius: Float32Array.from(numbers, (i) => 1 + (i % 3)),
    kind: Uint8Array.from(numbers, (i) => i % 2),
    day: Float64Array.from(numbers, (i) => (i === 0 ? Number.NaN : 19_000 + (i % 5))),
    community: Int32Array.from(numbers, (i) => i % 4),
    fixed: new Uint8Array(count),
    source: Uint32Array.from(numbers.slice(1), (i) => i - 1),
    target: Uint32Array.from(numbers.slice(1)),
    weight: new Float32Array(Math.max(0, count - 1)).fill(1),
    ...some,
  };
}

const last = (input: LayoutInput): Places => [...arrange(input)].at(-1)?.places as Places;
const distance = ({ x, y }: Places, a: number, b: number) => Math.hypot(x[a] - x[b], y[a] - y[b]);

describe("every layout", () => {
  it.each(LAYOUTS)("%s gives each node a place of its own, twice the same", (layout) => {
    const places = last(chain(layout));
    expect([...places.x, ...places.y].every(Number.isFinite)).toBe(true);
    expect(new Set([...places.x].map((x, i) => `${x},${places.y[i]}`)).size).toBe(40);
    expect(last(chain(layout))).toEqual(places);
  });

  it.each(["force", "circle", "community"] as const)(
    "%s fits into the extent of the graph, or its parted nodes near it",
    (layout) => {
      const { x, y } = last(chain(layout));
      for (let i = 0; i < x.length; i++) {
        expect(x[i]).toBeGreaterThan(-15);
        expect(x[i]).toBeLessThan(135);
        expect(y[i]).toBeGreaterThan(-15);
        expect(y[i]).toBeLessThan(115);
      }
    },
  );

  it("is made of any graph, of one node and of none too", () => {
    for (const layout of LAYOUTS) {
      const input = layoutInput(graph, scene, { ...FIRST_ARRANGEMENT, layout }, scene.home, null);
      expect(last(input).x).toHaveLength(keys.length);
      for (const count of [0, 1]) {
        const few = chain(layout, count, {
          source: new Uint32Array(),
          target: new Uint32Array(),
          weight: new Float32Array(),
        });
        expect(last(few).x).toHaveLength(count);
      }
    }
  });
});

describe("by forces", () => {
  it("brings what is tied together, and comes to rest", () => {
    const steps = [...arrange(chain("force", 24))];
    const { places, done } = steps[steps.length - 1];
    expect(done).toBe(1);
    const tied = Array.from({ length: 23 }, (_, i) => distance(places, i, i + 1));
    const others = Array.from({ length: 12 }, (_, i) => distance(places, i, i + 12));
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
    expect(mean(tied)).toBeLessThan(mean(others));
  });

  it("leaves what no tie holds beside the others", () => {
    const places = last(
      chain("force", 30, { source: Uint32Array.of(0, 1), target: Uint32Array.of(1, 2), weight: Float32Array.of(1, 1) }),
    );
    expect([...places.x].every((x) => x > -15 && x < 135)).toBe(true);
  });
});

describe("by date", () => {
  it("lets time go from left to right, what has no date at the very left", () => {
    const input = chain("date");
    const { x } = last(input);
    for (let i = 1; i < 40; i++) expect(Math.sign(x[i] - x[1])).toBe(Math.sign(input.day[i] - input.day[1]));
    expect(Math.min(...x)).toBe(x[0]);
  });

  it("takes an article's own day, and the middle one of what a person is tied to", () => {
    const day = Date.parse("2024-11-04T00:00:00Z") / 86_400_000;
    for (const key of ["person:tom-reyes", keys.find((one) => one.startsWith("article:")) as string])
      expect(daysOf(graph, [key])[0]).toBe(day);
  });

  it("marks days, or first days of months where there are too many, none over another", () => {
    const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
    const marks = (from: string, to: string, width: number) => {
      const scale = dayScale(Float64Array.of(day(from), day(to)), { x: [0, width], y: [0, 1] });
      if (scale === null) throw new Error("no scale");
      return dateTicks(scale, (at) => scale.from + (at - scale.first) * scale.step, width);
    };
    expect(marks("2024-03-01", "2024-03-05", 600).map(({ label }) => label)).toEqual([
      "1 Mar",
      "2 Mar",
      "3 Mar",
      "4 Mar",
      "5 Mar",
    ]);
    const months = marks("2023-01-15", "2024-06-20", 600);
    expect(months[0].label).toMatch(/^[A-Z][a-z]+ 2023$/);
    for (let i = 1; i < months.length; i++) expect(months[i].x - months[i - 1].x).toBeGreaterThan(60);
    expect(marks("2024-03-01", "2024-03-01", 600)).toHaveLength(1);
  });
});

describe("by community", () => {
  it("puts members nearer to their own than to others", () => {
    const { community, ...rest } = chain("community");
    const places = last({ ...rest, community });
    const centre = (group: number) => {
      const members = [...community.keys()].filter((i) => community[i] === group);
      const mean = (values: Float32Array) => members.reduce((sum, i) => sum + values[i], 0) / members.length;
      return [mean(places.x), mean(places.y)];
    };
    const centres = [0, 1, 2, 3].map(centre);
    for (let i = 0; i < 40; i++) {
      const away = centres.map(([x, y]) => Math.hypot(places.x[i] - x, places.y[i] - y));
      expect(away.indexOf(Math.min(...away))).toBe(community[i]);
    }
  });
});

describe("keeping nodes apart", () => {
  it("leaves no two over one another where there is room, and what is fixed where it is", () => {
    const place = fc.record({
      x: fc.float({ min: 0, max: 50, noNaN: true }),
      y: fc.float({ min: 0, max: 50, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 25 }), (list) => {
        const start = { x: Float32Array.from(list, ({ x }) => x), y: Float32Array.from(list, ({ y }) => y) };
        const fixed = new Uint8Array(list.length);
        fixed[0] = 1;
        const radius = new Float32Array(list.length).fill(2);
        const parted = partNodes(start, radius, fixed);
        expect([parted.x[0], parted.y[0]]).toEqual([start.x[0], start.y[0]]);
        for (let a = 0; a < list.length; a++)
          for (let b = a + 1; b < list.length; b++) expect(distance(parted, a, b)).toBeGreaterThan(3.6);
      }),
      { numRuns: 60 },
    );
  });
});

describe("nodes put by hand", () => {
  const index = new Map(keys.map((key, i) => [key, i]));
  const radius = new Float32Array(keys.length).fill(5);
  const pin = { key: "person:tom-reyes", x: 300, y: -200 };

  it("lie where they were put; what lay there gives way, and nothing else moves", () => {
    const victim = keys.find((key) => key.startsWith("article:")) as string;
    const { x, y } = scene.graph.getNodeAttributes(victim);
    const places = pinNodes(scene.home, [{ ...pin, x, y }], scene.graph, keys, index, radius);
    expect(places.x[index.get(pin.key) as number]).toBeCloseTo(x, 3);
    expect(distance(places, index.get(pin.key) as number, index.get(victim) as number)).toBeCloseTo(10, 3);
    expect(pinNodes(scene.home, [], scene.graph, keys, index, radius)).toBe(scene.home);
  });

  it("have one place each, which the address gives back", () => {
    const pins = withPin(withPin([], pin), { ...pin, x: 1.5 });
    expect(pins).toEqual([{ ...pin, x: 1.5 }]);
    const parts = new URLSearchParams();
    writeArrangement(parts, { layout: "date", apart: true, pins });
    expect(readArrangement(new URLSearchParams(parts.toString()))).toEqual({ layout: "date", apart: true, pins });
    expect(readArrangement(new URLSearchParams("layout=nonsense&pin=1,x,y"))).toEqual(FIRST_ARRANGEMENT);
  });
});
