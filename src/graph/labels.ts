import type { EdgeKind } from "../model/index.ts";

/** What an edge says, read "source … target". */
export const EDGE_LABEL: Readonly<Record<EdgeKind, string>> = {
  SAID: "said",
  TOLD: "told",
  MENTIONS: "mentions",
  ABOUT: "is about",
  IN_ARTICLE: "stands in",
  APPEARS_IN: "appears in",
  SPEAKS_FOR: "speaks for",
  HOLDS_ROLE: "holds a role in",
  PART_OF: "is part of",
  ISSUED: "issued",
  ECHOES: "echoes",
  MAY_BE: "may be",
  COPY_OF: "is a copy of",
};

const LONGEST_NAME = 40;
const LONGEST_WORDS = 36;

/** A name short enough for a picture, cut between words. */
export function nameLabel(name: string): string {
  return shorten(name, LONGEST_NAME);
}

/** The first words of a statement, in quotation marks where it begins with one. */
export function statementLabel(text: string): string {
  const bare = text.replace(/^(?:[“„«»"”‘'\s]|``)+/u, "").replace(/(?:[”“«»"’',\s]|'')+$/u, "");
  const words = shorten(bare, LONGEST_WORDS);
  return bare.length < text.length && /^(?:[“„«"]|``|'')/.test(text) ? `“${words}”` : words;
}

/** The text on one line, cut after the last whole word within `length` characters; "…" says that there is more. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const space = line.lastIndexOf(" ", length);
  let cut = space > length / 2 ? space : length;
  // No half of a surrogate pair
  if (/[\uD800-\uDBFF]/.test(line[cut - 1])) cut--;
  return `${line.slice(0, cut).replace(/[\s,;:.–—-]+$/u, "")} …`;
}
