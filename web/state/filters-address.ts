import {
  type AttributeValue,
  type Filters,
  MOST_STEPS,
  NO_FILTERS,
  SOURCES,
  SPEECH,
  STANCES,
  STANDINGS,
} from "../scene/filters.ts";

/** Filters that are lists of values, under their names in the address. */
const LISTS = [
  ["speaker", "speakers"],
  ["organization", "organizations"],
  ["article", "articles"],
  ["outlet", "outlets"],
  ["component", "components"],
  ["community", "communities"],
] as const;

/** Writes filters into an address, each list value by value; what is as at first is left out. */
export function writeFilters(parts: URLSearchParams, filters: Filters): void {
  for (const [name, list] of LISTS) for (const value of filters[list]) parts.append(name, value);
  for (const stance of filters.stances) parts.append("stance", stance);
  for (const source of filters.sources) parts.append("source", source);
  for (const standing of filters.standings) parts.append("standing", standing);
  if (filters.speech.join() !== NO_FILTERS.speech.join())
    parts.set("speech", filters.speech.length === 1 ? filters.speech[0] : "all");
  if (filters.from !== null) parts.set("from", filters.from);
  if (filters.to !== null) parts.set("to", filters.to);
  if (filters.sure !== null) parts.set("sure", String(filters.sure));
  if (filters.degree !== null) parts.set("degree", `${filters.degree.least}-${filters.degree.most ?? ""}`);
  if (filters.around !== null) parts.set("around", `${filters.around.steps},${filters.around.key}`);
  for (const { attribute, value } of filters.values) parts.append("value", `${attribute}=${value}`);
}

/** Reads filters back; what isn't understood is left out. */
export function readFilters(parts: URLSearchParams): Filters {
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(parts.get(name) ?? "") ? parts.get(name) : null);
  const sure = Number(parts.get("sure") ?? Number.NaN);
  const some = <T extends string>(name: string, known: readonly T[]) =>
    known.filter((value) => parts.getAll(name).includes(value));
  const speech = parts.get("speech");
  return {
    speakers: parts.getAll("speaker"),
    organizations: parts.getAll("organization"),
    articles: parts.getAll("article"),
    outlets: parts.getAll("outlet"),
    components: parts.getAll("component"),
    communities: parts.getAll("community"),
    stances: some("stance", STANCES),
    sources: some("source", SOURCES),
    standings: some("standing", STANDINGS),
    speech: speech === "all" ? [] : speech === null ? NO_FILTERS.speech : knownSpeech(speech),
    from: day("from"),
    to: day("to"),
    sure: sure >= 0 && sure <= 1 ? sure : null,
    degree: readDegree(parts.get("degree")),
    around: readAround(parts.get("around")),
    values: parts.getAll("value").flatMap(readValue),
  };
}

function knownSpeech(name: string): Filters["speech"] {
  const found = SPEECH.filter((speech) => speech === name);
  return found.length > 0 ? found : NO_FILTERS.speech;
}

function readDegree(text: string | null): Filters["degree"] {
  const match = /^(\d{1,6})-(\d{0,6})$/.exec(text ?? "");
  if (match === null) return null;
  const [least, most] = [Number(match[1]), match[2] === "" ? null : Number(match[2])];
  return most !== null && most < least ? null : { least, most };
}

function readAround(text: string | null): Filters["around"] {
  const match = /^(\d),(.+)$/s.exec(text ?? "");
  if (match === null) return null;
  const steps = Number(match[1]);
  return steps >= 1 && steps <= MOST_STEPS ? { steps, key: match[2] } : null;
}

function readValue(text: string): AttributeValue[] {
  const at = text.indexOf("=");
  return at > 0 ? [{ attribute: text.slice(0, at), value: text.slice(at + 1) }] : [];
}
