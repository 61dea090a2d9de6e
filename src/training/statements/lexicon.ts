import { CUE } from "../../extract/statements-model/chain.ts";
import {
  ADJECTIVE,
  COARSE,
  type CueLexicon,
  LEXICON_SIZE,
  lexiconRowOf,
  NOUN,
  VERB,
} from "../../extract/statements-model/lexicon.ts";
import type { Words } from "../../model/index.ts";
import { type AttributedArticle, cueOwners, readWordNet } from "./corpus.ts";

/** What was counted of each row of the lexicon. */
interface Counts {
  readonly seen: Float64Array;
  readonly cue: Float64Array;
  /** As a cue of content with quotation marks. */
  readonly quoted: Float64Array;
}

/**
 * Learns the cue lexicon. `without(article)` gives it as it would be had the article not been seen: what features of that
 * article must be made from. Bins, precision and counts are shared between calls: copy what must stay.
 */
export class LexiconLearner {
  private readonly total: Counts = counts();
  private readonly rows = new Map<AttributedArticle, Int32Array>();
  private readonly lexicon: CueLexicon;

  constructor(articles: readonly AttributedArticle[]) {
    for (const article of articles) {
      this.rows.set(article, rowsOf(article.words));
      this.count(article, this.total, 1);
    }
    const sense = senses();
    this.lexicon = {
      bin: new Uint8Array(LEXICON_SIZE),
      precision: new Uint8Array(LEXICON_SIZE),
      seen: new Uint8Array(LEXICON_SIZE),
      sense,
      speech: speechOf(this.total, sense),
    };
    for (let row = 0; row < LEXICON_SIZE; row++) this.update(row);
  }

  /** The lexicon of all articles. */
  all(): CueLexicon {
    return this.lexicon;
  }

  /** Calls `use` with the lexicon of all other articles. */
  without<T>(article: AttributedArticle, use: (lexicon: CueLexicon) => T): T {
    const rows = new Set(this.rows.get(article));
    this.count(article, this.total, -1);
    for (const row of rows) this.update(row);
    const result = use(this.lexicon);
    this.count(article, this.total, 1);
    for (const row of rows) this.update(row);
    return result;
  }

  private count(article: AttributedArticle, into: Counts, sign: number): void {
    const rows = this.rows.get(article)!;
    const owner = cueOwners(article);
    for (let i = 0; i < rows.length; i++) {
      into.seen[rows[i]] += sign;
      if (article.roles[i] !== CUE) continue;
      into.cue[rows[i]] += sign;
      if (article.gold.quotes[owner[i]]?.type !== "indirect") into.quoted[rows[i]] += sign;
    }
  }

  private update(row: number): void {
    const seen = this.total.seen[row];
    const cue = this.total.cue[row];
    this.lexicon.bin[row] = binOf(seen, cue);
    this.lexicon.precision[row] = Math.round((255 * (cue + 0.3)) / (seen + 1.5));
    this.lexicon.seen[row] = Math.min(50, seen);
  }
}

function counts(): Counts {
  return {
    seen: new Float64Array(LEXICON_SIZE),
    cue: new Float64Array(LEXICON_SIZE),
    quoted: new Float64Array(LEXICON_SIZE),
  };
}

function rowsOf({ lemma, tag }: Words): Int32Array {
  return Int32Array.from(lemma, (word, i) => lexiconRowOf(word, COARSE[tag[i]]));
}

/** Upper limits of the bins from 1 on. */
const BIN_LIMITS = [0.01, 0.04, 0.1, 0.22, 0.4, 0.6, 0.8];
const RARE = 3;

function binOf(seen: number, cue: number): number {
  if (seen <= 0) return 0;
  if (seen < RARE) return cue > 0 ? 4 : 1;
  const share = (cue + 0.15) / (seen + 1);
  const bin = BIN_LIMITS.findIndex((limit) => share < limit);
  return bin === -1 ? BIN_LIMITS.length + 1 : bin + 1;
}

/** The lexicographer file of the commonest sense of each lemma (`lexnames(5WN)`), plus one. */
function senses(): Uint8Array {
  const sense = new Uint8Array(LEXICON_SIZE);
  const parts = [
    ["verb", VERB],
    ["noun", NOUN],
    ["adj", ADJECTIVE],
  ] as const;
  for (const [part, coarse] of parts) {
    const fileOf = new Map<string, number>();
    for (const line of readWordNet(part, "data")) {
      const [offset, file] = line.split(" ", 2);
      fileOf.set(offset, Number(file));
    }
    for (const line of readWordNet(part, "index")) {
      const fields = line.trim().split(" ");
      if (fields[0].includes("_")) continue;
      const commonest = fields[fields.length - Number(fields[2])];
      sense[lexiconRowOf(fields[0], coarse)] = 1 + (fileOf.get(commonest) ?? 0);
    }
  }
  return sense;
}

/** So many uses weigh as much as what verbs of the same sense do. */
const PRIOR_WEIGHT = 8;
/** A lemma that goes with quotation marks at least this share as often as all cues together reports speech. */
const FULL_SHARE = 0.8;

/**
 * How likely each lemma reports speech: what is thought, hoped or planned is hardly ever quoted. The share of cues with
 * quoted content, smoothed towards the lemmas of the same WordNet sense, against the share of all cues.
 */
function speechOf({ cue, quoted }: Counts, sense: Uint8Array): Uint8Array {
  const bySense = Array.from({ length: 256 }, () => ({ cue: 1, quoted: 0.2 }));
  let allCues = 1;
  let allQuoted = 0;
  for (let row = 0; row < LEXICON_SIZE; row++) {
    // each lemma counts at most as often as the prior, so that "say" doesn't speak for all
    const weight = cue[row] > 0 ? Math.min(1, PRIOR_WEIGHT / cue[row]) : 0;
    bySense[sense[row]].cue += cue[row] * weight;
    bySense[sense[row]].quoted += quoted[row] * weight;
    allCues += cue[row];
    allQuoted += quoted[row];
  }
  const full = (FULL_SHARE * allQuoted) / allCues;
  return Uint8Array.from(cue, (uses, row) => {
    const prior = bySense[sense[row]];
    const share = (quoted[row] + (PRIOR_WEIGHT * prior.quoted) / prior.cue) / (uses + PRIOR_WEIGHT);
    return Math.round(255 * Math.min(1, share / full));
  });
}
