/** Steps from the top of a JSON text to one of its values: names of members and numbers of items. */
export type JsonPath = readonly (string | number)[];

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Walks a JSON text by its grammar (RFC 8259) and stops at the first offence. Only for saying where something is wrong. */
class Scanner {
  readonly #text: string;
  readonly #visit: (path: JsonPath, offset: number) => void;
  readonly #path: (string | number)[] = [];
  at = 0;

  constructor(text: string, visit: (path: JsonPath, offset: number) => void) {
    this.#text = text;
    this.#visit = visit;
  }

  /** Whether all of the text is one JSON value; if not, `at` is where it ceases to be. */
  scan(): boolean {
    if (this.#text.charCodeAt(0) === 0xfeff) this.at = 1;
    return this.#value() && this.#skip(SPACE) && this.at === this.#text.length;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.#text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  #take(character: string): boolean {
    this.#skip(SPACE);
    if (this.#text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  #value(): boolean {
    this.#skip(SPACE);
    this.#visit(this.#path, this.at);
    if (this.#path.length > 500) return false;
    if (this.#take("{")) return this.#take("}") || this.#members();
    if (this.#take("[")) return this.#take("]") || this.#items();
    return this.#skip(STRING) || this.#skip(OTHER);
  }

  #members(): boolean {
    do {
      this.#skip(SPACE);
      const start = this.at;
      if (!this.#skip(STRING)) return false;
      this.#path.push(JSON.parse(this.#text.slice(start, this.at)) as string);
      if (!this.#take(":") || !this.#value()) return false;
      this.#path.pop();
    } while (this.#take(","));
    return this.#take("}");
  }

  #items(): boolean {
    let index = 0;
    do {
      this.#path.push(index++);
      if (!this.#value()) return false;
      this.#path.pop();
    } while (this.#take(","));
    return this.#take("]");
  }
}

/** Where a text ceases to be JSON, null where it is. */
export function findJsonError(text: string): number | null {
  const scanner = new Scanner(text, () => {});
  return scanner.scan() ? null : scanner.at;
}

/** Where the value at a path begins; where the path leads nowhere, the value that is nearest to it. */
export function offsetOfPath(text: string, path: JsonPath): number {
  let best = 0;
  let depth = -1;
  new Scanner(text, (here, offset) => {
    if (here.length <= depth || here.length > path.length || !here.every((step, i) => step === path[i])) return;
    [best, depth] = [offset, here.length];
  }).scan();
  return best;
}

/** Line and column of an offset, both from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < offset; end = text.indexOf("\n", lineStart)) {
    line++;
    lineStart = end + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
