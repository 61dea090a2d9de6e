import { CompileProblem } from "./errors.ts";
import { type Token, tokenise } from "./lexer.ts";
import type { VariableReference } from "./syntax.ts";

/** Walks over a query's tokens; can look ahead and go back. */
export class TokenReader {
  readonly text: string;
  readonly #tokens: Token[];
  #at = 0;
  /** Of the readings that failed, the problem of the one that got furthest: it says best what is wrong. */
  farthest: CompileProblem | null = null;

  constructor(text: string) {
    this.text = text;
    this.#tokens = tokenise(text);
  }

  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)];
  }

  next(): Token {
    const token = this.peek();
    if (this.#at < this.#tokens.length - 1) this.#at++;
    return token;
  }

  /** Where the token read last ends. */
  end(): number {
    return this.#at === 0 ? 0 : this.#tokens[this.#at - 1].end;
  }

  /** Tries a reading; goes back to where it began when that fails. */
  attempt<T>(read: () => T): T | null {
    const before = this.#at;
    try {
      return read();
    } catch (problem) {
      if (!(problem instanceof CompileProblem)) throw problem;
      if (!this.farthest || problem.offset > this.farthest.offset) this.farthest = problem;
      this.#at = before;
      return null;
    }
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "symbol" && token.value === symbol;
  }

  isKeyword(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "name" && token.value.length === word.length && token.value.toUpperCase() === word;
  }

  isName(ahead = 0): boolean {
    const { kind } = this.peek(ahead);
    return kind === "name" || kind === "quoted";
  }

  takeSymbol(symbol: string): boolean {
    const found = this.isSymbol(symbol);
    if (found) this.next();
    return found;
  }

  takeKeyword(word: string): boolean {
    const found = this.isKeyword(word);
    if (found) this.next();
    return found;
  }

  needSymbol(symbol: string): Token {
    return this.isSymbol(symbol) ? this.next() : this.unexpected(`"${symbol}"`);
  }

  needKeyword(word: string): Token {
    return this.isKeyword(word) ? this.next() : this.unexpected(word);
  }

  name(): string {
    return this.isName() ? this.next().value : this.unexpected("a name");
  }

  variable(): VariableReference {
    const { start, end } = this.peek();
    return { type: "variable", name: this.name(), start, end };
  }

  unexpected(wanted: string): never {
    const token = this.peek();
    const found = token.kind === "end" ? "the query ends" : `found ${this.text.slice(token.start, token.end)}`;
    throw new CompileProblem("UnexpectedSyntax", `expected ${wanted}, ${found}`, token.start);
  }
}
