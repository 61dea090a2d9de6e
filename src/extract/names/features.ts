import { feature as mix } from "../../language/hash.ts";
import type { Words } from "../../model/index.ts";
import { type Acronyms, findAcronyms, findInstitutions, type Institutions } from "./institutions.ts";
import { joinKeys, type Lexicon, LONGEST_PHRASE, WORD_CLASS } from "./lexicon.ts";
import { type CapitalRuns, capitalRuns, isCapitalised } from "./runs.ts";
import { LETTER_CASE, type WordTypes, wordTypesOf } from "./wordtypes.ts";

/** An upper bound of the features one word has. */
export const MOST_FEATURES = 96;

const BEFORE = 0x5bd1e995;
const AFTER = 0x1b873593;
const LINK = /^(?:of|for|and|in|on|to|the|de|du|des|la|del|di|al|bin|van|von|&|'s|’s|-|–)$/;
const SPEAKS = /^(?:said|says|say|told|added|argued|tweeted|wrote|announced|warned|insisted|explained|replied|asked)$/;
const PLACED = /^(?:in|at|from|near|across|into|outside|throughout)$/;

/** What the words of one text show about names, as hashed features. */
export class NameFeatures {
  readonly words: Words;
  readonly types: WordTypes;
  readonly runs: CapitalRuns;
  readonly institutions: Institutions;
  readonly acronyms: Acronyms;
  /** Class bits and place (1 first, 2 inside, 3 last) of the longest phrase of the lexicon a word is in. */
  readonly #phrase: Int32Array;
  /** How a word is used elsewhere in the text: bits of `usageOf`. */
  readonly #usage: Int32Array;
  readonly #usageCount: Int32Array;
  readonly #isLink: Uint8Array;
  /** For acronyms the text introduces: hash of the long form's last word, by type. */
  readonly #longForm: Int32Array;
  /** 1 where people write in the first and second person, as in mails, reviews and chats; there names are used otherwise. */
  readonly #personal: number;
  /** How each sentence is written, a value of `WRITTEN`. */
  readonly #written: Uint8Array;

  constructor(words: Words, lexicon: Lexicon) {
    this.words = words;
    this.types = wordTypesOf(words, lexicon);
    this.runs = capitalRuns(words, this.types);
    this.institutions = findInstitutions(words, this.types, this.runs);
    this.acronyms = findAcronyms(words, this.types);
    this.#phrase = phrasesOf(words, this.types, lexicon);
    this.#isLink = Uint8Array.from(this.types.form, (form) => (LINK.test(form) ? 1 : 0));
    this.#usage = new Int32Array(words.count);
    this.#usageCount = new Int32Array(this.types.count * USES);
    this.#longForm = new Int32Array(this.types.count);
    this.#written = writtenOf(words, this.types);
    this.#personal = isPersonal(words, this.types) ? 1 : 0;
    this.#collectUsage();
    this.#collectAcronyms();
  }

  #collectUsage(): void {
    const { typeOf, form, classes } = this.types;
    const { sentence, count } = this.words;
    const { first, last } = this.runs;
    const speaks = form.map((word) => SPEAKS.test(word));
    const placed = form.map((word) => PLACED.test(word));
    const lowerForms = new Set(form);
    for (let i = 0; i < count; i++) {
      if (first[i] < 0) continue;
      const a = first[i];
      const b = last[i];
      const before = a > 0 && sentence[a - 1] === sentence[a] ? typeOf[a - 1] : -1;
      const after = b + 1 < count && sentence[b + 1] === sentence[b] ? typeOf[b + 1] : -1;
      let use = 0;
      const previous = i > a ? classes[typeOf[i - 1]] : 0;
      if (i > a && previous & WORD_CLASS.title) use |= 1;
      if (i > a && previous & WORD_CLASS.given && i === b) use |= 2;
      if (after >= 0 && speaks[after] && i === b) use |= 4;
      if (before >= 0 && placed[before] && i === a && a === b) use |= 8;
      if (classes[typeOf[b]] & WORD_CLASS.organizationNoun && i < b) use |= 16;
      if (b > a && i === a) use |= 32;
      if (b > a && i === b) use |= 64;
      if (lowerForms.has(form[typeOf[i]].toLowerCase()) && form[typeOf[i]] !== form[typeOf[i]].toLowerCase())
        use |= 128;
      this.#usage[i] = use;
      const row = typeOf[i] * USES;
      for (let bit = 0; bit < USES; bit++) if (use & (1 << bit)) this.#usageCount[row + bit]++;
    }
  }

  /** "Liberal Democratic Party (LDP)": the acronym learns what it stands for. */
  #collectAcronyms(): void {
    const { typeOf, key } = this.types;
    for (const { last, acronym } of this.acronyms.pairs) this.#longForm[typeOf[acronym]] ||= key[typeOf[last]] | 1;
  }

  /** Writes the hashes of what shows at word `i` into `out` from `at` on; returns how many. */
  collect(i: number, out: Int32Array, at: number): number {
    const { typeOf, key, exact, prefix, suffix2, suffix3, suffix4, shape, letterCase, classes, cluster } = this.types;
    const { sentence, count, tag } = this.words;
    const here = sentence[i];
    const within = (k: number) => k >= 0 && k < count && sentence[k] === here;
    const t0 = typeOf[i];
    const p1 = within(i - 1);
    const p2 = within(i - 2);
    const n1 = within(i + 1);
    const n2 = within(i + 2);
    const tp = p1 ? typeOf[i - 1] : -1;
    const tn = n1 ? typeOf[i + 1] : -1;
    const kp = p1 ? key[tp] : BEFORE;
    const kn = n1 ? key[tn] : AFTER;
    const k0 = key[t0];
    const c0 = letterCase[t0] | ((p1 ? 0 : 1) << 3);
    const cp = p1 ? letterCase[tp] : 8;
    const cn = n1 ? letterCase[tn] : 8;
    const g0 = classes[t0];
    const gp = p1 ? classes[tp] : 0x10000;
    const gn = n1 ? classes[tn] : 0x10000;
    const g0p = tag[i];
    const tagP = p1 ? tag[i - 1] : 98;
    const tagN = n1 ? tag[i + 1] : 99;
    const from = at;
    out[at++] = mix(2, k0);
    out[at++] = mix(3, exact[t0]);
    out[at++] = mix(mix(8, kp), k0);
    out[at++] = mix(mix(9, k0), kn);
    out[at++] = mix(1, 1);
    out[at++] = mix(4, kp);
    out[at++] = mix(5, kn);
    out[at++] = mix(6, p2 ? key[typeOf[i - 2]] : BEFORE);
    out[at++] = mix(7, n2 ? key[typeOf[i + 2]] : AFTER);
    out[at++] = mix(mix(10, kp), c0);
    out[at++] = mix(mix(11, kn), c0);
    out[at++] = mix(12, c0);
    out[at++] = mix(13, (cp << 8) | (c0 << 4) | cn);
    out[at++] = mix(14, shape[t0]);
    out[at++] = mix(15, prefix[t0]);
    out[at++] = mix(16, suffix2[t0]);
    out[at++] = mix(17, suffix3[t0]);
    out[at++] = mix(18, suffix4[t0]);
    out[at++] = mix(19, (g0p << 4) | c0);
    out[at++] = mix(20, (tagP << 8) | g0p);
    out[at++] = mix(21, (g0p << 8) | tagN);
    out[at++] = mix(22, (tagP << 16) | (g0p << 8) | tagN);
    out[at++] = mix(23, (g0 << 4) | c0);
    out[at++] = mix(mix(24, gp), c0);
    out[at++] = mix(mix(25, gn), c0);
    out[at++] = mix(mix(26, gp), g0);
    out[at++] = mix(mix(27, g0), gn);
    out[at++] = mix(mix(28, this.#written[here]), c0);
    out[at++] = mix(36, (this.#personal << 4) | c0);
    out[at++] = mix(mix(37, g0), (this.#personal << 4) | c0);
    out[at++] = mix(mix(38, shape[t0]), this.#personal);
    const kindP = p1 ? cluster[tp] : 0;
    const kindN = n1 ? cluster[tn] : 0;
    out[at++] = mix(mix(90, kindP), c0);
    out[at++] = mix(mix(91, kindN), c0);
    out[at++] = mix(92, (kindP << 8) | kindN);
    out[at++] = mix(mix(93, cluster[t0]), c0);
    out[at++] = mix(94, ((p2 ? cluster[typeOf[i - 2]] : 0) << 8) | kindP);
    out[at++] = mix(95, (kindN << 8) | (n2 ? cluster[typeOf[i + 2]] : 0));
    const phrase = this.#phrase[i];
    if (phrase !== 0) {
      out[at++] = mix(29, phrase);
      out[at++] = mix(mix(30, phrase), c0);
    }
    if (this.#longForm[t0] !== 0) out[at++] = mix(31, this.#longForm[t0]);
    const acronymPlace = this.acronyms.place[i];
    if (acronymPlace !== 0) out[at++] = mix(32, acronymPlace);
    const institutionPlace = this.institutions.place[i];
    if (institutionPlace !== 0) {
      const head = key[typeOf[this.institutions.head[i]]];
      out[at++] = mix(33, institutionPlace);
      out[at++] = mix(mix(34, head), institutionPlace);
      out[at++] = mix(mix(35, k0), institutionPlace);
    }
    at = this.#collectRun(i, out, at);
    return at - from;
  }

  #collectRun(i: number, out: Int32Array, from: number): number {
    let at = from;
    const { typeOf, key, classes, letterCase, cluster } = this.types;
    const { sentence, count } = this.words;
    const { first, last } = this.runs;
    const here = sentence[i];
    const a = first[i];
    if (a < 0) {
      if (this.#isLink[typeOf[i]] === 1 && i > 0 && last[i - 1] === i - 1 && sentence[i - 1] === here) {
        // "of" in "Ministry of Trade": what it joins
        let k = i + 1;
        while (k < count && sentence[k] === here && this.#isLink[typeOf[k]] === 1 && k < i + 3) k++;
        const joined = k < count && sentence[k] === here && first[k] === k;
        const left = mix(key[typeOf[i - 1]], key[typeOf[i]]);
        out[at++] = mix(mix(40, left), joined ? 1 : 0);
        out[at++] = mix(mix(41, classes[typeOf[i - 1]]), mix(key[typeOf[i]], joined ? classes[typeOf[last[k]]] : -1));
        if (joined) out[at++] = mix(mix(42, key[typeOf[i]]), key[typeOf[last[k]]]);
      }
      return at;
    }
    const b = last[i];
    const place = (i === a ? 1 : 0) | (i === b ? 2 : 0);
    const length = Math.min(b - a, 4);
    const tb = typeOf[b];
    const ta = typeOf[a];
    const before = a > 0 && sentence[a - 1] === here ? key[typeOf[a - 1]] : BEFORE;
    const after = b + 1 < count && sentence[b + 1] === here ? key[typeOf[b + 1]] : AFTER;
    out[at++] = mix(50, (length << 4) | place);
    out[at++] = mix(mix(39, classes[tb]), (this.#personal << 8) | (length << 4) | place);
    out[at++] = mix(mix(51, key[tb]), place);
    out[at++] = mix(mix(52, key[ta]), place);
    out[at++] = mix(mix(53, classes[tb]), (length << 4) | place);
    out[at++] = mix(mix(54, classes[ta]), (length << 4) | place);
    out[at++] = mix(mix(55, before), length > 0 ? 1 : 0);
    out[at++] = mix(mix(56, after), length > 0 ? 1 : 0);
    out[at++] = mix(mix(57, before), after);
    out[at++] = mix(mix(58, classes[ta]), mix(classes[tb], place));
    out[at++] = mix(mix(59, before), mix(classes[ta], place));
    const kindBefore = a > 0 && sentence[a - 1] === here ? cluster[typeOf[a - 1]] : 0;
    const kindAfter = b + 1 < count && sentence[b + 1] === here ? cluster[typeOf[b + 1]] : 0;
    out[at++] = mix(mix(96, kindBefore), (length << 4) | place);
    out[at++] = mix(mix(97, kindAfter), (length << 4) | place);
    out[at++] = mix(98, (kindBefore << 8) | kindAfter);
    out[at++] = mix(mix(99, cluster[tb]), place);
    at = this.#collectLinks(a, b, place, out, at);
    // How the same word is used elsewhere in the text
    const row = typeOf[i] * USES;
    const own = this.#usage[i];
    for (let bit = 0; bit < USES; bit++) {
      if (this.#usageCount[row + bit] > ((own >> bit) & 1))
        out[at++] = mix(60 + bit, (letterCase[typeOf[i]] << 3) | length);
    }
    return at;
  }

  /** "Interior" in "Ministry of the Interior": the name a link ties this run to. */
  #collectLinks(a: number, b: number, place: number, out: Int32Array, from: number): number {
    let at = from;
    const { typeOf, key, classes } = this.types;
    const { sentence, count } = this.words;
    const { first, last } = this.runs;
    const here = sentence[a];
    let k = a - 1;
    while (k >= 0 && sentence[k] === here && this.#isLink[typeOf[k]] === 1 && k > a - 3) k--;
    if (k < a - 1 && k >= 0 && sentence[k] === here && last[k] === k) {
      const link = key[typeOf[k + 1]];
      out[at++] = mix(mix(70, link), mix(key[typeOf[k]], place & 1));
      out[at++] = mix(mix(71, link), mix(classes[typeOf[k]], place & 1));
    }
    k = b + 1;
    while (k < count && sentence[k] === here && this.#isLink[typeOf[k]] === 1 && k < b + 3) k++;
    if (k > b + 1 && k < count && sentence[k] === here && first[k] === k) {
      const link = key[typeOf[b + 1]];
      out[at++] = mix(mix(72, link), mix(classes[typeOf[b]], classes[typeOf[last[k]]]));
      out[at++] = mix(mix(73, link), key[typeOf[last[k]]]);
    }
    return at;
  }
}

/** How many kinds of use elsewhere are told apart. */
const USES = 8;

/** The longest phrase of the lexicon at each word. */
function phrasesOf(words: Words, types: WordTypes, lexicon: Lexicon): Int32Array {
  const { count, sentence } = words;
  const { typeOf, key, classes } = types;
  const phrase = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    if (!(classes[typeOf[i]] & WORD_CLASS.prefix) || !isCapitalised(types, typeOf[i])) continue;
    let joined = key[typeOf[i]];
    let longest = 0;
    let found = 0;
    for (let k = i + 1; k < i + LONGEST_PHRASE && k < count && sentence[k] === sentence[i]; k++) {
      joined = joinKeys(joined, key[typeOf[k]]);
      const known = lexicon.classesOf(joined);
      if (known & ~WORD_CLASS.prefix) {
        found = known & ~WORD_CLASS.prefix;
        longest = k;
      }
      if (!(known & WORD_CLASS.prefix)) break;
    }
    if (longest === 0) continue;
    for (let k = i; k <= longest; k++) phrase[k] = (found << 2) | (k === i ? 1 : k === longest ? 3 : 2);
    i = longest;
  }
  return phrase;
}

/** Share of first and second persons among the words from which on a text counts as personal. */
const PERSONAL_SHARE = 0.025;
const PERSONAL = /^(?:i|you|we|my|me|your|us|our|im|u)$/i;

function isPersonal(words: Words, types: WordTypes): boolean {
  const personal = types.form.map((form) => PERSONAL.test(form));
  let count = 0;
  for (let i = 0; i < words.count; i++) if (personal[types.typeOf[i]]) count++;
  return count > words.count * PERSONAL_SHARE;
}

/** How a sentence is written: in capitals or like a headline a capital letter tells less. */
const WRITTEN = { asUsual: 0, inCapitals: 1, likeHeadline: 2 } as const;

function writtenOf(words: Words, types: WordTypes): Uint8Array {
  const sentences = words.sentenceStart.length - 1;
  const result = new Uint8Array(Math.max(sentences, 0));
  for (let s = 0; s < sentences; s++) {
    let letters = 0;
    let capitals = 0;
    let all = 0;
    for (let i = words.sentenceStart[s]; i < words.sentenceStart[s + 1]; i++) {
      const letterCase = types.letterCase[types.typeOf[i]];
      if (letterCase > LETTER_CASE.initial || (types.form[types.typeOf[i]].length < 4 && letterCase === 0)) continue;
      letters++;
      if (letterCase !== LETTER_CASE.lower) capitals++;
      if (letterCase === LETTER_CASE.allCapitals) all++;
    }
    if (letters >= 3 && all > letters * 0.7) result[s] = WRITTEN.inCapitals;
    else if (letters >= 4 && capitals > letters * 0.8) result[s] = WRITTEN.likeHeadline;
  }
  return result;
}
