import { type Block, compareSpans, type Quantity } from "../model/index.ts";
import { Coverage } from "./coverage.ts";
import type { TimeExpression } from "./dates.ts";

const NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const NUMBER_WORD =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|a thousand|half a|a";
const SCALE = "hundred|thousand|million|billion|trillion|mn|bn|m|k";

const WORD_VALUES: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  a: 1,
  "half a": 0.5,
  "a hundred": 100,
  "a thousand": 1000,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/** Signs and names of currencies with their ISO 4217 codes. */
const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  US$: "USD",
  HK$: "HKD",
  A$: "AUD",
  C$: "CAD",
  NZ$: "NZD",
  $: "USD",
  "£": "GBP",
  "€": "EUR",
  "¥": "JPY",
  "₹": "INR",
};
const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  dollar: "USD",
  euro: "EUR",
  pound: "GBP",
  yuan: "CNY",
  renminbi: "CNY",
  yen: "JPY",
  rupee: "INR",
  rouble: "RUB",
  ruble: "RUB",
  won: "KRW",
  franc: "CHF",
  krona: "SEK",
  peso: "MXN",
  rand: "ZAR",
};

/** Units by the forms they have in text, with the name they are given in a reading. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:square|sq\.?) (?:kilomet(?:er|re)s?|km)/i, "square kilometre"],
  [/^(?:square|sq\.?) (?:met(?:er|re)s?|m)\b/i, "square metre"],
  [/^(?:square|sq\.?) miles?/i, "square mile"],
  [/^(?:square|sq\.?) (?:feet|foot|ft)/i, "square foot"],
  [/^cubic met(?:er|re)s?/i, "cubic metre"],
  [/^(?:kilomet(?:er|re)s?|km)\b(?! ?\/)/i, "kilometre"],
  [/^(?:met(?:er|re)s?|m)\b/i, "metre"],
  [/^(?:centimet(?:er|re)s?|cm)\b/i, "centimetre"],
  [/^(?:kilograms?|kilos?|kg)\b/i, "kilogram"],
  [/^(?:degrees? (?:celsius|c)|°\s?c)\b/i, "degree Celsius"],
  [/^(?:degrees? (?:fahrenheit|f)|°\s?f)\b/i, "degree Fahrenheit"],
  [/^(?:kilowatt-hours?|kwh)\b/i, "kilowatt-hour"],
  [/^(?:megawatts?|mw)\b/i, "megawatt"],
  [/^(?:gigawatts?|gw)\b/i, "gigawatt"],
  [
    /^(?:miles?|feet|foot|inches|inch|yards?|acres?|hectares?|tons?|tonnes?|pounds?|ounces?|lit(?:er|re)s?|gallons?|barrels?|degrees?|hours?|minutes?|seconds?|days?|weeks?|months?|years?|decades?|points?|votes?|seats?)\b/i,
    "",
  ],
];

const MONEY = new RegExp(
  `(?<![\\w.])(US\\$|HK\\$|NZ\\$|A\\$|C\\$|[$£€¥₹])\\s?(${NUMBER})(?:[ -]?(${SCALE})\\b)?`,
  "gi",
);
const COUNTED = new RegExp(
  `(?<![\\w.$£€¥₹-])(?:(${NUMBER})|\\b(${NUMBER_WORD}))(?:[ -](hundred|thousand|million|billion|trillion)\\b|(mn|bn|m|k)\\b)?\\s?`,
  "gi",
);
const PERCENT = /^(?:%|per ?cent\b|percentage points?\b)/i;
const CURRENCY_NAME =
  /^(?:(?:US|Hong Kong|Australian|Canadian|British) )?(dollar|euro|pound|yuan|renminbi|yen|rupee|rouble|ruble|won|franc|krona|peso|rand)s?\b/i;
/** A plural noun right behind a number is what is counted: "120 jobs". */
const COUNTED_NOUN = /^(\p{Ll}{3,}s|people|men|women|children)\b/u;

/** Numbers with their units, amounts of money, shares and time expressions, in reading order. */
export function findQuantities(text: string, blocks: readonly Block[], times: readonly TimeExpression[]): Quantity[] {
  const found: Quantity[] = times.map(({ start, end, on }) => ({
    kind: "date",
    start,
    end,
    value: null,
    unit: null,
    on,
  }));
  let next = 0;
  for (const block of blocks) {
    if (block.kind === "byline" || block.kind === "date") continue;
    const words = text.slice(block.start, block.end);
    const taken = new Coverage(block);
    for (; next < times.length && times[next].start < block.end; next++) taken.add(times[next]);
    const take = (quantity: Quantity): void => {
      if (taken.touches(quantity)) return;
      taken.add(quantity);
      found.push(quantity);
    };
    for (const match of words.matchAll(MONEY)) {
      const start = block.start + match.index;
      take({
        kind: "money",
        start,
        end: start + match[0].length,
        value: numberOf(match[2], match[3]),
        unit: CURRENCY_SIGNS[match[1].toUpperCase()] ?? match[1],
        on: null,
      });
    }
    for (const match of words.matchAll(COUNTED)) {
      const quantity = countedAt(words, match, block.start);
      if (quantity !== null) take(quantity);
    }
  }
  return found.sort(compareSpans);
}

function countedAt(words: string, match: RegExpExecArray | RegExpMatchArray, offset: number): Quantity | null {
  const at = match.index!;
  const after = words.slice(at + match[0].length, at + match[0].length + 40);
  // "14th", "Five-Year Plan"
  if (/^[a-z]/i.test(after) && !/\s$/.test(match[0]) && !/^(?:k?m|kg|cm|kwh|mw|gw|°)/i.test(after)) return null;
  if (match[2] !== undefined && after.startsWith("-") && /^\p{Lu}/u.test(match[2])) return null;
  const start = offset + at;
  const numberEnd = start + match[0].trimEnd().length;
  const scale = match[3] ?? match[4];
  const value = numberOf(match[1] ?? match[2].toLowerCase(), scale);
  const spaced = match[0].length > match[0].trimEnd().length;
  const upTo = (unit: string) => start + match[0].length + unit.length;
  const percent = PERCENT.exec(after);
  const isArticle = match[2] !== undefined && /^(?:a|half a)$/i.test(match[2]);
  if (percent !== null && !isArticle)
    return {
      kind: "percent",
      start,
      end: upTo(percent[0]),
      value,
      unit: /points/i.test(percent[0]) ? "percentage point" : "%",
      on: null,
    };
  if (isArticle && scale === undefined) return null;
  const currency = spaced ? CURRENCY_NAME.exec(after) : null;
  if (currency !== null)
    return {
      kind: "money",
      start,
      end: upTo(currency[0]),
      value,
      unit: CURRENCY_NAMES[currency[1].toLowerCase()],
      on: null,
    };
  for (const [pattern, name] of UNITS) {
    const unit = pattern.exec(after.replace(/^-/, " ").trimStart());
    if (unit !== null && (spaced || after.startsWith("-") || match[1] !== undefined)) {
      const shift = after.length - after.replace(/^-/, " ").trimStart().length;
      return {
        kind: "quantity",
        start,
        end: upTo(after.slice(0, shift + unit[0].length)),
        value,
        unit: name === "" ? singular(unit[0].toLowerCase()) : name,
        on: null,
      };
    }
  }
  const noun = spaced ? COUNTED_NOUN.exec(after) : null;
  if (noun !== null) return { kind: "quantity", start, end: upTo(noun[0]), value, unit: singular(noun[0]), on: null };
  return match[1] !== undefined || scale !== undefined
    ? { kind: "quantity", start, end: numberEnd, value, unit: null, on: null }
    : null;
}

function numberOf(number: string, scale: string | undefined): number {
  const base = WORD_VALUES[number] ?? Number(number.replaceAll(",", ""));
  const value = base * (scale === undefined ? 1 : SCALES[scale.toLowerCase()]);
  // 14.9 million is 14900000, not 14900000.000000002
  return Number(value.toPrecision(12));
}

function singular(noun: string): string {
  if (noun === "people") return "person";
  if (noun === "men" || noun === "women") return noun.replace("men", "man");
  if (noun === "children") return "child";
  if (noun === "feet") return "foot";
  if (noun === "inches") return "inch";
  if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(noun)) return noun.slice(0, -2);
  return noun.endsWith("s") && !noun.endsWith("ss") ? noun.slice(0, -1) : noun;
}
