import { type AntecedentChooser, Coreference } from "../../extract/coreference.ts";
import { reportingFrame } from "../../extract/lexicon/reporting-verbs.ts";
import { findMentions, type MentionCandidate } from "../../extract/mentions.ts";
import type { NameRecogniser } from "../../extract/models.ts";
import { NameIndex } from "../../extract/name-index.ts";
import { Prose } from "../../extract/prose.ts";
import { findQuotations } from "../../extract/quotations.ts";
import { SourceReader } from "../../extract/sources.ts";
import { analyse, type LanguageModel } from "../../language/index.ts";
import { type Article, compareSpans, type Span } from "../../model/index.ts";
import {
  blocksOfLines,
  type ConlluSentence,
  type ConlluWord,
  readGum,
  readGumTrees,
  readPolnear,
  readSilverChains,
} from "../lib/index.ts";

/** A text with chains of mentions of the same. */
export interface ChainedText {
  readonly id: string;
  readonly text: string;
  readonly gold: boolean;
  readonly chains: readonly (readonly ChainMention[])[];
  /** The words that name the sources of its statements. */
  readonly sources: readonly Span[];
  readonly genre: string;
}

export interface ChainMention extends Span {
  readonly type: string;
  /** Where the head word stands. */
  readonly head: Span;
}

/** GUM's documents (not the news) with gold chains; speakers are those of its attributions and of its trees. */
export function readGoldChains(split: "train" | "dev", includeNonCommercial = false): ChainedText[] {
  const trees = new Map(readGumTrees(split, includeNonCommercial).map((document) => [document.id, document]));
  return readGum(split, includeNonCommercial).map(({ id, article, text, chains, quotes, genre }) => ({
    id,
    text,
    gold: true,
    chains: (chains ?? []).map(({ mentions }) => mentions.map(chainMention)),
    sources: distinctSpans([
      ...quotes.flatMap(({ speakerSpans }) => speakerSpans.map(([start, end]) => ({ start, end }))),
      ...speakingSubjects(trees.get(article)?.sentences ?? []),
    ]),
    genre: genre ?? "",
  }));
}

function distinctSpans(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort(compareSpans);
  return sorted.filter((span, i) => i === 0 || compareSpans(sorted[i - 1], span) !== 0);
}

/** Subjects of verbs of speech that report a clause, by the gold trees: "she told us that …", "…, they say". */
function speakingSubjects(sentences: readonly ConlluSentence[]): Span[] {
  return sentences.flatMap(({ words }) =>
    words.flatMap((word, i) => {
      const verb = words[word.head];
      if (word.relation !== "nsubj" || verb === undefined) return [];
      const frame = reportingFrame(verb.lemma);
      if (frame === undefined || !frame.speech || !(frame.thatClause || frame.addressee)) return [];
      const reports = (other: ConlluWord) => other.head === word.head && /^(?:ccomp|parataxis)/.test(other.relation);
      return verb.relation === "parataxis" || words.some(reports) ? [subtreeOf(words, i)] : [];
    }),
  );
}

/** The words from the first to the last that depend on word `top`. */
function subtreeOf(words: readonly ConlluWord[], top: number): Span {
  const isBelow = (i: number) => {
    let at = i;
    while (at !== top && at >= 0) at = words[at].head;
    return at === top;
  };
  const below = words.filter((_, i) => isBelow(i));
  return { start: below[0].start, end: below[below.length - 1].end };
}

/** PolNeAR's articles with the automatic chains and the gold sources. */
export function readSilverTexts(split: "train" | "dev"): ChainedText[] {
  const chains = new Map(readSilverChains(split).map((record) => [record.id, record.chains]));
  return readPolnear(split)
    .filter(({ article }) => chains.has(article))
    .map(({ article, text, quotes }) => ({
      id: article,
      text,
      gold: false,
      chains: chains.get(article)!.map(({ mentions }) => mentions.map(chainMention)),
      sources: quotes.flatMap(({ speakerSpans }) => speakerSpans.map(([start, end]) => ({ start, end }))),
      genre: "news",
    }));
}

/** Of so many texts with automatic chains the ranker learns from one: all of them make it no better. */
const SILVER_STEP = 3;

/** The texts with automatic chains that the ranker learns from. */
export function readLearntSilverTexts(): ChainedText[] {
  return readSilverTexts("train").filter((_, i) => i % SILVER_STEP === 0);
}

function chainMention({ start, end, type, head }: Span & { type: string; head: unknown }): ChainMention {
  const [from, to] = Array.isArray(head) ? (head as [number, number]) : [start, end];
  return { start, end, type, head: { start: from, end: to } };
}

/** What finds mentions in training and measuring: the same steps as `readArticle`. */
export interface Readers {
  readonly language: LanguageModel;
  readonly names: NameRecogniser;
}

/** A text as the reader sees it when it comes to pronouns. */
export class Scene {
  readonly source: ChainedText;
  readonly prose: Prose;
  readonly mentions: readonly MentionCandidate[];
  readonly #byHead = new Map<number, (Span & { chain: number })[]>();

  constructor(source: ChainedText, readers: Readers) {
    const { text } = source;
    const article: Article = {
      id: source.id,
      title: "",
      date: null,
      outlet: null,
      author: null,
      url: null,
      language: "en",
      text,
      blocks: blocksOfLines(text),
      sha256: "",
      warnings: [],
    };
    this.source = source;
    this.prose = new Prose(article, analyse(article, readers.language), findQuotations(text, article.blocks));
    const index = new NameIndex(this.prose, readers.names.findNames(this.prose, article).names);
    const sources = new SourceReader(this.prose, findMentions(this.prose, index), index);
    for (const span of source.sources) sources.mentionOf(span);
    this.mentions = sources.allMentions();
    source.chains.forEach((mentions, chain) => {
      for (const { start, end, head } of mentions) {
        const known = this.#byHead.get(head.start) ?? [];
        known.push({ chain, start, end });
        this.#byHead.set(head.start, known);
      }
    });
  }

  /** Resolves the mentions. */
  resolve(chooser: AntecedentChooser | null): Coreference {
    return new Coreference(this.prose, this.mentions, this.source.sources, chooser);
  }

  /** The gold chain of a mention: that of the gold mention most like it whose head is among its words; -1 for none. */
  chainOf(mention: MentionCandidate): number {
    const { start } = this.prose.words;
    let best = -1;
    let bestLikeness = 0;
    for (let word = mention.first; word < mention.last; word++) {
      for (const gold of this.#byHead.get(start[word]) ?? []) {
        const shared = Math.min(gold.end, mention.end) - Math.max(gold.start, mention.start);
        const likeness = shared / (Math.max(gold.end, mention.end) - Math.min(gold.start, mention.start));
        if (likeness > bestLikeness) {
          best = gold.chain;
          bestLikeness = likeness;
        }
      }
    }
    return best;
  }
}
