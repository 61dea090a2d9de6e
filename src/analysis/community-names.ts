import type { StakeholderNetwork, Talk } from "./stakeholders.ts";
import { termsOf } from "./terms.ts";

/** A group of stakeholders that are tied among themselves, with a name. */
export interface Community {
  /** The node key of its strongest member: stays while the community grows or loses others. */
  readonly id: string;
  /** What its members talk about, as "ferry fares, Port Alder"; never empty, and no two of a graph have the same. */
  readonly name: string;
  /** Node keys, the strongest first. */
  readonly members: readonly string[];
}

/** So many terms make a name. */
const TERMS = 3;
/** So many of them may be names: who talks is seen in the graph, the rest says of what. */
const NAMES = 1;
/** Two words that stand together say more than either. */
const PAIR_WEIGHT = 1.3;
/** A community with more members is no longer one or two people with their words. */
const FEW = 2;

interface Count {
  count: number;
  readonly shown: Map<string, number>;
}

/**
 * Names communities by what is said in them more than elsewhere: names and words of their members' statements, weighed by
 * class-based TF-IDF (Grootendorst 2022, "BERTopic"): its share in the community times log(1 + average size / count everywhere),
 * counting a statement once. Where its members say nothing, by what is said of them; where nothing is, by its strongest member.
 */
export function nameCommunities(network: StakeholderNetwork, communities: Uint32Array, talk: Talk): Community[] {
  const members = membersOf(network, communities);
  const counts = countTerms(network, communities, talk, members.length);
  const everywhere = new Map<string, number>();
  let total = 0;
  for (const terms of counts)
    for (const [form, { count }] of terms) {
      everywhere.set(form, (everywhere.get(form) ?? 0) + count);
      total += count;
    }
  const average = total / Math.max(1, counts.filter(({ size }) => size > 0).length);
  const taken = new Set<string>();
  return members.map((numbers, community) => {
    const strongest = network.names[numbers[0]];
    const own = new Set(numbers.length <= FEW ? numbers.map((i) => network.names[i].toLowerCase()) : []);
    const terms = bestTerms(counts[community], everywhere, average, own);
    let name = terms.length > 0 ? terms.join(", ") : strongest;
    if (taken.has(name)) name = `${name} (${strongest})`;
    for (let again = 2; taken.has(name); again++) name = `${name.replace(/ \d+$/, "")} ${again}`;
    taken.add(name);
    return { id: network.keys[numbers[0]], name, members: numbers.map((i) => network.keys[i]) };
  });
}

/** The members of each community, the strongest first: by statements and ties, then as in the graph. */
function membersOf({ keys, statements, sources, targets, weights }: StakeholderNetwork, communities: Uint32Array) {
  const strength = Float64Array.from(statements);
  for (let i = 0; i < sources.length; i++) {
    strength[sources[i]] += weights[i] / 2;
    strength[targets[i]] += weights[i];
  }
  const members: number[][] = [];
  for (let i = 0; i < keys.length; i++) (members[communities[i]] ??= []).push(i);
  for (const numbers of members) numbers.sort((a, b) => strength[b] - strength[a] || a - b);
  return members;
}

/** How many statements of each community have each term. */
function countTerms(
  { names }: StakeholderNetwork,
  communities: Uint32Array,
  { texts, speakers, starts, named }: Talk,
  order: number,
): Map<string, Count>[] {
  const counts: Map<string, Count>[] = Array.from({ length: order }, () => new Map());
  const nameWords = names.map(wordsOf);
  const speaking = new Set<number>();
  for (const speaker of speakers) if (speaker >= 0) speaking.add(communities[speaker]);
  texts.forEach((text, at) => {
    const others = named.subarray(starts[at], starts[at + 1]);
    const of = new Set<number>();
    if (speakers[at] >= 0) of.add(communities[speakers[at]]);
    // A community that says nothing is known by what is said of it.
    for (const other of others) if (!speaking.has(communities[other])) of.add(communities[other]);
    if (of.size === 0) return;
    const terms = new Map<string, string>();
    const partsOfNames = new Set<string>();
    for (const other of others) for (const word of nameWords[other]) partsOfNames.add(word);
    for (const { form, shown } of termsOf(text))
      if (!terms.has(form) && !form.split(" ").some((word) => partsOfNames.has(word))) terms.set(form, shown);
    for (const other of others) terms.set(`@${other}`, names[other]);
    for (const community of of) for (const [form, shown] of terms) add(counts[community], form, shown);
  });
  return counts;
}

function add(counts: Map<string, Count>, form: string, shown: string): void {
  let term = counts.get(form);
  if (term === undefined) counts.set(form, (term = { count: 0, shown: new Map() }));
  term.count++;
  term.shown.set(shown, (term.shown.get(shown) ?? 0) + 1);
}

/** The terms that tell a community from the others, best first; none says what another says already, or a name in `own`. */
function bestTerms(
  counts: ReadonlyMap<string, Count>,
  everywhere: ReadonlyMap<string, number>,
  average: number,
  own: ReadonlySet<string>,
): string[] {
  const scored: { form: string; count: number; score: number; isName: boolean; shown: string }[] = [];
  for (const [form, { count, shown }] of counts) {
    const weight = form.includes(" ") ? PAIR_WEIGHT : 1;
    const score = weight * count * Math.log(1 + average / (everywhere.get(form) ?? count));
    scored.push({ form, count, score, isName: form.startsWith("@"), shown: mostFrequent(shown) });
  }
  // What was said once may be anything; it makes a name only where nothing was said twice.
  const often = scored.filter(({ count }) => count > 1);
  const candidates = often.length >= TERMS ? often : scored;
  candidates.sort((a, b) => b.score - a.score || (a.form < b.form ? -1 : 1));
  const chosen: string[] = [];
  let names = 0;
  for (const { isName, shown } of candidates) {
    if (chosen.length === TERMS) break;
    if (isName && names === NAMES) continue;
    const words = wordsOf(shown);
    if (own.has(shown.toLowerCase())) continue;
    if (chosen.some((other) => wordsOf(other).some((word) => words.includes(word)))) continue;
    if (isName) names++;
    chosen.push(shown);
  }
  return chosen;
}

function mostFrequent(shown: ReadonlyMap<string, number>): string {
  let best = "";
  let most = 0;
  for (const [form, count] of shown) if (count > most || (count === most && form < best)) [best, most] = [form, count];
  // A word is capital only where a sentence begins, unless it always is.
  return shown.has(best.toLowerCase()) ? best.toLowerCase() : best;
}

const wordsOf = (term: string): string[] =>
  termsOf(term)
    .map(({ form }) => form)
    .filter((form) => !form.includes(" "));
