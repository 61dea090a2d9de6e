import { useId } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { Question } from "../state/question.ts";
import { text } from "../text.ts";
import { ask, phraseOf, useSession, write } from "./session.ts";

const OWN = "";

/** Which question is asked: a phrase, one's own, or one from before. */
export function QuestionChoice({ graph }: { readonly graph: OnRecordGraph }) {
  const id = useId();
  const { draft, phrases, earlier } = useSession();
  const nameOf = (question: Question) => {
    const phrase = phraseOf(phrases, question);
    if (phrase === null) return question.cypher.replace(/\s+/g, " ").slice(0, 90);
    return phrase.question.replaceAll(/\$(\w+)/g, (_, name: string) => question.values[name] || "…");
  };
  const repeat = (index: number) => void write(graph, earlier[index]).then(() => ask(graph));
  return (
    <div className="query-choice">
      <div>
        <label htmlFor={`${id}-phrase`}>{text.query.phrase}</label>
        <select
          id={`${id}-phrase`}
          value={draft.phrase ?? OWN}
          onChange={({ target: { value } }) =>
            void write(graph, { phrase: value === OWN ? null : value, cypher: "", values: {} })
          }
        >
          <option value={OWN}>{text.query.own}</option>
          {phrases.map(({ id: of, question }) => (
            <option key={of} value={of}>
              {sentence(question.replaceAll(/\$(\w+)/g, "… ($1)"))}
            </option>
          ))}
        </select>
      </div>
      {earlier.length > 0 && (
        <div className="query-earlier">
          <label htmlFor={`${id}-earlier`}>{text.query.earlier}</label>
          <select id={`${id}-earlier`} value="" onChange={({ target }) => repeat(Number(target.value))}>
            <option value="" disabled>
              {earlier.length}
            </option>
            {earlier.map((question, index) => (
              <option key={nameOf(question) + JSON.stringify(question.values)} value={index}>
                {nameOf(question)}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}

const sentence = (question: string) => `${question.slice(0, 1).toUpperCase()}${question.slice(1)}?`;
