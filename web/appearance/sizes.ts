import type { Measure } from "../../src/analysis/stakeholder-analysis.ts";
import type { SizeBy } from "../state/appearance.ts";
import type { Analysis } from "./analysis.ts";

/** Radii in pixels at camera ratio 1, of nothing and of the most there is. */
const SMALLEST = 3.5;
const LARGEST = 24;

/** How values become radii: the area grows with the value. */
export interface SizeScale {
  readonly measure: Measure;
  readonly most: number;
  radius(value: number): number;
}

/** The scale of a measure; null where sizes are as they were given, and while nothing is measured yet. */
export function sizeScale(size: SizeBy, analysis: Analysis | null): SizeScale | null {
  if (size === "given" || analysis === null) return null;
  let most = 0;
  for (const value of analysis.measures[size].values()) if (value > most) most = value;
  return {
    measure: size,
    most,
    radius: (value) => (most === 0 ? SMALLEST : SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(value / most)),
  };
}

/** The radius of every stakeholder. */
export function radiiOf({ measure, radius }: SizeScale, { measures }: Analysis): ReadonlyMap<string, number> {
  return new Map([...measures[measure]].map(([key, value]) => [key, radius(value)]));
}

/** Values that show a scale: the most, about a quarter and about a twenty-fifth of it, as round numbers that differ. */
export function sizeSteps({ measure, most }: Pick<SizeScale, "measure" | "most">): readonly number[] {
  const isShare = measure === "pageRank" || measure === "betweenness";
  const round = (value: number) => (isShare ? Number(value.toPrecision(1)) : Math.round(Number(value.toPrecision(1))));
  const steps = [most, round(most / 4), round(most / 25)];
  return steps.filter((step, at) => step > 0 && (at === 0 || step < steps[at - 1]));
}
