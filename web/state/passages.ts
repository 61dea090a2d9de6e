/** What the list of passages holds. */
export type PassageQuery =
  /** Everything a stakeholder said; everything others said that names it. */
  | { readonly type: "said" | "about"; readonly key: string }
  /** Every article that names a stakeholder, and the statements there that do. */
  | { readonly type: "named"; readonly key: string }
  /** The statements behind an edge of the graph, or behind a tie between stakeholders. */
  | { readonly type: "tie"; readonly key: string }
  /** Every statement with these words; in quotation marks, word for word. */
  | { readonly type: "find"; readonly words: string }
  /** Who is mentioned and never quoted, and where. */
  | { readonly type: "unheard" };

/** Writes a query into an address, `said:person:ines-okafor`. */
export function writePassages(query: PassageQuery): string {
  if (query.type === "unheard") return query.type;
  return `${query.type}:${query.type === "find" ? query.words : query.key}`;
}

/** Reads it back; null for what isn't one. */
export function readPassages(text: string | null): PassageQuery | null {
  if (text === "unheard") return { type: "unheard" };
  const [, type, rest] = /^(said|about|named|tie|find):(.+)$/s.exec(text ?? "") ?? [];
  if (type === undefined || rest.trim() === "") return null;
  return type === "find" ? { type, words: rest } : { type: type as "said" | "about" | "named" | "tie", key: rest };
}
