import { openPassages } from "../passages/open.ts";
import type { PassageQuery } from "../state/passages.ts";

interface CountProps {
  /** What it counts. */
  readonly query: PassageQuery;
  readonly says: string;
}

/** A number in words that opens what it counts, "named 66 times". */
export function Count({ query, says }: CountProps) {
  return (
    <button type="button" className="count-link" onClick={() => openPassages(query)}>
      {says}
    </button>
  );
}
