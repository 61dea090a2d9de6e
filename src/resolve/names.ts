/**
 * A name as it is compared: compatibility forms, case, diacritics, punctuation and a leading article don't tell two names
 * apart ("The José Martí Institute" and "Jose Marti institute"). Scripts without case or diacritics stay as they are.
 */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/['’‘.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:the|an?) (?=.)/, "");
}

/** The words of a folded name; none for a name of punctuation alone. */
export function wordsOfName(folded: string): string[] {
  return folded === "" ? [] : folded.split(" ");
}

/** An acronym as institutions use it, two to eight capitals, dots and digits allowed: `WHO`, `U.N.`, `G20`. */
export function isAcronym(name: string): boolean {
  const letters = name.replaceAll(".", "");
  return /^\p{Lu}[\p{Lu}\p{N}&-]{1,7}$/u.test(letters);
}

/**
 * Whether the words read as a name rather than as a description: each longer word begins with a capital, a digit or a
 * letter of a script without case. "Liaison Office" does, "the plan" and "a Senate aide" don't.
 */
export function looksLikeName(name: string): boolean {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0 || /^(?:an?|the|this|that|these|those|his|her|its|their|our|my)$/.test(words[0])) return false;
  return words.every((word) => word.length <= 3 || !/^[^\p{L}\p{N}]*\p{Ll}/u.test(word));
}

/**
 * A word as its sound is spelled, roughly: transliterations of one name fall together ("Zelensky", "Zelenskyy"; "Mohammed",
 * "Muhammad"; "Müller", "Mueller"). For proposals alone, for different names fall together as well.
 */
export function spellingOf(word: string): string {
  const sound = word
    .replace(/^(?:al|el)(?=\p{L}{4})/u, "")
    .replace(/([aou])e/g, "$1")
    .replace(/(\p{L})\1/gu, "$1")
    .replace(/ph/g, "f")
    .replace(/tsch|tch|tsh|ch(?![lr])/g, "ç")
    .replace(/s[ck]?h/g, "s")
    .replace(/[cq]k?|[ck]h/g, "k")
    .replace(/[wv]/g, "v")
    .replace(/dj|zh/g, "j")
    .replace(/ou|oo|o/g, "u")
    .replace(/ee|ei|ey|ie|iy|yi|y|i|e/g, "i")
    .replace(/(\p{L})\1/gu, "$1")
    .replace(/(?<=\p{L})h/gu, "");
  // vowels without stress are written either way: "Mohammed", "Hussein"
  return sound.length > 4 ? sound.replace(/(?<=\p{L})[ai]+(?=\p{L})/gu, "a") : sound;
}
