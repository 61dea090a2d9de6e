import { type Reading, type Statement, wordsOf } from "../model/index.ts";
import { isStyled, terminalWidth } from "./output.ts";
import { whyText } from "./read-json.ts";
import { wrapText } from "./text-layout.ts";

/** A reading as a list for people: who, when, the words, what they rest on and why. */
export function listReading(reading: Reading): string {
  const { article, statements } = reading;
  const bold = (text: string) => (isStyled() ? `\x1b[1m${text}\x1b[22m` : text);
  const head = [article.date, article.outlet].filter((part) => part !== null).join(" · ");
  const count = `${statements.length} statement${statements.length === 1 ? "" : "s"}`;
  const lines = [bold(article.title), [head, count].filter((part) => part !== "").join(" · ")];
  for (const statement of statements) lines.push("", ...listStatement(reading, statement, bold));
  return `${lines.join("\n")}\n`;
}

function listStatement({ article, entities }: Reading, statement: Statement, bold: (text: string) => string): string[] {
  const { kind, content, cue, source, speaker, saidOn, confidence, floating } = statement;
  const width = Math.max(40, Math.min(terminalWidth(), 100));
  const name = entities.find(({ id }) => id === speaker)?.name ?? "(who says it isn't known)";
  const facts = [kind, saidOn?.date, `${Math.round(confidence * 100)} % sure`].filter((fact) => fact !== undefined);
  const rests = [
    ...(source.length > 0 ? [`source "${oneLine(wordsOf(article.text, source))}"`] : []),
    ...(cue.length > 0 ? [`cue "${oneLine(wordsOf(article.text, cue))}"`] : []),
    ...(floating ? ["no source of its own"] : []),
    `at ${content.map(({ start, end }) => `${start}–${end}`).join(", ")}`,
  ];
  return [
    `${bold(name)} · ${facts.join(" · ")}`,
    ...wrapText(oneLine(wordsOf(article.text, content)), width, "    "),
    ...wrapText(rests.join(" · "), width, "  - "),
    ...wrapText(whyText(statement.why), width, "  - "),
  ];
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
