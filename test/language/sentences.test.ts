import { describe, expect, it } from "vitest";
import { sentencesOf } from "./support.ts";

/** Each text as it should be split: one entry per sentence, joined by a space for the input. */
const CASES: readonly (readonly [what: string, sentences: readonly string[]])[] = [
  ["plain sentences", ["It rained.", "The match went on!", "Who won?", "Nobody."]],
  ["titles", ["Mr. Okafor met Dr. Silva and Gen. Petrov.", "They talked."]],
  ["initials", ["Anna M. Silva spoke.", "J. R. Petrov listened."]],
  ["abbreviations inside", ["The U.S. Senate met at 5 p.m. Tuesday with Acme Inc. lawyers."]],
  ["abbreviations at the end", ["They moved to the U.S.", "The move took a year."]],
  ["brackets behind an abbreviation", ["Acme Inc. (Nasdaq: ACME), a maker of pumps, grew.", "It did."]],
  ["times at the end", ["Doors open at 5 p.m.", "Tickets are free."]],
  ["numbers", ["It cost $3.5 million.", "No. 5 was 14.92 km away."]],
  ["years at the end", ["It began in 1999.", "It ended in 2004."]],
  ["closing marks", ['"It rained."', "“It poured.”", "''It hailed.''", "(It thawed.)", "Then came spring."]],
  ["German and French marks", ["„Es regnet.“", "«Il pleut.»", "So it does."]],
  ["several sentences in a quotation", ['"It rained.', 'It poured," she said.', '"Then it stopped."']],
  ["a question that is reported", ['"Who won?" he asked.', '"Nobody!" Jane Okafor said.', "It rained."]],
  ["a question that isn't", ['"Who won?"', "The referee left the stadium before anyone could reply."]],
  ["a quotation that goes on", ["“Really?” and “why?” are good questions."]],
  ["an exclamation in a name", ["She has shopped at Yay! for years."]],
  ["ellipses", ["He paused … and went on.", "She did not..."]],
  ["small letters after a full stop", ["approx. five hundred people came."]],
  ["numbered lines", ["1. Rain falls."]],
  ["dashes", ["“It rained.” — Anna Silva"]],
  ["nested marks", ["“She told me ‘go home.’”", "He went."]],
  ["straight single marks", ["'It rained.'", "He left."]],
];

describe("sentences", () => {
  it.each(CASES)("splits %s", (_, sentences) => {
    expect(sentencesOf(sentences.join(" "))).toEqual(sentences);
  });

  it("finds none in white space", () => {
    expect(sentencesOf(" \n\t ")).toEqual([]);
  });
});
