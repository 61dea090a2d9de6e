import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCommunities, nameCommunities, stakeholderNetwork, talkOf } from "../../src/analysis/index.ts";
import type { NodeAttributes } from "../../src/model/index.ts";
import type { Analysis } from "../../web/appearance/analysis.ts";
import { attributeChoices } from "../../web/appearance/attributes.ts";
import { colorChoices } from "../../web/appearance/choices.ts";
import { chosenOf, toggleChosen } from "../../web/appearance/scheme-filters.ts";
import { schemeOf } from "../../web/appearance/schemes.ts";
import { sizeScale, sizeSteps } from "../../web/appearance/sizes.ts";
import { NO_FILTERS } from "../../web/scene/filters.ts";
import { sampleGraph } from "./sample.ts";

const CSS = readFileSync(join(import.meta.dirname, "../../web/theme/tokens.css"), "utf8");
const [LIGHT, DARK] = CSS.split(':root[data-theme="dark"]');
const tokens = (css: string, name: RegExp) =>
  [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].filter(([, token]) => name.test(token)).map(([, , color]) => color);

/** What the three kinds of dichromat see (Machado, Oliveira and Fernandes 2009, severity 1), and everybody else, in linear RGB. */
const EYES = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seen(color: string, eye: readonly number[]): number[] {
  const rgb = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [0, 1, 2].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        rgb.reduce((sum, value, column) => sum + value * eye[row * 3 + column], 0),
      ),
    ),
  );
}

/** Oklab (Ottosson 2020), where distance is how different colours look. */
function oklab([r, g, b]: number[]): number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function nearest(colors: readonly string[], eye: readonly number[]): number {
  const all = colors.map((color) => oklab(seen(color, eye)));
  let least = Number.POSITIVE_INFINITY;
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) least = Math.min(least, Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
  });
  return least;
}

describe("colours of groups", () => {
  for (const [theme, css] of Object.entries({ light: LIGHT, dark: DARK }))
    it(`are told apart by every eye in the ${theme} theme`, () => {
      const series = tokens(css, /^series-\d$/);
      const stances = tokens(css, /^stance-/);
      expect([series.length, stances.length, tokens(css, /^ramp-/).length]).toEqual([8, 3, 5]);
      for (const eye of Object.values(EYES)) {
        expect(nearest(series, eye)).toBeGreaterThan(0.085);
        expect(nearest(stances, eye)).toBeGreaterThan(0.085);
        expect(nearest(tokens(css, /^ramp-/), eye)).toBeGreaterThan(0.08);
      }
    });
});

describe("what colours and sizes say", () => {
  const { graph } = sampleGraph();
  const network = stakeholderNetwork(graph);
  const communities = nameCommunities(network, findCommunities(network), talkOf(graph, network));
  const analysis: Analysis = {
    measures: {
      degree: new Map([
        ["person:ines-okafor", 40],
        ["person:tom-reyes", 10],
      ]),
      statements: new Map(),
      quotedWords: new Map(),
      pageRank: new Map(),
      betweenness: new Map(),
    },
    communities,
    communityOf: new Map(communities.flatMap(({ id, members }) => members.map((member) => [member, id]))),
  };

  it("leaves kinds to the theme and waits for communities", () => {
    expect(schemeOf(graph, "kind", analysis)).toBeNull();
    expect(schemeOf(graph, "community", null)).toBeNull();
  });

  it("gives each community a colour, and statements that of who said them", () => {
    const scheme = schemeOf(graph, "community", analysis);
    const several = communities.filter(({ members }) => members.length > 1);
    expect(scheme?.entries.filter(({ id }) => id !== null).map(({ label }) => label)).toEqual(
      several.map(({ name }) => name),
    );
    const said = graph.findOutNeighbor("person:tom-reyes", (key) => key.startsWith("statement:"));
    expect(scheme?.tokenOf.get(said ?? "")).toBe(scheme?.tokenOf.get("person:tom-reyes"));
    expect(scheme?.tokenOf.get(said ?? "")).toMatch(/^series-/);
  });

  it("finds what tells stakeholders apart, and goes from pale to deep with numbers", () => {
    expect(attributeChoices(graph)).toContainEqual({ name: "mentionCount", isNumeric: true });
    expect(attributeChoices(graph).map(({ name }) => name)).not.toContain("label");
    expect(colorChoices(graph)).not.toContain("outlet");
    const scheme = schemeOf(graph, "statementCount", null);
    expect(scheme?.entries.map(({ id, token }) => [id, token])).toEqual([
      ["2..2", "ramp-3"],
      ["1..1", "ramp-2"],
      ["0..0", "ramp-1"],
    ]);
  });

  it("keeps eight colours apart and gives the rest one together", () => {
    const many = sampleGraph().graph;
    for (let i = 0; i < 30; i++)
      many.addNode(`group:${i}`, {
        kind: "Group",
        name: `${i}`,
        label: `${i}`,
        party: `Party ${i % 10}`,
      } as unknown as NodeAttributes);
    const scheme = schemeOf(many, "party", null);
    expect(scheme?.entries.map(({ token }) => token)).toEqual([
      ...Array.from({ length: 8 }, (_, i) => `series-${i + 1}`),
      "series-other",
    ]);
    expect(scheme?.entries.at(-1)).toMatchObject({ id: null, members: expect.arrayContaining(["group:8", "group:9"]) });
  });

  it("turns rows of the legend into filters and back", () => {
    for (const [color, value] of [
      ["community", "person:ines-okafor"],
      ["outlet", "Gazette"],
      ["stance", "support"],
      ["stance", "mixed"],
      ["party", "Party 1"],
    ]) {
      const chosen = toggleChosen(NO_FILTERS, color, value);
      expect(chosenOf(chosen, color)).toContain(value);
      expect(toggleChosen(chosen, color, value)).toEqual(NO_FILTERS);
    }
  });

  it("lets areas grow with what they measure", () => {
    const scale = sizeScale("degree", analysis);
    const area = (value: number) => ((scale?.radius(value) ?? 0) - (scale?.radius(0) ?? 0)) ** 2;
    expect(area(40) / area(10)).toBeCloseTo(4, 10);
    expect(sizeScale("given", analysis)).toBeNull();
    expect(sizeSteps({ measure: "degree", most: 40 })).toEqual([40, 10, 2]);
    expect(sizeSteps({ measure: "pageRank", most: 1 })).toEqual([1, 0.3, 0.04]);
    expect(sizeSteps({ measure: "statements", most: 3 })).toEqual([3, 1]);
    expect(sizeSteps({ measure: "degree", most: 0 })).toEqual([]);
  });
});
