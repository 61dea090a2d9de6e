import { type ReactNode, useState } from "react";
import { text } from "../text.ts";

interface SectionProps {
  readonly title: string;
  readonly items: readonly { readonly key: string; readonly body: ReactNode }[];
  /** How many are shown before "more". */
  readonly first?: number;
}

/** A titled list of the detail that says how long it is and opens in full; nothing where it is empty. */
export function Section({ title, items, first = 8 }: SectionProps) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, first);
  return (
    <section className="detail-section">
      <h3>
        {title} {items.length > 1 && <span className="count">{items.length}</span>}
      </h3>
      <ul>
        {shown.map(({ key, body }) => (
          <li key={key}>{body}</li>
        ))}
      </ul>
      {shown.length < items.length && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {text.detail.more(items.length - shown.length)}
        </button>
      )}
    </section>
  );
}
