import type { StatementNodeAttributes } from "../../src/model/index.ts";
import { articleIdOf, useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

interface WhyProps {
  /** The statement's key. */
  readonly id: string;
  readonly statement: StatementNodeAttributes;
}

/** Why words were given to who said them: the reason, the cue, how sure and by which rule, what else it could have been, the day. */
export function Why({ id, statement }: WhyProps) {
  const { cue, why, rule, confidence, runnerUp, saidOnReason, floating, speech } = statement;
  const reading = useExplorer((state) => state.readings.get(articleIdOf(statement.article)));
  // How likely the other reading was stands in the article's own reading, where that is here.
  const other = reading?.statements.find((one) => one.id === id)?.why.runnerUp;
  return (
    <dl className="why">
      <div>
        <dt>{text.detail.why}</dt>
        <dd>
          {why}
          {floating && ` ${text.detail.floating}`}
          {!speech && ` ${text.detail.thought}`}
        </dd>
      </div>
      {cue !== undefined && (
        <div>
          <dt>{text.detail.cue}</dt>
          <dd>
            <q>{cue}</q>
          </dd>
        </div>
      )}
      <div>
        <dt>{text.detail.howSure}</dt>
        <dd className="why-sure">
          <meter min={0} max={1} value={confidence} aria-label={text.detail.howSure} />
          {text.detail.sure(confidence)}
          {rule !== "" && (
            <span>
              {text.detail.rule} <code>{rule}</code>
            </span>
          )}
        </dd>
      </div>
      {runnerUp !== undefined && (
        <div>
          <dt>{text.detail.otherwise}</dt>
          <dd>
            {runnerUp}
            {other != null && ` (${text.detail.sure(other.confidence)})`}
          </dd>
        </div>
      )}
      {saidOnReason !== undefined && (
        <div>
          <dt>{text.detail.when}</dt>
          <dd>{saidOnReason}</dd>
        </div>
      )}
    </dl>
  );
}
