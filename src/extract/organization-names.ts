import { compareSpans, overlaps, type Span } from "../model/index.ts";
import { FOREIGN_ORGANIZATION_HEADS, NATIONAL_WORDS, ORGANIZATION_ENDING } from "./lexicon/foreign-organizations.ts";
import { LEGAL_FORM } from "./lexicon/legal-forms.ts";
import { COURTESY_TITLES, ROLES } from "./lexicon/people.ts";
import { isGivenName, isListedPlace } from "./name-kinds.ts";
import type { NameSpan } from "./name-span.ts";
import type { Prose } from "./prose.ts";

/** So many characters before a legal form a company's name may begin. */
const LONGEST_NAME = 120;
/** So many words before a legal form are taken for the name that nobody recognised. */
const MOST_WORDS = 4;
/** How sure it is that what has a legal form is a company, and what has a word for an organisation is one. */
const BY_FORM = 0.95;
const BY_WORD = 0.85;
/** Small words inside names of organisations in other languages. */
const CONNECTOR =
  /^(?:de|des|du|d['’]|del|della|delle|dei|degli|dello|di|da|do|dos|das|van|voor|für|der|la|las|los|les|le|el)$/;

/**
 * Names of organisations that their own words tell, whatever language they are in: by a legal form ("Groupe Martelin SARL",
 * also where the name was taken without it), by a noun ("Banco Santander"), by a compound ("Sveriges Riksbank"). A name
 * with a legal form names the same company without it.
 */
export function withOrganizations(prose: Prose, names: readonly NameSpan[]): NameSpan[] {
  const companies = companiesByForm(prose, names);
  const rest = names
    .filter((name) => !companies.some((company) => replaces(company, name)))
    .map((name) => (isForeignOrganization(prose, name) ? { ...name, kind: "Organization" as const } : name));
  const known = [...rest, ...companies].sort(compareSpans);
  const found = [...known, ...unrecognised(prose, known)].sort(compareSpans);
  const short = shortNames(prose, companies, found);
  return found.map((name) =>
    name.kind !== "Organization" && short.has(words(prose, name)) ? { ...name, kind: "Organization" as const } : name,
  );
}

function words(prose: Prose, { start, end }: Span): string {
  return prose.text.slice(start, end);
}

/** A place inside a company's name is still a place: "Bank of China Ltd". */
function replaces(company: NameSpan, name: NameSpan): boolean {
  if (!overlaps(company, name)) return false;
  return name.kind !== "Place" || name.start <= company.start || name.end > company.end;
}

// --- legal forms ------------------------------------------------------------------------------------------------------

function companiesByForm(prose: Prose, names: readonly NameSpan[]): NameSpan[] {
  const companies: NameSpan[] = [];
  let next = 0;
  for (const match of prose.text.matchAll(LEGAL_FORM)) {
    while (next < names.length && names[next].start < match.index) next++;
    const end = match.index + match[0].length;
    const isSure = match[1] !== undefined;
    const named = nameBefore(names, next, match.index);
    const start = named === null ? (isSure ? startBefore(prose, match.index) : -1) : named.start;
    if (start === -1 || (!isSure && !isPlainName(prose.text.slice(start, match.index)))) continue;
    const company: NameSpan = { start: overAmpersand(prose, start), end, kind: "Organization", confidence: BY_FORM };
    const before = companies[companies.length - 1];
    // "Acme Co., Ltd.": one name
    if (before !== undefined && overlaps(before, company)) companies.pop();
    companies.push(company);
  }
  return companies;
}

/** The longest name that ends where a legal form begins, or that holds it. */
function nameBefore(names: readonly NameSpan[], next: number, at: number): NameSpan | null {
  let longest: NameSpan | null = null;
  for (let index = next - 1; index >= 0 && names[index].start > at - LONGEST_NAME; index--) {
    if (names[index].end >= at) longest = names[index];
  }
  return longest;
}

/** A name in small letters that isn't a place's: "Adelaide SA" and "BLOOD GROUP AB" are no companies. */
function isPlainName(name: string): boolean {
  return /\p{Ll}/u.test(name) && !isListedPlace(name);
}

/** Where the capitalised words before a legal form begin; -1 where there are none. */
function startBefore(prose: Prose, at: number): number {
  const last = prose.wordAt(at) - 1;
  let first = last + 1;
  while (first > 0 && last - first + 1 < MOST_WORDS && isNameWord(prose, first - 1, last)) first--;
  return first > last ? -1 : prose.words.start[first];
}

function isNameWord(prose: Prose, word: number, beside: number): boolean {
  return (
    prose.words.sentence[word] === prose.words.sentence[beside] &&
    prose.quotation[word] === prose.quotation[beside] &&
    prose.isCapitalised(word) &&
    !/^(?:DT|IN|PRP\$?|CC|W.*)$/.test(prose.tag(word))
  );
}

/** "Müller & Söhne KG": what stands before the sign belongs to the name. */
function overAmpersand(prose: Prose, start: number): number {
  const word = prose.wordAt(start);
  if (prose.form(word - 1) !== "&" || word < 2 || !isNameWord(prose, word - 2, word)) return start;
  return prose.words.start[word - 2];
}

/** Companies' names without their legal forms; a single word that is also somebody's surname isn't one. */
function shortNames(prose: Prose, companies: readonly NameSpan[], names: readonly NameSpan[]): ReadonlySet<string> {
  if (companies.length === 0) return new Set();
  const surnames = new Set(
    names
      .filter(({ kind }) => kind === "Person")
      .map((name) => words(prose, name).split(/\s+/))
      .flatMap((parts) => (parts.length > 1 ? [parts[parts.length - 1]] : [])),
  );
  const short = companies.map((company) => words(prose, company).replace(LEGAL_FORM, ""));
  return new Set(short.filter((name) => !surnames.has(name)));
}

// --- nouns ------------------------------------------------------------------------------------------------------------

/** Whether what was taken for a person or a place begins with a noun for an organisation, or holds a compound of one. */
function isForeignOrganization(prose: Prose, name: NameSpan): boolean {
  if (name.kind !== "Person" && name.kind !== "Place") return false;
  const parts = words(prose, name).split(/\s+/);
  const first = parts[0].toLowerCase();
  if (isGivenName(parts[0]) || isListedPlace(parts.join(" ")) || followsTitle(prose, name)) return false;
  if (parts.length > 1 && (FOREIGN_ORGANIZATION_HEADS.has(first) || NATIONAL_WORDS.has(first))) return true;
  if (parts.length > 1 && FOREIGN_ORGANIZATION_HEADS.has(parts[parts.length - 1].toLowerCase())) return true;
  return parts.some((part) => ORGANIZATION_ENDING.test(part));
}

/** "Mayor Altenbank", "Mrs Altenbank": somebody is called so. */
function followsTitle(prose: Prose, { start }: NameSpan): boolean {
  const before = prose.lower(prose.wordAt(start) - 1).replace(/\.$/, "");
  return before in COURTESY_TITLES || ROLES.has(before);
}

/** "Caisse des Dépôts": names that begin with such a noun and that nobody recognised. */
function unrecognised(prose: Prose, names: readonly NameSpan[]): NameSpan[] {
  const found: NameSpan[] = [];
  let next = 0;
  for (let word = 0; word < prose.count; word++) {
    while (next < names.length && names[next].end <= prose.words.start[word]) next++;
    if (!prose.isCapitalised(word) || !FOREIGN_ORGANIZATION_HEADS.has(prose.lower(word))) continue;
    const last = endAfter(prose, word);
    if (last === word + 1) continue;
    const span = prose.span(word, last);
    if (next < names.length && names[next].start < span.end) continue;
    found.push({ ...span, kind: "Organization", confidence: BY_WORD });
    word = last - 1;
  }
  return found;
}

/** The word after a name that begins with a noun: capitalised words, small connecting words between them. */
function endAfter(prose: Prose, first: number): number {
  let last = first + 1;
  for (let word = first + 1; word < prose.count && word <= first + MOST_WORDS + 2; word++) {
    if (prose.words.sentence[word] !== prose.words.sentence[first] || prose.quotation[word] !== prose.quotation[first])
      break;
    if (prose.isCapitalised(word)) last = word + 1;
    else if (!CONNECTOR.test(prose.form(word))) break;
  }
  return last;
}
