import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TokenList, tokenise } from "../../src/language/tokenise.ts";
import { tokensOf } from "./support.ts";

const CASES: readonly (readonly [what: string, text: string, tokens: string])[] = [
  ["possessives", "Kowloon's ferries and the crews' pay", "Kowloon 's ferries and the crews ' pay"],
  ["typographic clitics", "They’re late, we’ll wait", "They ’re late , we ’ll wait"],
  ["negations", "don't won’t CAN'T cannot", "do n't wo n’t CA N'T can not"],
  ["two clitics", "She couldn't've known", "She could n't 've known"],
  ["names with apostrophes", "O'Hara met D’Angelo at five o'clock", "O'Hara met D’Angelo at five o'clock"],
  ["clitics after brackets and marks", "the mayor (Ruiz)'s \"plan\"'s end", "the mayor ( Ruiz ) 's \" plan \" 's end"],
  ["elided words", "'Tis the '90s, let ’em play", "'Tis the '90s , let ’em play"],
  ["hyphens", "a long-held, 12-year-old by-product - really", "a long-held , 12-year-old by-product - really"],
  ["dashes", "Rain—heavy rain--fell – then stopped", "Rain — heavy rain -- fell – then stopped"],
  ["numbers", "14.92 km, 1,250,000 people, .5 and -3", "14.92 km , 1,250,000 people , .5 and -3"],
  ["money", "$3.5 or US$14, €20 and £7m", "$ 3.5 or US$ 14 , € 20 and £ 7m"],
  ["ranges, times and dates", "2021-25 at 10:30 on 9/11, 2021–25", "2021-25 at 10:30 on 9/11 , 2021 – 25"],
  ["percentages", "a 4.5% rise", "a 4.5 % rise"],
  ["lists of numbers", "1,2 and 3,4", "1 , 2 and 3 , 4"],
  ["titles", "Mr. Okafor told Sen. Lindqvist (D-Mass.)", "Mr. Okafor told Sen. Lindqvist ( D-Mass. )"],
  ["initials", "J. R. Petrov and Anna M. Silva", "J. R. Petrov and Anna M. Silva"],
  ["abbreviations", "the U.S.-based firm, at 5 p.m. in D.C.", "the U.S.-based firm , at 5 p.m. in D.C."],
  ["the end of a sentence", "So do I. He said no. It ended.", "So do I . He said no . It ended ."],
  ["numbered things", "No. 5 and Fig. 2", "No. 5 and Fig. 2"],
  ["states", "in Akron, Ill. and Lodi, Calif. today", "in Akron , Ill. and Lodi , Calif. today"],
  ["straight marks", '"Yes," he said.', '" Yes , " he said .'],
  ["curly marks", "“Yes,” ‘no’ and “‘both’”", "“ Yes , ” ‘ no ’ and “ ‘ both ’ ”"],
  ["marks of two characters", "``Yes,'' he said. ''No.''", "`` Yes , '' he said . '' No . ''"],
  ["other languages' marks", "„Ja“, «Oui», ‹Non›", "„ Ja “ , « Oui » , ‹ Non ›"],
  ["brackets", "he [the mayor] (and {others})", "he [ the mayor ] ( and { others } )"],
  ["ellipses", "Well... maybe… yes . . .", "Well ... maybe … yes . . ."],
  ["exclamations", "What?! No!!!", "What ?! No !!!"],
  [
    "addresses",
    "See https://example.org/a_b?c=d,e. or www.example.com!",
    "See https://example.org/a_b?c=d,e . or www.example.com !",
  ],
  [
    "mail and domains",
    "Write to press.office@example.co.uk or example.com.",
    "Write to press.office@example.co.uk or example.com .",
  ],
  ["handles and tags", "@city_hall wrote #NoMoreDelays", "@city_hall wrote #NoMoreDelays"],
  ["companies", "AT&T's Q&A", "AT&T 's Q&A"],
  ["pictures", "Great 👍🏽👩‍👩‍👧 news", "Great 👍🏽 👩‍👩‍👧 news"],
  ["other scripts", "Привет, мир. 香港 é", "Привет , мир . 香港 é"],
  ["a missing space", "It ended.Then it began", "It ended . Then it began"],
];

const SPACE = /^[\s\u200B\u2060\u180E]*$/;

describe("tokens", () => {
  it.each(CASES)("splits %s", (_, text, tokens) => {
    expect(tokensOf(text).join(" ")).toBe(tokens);
  });

  it("covers every character that isn't white space exactly once, in order", () => {
    const pieces = fc.constantFrom(
      ..."aZé9.,'’\"“”-–—/@#&$%_:;!?()[]<> \n\t‘`«»…😀\u200d\u0301\u00ad",
      "n't",
      "'s",
      "http://",
      "www.",
      "U.S.",
      "Mr.",
      "''",
      "``",
      "1,000",
      "💥",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 60 }).map((all) => all.join("")),
          fc.string({ unit: "binary" }),
        ),
        (text) => {
          const list = new TokenList();
          tokenise(text, 0, text.length, list);
          let end = 0;
          for (let i = 0; i < list.count; i++) {
            expect(list.start[i]).toBeGreaterThanOrEqual(end);
            expect(list.end[i]).toBeGreaterThan(list.start[i]);
            expect(text.slice(end, list.start[i])).toMatch(SPACE);
            end = list.end[i];
          }
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(end)).toMatch(SPACE);
        },
      ),
      { numRuns: 500, seed: 7 },
    );
  });

  it("stays within the given part of the text", () => {
    const text = "can't stop";
    const list = new TokenList();
    tokenise(text, 0, 3, list);
    tokenise(text, 6, 8, list);
    expect(Array.from({ length: list.count }, (_, i) => text.slice(list.start[i], list.end[i]))).toEqual(["can", "st"]);
  });
});
