import { CompileProblem, refuse } from "./errors.ts";
import { type Token, tokenise } from "./lexer.ts";
import type { Part, VariableReference } from "./syntax.ts";

const DEEPEST = 150;

/** Walks over a query's tokens; can look ahead and go back. */
export class TokenReader {
  readonly text: string;
  readonly #tokens: Token[];
  #at = 0;
  #depth = 0;
  /** Whether a `|` after a label test belongs to the labels; in a comprehension it ends the condition instead. */
  bar = true;
  /** Of the readings that failed, the problem of the one that got furthest: it says best what is wrong. */
  farthest: CompileProblem | null = null;

  constructor(text: string) {
    this.text = text;
    this.#tokens = tokenise(text);
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? this.#tokens.at(-1);
  }

  next(): Token {
    const token = this.peek();
    this.#at++;
    return token;
  }

  /** The symbol or the keyword (in capitals) at hand; empty for every other token. */
  word(ahead = 0): string {
    const { kind, value } = this.peek(ahead);
    return kind === "name" ? value.toUpperCase() : kind === "symbol" ? value : "";
  }

  is(word: string, ahead = 0): boolean {
    return this.word(ahead) === word;
  }

  isName(ahead = 0): boolean {
    const { kind } = this.peek(ahead);
    return kind === "name" || kind === "quoted";
  }

  /** Reads a symbol or keyword if it is the next one. */
  take(word: string): boolean {
    const found = this.is(word);
    if (found) this.next();
    return found;
  }

  need(word: string): Token {
    return this.is(word) ? this.next() : this.unexpected(/\w/.test(word) ? word : `"${word}"`);
  }

  name(): string {
    return this.isName() ? this.next().value : this.unexpected("a name");
  }

  /** Names with dots between them. */
  dottedName(): string {
    let name = this.name();
    while (this.take(".")) name += `.${this.name()}`;
    return name;
  }

  variable(): VariableReference {
    const { start } = this.peek();
    return this.part(start, { type: "variable", name: this.name() });
  }

  /** One or more of something, with commas between them. */
  list<T>(read: (reader: TokenReader) => T): T[] {
    const items = [read(this)];
    while (this.take(",")) items.push(read(this));
    return items;
  }

  /** None or more of something up to a closing symbol, with commas between them. */
  listUntil<T>(close: string, read: (reader: TokenReader) => T): T[] {
    const items = this.is(close) ? [] : this.list(read);
    this.need(close);
    return items;
  }

  /** A part of the tree that begins at `start` and ends with the token read last. */
  part<const T extends object>(start: number, fields: T): T & Part {
    return { ...fields, start, end: this.#tokens[this.#at - 1]?.end ?? 0 };
  }

  /** Reads something that may contain its like; refuses what the stack could not hold. */
  nested<T>(read: () => T, bar = this.bar): T {
    if (this.#depth > DEEPEST) refuse("ExpressionTooDeep", "the expression is nested too deeply", this.peek());
    const outside = this.bar;
    this.#depth++;
    this.bar = bar;
    const result = read();
    this.#depth--;
    this.bar = outside;
    return result;
  }

  /** Tries a reading; goes back to where it began when that fails. */
  attempt<T>(read: () => T): T | null {
    const [at, depth, bar] = [this.#at, this.#depth, this.bar];
    try {
      return read();
    } catch (problem) {
      if (!(problem instanceof CompileProblem)) throw problem;
      if (!this.farthest || problem.offset > this.farthest.offset) this.farthest = problem;
      [this.#at, this.#depth, this.bar] = [at, depth, bar];
      return null;
    }
  }

  unexpected(wanted: string): never {
    const token = this.peek();
    const found = token.kind === "end" ? "the query ends" : `found ${this.text.slice(token.start, token.end)}`;
    return refuse("UnexpectedSyntax", `expected ${wanted}, ${found}`, token);
  }
}
