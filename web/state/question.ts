/** What the graph is asked: a phrase with its blanks filled, or a query of one's own with its parameters. */
export interface Question {
  /** The id of a phrase; null for a query of one's own. */
  readonly phrase: string | null;
  /** The query; empty for a phrase. */
  readonly cypher: string;
  /** What is given for `$name`, as it was typed. */
  readonly values: Readonly<Record<string, string>>;
  /** Whether the graph shows what the answer holds. */
  readonly isShown?: boolean;
}

/** Writes a question into an address: `phrase` or `ask`, `$name` for each value, and whether the graph shows its answer. */
export function writeQuestion(parts: URLSearchParams, question: Question | null): void {
  if (question === null) return;
  if (question.phrase !== null) parts.set("phrase", question.phrase);
  else parts.set("ask", question.cypher);
  for (const [name, value] of Object.entries(question.values)) if (value !== "") parts.set(`$${name}`, value);
  if (question.isShown) parts.set("answer", "shown");
}

export function readQuestion(parts: URLSearchParams): Question | null {
  const [phrase, cypher] = [parts.get("phrase"), parts.get("ask")];
  if (phrase === null && cypher === null) return null;
  const values = [...parts].flatMap(([name, value]) => (name.startsWith("$") ? [[name.slice(1), value] as const] : []));
  const question = { phrase, cypher: phrase === null ? (cypher ?? "") : "", values: Object.fromEntries(values) };
  return parts.get("answer") === "shown" ? { ...question, isShown: true } : question;
}

/** Whether two questions ask the same, wherever their answers are shown. */
export function sameQuestion(a: Question | null, b: Question | null): boolean {
  const written = [a, b].map((question) => {
    const parts = new URLSearchParams();
    writeQuestion(parts, question && { ...question, isShown: false });
    parts.sort();
    return parts.toString();
  });
  return written[0] === written[1];
}
