import { isoDay, parseDay } from "./calendar.ts";

/** What the name of a file tells about the article in it. */
export interface FileNameMetadata {
  /** ISO 8601 day. */
  readonly date: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
}

/** Outlets and agencies that a name of words alone doesn't show to be one. */
const OUTLETS =
  `ABC|ABC News|AFP|Agence France-Presse|Al Jazeera|ANSA|AP|Associated Press|Axios|BBC|BBC News|Bloomberg|Breitbart|
BuzzFeed|Caixin|China Daily|CBC|CBS|CBS News|CNA|CNBC|CNN|Der Spiegel|Deutsche Welle|dpa|DW|Euronews|FAZ|Forbes|Fox News|France 24|FT|HuffPost|
Il Sole 24 Ore|ITV|Kyodo|La Repubblica|Le Figaro|Le Monde|Mother Jones|MSNBC|NBC|NBC News|Newsweek|NPR|NYT|NZZ|El País|PBS|Politico|
ProPublica|Reuters|RT|SCMP|Sky News|Spiegel|Süddeutsche Zeitung|TASS|The Atlantic|The Conversation|The Economist|The Hill|The Hindu|
The Intercept|The Verge|Time|UPI|USA Today|Vice|VOA|Voice of America|Vox|WaPo|WSJ|Xinhua|Yonhap|ZDF`.split(/\|\s*/);

/** What newspapers are called, so that "Harbour Times" is seen to be one. */
const NEWSPAPER =
  /^(?:The\s)?(?:\p{Lu}[\p{L}.&'’-]*\s){0,3}?(?:Advertiser|Bulletin|Chronicle|Courier|Dispatch|Echo|Examiner|Express|Gazette|Globe|Guardian|Herald|Independent|Inquirer|Journal|Ledger|Mail|Mirror|Monitor|Morning Post|News|Observer|Post|Record|Register|Review|Sentinel|Standard|Star|Sun|Telegraph|Times|Tribune|Weekly)(?:\sof\s\p{Lu}\p{L}+)?(?=\s|$)/u;

/** What scanners, cameras, browsers and people who were in a hurry call files. */
const MEANINGLESS =
  /^(?:untitled|document|doc|article|articles|text|scan|img|image|page|file|download|new|copy|export|final|draft|news|part|index|print|story|data)?[\s\d().-]*$/i;

/**
 * Reads the name of a file as people name saved articles: `2021-09-07 outlet title.txt`, `20210907_outlet_title.html`,
 * `Outlet - Title - 7 Sept 2021.pdf`. An outlet without a separator of its own is taken only where it is a known one or
 * sounds like a newspaper; a title has at least two words. Folders don't count.
 */
export function readFileName(name: string): FileNameMetadata {
  const base = (name.split(/[/\\]/).pop() ?? "").replace(/\.[A-Za-z]\w{0,7}$/, "").normalize("NFC");
  const { date, rest } = takeDay(base);
  const parts = rest
    .split(/\s+[-–—|]+\s+|_{2,}|--+/)
    .flatMap((part) => (/\s/.test(part) ? [part] : part.split("_")))
    .map((part) => tidy(part))
    .filter((part) => part !== "");
  if (parts.length === 0) return { date, outlet: null, title: null };
  const [outlet, words] = parts.length === 1 ? outletOfWords(parts[0]) : outletOfParts(parts, date !== null);
  return { date, outlet, title: isTitle(words) ? words : null };
}

/** Cuts the day out of a name. */
function takeDay(base: string): { date: string | null; rest: string } {
  const compact = /(?<!\d)((?:19|20)\d\d)[_ ]?(\d\d)[_ ]?(\d\d)(?!\d)/.exec(base);
  const day = compact && isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (compact && day) return { date: day, rest: cut(base, compact.index, compact[0].length) };
  // the words of a long date, wherever they stand
  for (const match of base.matchAll(
    /\d{4}[-./]\d{1,2}[-./]\d{1,2}|\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \p{L}{3,9}\.?,? \d{4}/gu,
  )) {
    const date = parseDay(match[0]);
    if (date !== null) return { date, rest: cut(base, match.index, match[0].length) };
  }
  return { date: parseDay(base), rest: base };
}

/** Leaves a separator where the day stood between two parts. */
function cut(base: string, start: number, length: number): string {
  const before = base.slice(0, start).replace(/[\s_–—|,(-]+$/, "");
  const after = base.slice(start + length).replace(/^[\s_–—|,)-]+/, "");
  return before !== "" && after !== "" ? `${before} - ${after}` : before + after;
}

/** Hyphens and underscores stand for spaces where a part has none. */
function tidy(part: string): string {
  const spaced = /\s/.test(part) ? part : part.replace(/[-_+]+/g, " ");
  return spaced.replace(/\s+/g, " ").trim();
}

function outletOfParts(parts: readonly string[], dated: boolean): [string | null, string] {
  const known = parts.findIndex((part) => isOutlet(part));
  // by the pattern "date outlet title" the first of several parts is the outlet, unless it is as long as a headline
  const index = known >= 0 ? known : dated && parts[0].split(" ").length <= 4 ? 0 : -1;
  if (index < 0) return [null, parts.join(" – ")];
  return [parts[index], parts.filter((_, other) => other !== index).join(" – ")];
}

function outletOfWords(words: string): [string | null, string] {
  const lower = words.toLowerCase();
  let best = "";
  for (const outlet of OUTLETS) {
    if (outlet.length > best.length && `${lower} `.startsWith(`${outlet.toLowerCase()} `)) best = outlet;
  }
  const found = best !== "" ? words.slice(0, best.length) : (NEWSPAPER.exec(words)?.[0] ?? "");
  const title = words.slice(found.length).trim();
  if (found === "") return [null, words];
  return [best || found, title];
}

function isOutlet(part: string): boolean {
  const lower = part.toLowerCase();
  return OUTLETS.some((outlet) => outlet.toLowerCase() === lower) || NEWSPAPER.exec(part)?.[0] === part;
}

function isTitle(words: string): boolean {
  return !MEANINGLESS.test(words) && /\p{L}{2,}.*\s.*\p{L}{2,}/u.test(words);
}
