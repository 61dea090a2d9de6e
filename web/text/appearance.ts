import type { SizeBy } from "../state/appearance.ts";

const SIZE: Readonly<Record<SizeBy, string>> = {
  given: "times named",
  degree: "ties",
  statements: "statements",
  quotedWords: "quoted words",
  pageRank: "PageRank",
  betweenness: "betweenness",
};
const SIZE_WHY: Readonly<Record<SizeBy, string>> = {
  given: "How often it is named and quoted.",
  degree: "How many others it is tied to.",
  statements: "How many statements it made.",
  quotedWords: "How many of its words stand in quotation marks.",
  pageRank: "How much it is spoken of by those who are much spoken of.",
  betweenness: "How often it lies on the shortest way between two others.",
};
const COLOR: Readonly<Record<string, string>> = {
  kind: "kind",
  community: "community",
  outlet: "outlet",
  stance: "stance",
  unnamed: "named or not",
  mentionCount: "times named",
  statementCount: "statements",
  quotedWords: "quoted words",
  wikidata: "Wikidata",
};
const STANCE = { support: "More in favour", oppose: "More against", mixed: "As much for as against" } as const;

const number = (value: number) => value.toLocaleString("en", { maximumSignificantDigits: 3 });

/** Words of sizes and colours. */
export const appearanceText = {
  label: "Appearance",
  size: "Size",
  color: "Colour",
  sizeBy: (size: SizeBy) => SIZE[size],
  sizeWhy: (size: SizeBy) => SIZE_WHY[size],
  colorBy: (color: string) => COLOR[color] ?? color.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase(),
  sizeValue: (size: SizeBy, value: number) =>
    size === "pageRank" || size === "betweenness" ? `${number(value * 100)} %` : number(value),
  colors: (color: string) => `Colours: ${color}`,
  sizes: (size: string) => `Sizes: ${size}`,
  stance: (side: keyof typeof STANCE) => STANCE[side],
  noStance: "Takes no side",
  others: "Others",
  noValue: "Without",
  range: (least: number, most: number) => (least === most ? number(least) : `${number(least)}–${number(most)}`),
  value: (name: string, value: string) =>
    name === "unnamed"
      ? value === "true"
        ? "Not named"
        : "Named"
      : value === "true"
        ? "Yes"
        : value === "false"
          ? "No"
          : value,
  unit: (count: number) => (count === 1 ? "name" : "names"),
  working: "Working it out …",
  ready: (communities: number) => `Measured; ${communities} communities`,
  failed: (why: string) => `It couldn't be worked out: ${why}`,
  superseded: "another graph was opened",
  communityCommand: (name: string) => `Only the community: ${name}`,
  sizeCommand: (size: string) => `Size by ${size}`,
  colorCommand: (color: string) => `Colour by ${color}`,
} as const;
