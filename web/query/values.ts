import type { Phrase } from "../../src/analysis/index.ts";
import type { Question } from "../state/question.ts";

/** What is asked in the end: a text and the values of its parameters. */
export interface Asked {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * Completes a question. A phrase's blank that is empty takes its usual value, else the likeliest one; a number where it
 * usually holds one. The parameters of a query of one's own are JSON where they are JSON, else the text itself.
 */
export function askedOf(
  question: Question,
  phrase: Phrase | null,
  suggestions: Readonly<Record<string, readonly string[]>>,
): Asked {
  if (phrase === null) {
    const parameters = Object.entries(question.values).map(([name, value]) => [name, readValue(value)]);
    return { cypher: question.cypher, parameters: Object.fromEntries(parameters) };
  }
  const parameters = phrase.parameters.map(({ name, default: usual }) => {
    const typed = (question.values[name] ?? "").trim();
    if (typed === "") return [name, usual ?? suggestions[name]?.[0] ?? ""];
    return [name, typeof usual === "number" ? readValue(typed) : typed];
  });
  return { cypher: phrase.query, parameters: Object.fromEntries(parameters) };
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
