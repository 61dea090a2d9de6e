/** A quotation of more words than this is no title of a song, a book or a film. */
const LONGEST_TITLE = 7;

/**
 * Whether words in quotation marks look like the title of a work: a few words, of which all that have four letters and more
 * begin with capitals. A comma at the end is the sentence's.
 */
export function isWorkTitle(quoted: string): boolean {
  const words = quoted.replace(/,$/, "").split(/\s+/);
  if (words.length < 2 || words.length > LONGEST_TITLE || !/^\p{Lu}/u.test(words[0])) return false;
  if (/[,.!?…—–-]$/.test(words[words.length - 1])) return false;
  const long = words.filter((word) => /^[\p{L}’'-]{4,}$/u.test(word));
  return long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
}
