/** Types of attribute that are written; a list of each is `list…`. Others of the schema are read as the nearest of these. */
export type ScalarType = "boolean" | "integer" | "long" | "double" | "anyURI" | "string";
export type GexfType = ScalarType | `list${"boolean" | "integer" | "long" | "double" | "string"}`;

const WEB_ADDRESS = /^https?:\/\/[^\s"<>\\^`{|}\u0000-\u0020\u007f-\uffff]+$/;

/** The narrowest type that holds a value that is no list. */
function scalarTypeOf(value: unknown): ScalarType {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") {
    if (value === (value | 0)) return "integer";
    return Number.isSafeInteger(value) ? "long" : "double";
  }
  return typeof value === "string" && WEB_ADDRESS.test(value) ? "anyURI" : "string";
}

const NUMBERS: readonly ScalarType[] = ["integer", "long", "double"];

/** The narrowest type that holds the values of both; `null` is a type that nothing is known of. */
function widen(a: ScalarType | null, b: ScalarType): ScalarType {
  if (a === null || a === b) return b;
  const [x, y] = [NUMBERS.indexOf(a), NUMBERS.indexOf(b)];
  return x >= 0 && y >= 0 ? NUMBERS[Math.max(x, y)] : "string";
}

/** An attribute of nodes or edges as a column: its type is as narrow as the values that were noted allow. */
export class Column {
  readonly name: string;
  #scalar: ScalarType | null = null;
  #item: ScalarType | null = null;
  #isList = false;

  constructor(name: string) {
    this.name = name;
  }

  /** Takes a value into account. */
  note(value: unknown): void {
    if (typeof value === "object" && (Array.isArray(value) || value instanceof Set)) {
      this.#isList = true;
      for (const item of value) if (this.#item !== "string") this.#item = widen(this.#item, scalarTypeOf(item));
    } else if (this.#scalar !== "string") this.#scalar = widen(this.#scalar, scalarTypeOf(value));
  }

  get type(): GexfType {
    if (!this.#isList) return this.#scalar ?? "string";
    const item = this.#scalar === null ? (this.#item ?? "string") : widen(this.#item, this.#scalar);
    return item === "anyURI" ? "liststring" : `list${item}`;
  }
}

/** Whether there is something to write: GEXF has no null. */
export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== "function" && typeof value !== "symbol";
}

function scalarText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A value as text of its column's type, not yet escaped for XML. */
export function valueText(type: GexfType, value: unknown): string {
  if (!type.startsWith("list")) return typeof value === "string" ? value : scalarText(value);
  const items = value instanceof Set || Array.isArray(value) ? [...value] : [value];
  return `[${items.map((item) => (type === "liststring" ? quoteItem(scalarText(item)) : scalarText(item))).join(", ")}]`;
}

/** Quotes an item of a list; Gephi and graphology know these escapes. */
function quoteItem(text: string): string {
  return `"${text.replace(/[\\"\n\r\t]/g, (found) => ESCAPES[found])}"`;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const UNESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** A value of any type of the schema from its text. Lists also in the forms of GEXF 1.1 and 1.2, `a|b` and `a, b`. */
export function parseValue(type: string, text: string): unknown {
  return type.startsWith("list")
    ? splitList(text).map((item) => parseScalar(type.slice(4), item))
    : parseScalar(type, text);
}

function parseScalar(type: string, text: string): unknown {
  switch (type) {
    case "boolean":
      return /^\s*(?:true|1)\s*$/i.test(text);
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
      return Number(text);
    default:
      return text;
  }
}

function splitList(text: string): string[] {
  const trimmed = text.trim();
  if (!(trimmed.startsWith("[") && trimmed.endsWith("]"))) {
    if (trimmed === "") return [];
    return trimmed.split(trimmed.includes("|") ? "|" : ",").map((item) => item.trim());
  }
  return [...splitBracketed(trimmed.slice(1, -1))];
}

/** Items between brackets: quoted with " or ' and backslash escapes, or bare up to a comma. */
function* splitBracketed(text: string): Iterable<string> {
  let i = 0;
  while (i < text.length) {
    while (/[\s,]/.test(text[i] ?? "")) i++;
    if (i >= text.length) return;
    const mark = text[i];
    if (mark !== '"' && mark !== "'") {
      const comma = text.indexOf(",", i);
      const end = comma < 0 ? text.length : comma;
      yield text.slice(i, end).trim();
      i = end;
      continue;
    }
    let item = "";
    for (i++; i < text.length && text[i] !== mark; i++) {
      if (text[i] === "\\" && i + 1 < text.length) {
        i++;
        item += UNESCAPES[text[i]] ?? text[i];
      } else item += text[i];
    }
    i++;
    yield item;
  }
}
