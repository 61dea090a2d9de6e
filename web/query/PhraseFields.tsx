import { useId } from "react";
import type { PhraseParameter } from "../../src/analysis/index.ts";

interface PhraseFieldsProps {
  readonly parameters: readonly PhraseParameter[];
  readonly values: Readonly<Record<string, string>>;
  /** For each blank, what may stand in it, the likeliest first: it is taken where nothing is typed. */
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** The blanks of a question, each with values of the graph to choose from. */
export function PhraseFields({ parameters, values, suggestions, onChange }: PhraseFieldsProps) {
  const id = useId();
  return parameters.map(({ name, description, default: usual }) => (
    <div key={name} className="query-field">
      <label htmlFor={`${id}-${name}`}>
        <b>{name}</b> {description}
      </label>
      <input
        id={`${id}-${name}`}
        list={`${id}-${name}-list`}
        value={values[name] ?? ""}
        placeholder={String(usual ?? suggestions[name]?.[0] ?? "")}
        onChange={({ target }) => onChange({ ...values, [name]: target.value })}
      />
      <datalist id={`${id}-${name}-list`}>
        {suggestions[name]?.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </div>
  ));
}
