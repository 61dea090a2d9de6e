import { functions } from "./functions-library.ts";
import type { QueryGraph } from "./graph-index.ts";
import { type Classified, classify, KEYWORDS, readTolerantly, startsLabel } from "./highlight.ts";
import { indexOf } from "./index-cache.ts";
import { BUILT_IN_PROCEDURES } from "./procedures-library.ts";

/** What the graph holds, for proposals. */
export interface QuerySchema {
  readonly labels: readonly string[];
  readonly types: readonly string[];
  readonly properties: readonly string[];
  /** The properties that nodes of a label have. */
  readonly propertiesOf?: (label: string) => readonly string[];
  /** Some values of a property, the most frequent first. */
  readonly valuesOf?: (property: string) => readonly string[];
  /** Names after `$`. */
  readonly parameters?: readonly string[];
}

/** The schema of a graph as it stands. Values are the strings of at most 80 characters, at most 1000 of a property. */
export function schemaOf(graph: QueryGraph): QuerySchema {
  const index = indexOf(graph);
  const once = <T>(compute: (name: string) => T): ((name: string) => T) => {
    const known = new Map<string, T>();
    return (name) => {
      if (!known.has(name)) known.set(name, compute(name));
      return known.get(name)!;
    };
  };
  return {
    labels: [...index.labels].sort(),
    types: [...index.types].sort(),
    properties: index.propertyKeys(),
    propertiesOf: once((label) => {
      const keys = new Set<string>();
      for (const id of index.nodesWithLabel(label))
        for (const key of Object.keys(index.nodeAttributes[id])) keys.add(key);
      return index.propertyKeys().filter((key) => keys.has(key));
    }),
    valuesOf: once((property) => {
      const counts = new Map<string, number>();
      for (const attributes of [...index.nodeAttributes, ...index.relationshipAttributes]) {
        const value: unknown = Object.hasOwn(attributes, property) ? attributes[property] : null;
        if (typeof value === "string" && value.length <= 80) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return sorted.slice(0, 1000).map(([value]) => value);
    }),
  };
}

export type CompletionKind =
  | "keyword"
  | "function"
  | "procedure"
  | "label"
  | "type"
  | "property"
  | "variable"
  | "parameter"
  | "value";

export interface Completion {
  /** What is shown and looked for. */
  readonly label: string;
  /** What replaces the text from `from` to `to`. */
  readonly insert: string;
  readonly kind: CompletionKind;
}

export interface Completions {
  /** The part of the query that a proposal replaces. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

/** Proposes what may stand at a place of a query. */
export function complete(text: string, offset: number, schema: QuerySchema): Completions {
  const inString = openString(text.slice(0, offset));
  if (inString) return completeValue(text, offset, inString, schema);
  const [partial] = /[\p{L}\p{N}_]*$/u.exec(text.slice(0, offset))!;
  const from = offset - partial.length;
  const rest = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset))![0];
  const before = classify(readTolerantly(text.slice(0, from))).filter(({ kind }) => kind !== "comment");
  const options = candidates(text, before, text[from - 1], schema);
  return { from, to: offset + rest.length, options: matching(options, partial) };
}

function matching(options: readonly Completion[], partial: string): Completion[] {
  const wanted = partial.toLowerCase();
  const seen = new Set<string>();
  const fits = options.filter(({ label, kind }) => {
    const name = `${kind} ${label}`;
    if (seen.has(name) || !label.toLowerCase().includes(wanted)) return false;
    seen.add(name);
    return true;
  });
  const begins = ({ label }: Completion) => label.toLowerCase().startsWith(wanted);
  return [...fits.filter(begins), ...fits.filter((option) => !begins(option))];
}

const plainName = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;
const quoted = (name: string): string => (plainName.test(name) ? name : `\`${name.replaceAll("`", "``")}\``);
const named = (names: readonly string[], kind: CompletionKind, after = ""): Completion[] =>
  names.map((label) => ({ label, insert: quoted(label) + after, kind }));

function candidates(text: string, before: readonly Classified[], character: string, schema: QuerySchema): Completion[] {
  const last = before.at(-1);
  const open = last?.open ?? "";
  if (character === "$") return named([...(schema.parameters ?? []), ...parametersIn(text)], "parameter");
  if (last?.token.value === ".") return propertyCandidates(before, schema);
  if (last && startsLabel(last, before.at(-2), open))
    return open.endsWith("[") ? named(schema.types, "type") : named(schema.labels, "label");
  if (open.endsWith("{") && last && /^[{,]$/.test(last.token.value)) return named(schema.properties, "property", ": ");
  const word = last?.token.value.toUpperCase();
  if (word === "CALL")
    return Object.keys(BUILT_IN_PROCEDURES).map((label) => ({ label, insert: `${label}()`, kind: "procedure" }));
  const variables = before.filter(({ kind }) => kind === "variable").map(({ token }) => token.value);
  return [
    ...named(variables, "variable"),
    ...KEYWORDS.map((label) => ({ label, insert: label, kind: "keyword" }) as const),
    ...functions.names().map((label) => ({ label, insert: `${label}(`, kind: "function" }) as const),
  ];
}

const parametersIn = (text: string): string[] =>
  readTolerantly(text).flatMap((token) => (token.kind === "parameter" ? [token.value] : []));

/** The properties of the label that the variable before the dot is given somewhere; all where none is. */
function propertyCandidates(before: readonly Classified[], schema: QuerySchema): Completion[] {
  const variable = before.at(-2)?.token.value;
  const labels = before.flatMap(({ kind }, i) =>
    kind === "label" && before[i - 1].token.value === ":" && before[i - 2]?.token.value === variable
      ? [before[i].token.value]
      : [],
  );
  const own = labels.flatMap((label) => schema.propertiesOf?.(label) ?? []);
  return named(own.length > 0 ? own : schema.properties, "property");
}

/** The quote and the beginning of the string that is open at the end of a text. */
function openString(before: string): { readonly start: number; readonly quote: string } | null {
  const last = readTolerantly(before).at(-1);
  if (last?.kind !== "end" || !/^['"]/.test(last.value) || last.end !== before.length) return null;
  return { start: last.start, quote: last.value[0] };
}

function completeValue(
  text: string,
  offset: number,
  { start, quote }: { readonly start: number; readonly quote: string },
  schema: QuerySchema,
): Completions {
  const before = readTolerantly(text.slice(0, start));
  const property = before.findLast(
    (token, i) => token.kind === "name" && (before[i - 1]?.value === "." || before[i + 1]?.value === ":"),
  );
  const values = property ? (schema.valuesOf?.(property.value) ?? []) : [];
  const to = text[offset] === quote ? offset + 1 : offset;
  const written = (value: string) => quote + value.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`) + quote;
  const options = values.map((label) => ({ label, insert: written(label), kind: "value" }) as const);
  return { from: start, to, options: matching(options, text.slice(start + 1, offset)) };
}
