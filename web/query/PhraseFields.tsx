import type { PhraseParameter } from "../../src/analysis/index.ts";
import { ValueField } from "./ValueField.tsx";

interface PhraseFieldsProps {
  readonly parameters: readonly PhraseParameter[];
  readonly values: Readonly<Record<string, string>>;
  /** For each blank, what may stand in it, the likeliest first. */
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** The blanks of a question, each with values of the graph to choose from. */
export function PhraseFields({ parameters, values, suggestions, onChange }: PhraseFieldsProps) {
  if (parameters.length === 0) return null;
  return (
    <div className="query-fields">
      {parameters.map((parameter) => (
        <ValueField
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? ""}
          suggestions={suggestions[parameter.name] ?? []}
          onChange={(value) => onChange({ ...values, [parameter.name]: value })}
        />
      ))}
    </div>
  );
}
