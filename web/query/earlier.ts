import { type Question, sameQuestion } from "../state/question.ts";

const KEY = "onrecord.questions";
const MOST = 30;

/** The questions asked before in this browser, the latest first. */
export function readEarlier(): readonly Question[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isQuestion) : [];
  } catch {
    // No storage, or not ours: there is nothing to remember from.
    return [];
  }
}

/** Puts a question first, and remembers it where the browser lets us. */
export function rememberQuestion(earlier: readonly Question[], question: Question): readonly Question[] {
  const next = [question, ...earlier.filter((other) => !sameQuestion(other, question))].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Storage is full or forbidden: it is remembered for as long as the page is open.
  }
  return next;
}

function isQuestion(value: unknown): value is Question {
  const { phrase, cypher, values } = (value ?? {}) as Partial<Question>;
  return (phrase === null || typeof phrase === "string") && typeof cypher === "string" && typeof values === "object";
}
