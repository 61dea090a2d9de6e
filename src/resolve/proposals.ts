import type { Reading } from "../model/index.ts";
import { contextOf, contextsOf } from "./context.ts";
import { foldName, isAcronym, spellingOf, wordsOfName } from "./names.ts";
import type { Stakeholder } from "./resolve.ts";

/** Two stakeholders that may be one: for a person to decide, never merged by itself. */
export interface Proposal {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** How likely, 0…1. */
  readonly confidence: number;
}

/** More people of a name than this, and the name says nothing about who is meant. */
const MOST_NAMESAKES = 4;

/** Proposes for a person called by one word those who have it in their full name, or the first called the same. */
export function* proposeShortNames(stakeholders: readonly Stakeholder[]): Iterable<Proposal> {
  const byWord = new Map<string, string[]>();
  const people = stakeholders.filter((one) => one.kind === "Person" && !one.unnamed);
  for (const person of people) {
    const words = wordsOfName(foldName(person.name));
    if (words.length < 2) continue;
    for (const word of new Set([words[0], words[1], words[words.length - 1]])) {
      const keys = byWord.get(word);
      if (keys) keys.push(person.key);
      else byWord.set(word, [person.key]);
    }
  }
  const firstOf = new Map<string, string>();
  for (const person of people) {
    const word = foldName(person.name);
    if (wordsOfName(word).length !== 1) continue;
    const fuller = byWord.get(word) ?? [];
    if (fuller.length > 0 && fuller.length <= MOST_NAMESAKES) {
      for (const to of fuller)
        yield { from: person.key, to, reason: `"${person.name}" is part of the name`, confidence: 0.6 / fuller.length };
    } else if (fuller.length === 0) {
      const first = firstOf.get(word);
      if (first === undefined) firstOf.set(word, person.key);
      else yield { from: person.key, to: first, reason: `both are called "${person.name}"`, confidence: 0.5 };
    }
  }
}

/** Proposes names that are spelled alike, or of the same words in another order; and acronyms with what they may stand for. */
export function* proposeWritings(stakeholders: readonly Stakeholder[]): Iterable<Proposal> {
  const bySpelling = new Map<string, Stakeholder>();
  const byInitials = new Map<string, Stakeholder[]>();
  for (const one of stakeholders) {
    if (one.unnamed || (one.kind !== "Person" && one.kind !== "Organization")) continue;
    const words = wordsOfName(foldName(one.name));
    if (one.kind === "Organization" && words.length >= 3) {
      const initials = words
        .filter((word) => !/^(?:of|the|and|for|in|on|to)$/.test(word))
        .map((word) => word[0])
        .join("");
      byInitials.set(initials, [...(byInitials.get(initials) ?? []), one]);
    }
    if (words.length < 2) continue;
    const spelling = `${one.kind}:${words.map(spellingOf).sort().join(" ")}`;
    const first = bySpelling.get(spelling);
    if (first === undefined) bySpelling.set(spelling, one);
    // those of exactly one name were looked at before
    else if (foldName(first.name) !== foldName(one.name)) {
      const reordered = [...words].sort().join(" ") === wordsOfName(foldName(first.name)).sort().join(" ");
      const reason = reordered
        ? `the words of "${first.name}" in another order`
        : `"${one.name}" and "${first.name}" are spelled alike`;
      yield { from: one.key, to: first.key, reason, confidence: reordered ? 0.6 : 0.55 };
    }
  }
  for (const one of stakeholders) {
    if (one.kind !== "Organization" || one.unnamed || !isAcronym(one.name)) continue;
    const full = byInitials.get(foldName(one.name)) ?? [];
    if (full.length > MOST_NAMESAKES) continue;
    for (const { key, name } of full) {
      yield { from: one.key, to: key, reason: `"${one.name}" may stand for "${name}"`, confidence: 0.6 / full.length };
    }
  }
}

/** Days between two articles beyond which a role may have passed to another. */
const TERM = 400;

/**
 * Proposes for someone called by a role alone ("the harbour master") those who are named with that role in articles of about
 * the same time. A role that many have says nothing.
 */
export function* proposeRoleHolders(
  stakeholders: readonly Stakeholder[],
  readings: readonly Reading[],
): Iterable<Proposal> {
  const holders = new Map<string, Map<string, number[]>>();
  const contexts = readings.map(contextsOf);
  for (const { key, kind, unnamed, links } of stakeholders) {
    if (kind !== "Person" || unnamed) continue;
    for (const { reading, entity } of links) {
      const day = dayNumber(readings[reading].article.date);
      for (const role of contextOf(contexts[reading], entity.id).roles) {
        let people = holders.get(role);
        if (people === undefined) holders.set(role, (people = new Map()));
        people.set(key, [...(people.get(key) ?? []), day]);
      }
    }
  }
  for (const { key, name, kind, unnamed, links } of stakeholders) {
    if (kind !== "Person" || !unnamed || !/^the\s/i.test(name)) continue;
    const day = dayNumber(readings[links[0].reading].article.date);
    const people = [...(holders.get(foldName(name)) ?? [])].filter(
      ([, days]) => Number.isNaN(day) || days.some((other) => Number.isNaN(other) || Math.abs(other - day) <= TERM),
    );
    if (people.length === 0 || people.length > MOST_NAMESAKES) continue;
    for (const [to] of people) {
      const reason = `called ${foldName(name)} in another article of about the same time`;
      yield { from: key, to, reason, confidence: 0.45 / people.length };
    }
  }
}

function dayNumber(date: string | null): number {
  return date === null ? Number.NaN : Date.parse(date) / 86_400_000;
}

/** Each pair once, by its most likely reason; the least doubtful first, as a person goes through them. */
export function rankProposals(proposals: Iterable<Proposal>): Proposal[] {
  const best = new Map<string, Proposal>();
  for (const proposal of proposals) {
    if (proposal.from === proposal.to) continue;
    const pair = [proposal.from, proposal.to].sort().join("\n");
    const known = best.get(pair);
    if (!known || known.confidence < proposal.confidence) best.set(pair, proposal);
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence);
}
