/**
 * Words that are about nothing in particular: function words, numbers in words, words of reporting and of time, and what newspapers
 * say of everything.
 */
const EMPTY_WORDS = new Set(
  `a about above according across after again against ago all almost alone along already also although always am amid among an and
  another any anybody anyone anything anywhere are aren't around as ask asked asking at away back be became because become been before
  behind being believe believes below between big both but by call called came can can't cannot certain clear clearly come comes coming
  could couldn't day days despite did didn't do does doesn't doing don't done down during each earlier early eight either else enough
  even ever every everybody everyone everything everywhere expect expected far few find first five for former found four friday from
  full further gave get gets getting give given gives giving go goes going gone good got great had hadn't half has hasn't have haven't
  having he he's her here here's hers herself him himself his hope how however hundred i i'd i'll i'm i've if important in indeed inside
  instead into is isn't it it's its itself just keep kept knew know known last late later latter least left less let let's like likely
  little long look looking lot made main make makes making many may maybe me mean means meanwhile might million billion mine moment
  monday month months more morning most mr mrs ms much must my myself near nearly need needed needs neither never new next nine no
  nobody none nor not nothing now nowhere number of off often on once one ones only onto or other others otherwise our ours ourselves
  out outside over own part past per perhaps place plan planned point possible put quite rather real really reason recent recently right
  said same saturday saw say saying says second see seek seen sent set seven several shall she she's should shouldn't show side simply
  since six so some somebody someone something sometimes somewhere soon spokesman spokeswoman spokesperson still such sunday sure take
  taken takes taking talk tell ten than thank that that's the their theirs them themselves then there there's therefore these they
  they'd they'll they're they've thing things think third this those though thought thousand three through throughout thursday thus time
  times to today together told tomorrow tonight too took toward towards tuesday turn two under unless until up upon us use used using
  usually very want wanted wants was wasn't way ways we we'd we'll we're we've wednesday week weeks well went were weren't what what's
  whatever when where whether which while who who's whole whom whose why will with within without won't word words work worked working
  would wouldn't year years yes yesterday yet you you'd you'll you're you've your yours yourself zero`.split(/\s+/),
);

const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;

/** A run of one or two words as it stands, and the form it shares with its plural. */
export interface Term {
  readonly form: string;
  readonly shown: string;
}

/** The words of a text that mean something, and the pairs of neighbours among them, in order. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  let before: { term: Term; end: number } | null = null;
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replaceAll("’", "'").replace(/'s$/i, "");
    const lower = word.toLowerCase();
    if (lower.length < 3 || !/\p{L}/u.test(lower) || EMPTY_WORDS.has(lower)) {
      before = null;
      continue;
    }
    const term = { form: singular(lower), shown: word };
    terms.push(term);
    // Only a space may stand between the two: no comma, no full stop.
    if (before !== null && text.slice(before.end, match.index).trim() === "")
      terms.push({ form: `${before.term.form} ${term.form}`, shown: `${before.term.shown} ${word}` });
    before = { term, end: match.index + match[0].length };
  }
  return terms;
}

/** Takes the plural off a word: the S stemmer (Harman 1991, "How effective is suffixing?"). */
export function singular(word: string): string {
  if (/ies$/.test(word) && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/es$/.test(word) && !/[aeo]es$/.test(word)) return word.slice(0, -1);
  if (/s$/.test(word) && !/(?:u|s)s$/.test(word)) return word.slice(0, -1);
  return word;
}
