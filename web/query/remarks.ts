/** What to underline for a mistake at a place: the word there, or one character; at the end of a text, its last one. */
export function spanAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const [word = ""] = /^(?:[\p{L}\p{N}_$]+|\S)/u.exec(text.slice(offset)) ?? [];
  if (word !== "") return { start: offset, end: offset + word.length };
  const start = Math.max(0, text.slice(0, offset).trimEnd().length - 1);
  return { start, end: Math.min(text.length, start + 1) };
}

/** A query as one that is planned and not run, and by how much its text has moved. */
export function explained(text: string): { readonly query: string; readonly shift: number } {
  // PROFILE and EXPLAIN are of one length: nothing moves.
  const asked = /^(\s*)(?:PROFILE|EXPLAIN)\b/i;
  if (asked.test(text)) return { query: text.replace(asked, "$1EXPLAIN"), shift: 0 };
  const before = "EXPLAIN ";
  return { query: before + text, shift: before.length };
}
