import { runtimeError } from "./errors.ts";
import { Automaton } from "./regular-matcher.ts";
import type { Value } from "./values.ts";

type Test = (text: string) => boolean;

const LONGEST = 1000;

/** The test behind `=~`; remembers the pattern it saw last. */
export function compileRegularExpression(): (text: Value, pattern: Value) => boolean | null {
  let last: string | null = null;
  let test: Test = () => false;
  return (text, pattern) => {
    if (typeof text !== "string" || typeof pattern !== "string") return null;
    if (pattern !== last) {
      test = testFor(pattern);
      last = pattern;
    }
    return test(text);
  };
}

const invalid = (message: string) => runtimeError("ArgumentError", "InvalidRegularExpression", message);

function testFor(pattern: string): Test {
  if (pattern.length > LONGEST) throw invalid(`a pattern has at most ${LONGEST} characters`);
  const [, letters = "", body] = /^(?:\(\?([imsu]+)\))?([\s\S]*)$/.exec(pattern)!;
  const flags = [...new Set(letters)].join("").replace("u", "");
  // patterns from elsewhere escape more than Unicode mode allows
  const expression = tryPattern(body, `${flags}u`) ?? tryPattern(body, flags);
  if (!expression) throw invalid(`${pattern} is no regular expression`);
  if (isHarmless(body)) return (text) => expression.test(text);
  const automaton = new Automaton(body, expression.flags);
  return (text) => automaton.matches(text);
}

/**
 * Whether backtracking cannot take exponential time: no group that repeats, and few repetitions side by side. Everything
 * else is run by the matcher that takes linear time.
 */
function isHarmless(body: string): boolean {
  const plain = body.replace(/\\[\s\S]/gu, "a").replace(/\[(?:[^\]])*\]/g, "a");
  const repetitions = plain.match(/[*+}]/g)?.length ?? 0;
  return !/\)[*+?{]/.test(plain) && repetitions <= 2;
}

function tryPattern(body: string, flags: string): RegExp | null {
  try {
    return new RegExp(`^(?:${body})$`, flags);
  } catch {
    return null;
  }
}
