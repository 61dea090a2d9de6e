import { compareSpans, type EntityKind, overlaps, type Span } from "../model/index.ts";
import { DOCUMENT_NOUNS } from "./lexicon/documents.ts";
import { ORGANIZATION_HEADS, ORGANIZATION_NOUNS } from "./lexicon/organizations.ts";
import { COURTESY_TITLES, GROUP_NOUNS, PERSON_NOUNS, ROLES } from "./lexicon/people.ts";
import { NATIONALITIES, PLACE_HEADS } from "./lexicon/places.ts";
import { reportingFrame } from "./lexicon/reporting-verbs.ts";
import { isAcronym, isGivenName, isListedPlace, type KindGuess, kindByWords, LONGEST_PLACE } from "./name-kinds.ts";
import { NameRuns, PARTICLES } from "./name-runs.ts";
import type { NameSpan, Names, RoleSpan } from "./name-span.ts";
import type { Prose } from "./prose.ts";

/** A part of a word that may be a name of its own: "Shenzhen-Hong Kong" has three. */
interface Atom extends Span {
  readonly form: string;
}

/** What a country or city has: a name before these, with "'s", is a place. */
const TERRITORY_PROPERTY = new Set([
  "government",
  "capital",
  "parliament",
  "president",
  "army",
  "military",
  "economy",
  "constitution",
  "borders",
  "border",
  "central",
  "supreme",
  "prime",
  "foreign",
]);
/** "the coast of Fife", "the village of Crail". */
const TERRITORY_PARTS = new Set(
  "coast village town city port island province county district suburb borough shores outskirts".split(" "),
);
/** Longest role before a name, in words. */
const LONGEST_ROLE = 4;
/** So many words in small letters at most belong to a name: "Acme *steel works*". */
const LONGEST_HEAD = 3;

/**
 * Names by rules over tags and word lists: runs of capitalised words, long names of institutions ("Liaison Office of the
 * Central People's Government in the Hong Kong SAR"), roles before names, places inside hyphenated words; then the short
 * forms of names found elsewhere in the article.
 */
export function findNamesByRules(prose: Prose): Names {
  const finder = new NameFinder(prose);
  for (let sentence = 0; sentence + 1 < prose.words.sentenceStart.length; sentence++) finder.readSentence(sentence);
  return finder.finish();
}

class NameFinder {
  private readonly prose: Prose;
  private readonly runs: NameRuns;
  private readonly names: NameSpan[] = [];
  private readonly roles: RoleSpan[] = [];
  private readonly endings = new Set<string>();
  /** How many names have their endings in there. */
  private withEnding = 0;
  /** Single words whose kind their own letters don't tell. */
  private readonly open: { first: number; last: number }[] = [];
  /** Kinds of names found, by each word of theirs that may stand for the whole. */
  private readonly shortForms = new Map<string, EntityKind>();

  constructor(prose: Prose) {
    this.prose = prose;
    this.runs = new NameRuns(prose);
  }

  readSentence(sentence: number): void {
    const { prose } = this;
    const kind = prose.blocks[prose.words.sentenceBlock[sentence]].kind;
    if (kind === "date" || kind === "byline") return;
    const first = prose.words.sentenceStart[sentence];
    const last = prose.words.sentenceStart[sentence + 1];
    const shouted = kind === "title" || kind === "heading" || kind === "subtitle";
    for (let word = first; word < last; ) {
      const end =
        this.runs.isNameWord(word) && !(kind === "caption" && this.runs.inCredit(word, first))
          ? this.runs.runEnd(word, last)
          : word;
      if (end === word) {
        word++;
        continue;
      }
      this.readRun(this.runs.runStart(word, first), end, shouted);
      word = end;
    }
  }

  // --- what a run names ---------------------------------------------------------------------------------------------

  private readRun(first: number, last: number, headline: boolean): void {
    const { prose } = this;
    if (headline && this.isTitleCase(first)) {
      this.open.push({ first, last });
      return;
    }
    const hasPossessive = this.find(first, last, (word) => prose.tag(word) === "POS") !== -1;
    if (!hasPossessive && this.readRole(first, last)) return;
    const person = this.afterCourtesyTitle(first, last);
    if (person !== null) {
      this.add(person, last, { kind: "Person", confidence: 0.95 });
      return;
    }
    if (this.readListedPlaces(first, last)) return;
    const guess = this.guess(first, last);
    if (guess === null) this.open.push({ first, last });
    else this.add(first, last, guess);
  }

  /** In a headline with capitals throughout only names known from the body count. */
  private isTitleCase(word: number): boolean {
    const sentence = this.prose.words.sentence[word];
    let capitals = 0;
    let others = 0;
    for (
      let index = this.prose.words.sentenceStart[sentence];
      index < this.prose.words.sentenceStart[sentence + 1];
      index++
    ) {
      if (!/^\p{L}{4,}/u.test(this.prose.form(index))) continue;
      if (this.prose.isCapitalised(index)) capitals++;
      else others++;
    }
    return capitals > others;
  }

  private find(first: number, last: number, test: (word: number) => boolean): number {
    for (let word = first; word < last; word++) if (test(word)) return word;
    return -1;
  }

  /** "Hong Kong Chief Executive Carrie Lam": what stands before the role, the role, the person. */
  private readRole(first: number, last: number): boolean {
    const { prose } = this;
    for (let word = first; word < last; word++) {
      for (let end = Math.min(last, word + LONGEST_ROLE); end > word; end--) {
        const role = prose.text.slice(prose.words.start[word], prose.words.end[end - 1]);
        if (!ROLES.has(role.toLowerCase().replace(/\s+/g, " "))) continue;
        if (end === last) {
          if (word === first) return true;
          this.readRun(first, word, false);
          return true;
        }
        while (end < last - 1 && ROLES.has(prose.lower(end)) && this.mayBePerson(end + 1, last)) end++;
        if (!this.mayBePerson(end, last)) continue;
        if (word > first) this.readRun(first, word, false);
        this.add(end, last, { kind: "Person", confidence: 0.95 });
        const held = word > first ? prose.span(first, word) : null;
        this.roles.push({ ...prose.span(first, last), role, holder: prose.span(end, last), held });
        return true;
      }
    }
    return false;
  }

  private mayBePerson(first: number, last: number): boolean {
    const words = this.forms(first, last);
    if (words.length > 6 || words.some((word) => /\d/.test(word) || word === "of" || word === "for")) return false;
    if (isInstitutionWord(words[words.length - 1])) return false;
    const kind = kindByWords(words)?.kind;
    return (
      kind === undefined || kind === "Person" || (words.length === 1 && kind === "Place" && !isListedPlace(words[0]))
    );
  }

  private afterCourtesyTitle(first: number, last: number): number | null {
    let word = first;
    while (word < last && this.prose.lower(word).replace(/\.$/, "") in COURTESY_TITLES) word++;
    return word > first && word < last && this.mayBePerson(word, last) ? word : null;
  }

  private forms(first: number, last: number): string[] {
    return Array.from({ length: last - first }, (_, index) => this.prose.form(first + index));
  }

  /** A run that is nothing but listed places, hyphens between: "Hong Kong-Shenzhen". */
  private readListedPlaces(first: number, last: number): boolean {
    const places = this.placesIn(first, last);
    if (places.length === 0) return false;
    const { start, end } = this.prose.span(first, last);
    const letters = (from: number, to: number) => this.prose.text.slice(from, to).replace(/[^\p{L}]/gu, "").length;
    const covered = places.reduce((sum, place) => sum + letters(place.start, place.end), 0);
    if (covered < letters(start, end)) return false;
    for (const place of places) this.addSpan(place, { kind: "Place", confidence: 0.95 });
    return true;
  }

  /** Listed places in a run of words, the longest first, also inside hyphenated words. */
  private placesIn(first: number, last: number): Span[] {
    const atoms = atomsOf(this.prose, first, last);
    const found: Span[] = [];
    for (let index = 0; index < atoms.length; ) {
      let end = Math.min(atoms.length, index + LONGEST_PLACE);
      while (
        end > index &&
        !isListedPlace(
          atoms
            .slice(index, end)
            .map(({ form }) => form)
            .join(" "),
        )
      )
        end--;
      if (end === index) index++;
      else {
        found.push({ start: atoms[index].start, end: atoms[end - 1].end });
        index = end;
      }
    }
    return found;
  }

  private guess(first: number, last: number): KindGuess | null {
    const { prose } = this;
    const words = this.forms(first, last);
    const byWords = kindByWords(words);
    if (byWords !== null) return byWords;
    if (words.length === 1 || words.some((word) => /\d/.test(word))) return null;
    if (
      words.length <= 4 &&
      words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) || PARTICLES.has(word)) &&
      !words.every(isAcronym)
    ) {
      const speaks = last < prose.count && reportingFrame(prose.lemma(last))?.speech === true;
      const aged = last + 1 < prose.count && prose.form(last) === "," && /^\d{1,2}$/.test(prose.form(last + 1));
      const introduced = first > 0 && ROLES.has(prose.lower(first - 1));
      return { kind: "Person", confidence: speaks || aged || introduced ? 0.85 : 0.6 };
    }
    return { kind: "Organization", confidence: 0.4 };
  }

  private add(first: number, last: number, guess: KindGuess): void {
    this.addSpan(this.prose.span(first, last), guess);
    if (guess.kind === "Place" || guess.kind === "Organization") this.addInnerPlaces(first, last, guess.kind);
    const words = this.forms(first, last);
    if (guess.kind === "Person") {
      for (const word of words) if (/^\p{Lu}/u.test(word)) this.shortForms.set(word, "Person");
    } else {
      if (!this.shortForms.has(words[0]) && words[0].length > 3) this.shortForms.set(words[0], guess.kind);
      const initials = words
        .filter((word) => /^\p{Lu}/u.test(word))
        .map((word) => word[0])
        .join("");
      if (initials.length > 1) this.shortForms.set(initials, guess.kind);
    }
  }

  /** The places a place's compound name is made of, and the place an institution stands in. */
  private addInnerPlaces(first: number, last: number, kind: EntityKind): void {
    for (const place of this.placesIn(first, last)) {
      const begins = this.prose.wordAt(place.start);
      const before = begins > first ? this.prose.lower(begins - 1) : "";
      const beforeThe = before === "the" && begins > first + 1 ? this.prose.lower(begins - 2) : before;
      if (kind === "Organization" && beforeThe !== "in" && beforeThe !== "to") continue;
      if (kind === "Place" && (last - first <= 2 || place.start === this.prose.words.start[first])) continue;
      const rest = kind === "Organization" ? this.prose.words.end[last - 1] : place.end;
      this.addSpan({ start: place.start, end: rest }, { kind: "Place", confidence: 0.8 });
    }
    if (kind === "Organization") this.addInnerInstitution(first, last);
  }

  /** "Liaison Office of the Central People's Government …": the institution it belongs to has a name of its own. */
  private addInnerInstitution(first: number, last: number): void {
    const { prose } = this;
    const of = this.find(first + 1, last, (word) => prose.lower(word) === "of");
    if (of === -1) return;
    if (prose.lower(of + 1) !== "the") return;
    const from = of + 2;
    const until = this.find(from, last, (word) => /^(?:in|to|for|at)$/.test(prose.lower(word)));
    const to = until === -1 ? last : until;
    if (to - from < 2) return;
    const guess = kindByWords(this.forms(from, to));
    if (guess?.kind === "Organization") this.addSpan(prose.span(from, to), { kind: "Organization", confidence: 0.8 });
  }

  private addSpan(span: Span, guess: KindGuess): void {
    this.names.push({ start: span.start, end: span.end, ...guess });
  }

  // --- short forms --------------------------------------------------------------------------------------------------

  finish(): Names {
    for (const { first, last } of this.open) {
      if (last - first === 1 && this.isTerritoryByContext(first)) this.shortForms.set(this.prose.form(first), "Place");
    }
    for (const { first, last } of this.open) this.readOpen(first, last);
    return { names: distinct(this.names), roles: this.roles };
  }

  private readOpen(first: number, last: number): void {
    const { prose } = this;
    const words = this.forms(first, last);
    const known =
      words.length <= 2 ? (this.shortForms.get(words[words.length - 1]) ?? this.shortForms.get(words[0])) : undefined;
    if (words.length === 1 && known !== undefined) {
      this.addSpan(this.withLowerHead(first, last), { kind: known, confidence: 0.85 });
      return;
    }
    if (words.length > 1) {
      for (let word = first; word < last; word++) {
        const kind = this.shortForms.get(prose.form(word));
        if (kind === "Person") this.addSpan(prose.span(word, word + 1), { kind, confidence: 0.6 });
      }
      for (const place of this.placesIn(first, last)) this.addSpan(place, { kind: "Place", confidence: 0.7 });
      return;
    }
    const guess = this.guessSingle(first);
    if (guess !== null) this.addSpan(prose.span(first, last), guess);
  }

  /** The last words of the names found so far, lower case, so that asking doesn't go through all of them. */
  private endingsSoFar(): ReadonlySet<string> {
    for (; this.withEnding < this.names.length; this.withEnding++) {
      const { start, end } = this.names[this.withEnding];
      const words = this.prose.text.slice(start, end).toLowerCase();
      let space = words.length;
      for (let count = 0; count < LONGEST_HEAD && space > 0; count++) {
        space = words.lastIndexOf(" ", space - 1);
        if (space > 0) this.endings.add(words.slice(space + 1));
      }
    }
    return this.endings;
  }

  /** "Qianhai cooperation zone": lower-case words that the long name ends with. */
  private withLowerHead(first: number, last: number): Span {
    const { prose } = this;
    let end = last;
    while (end < prose.count && end < last + LONGEST_HEAD && prose.isNoun(end) && !prose.isCapitalised(end)) end++;
    for (; end > last; end--) {
      const tail = prose.text.slice(prose.words.start[last], prose.words.end[end - 1]);
      if (this.endingsSoFar().has(tail)) break;
    }
    return prose.span(first, end);
  }

  /** "Kerania's government", "Foreign Minister Luc Moreau of Ostrava". */
  private isTerritoryByContext(word: number): boolean {
    const { prose } = this;
    if (word + 2 < prose.count && prose.tag(word + 1) === "POS" && TERRITORY_PROPERTY.has(prose.lower(word + 2)))
      return true;
    if (word > 1 && prose.lower(word - 1) === "of" && TERRITORY_PARTS.has(prose.lower(word - 2))) return true;
    if (word < 3 || prose.lower(word - 1) !== "of" || !prose.isProperNoun(word - 2) || !prose.isProperNoun(word - 3))
      return false;
    for (let before = word - 4; before >= 0 && before > word - 8; before--)
      if (ROLES.has(prose.lower(before)) && prose.isCapitalised(before)) return true;
    return false;
  }

  /** A single word nobody introduced: what stands around it tells, or it isn't taken. */
  private guessSingle(word: number): KindGuess | null {
    const { prose } = this;
    const form = prose.form(word);
    if (!prose.isProperNoun(word) || form.length < 3 || isCommonNoun(form.toLowerCase()) || NATIONALITIES.has(form))
      return null;
    if (isGivenName(form)) {
      // "Mark my words" at the beginning of a sentence is no name
      const plausible =
        !prose.beginsSentence(word) ||
        (word + 1 < prose.count &&
          (prose.isFiniteVerb(word + 1) || prose.tag(word + 1) === "POS" || prose.tag(word + 1) === ","));
      return plausible ? { kind: "Person", confidence: 0.6 } : null;
    }
    const before = word > 0 && !prose.beginsSentence(word) ? prose.lower(word - 1) : "";
    const next = word + 1 < prose.count ? prose.lemma(word + 1) : "";
    if (ROLES.has(before)) return { kind: "Person", confidence: 0.8 };
    if (this.isTerritoryByContext(word)) return { kind: "Place", confidence: 0.7 };
    if (before === "told" || (ROLES.has(next) && prose.isCapitalised(word + 2)))
      return { kind: "Organization", confidence: 0.6 };
    if (/^(?:in|near|across|throughout|outside|from|towards?)$/.test(before) && prose.tag(word + 1) !== "POS")
      return { kind: "Place", confidence: 0.5 };
    if (reportingFrame(next)?.speech === true && prose.isFiniteVerb(word + 1))
      return { kind: "Person", confidence: 0.5 };
    return null;
  }
}

/** Whether a word ends names of institutions and places rather than of people. */
function isInstitutionWord(word: string): boolean {
  const lower = word.toLowerCase();
  return ORGANIZATION_HEADS.has(lower) || PLACE_HEADS.has(lower);
}

function isCommonNoun(lower: string): boolean {
  return (
    ORGANIZATION_NOUNS.has(lower) || PERSON_NOUNS.has(lower) || DOCUMENT_NOUNS.has(lower) || GROUP_NOUNS.has(lower)
  );
}

function atomsOf(prose: Prose, first: number, last: number): Atom[] {
  const atoms: Atom[] = [];
  for (let word = first; word < last; word++) {
    const form = prose.form(word);
    let from = 0;
    for (const hyphen of form.matchAll(/[-–](?=\p{Lu})/gu)) {
      atoms.push({
        start: prose.words.start[word] + from,
        end: prose.words.start[word] + hyphen.index,
        form: form.slice(from, hyphen.index),
      });
      from = hyphen.index + 1;
    }
    atoms.push({ start: prose.words.start[word] + from, end: prose.words.end[word], form: form.slice(from) });
  }
  return atoms;
}

/** Sorted, each span once, none crossing another. */
function distinct(names: readonly NameSpan[]): NameSpan[] {
  const sorted = [...names]
    .filter(({ start, end }) => end > start)
    .sort((a, b) => compareSpans(a, b) || b.confidence - a.confidence);
  const kept: NameSpan[] = [];
  for (const name of sorted) {
    const last = kept[kept.length - 1];
    if (last !== undefined && last.start === name.start && last.end === name.end) continue;
    if (last !== undefined && overlaps(last, name) && name.end > last.end) continue;
    kept.push(name);
  }
  return kept;
}
