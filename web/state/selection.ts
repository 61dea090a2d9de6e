/** A place in an article: offsets into its text. */
export interface Place {
  /** The article's id, without `article:`. */
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** The one thing that is selected, shown in graph, text, table and detail at once. */
export interface Selection {
  readonly type: "node" | "edge";
  /** Its key in the graph. */
  readonly key: string;
  /** The words it was selected by, where those are not the first that show it. */
  readonly at?: Place;
}

export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.type === b.type &&
    a.key === b.key &&
    a.at?.article === b.at?.article &&
    a.at?.start === b.at?.start &&
    a.at?.end === b.at?.end
  );
}
