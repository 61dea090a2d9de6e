/** The words of a list written with white space between them. */
export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(" ").trim().split(/\s+/));
}

/** Phrases, one per entry, parted by commas. */
export function phraseSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(
    lists
      .join(",")
      .split(",")
      .map((phrase) => phrase.trim().replace(/\s+/g, " "))
      .filter((phrase) => phrase !== ""),
  );
}
