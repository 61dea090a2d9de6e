import { type Models, readArticle } from "../../extract/index.ts";
import { articleFromText } from "../../ingest/index.ts";
import type { Entity, Reading } from "../../model/index.ts";
import { foldName, resolve } from "../../resolve/index.ts";
import { readPolnear, readSilverChains, seededRandom, shuffle } from "../lib/index.ts";
import { bCubed, type Clustering, ceafE, type Score } from "./scores.ts";

export interface AcrossScore {
  readonly items: number;
  readonly people: number;
  readonly bCubed: Score;
  readonly ceafE: Score;
}

/** A person of an article with who it is by the silver chains. */
export interface Item {
  readonly reading: number;
  readonly entity: Entity;
  readonly who: string;
}

/** Names that many have, for people to be hidden behind. */
const GIVEN = ["John", "Mary", "David", "Susan", "James", "Linda", "Robert", "Karen"];
const SURNAMES = ["Smith", "Brown", "Jones", "Wilson", "Taylor", "Clark", "Walker", "Young", "King", "Hill"];

/**
 * People across articles. The set is made from PolNeAR's silver coreference: an entity the reader finds belongs to the chain
 * most of its mentions lie in, and the chain's fullest name (first and last word) says who it is. `asNamed` is the articles
 * as they are. `hidden` hides people behind common names: two different people behind one, and one behind another, half of
 * each, so that names tell nothing (pseudo-ambiguity, as in Gooi and Allan 2004); what has to tell is roles and company.
 */
export function measureAcross(
  models: Models,
  half: "choose" | "measure",
): { asNamed: AcrossScore; hidden: AcrossScore } {
  const { readings, items } = readItems(models, half);
  return { asNamed: score(readings, items), hidden: scoreHidden(readings, items) };
}

/** The articles of one half of the training months: what is chosen is chosen on one and measured on the other. */
export function readItems(models: Models, half: "choose" | "measure"): { readings: Reading[]; items: Item[] } {
  const chains = new Map(readSilverChains("train").map((record) => [record.id, record.chains]));
  const readings: Reading[] = [];
  const items: Item[] = [];
  for (const [number, record] of readPolnear("train").entries()) {
    if ((number % 2 === 0) !== (half === "choose")) continue;
    const silver = chains.get(record.article);
    if (silver === undefined) continue;
    const article = articleFromText(record.text, { title: record.title, date: record.date, name: record.article });
    const reading = readArticle(article, models);
    const names = silver.map((chain) => nameOfChain(record.text, chain.mentions));
    for (const entity of reading.entities) {
      if (entity.kind !== "Person" || entity.unnamed) continue;
      const who = names[chainOf(reading, entity, silver)];
      if (who) items.push({ reading: readings.length, entity, who });
    }
    readings.push(reading);
  }
  return { readings, items };
}

export function score(readings: readonly Reading[], items: readonly Item[]): AcrossScore {
  const { keys } = resolve(readings);
  const gold = new Map<string, string>();
  const found = new Map<string, string>();
  for (const { reading, entity, who } of items) {
    const key = keys[reading].get(entity.id);
    if (key === undefined) continue;
    gold.set(`${reading} ${entity.id}`, who);
    found.set(`${reading} ${entity.id}`, key);
  }
  return scored(gold, found);
}

function scored(gold: Clustering, found: Clustering): AcrossScore {
  const people = new Set(gold.values()).size;
  return { items: gold.size, people, bCubed: bCubed(gold, found), ceafE: ceafE(gold, found) };
}

export function scoreHidden(readings: readonly Reading[], items: readonly Item[]): AcrossScore {
  const byWho = new Map<string, Item[]>();
  for (const item of items) {
    if (foldName(item.entity.name).split(" ").length > 1) byWho.set(item.who, [...(byWho.get(item.who) ?? []), item]);
  }
  const people = [...byWho]
    .filter(([, all]) => all.length >= 3 && all.length <= 40)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  shuffle(people, seededRandom(1));
  const names = GIVEN.flatMap((given) => SURNAMES.map((surname) => `${given} ${surname}`));
  const renamed = new Map<string, string>();
  const hidden: Item[] = [];
  for (let number = 0, at = 0; number < names.length && at < people.length; number++) {
    const behind = people.slice(at, (at += number % 2 === 0 ? 2 : 1));
    const places = behind.flatMap(([, all]) => all.map(({ reading }) => reading));
    // two of one name in one article would have to be told apart by the reader
    if (new Set(places).size < places.length) continue;
    for (const item of behind.flatMap(([, all]) => all)) {
      renamed.set(`${item.reading} ${item.entity.id}`, names[number]);
      hidden.push(item);
    }
  }
  const disguised = readings.map((reading, index) => ({
    ...reading,
    entities: reading.entities.map((entity) => {
      const name = renamed.get(`${index} ${entity.id}`);
      return name === undefined ? entity : { ...entity, name, aliases: [] };
    }),
  }));
  return score(disguised, hidden);
}

/** The chain that most of an entity's mentions lie in, -1 where none. */
function chainOf(
  reading: Reading,
  entity: Entity,
  chains: readonly { mentions: readonly { start: number; end: number }[] }[],
): number {
  const mentions = reading.mentions.filter((mention) => mention.entity === entity.id && mention.form === "named");
  let [best, most] = [-1, 0];
  chains.forEach((chain, index) => {
    const count = mentions.filter(({ start, end }) =>
      chain.mentions.some((other) => other.end === end && Math.abs(other.start - start) < 40),
    ).length;
    if (count > most) [best, most] = [index, count];
  });
  return best;
}

const PERSON_NAME = /^(?:\p{Lu}[\p{L}.'’-]+\s){1,3}\p{Lu}[\p{L}'’-]+$/u;

/** First and last word of the longest name of a person in a chain, folded; null where it has none of two words. */
function nameOfChain(
  text: string,
  mentions: readonly { start: number; end: number; type: string; ner?: string }[],
): string | null {
  let longest = "";
  for (const { start, end, type, ner } of mentions) {
    if (type !== "PROPER" || ner !== "PERSON") continue;
    const words = text.slice(start, end).replace(/\s+/g, " ");
    if (PERSON_NAME.test(words) && words.length > longest.length) longest = words;
  }
  const words = foldName(
    longest.replace(/^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Senator|Governor|Secretary|Donald J)\.?\s/, (title) =>
      title.startsWith("Donald") ? "Donald " : "",
    ),
  ).split(" ");
  return words.length < 2 ? null : `${words[0]} ${words[words.length - 1]}`;
}
