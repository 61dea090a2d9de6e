import { useId, useMemo } from "react";
import { SIZES, type SizeBy } from "../state/appearance.ts";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { colorChoices } from "./choices.ts";

/** What colours and sizes say. */
export function AppearanceControls() {
  const graph = useExplorer((state) => state.graph);
  const change = useExplorer((state) => state.change);
  const { appearance } = useView();
  const colors = useMemo(() => (graph === null ? [] : colorChoices(graph)), [graph]);
  const id = useId();
  const { label, color, size, colorBy, sizeBy, sizeWhy } = text.appearance;
  // What an address names stays to be seen, found in this graph or not.
  const known = colors.includes(appearance.color) ? colors : [...colors, appearance.color];
  return (
    <fieldset className="appearance" aria-label={label}>
      <label htmlFor={`${id}-color`}>{color}</label>
      <span className="choice">
        <select
          id={`${id}-color`}
          value={appearance.color}
          onChange={({ target }) => change({ appearance: { ...appearance, color: target.value } })}
        >
          {known.map((name) => (
            <option key={name} value={name}>
              {colorBy(name)}
            </option>
          ))}
        </select>
      </span>
      <label htmlFor={`${id}-size`}>{size}</label>
      <span className="choice">
        <select
          id={`${id}-size`}
          value={appearance.size}
          title={sizeWhy(appearance.size)}
          onChange={({ target }) => change({ appearance: { ...appearance, size: target.value as SizeBy } })}
        >
          {SIZES.map((name) => (
            <option key={name} value={name}>
              {sizeBy(name)}
            </option>
          ))}
        </select>
      </span>
    </fieldset>
  );
}
