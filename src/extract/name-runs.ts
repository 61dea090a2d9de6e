import { ORGANIZATION_HEADS, REPRESENTATION_HEADS } from "./lexicon/organizations.ts";
import { NATIONALITIES } from "./lexicon/places.ts";
import { isGivenName, isListedPlace, kindByWords, LONGEST_PLACE } from "./name-kinds.ts";
import { isCalendarWord } from "./noun-phrases.ts";
import type { Prose } from "./prose.ts";

/** Small words inside names of people. */
export const PARTICLES = new Set([
  "de",
  "van",
  "von",
  "der",
  "den",
  "bin",
  "ibn",
  "al",
  "el",
  "da",
  "di",
  "du",
  "la",
  "le",
  "del",
  "dos",
  "ter",
  "af",
  "zu",
]);

/** Where runs of words that may be one name begin and end: "Department of Health and Human Services". */
export class NameRuns {
  private readonly prose: Prose;

  constructor(prose: Prose) {
    this.prose = prose;
  }

  /** Ordinals and years belong to names: "14th Five-Year Plan", "2024 Olympics". */
  runStart(word: number, first: number): number {
    return word > first && /^\d+(?:st|nd|rd|th)$/.test(this.prose.form(word - 1)) ? word - 1 : word;
  }

  /** A credit behind a caption is no part of what the picture shows. */
  inCredit(word: number, first: number): boolean {
    for (let before = word - 1; before >= first; before--) {
      if (
        /^(?:photo|photograph|picture|image|credit|illustration)s?$/i.test(this.prose.form(before)) &&
        /^(?:by|:)$/i.test(this.prose.form(before + 1))
      )
        return true;
      if (this.prose.form(before) === ")") return false;
      if (this.prose.form(before) === "(") return true;
    }
    return false;
  }

  isNameWord(word: number): boolean {
    const { prose } = this;
    if (!prose.isCapitalised(word) || !/\p{L}/u.test(prose.form(word))) return false;
    const tag = prose.tag(word);
    if (tag === "NNP" || tag === "NNPS") return !isCalendarWord(prose, word) || this.isCalendarName(word);
    if (
      tag === "PRP" ||
      tag === "DT" ||
      tag === "IN" ||
      tag === "CC" ||
      tag === "PRP$" ||
      tag === "MD" ||
      tag.startsWith("W")
    )
      return false;
    return (
      !prose.beginsSentence(word) &&
      (prose.isNoun(word) || tag === "JJ" || tag === "VBN" || tag === "VBG" || tag === "FW") &&
      !isCalendarWord(prose, word) &&
      !(NATIONALITIES.has(prose.form(word)) && !this.continuesName(word))
    );
  }

  /** "Sunday Times", "May": a calendar word that goes on as a name. */
  private isCalendarName(word: number): boolean {
    const { prose } = this;
    const next =
      word + 1 < prose.count &&
      prose.isProperNoun(word + 1) &&
      !isCalendarWord(prose, word + 1) &&
      prose.isCapitalised(word + 1);
    const lower = word + 1 < prose.count ? prose.lower(word + 1) : "";
    return (next && ORGANIZATION_HEADS.has(lower)) || (word > 0 && isGivenName(prose.form(word - 1)));
  }

  private continuesName(word: number): boolean {
    return word + 1 < this.prose.count && this.prose.isProperNoun(word + 1) && this.prose.isCapitalised(word + 1);
  }

  /** The word after a run of name words with "of the", "and", "'s" and particles inside it. */
  runEnd(first: number, limit: number): number {
    const { prose } = this;
    let end = first;
    while (end < limit) {
      if (this.isNameWord(end) && prose.quotation[end] === prose.quotation[first]) {
        end++;
        continue;
      }
      const next = this.connectorEnd(first, end, limit);
      if (next === end) return end;
      end = next;
    }
    return end;
  }

  /** Over connecting words inside an institution's name, to the name word behind them; `end` itself where none may. */
  private connectorEnd(first: number, end: number, limit: number): number {
    const { prose } = this;
    const form = prose.lower(end);
    const nameAt = (word: number) => word < limit && this.isNameWord(word);
    const head = prose.lower(end - 1);
    if (PARTICLES.has(form) && nameAt(end + 1)) return end + 1;
    if (form === "&" && nameAt(end + 1)) return end + 1;
    if (prose.tag(end) === "CD" && /^\d{1,4}$/.test(form) && end + 1 < limit && !nameAt(end + 1)) return end;
    const isInstitution = ORGANIZATION_HEADS.has(head) || this.startsInstitution(first, end);
    if (form === "of" || form === "for") {
      const target = prose.lower(end + 1) === "the" ? end + 2 : end + 1;
      const takes =
        isInstitution ||
        (form === "of" &&
          kindByWords([head, "x"]) === null &&
          /^(?:bay|gulf|isle|cape|city|state|republic|kingdom|act|treaty|battle|house|code|declaration|charter|prince|duke|university|bank)$/i.test(
            head,
          ));
      return takes && nameAt(target) ? target : end;
    }
    if ((form === "in" || form === "to") && this.startsRepresentation(first, end)) {
      const target = prose.lower(end + 1) === "the" ? end + 2 : end + 1;
      return nameAt(target) && this.placeAt(target) ? target : end;
    }
    if (
      (form === "and" || form === ",") &&
      this.startsInstitution(first, end) &&
      nameAt(end + 1) &&
      !this.placeAt(end + 1) &&
      this.staysInstitution(first, end)
    )
      return end + 1;
    if (
      prose.tag(end) === "POS" &&
      nameAt(end + 1) &&
      !this.placeAt(end - 1) &&
      this.leadsToInstitution(end + 1, limit)
    )
      return end + 1;
    return end;
  }

  /** "Department of Health and Human Services": after "of" a list may go on, unless whole names are listed. */
  private staysInstitution(first: number, end: number): boolean {
    for (let word = first; word < end; word++)
      if (this.prose.lower(word) === "of" || this.prose.lower(word) === "for")
        return (
          this.prose.form(end) !== "," &&
          !ORGANIZATION_HEADS.has(this.prose.lower(end - 1)) &&
          !isGivenName(this.prose.form(end + 1))
        );
    return false;
  }

  private startsInstitution(first: number, end: number): boolean {
    for (let word = first; word < end; word++) {
      if (this.prose.lower(word) === "of" || this.prose.lower(word) === "for")
        return word > first && ORGANIZATION_HEADS.has(this.prose.lower(word - 1));
    }
    return false;
  }

  private startsRepresentation(first: number, end: number): boolean {
    for (let word = first; word < end; word++) {
      if (this.prose.lower(word) === "of") return word > first && REPRESENTATION_HEADS.has(this.prose.lower(word - 1));
    }
    return REPRESENTATION_HEADS.has(this.prose.lower(end - 1));
  }

  /** Whether the run of name words from `word` ends with the head of an institution: "Central People's Government". */
  private leadsToInstitution(word: number, limit: number): boolean {
    let end = word;
    while (end < limit && this.isNameWord(end)) end++;
    return ORGANIZATION_HEADS.has(this.prose.lower(end - 1));
  }

  private placeAt(word: number): boolean {
    const { prose } = this;
    let name = "";
    for (let end = word; end < prose.count && end < word + LONGEST_PLACE && prose.isCapitalised(end); end++) {
      name = name === "" ? prose.form(end) : `${name} ${prose.form(end)}`;
      if (isListedPlace(name)) return true;
    }
    return false;
  }
}
