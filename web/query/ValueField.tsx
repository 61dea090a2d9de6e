import { useState } from "react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import type { PhraseParameter } from "../../src/analysis/index.ts";
import { Icon } from "../shell/Icon.tsx";
import { text } from "../text.ts";

interface ValueFieldProps {
  readonly parameter: PhraseParameter;
  readonly value: string;
  /** What may stand here, the likeliest first: it is taken where nothing is typed. */
  readonly suggestions: readonly string[];
  readonly onChange: (value: string) => void;
}

/** So many values are listed at a time. */
const MOST = 50;

/** A blank of a question: any value may be typed, those of the graph that hold what is typed are listed. */
export function ValueField({ parameter, value, suggestions, onChange }: ValueFieldProps) {
  const { name, description, default: usual } = parameter;
  const [isTyped, setTyped] = useState(false);
  // A field that is opened lists everything; what was chosen before doesn't narrow it.
  const wanted = isTyped ? value.trim().toLowerCase() : "";
  const items = suggestions
    .filter((suggestion) => suggestion.toLowerCase().includes(wanted))
    .slice(0, MOST)
    .map((id) => ({ id }));
  return (
    <ComboBox
      className="query-field"
      items={items}
      inputValue={value}
      menuTrigger={suggestions.length > 0 ? "focus" : "manual"}
      allowsCustomValue
      onInputChange={(typed) => {
        setTyped(true);
        onChange(typed);
      }}
      onOpenChange={(isOpen) => !isOpen && setTyped(false)}
      onSelectionChange={(key) => {
        if (key === null) return;
        setTyped(false);
        onChange(String(key));
      }}
    >
      <Label>
        <b>{name}</b> {description}
      </Label>
      <div className="query-value">
        <Input placeholder={String(usual ?? suggestions[0] ?? "")} />
        {suggestions.length > 0 && (
          <Button className="icon-button" aria-label={text.query.showValues}>
            <Icon name="fold" />
          </Button>
        )}
      </div>
      <Popover className="popover query-values" offset={4}>
        <ListBox className="menu">
          {({ id }: { readonly id: string }) => (
            <ListBoxItem className="menu-item" textValue={id}>
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
