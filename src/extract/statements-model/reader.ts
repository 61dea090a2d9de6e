import { compareSpans, type Span } from "../../model/index.ts";
import type { StatementReader } from "../models.ts";
import type { Prose } from "../prose.ts";
import type { StatementCandidate } from "../statement-candidate.ts";
import { proposeStatements as proposeByRules } from "../statements.ts";
import { STATEMENTS_VERSION, type StatementsModel } from "./model.ts";
import { proposeStatements } from "./propose.ts";

/** The trained reader together with the rules: their statements compete, and quotations that float are left to the rules. */
export function statementReader(model: StatementsModel): StatementReader {
  return {
    name: `statements-${STATEMENTS_VERSION}`,
    proposeStatements(prose) {
      const rules = proposeByRules(prose);
      return withFloating(prose, proposeStatements(prose.words, prose.quotations, rules, model), rules);
    },
  };
}

/** Adds the quotations that stand alone where no statement has taken their words. */
export function withFloating(
  prose: Prose,
  statements: readonly StatementCandidate[],
  rules: readonly StatementCandidate[],
): StatementCandidate[] {
  const taken = new Uint8Array(prose.count);
  for (const { content } of statements)
    for (const { start, end } of content)
      for (let word = prose.wordAt(start); word < prose.count && prose.words.start[word] < end; word++) taken[word] = 1;
  const isFree = ({ start, end }: Span) => {
    for (let word = prose.wordAt(start); word < prose.count && prose.words.start[word] < end; word++)
      if (taken[word] === 1) return false;
    return true;
  };
  const free = rules.filter(({ floating, content }) => floating && content.every(isFree));
  return [...statements, ...free].sort((a, b) => compareSpans(a.content[0], b.content[0]));
}
