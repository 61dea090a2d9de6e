import type { Article, BlockKind } from "../model/index.ts";

/** What is compared of an article: its text, and where it stands in time. */
export type ComparedArticle = Pick<Article, "id" | "date" | "text" | "blocks">;

/** A few of an article's shingles: enough to find what may be a copy of it without its text. */
export interface ShingleSample {
  readonly id: string;
  readonly date: string | null;
  /** Hashes of the shingles that are sampled, sorted. */
  readonly hashes: Uint32Array;
  /** Least hashes of all shingles under several orders, in bands: near-identical texts agree in at least one. */
  readonly bands: Uint32Array;
}

/** An article whose text stands in another that is older. */
export interface Copy {
  readonly id: string;
  /** The id of the first article that has the text; never a copy itself. */
  readonly of: string;
  /** Share of the copy's shingles that stand in the first, 0…1. */
  readonly containment: number;
}

/** Words in a shingle. */
const SHINGLE = 4;
/** One of so many shingles is sampled, and the few smallest whatever they are. */
const SAMPLED = 16;
const SMALLEST = 6;
/** Share of an article's shingles that must stand in an older one: wire copy has its own headline, and a line cut or put. */
const CONTAINED = 0.85;
/** Share of the sampled shingles that makes it worth looking at the texts. */
const WORTH_LOOKING = 0.4;
/** A text of fewer shingles is a copy only if all of them agree. */
const SHORT = 30;
/** Where more articles share a hash, each is compared with the oldest of them: boilerplate, or a text that went everywhere. */
const CROWD = 4;

/**
 * Bands of least hashes (Broder 1997; locality-sensitive banding after Indyk and Motwani 1998): texts that share nine tenths of
 * their shingles agree in one of them in all but one of ten thousand cases, texts that share a third in one of twelve.
 */
const BANDS = 8;
const ROWS = 4;

/** Blocks that belong to the outlet rather than to the text. */
const NOT_COMPARED: ReadonlySet<BlockKind> = new Set<BlockKind>(["title", "subtitle", "byline", "date", "caption"]);

/** Takes the sample of an article. Linear in its length. */
export function sampleShingles(article: ComparedArticle): ShingleSample {
  const all = [...new Set(shinglesOf(article))].sort((a, b) => a - b);
  const hashes = all.filter((hash, index) => index < SMALLEST || hash % SAMPLED === 0);
  return { id: article.id, date: article.date, hashes: Uint32Array.from(hashes), bands: bandsOf(all) };
}

function bandsOf(hashes: readonly number[]): Uint32Array {
  const bands = new Uint32Array(hashes.length < SHINGLE ? 0 : BANDS);
  for (let band = 0; band < bands.length; band++) {
    let key = band;
    for (let row = 0; row < ROWS; row++) {
      const order = Math.imul(band * ROWS + row + 1, 0x9e3779b1);
      let least = 0xffffffff;
      for (const hash of hashes) {
        const under = mix(hash ^ order);
        if (under < least) least = under;
      }
      key = Math.imul(key ^ least, 0x01000193) >>> 0;
    }
    bands[band] = mix(key);
  }
  return bands;
}

/**
 * Finds near-identical articles: wire copy, reprints, the same page saved twice. The older is the first, of one day the one
 * whose id comes first, whatever the order of `samples`. Candidates share sampled shingles (modular sampling for
 * containment: Broder, "On the resemblance and containment of documents", 1997); each is then verified on all shingles of
 * both texts, which `articleOf` gives again. Time grows with the number of shared shingles, not of pairs.
 */
export async function findCopies(
  samples: readonly ShingleSample[],
  articleOf: (id: string) => ComparedArticle | Promise<ComparedArticle>,
): Promise<Copy[]> {
  const ordered = [...samples].sort((a, b) => compare(a.date ?? "9999", b.date ?? "9999") || compare(a.id, b.id));
  const candidates = findCandidates(ordered);
  const isCopy = new Set<number>();
  const copies: Copy[] = [];
  for (const [later, earlier] of candidates) {
    const open = earlier.filter((index) => !isCopy.has(index));
    if (open.length === 0) continue;
    const shingles = [...new Set(shinglesOf(await articleOf(ordered[later].id)))];
    for (const index of open) {
      const first = new Set(shinglesOf(await articleOf(ordered[index].id)));
      const shared = shingles.filter((hash) => first.has(hash)).length;
      const containment = shingles.length === 0 ? 0 : shared / shingles.length;
      if (containment < (shingles.length < SHORT ? 1 : CONTAINED)) continue;
      isCopy.add(later);
      copies.push({ id: ordered[later].id, of: ordered[index].id, containment });
      break;
    }
  }
  return copies;
}

/** For each article that may be a copy those it may be one of, oldest first; in the order of the articles. */
function findCandidates(ordered: readonly ShingleSample[]): [number, number[]][] {
  const shared = countPairs(ordered, ({ hashes }) => hashes);
  const candidates = new Map<number, Set<number>>();
  const add = (pair: number) => {
    const [later, earlier] = [Math.floor(pair / ordered.length), pair % ordered.length];
    const known = candidates.get(later);
    if (known) known.add(earlier);
    else candidates.set(later, new Set([earlier]));
  };
  for (const [pair, count] of shared) {
    if (count >= WORTH_LOOKING * ordered[Math.floor(pair / ordered.length)].hashes.length) add(pair);
  }
  for (const pair of countPairs(ordered, ({ bands }) => bands).keys()) add(pair);
  return [...candidates]
    .map(([later, earlier]): [number, number[]] => [later, [...earlier].sort((a, b) => a - b)])
    .sort((a, b) => a[0] - b[0]);
}

/** How many hashes the pairs of articles share that share any: each article with the oldest that have the hash. */
function countPairs(
  ordered: readonly ShingleSample[],
  hashesOf: (sample: ShingleSample) => Uint32Array,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const group of sharers(ordered.map(hashesOf))) {
    for (let at = 1; at < group.length; at++) {
      for (let first = 0; first < Math.min(at, CROWD); first++) {
        const pair = group[at] * ordered.length + group[first];
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  return shared;
}

/** The articles that share a hash, in their order, for each that at least two share. */
function* sharers(hashes: readonly Uint32Array[]): Iterable<number[]> {
  // hash and article in one number of 53 bits, so that a typed array sorts them without an object for each
  const width = 2 ** 21;
  if (hashes.length > width) throw new RangeError(`more than ${width} articles can't be compared at once`);
  const places = new Float64Array(hashes.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  hashes.forEach((all, index) => {
    for (const hash of all) places[count++] = hash * width + index;
  });
  places.sort();
  let group: number[] = [];
  let current = -1;
  for (const place of places) {
    const hash = Math.floor(place / width);
    if (hash !== current) {
      if (group.length > 1) yield group;
      [group, current] = [[], hash];
    }
    group.push(place - hash * width);
  }
  if (group.length > 1) yield group;
}

/** The shingles of an article's paragraphs as 32-bit hashes, in reading order: runs of words, whatever their case. */
function* shinglesOf({ text, blocks }: ComparedArticle): Iterable<number> {
  const recent: number[] = [];
  let count = 0;
  for (const { kind, start, end } of blocks) {
    if (NOT_COMPARED.has(kind)) continue;
    for (const [word] of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) {
      recent[count % SHINGLE] = hashWord(word.toLowerCase());
      count++;
      if (count < SHINGLE) continue;
      let hash = 0;
      for (let at = 0; at < SHINGLE; at++) hash = Math.imul(hash ^ recent[(count + at) % SHINGLE], 0x9e3779b1) + at;
      yield mix(hash);
    }
  }
}

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo). */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Spreads a hash over 32 bits (the finaliser of MurmurHash3, Appleby). */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
