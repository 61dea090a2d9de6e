import type { Block, Span } from "../../model/index.ts";
import { type ConlluDocument, type ConlluSentence, readDataFile, readGumTrees, readSilver } from "../lib/index.ts";

/** What a name is called in training: MISC is every other kind of name. */
export type NameLabel = "PER" | "ORG" | "LOC" | "MISC";

export interface LabelledName extends Span {
  readonly label: NameLabel;
}

/** A stretch of text with the names in it. */
export interface LabelledDocument {
  readonly corpus: string;
  readonly text: string;
  /** One block per sentence, so that the reader's splitter can't run across the annotators'. */
  readonly blocks: readonly Block[];
  readonly names: readonly LabelledName[];
  /** Whether the annotators marked MISC: where they didn't, an unmarked word may still be a name of another kind. */
  readonly marksOther: boolean;
  /** How much each of its sentences counts in learning. */
  readonly weight: number;
}

type Tagged = { readonly form: string; readonly tag: string };

/** Labels of each set in the four of ours; a label not listed is no name. */
const LABELS: Readonly<Record<string, Readonly<Record<string, NameLabel>>>> = {
  wikigold: { PER: "PER", ORG: "ORG", LOC: "LOC", MISC: "MISC" },
  wnut17: {
    person: "PER",
    location: "LOC",
    corporation: "ORG",
    group: "ORG",
    product: "MISC",
    "creative-work": "MISC",
  },
  btc: { PER: "PER", ORG: "ORG", LOC: "LOC" },
  re3d: { Person: "PER", Organisation: "ORG", Location: "LOC", Nationality: "MISC" },
  uner_ewt: { PER: "PER", ORG: "ORG", LOC: "LOC" },
  crossner_politics: {
    person: "PER",
    politician: "PER",
    organisation: "ORG",
    politicalparty: "ORG",
    country: "LOC",
    location: "LOC",
    event: "MISC",
    election: "MISC",
    misc: "MISC",
  },
};

const NO_SPACE_BEFORE = /^(?:[.,;:!?%)\]}…]|'s|’s|n't|n’t|'ve|'re|'ll|'d|'m|’ve|’re|’ll|’d|’m|'|’|-RRB-|”)$/i;
const NO_SPACE_AFTER = /^(?:[([{$£€@#“]|-LRB-)$/;

/** Words behind a dash rather than inside a compound: "San Rafael - what to see there". */
const AFTER_DASH =
  /^(?:and|are|as|but|can|he|her|his|i|if|is|it|its|my|not|or|our|she|so|that|their|there|these|they|this|those|to|was|we|were|what|when|where|which|who|will|with|you|your)$/i;

/** Sets whose tokens are those of Universal Dependencies, which cuts "al-Ani" into three. */
const CUTS_HYPHENS: ReadonlySet<string> = new Set(["uner_ewt", "re3d"]);

/** Whether the token between two words is a hyphen that touches both; else it is a dash. */
function isHyphen(tokens: readonly Tagged[], i: number, set: string): boolean {
  const before = tokens[i - 1]?.form ?? "";
  const after = tokens[i + 1]?.form ?? "";
  if (tokens[i].form !== "-" || !/\p{L}$/u.test(before) || !/^\p{L}/u.test(after)) return false;
  // "Saskatoon-Rosetown": constituencies
  if (set === "crossner_politics") return isCapital(before) && isCapital(after);
  return CUTS_HYPHENS.has(set) && (!AFTER_DASH.test(after) || tokens[i + 2]?.form === "-");
}

/** Writes tokens as the text they may have come from; `spans[i]` is where token `i` went. */
function writeOut(tokens: readonly Tagged[], offset: number, set: string): { text: string; spans: Span[] } {
  let text = "";
  const spans: Span[] = [];
  let open = false;
  let glue = true;
  tokens.forEach(({ form }, i) => {
    let written = form === "-LRB-" ? "(" : form === "-RRB-" ? ")" : form;
    let before = !glue && !NO_SPACE_BEFORE.test(form);
    glue = NO_SPACE_AFTER.test(form);
    if (/^(?:"|``|'')$/.test(form)) {
      written = open ? "”" : "“";
      if (open) before = false;
      else glue = true;
      open = !open;
    }
    if (isHyphen(tokens, i, set)) {
      before = false;
      glue = true;
    }
    // "Nader", "'", "s"
    if (/^['’]$/.test(form) && tokens[i + 1]?.form === "s") glue = true;
    if (before) text += " ";
    spans.push({ start: offset + text.length, end: offset + text.length + written.length });
    text += written;
  });
  return { text, spans };
}

const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Sheikh|Sheik|Shaikh|President|Senator|Professor|Justice|Judge|Minister|Secretary|General|Sir)\.?$/;

/**
 * Where a name begins by our conventions, which the sets don't share: after articles and titles. Beyond `last` where the
 * words aren't a name at all (re3d marks "their supporters").
 */
function nameStart(tokens: readonly Tagged[], from: number, last: number, label: NameLabel): number {
  let first = from;
  while (first <= last && /^(?:the|a|an)$/.test(tokens[first].form)) first++;
  if (tokens[from].form === "The" && first < last && /Organisation|Location/.test(tokens[from].tag)) first++;
  while (label === "PER" && first < last && TITLE.test(tokens[first].form)) first++;
  const described = /Organisation|Location|Person$/.test(tokens[from].tag);
  if (described && !(isCapital(tokens[first]?.form ?? "") && isCapital(tokens[last].form))) return last + 1;
  return first;
}

/** Joins sentences of tagged tokens into one document, a line each. */
function join(
  sentences: readonly (readonly Tagged[])[],
  corpus: string,
  set: string,
  weight: number,
  measured: boolean,
): LabelledDocument {
  const labels = LABELS[set];
  let text = "";
  const blocks: Block[] = [];
  const names: LabelledName[] = [];
  for (const tokens of sentences) {
    const { text: written, spans } = writeOut(tokens, text.length, set);
    blocks.push({ kind: "paragraph", start: text.length, end: text.length + written.length });
    text += written + "\n";
    for (let i = 0; i < tokens.length; i++) {
      const tag = tokens[i].tag;
      if (!tag.startsWith("B-")) continue;
      let last = i;
      while (tokens[last + 1]?.tag === `I-${tag.slice(2)}`) last++;
      const label = labels[tag.slice(2)];
      if (label === undefined) continue;
      const first = measured ? i : nameStart(tokens, i, last, label);
      if (first <= last) names.push({ start: spans[first].start, end: spans[last].end, label });
    }
  }
  const marksOther = Object.values(labels).includes("MISC");
  return { corpus, text, blocks, names, marksOther, weight };
}

/**
 * A set in two columns as documents. Most sets don't say where a document ends: those are cut every `length` sentences,
 * which keeps neighbours together (1 for tweets).
 */
function readColumns(file: string, set: string, length: number, weight: number, measured = false): LabelledDocument[] {
  const documents: LabelledDocument[] = [];
  let sentences: Tagged[][] = [];
  let tokens: Tagged[] = [];
  const finishSentence = () => {
    if (tokens.length > 0) sentences.push(tokens);
    tokens = [];
  };
  const finishDocument = () => {
    if (sentences.length > 0) documents.push(join(sentences, file, set, weight, measured));
    sentences = [];
  };
  for (const line of readDataFile(`ner/${file}.bio.gz`).split("\n")) {
    const tab = line.indexOf("\t");
    if (tab >= 0) tokens.push({ form: line.slice(0, tab), tag: line.slice(tab + 1).trim() });
    else if (line.startsWith("# doc")) {
      finishSentence();
      finishDocument();
    } else {
      finishSentence();
      if (sentences.length >= length) finishDocument();
    }
  }
  finishSentence();
  finishDocument();
  return documents;
}

/** The corpus of the automatic annotation. */
export const SILVER_CORPUS = "polnear";
const SILVER: Readonly<Record<string, NameLabel>> = {
  PERSON: "PER",
  ORGANIZATION: "ORG",
  LOCATION: "LOC",
  MISC: "MISC",
};

/** The text of a CoNLL-U document written anew from its tokens, and where each token went. */
function rewrite(sentences: readonly ConlluSentence[]): { text: string; blocks: Block[]; at: Map<number, Span> } {
  let text = "";
  const blocks: Block[] = [];
  const at = new Map<number, Span>();
  for (const { words } of sentences) {
    const start = text.length;
    words.forEach((word, i) => {
      if (i > 0 && words[i - 1].end < word.start) text += " ";
      at.set(word.start, { start: text.length, end: text.length + word.form.length });
      text += word.form;
    });
    blocks.push({ kind: "paragraph", start, end: text.length });
    text += "\n";
  }
  return { text, blocks, at };
}

function silverDocument(document: ConlluDocument, weight: number, repaired = false): LabelledDocument {
  const sentences = document.sentences.filter((sentence) => !sentence.spansNewline);
  const { text, blocks, at } = rewrite(sentences);
  const names: LabelledName[] = [];
  for (const { words } of sentences) {
    for (let i = 0; i < words.length; i++) {
      const label = SILVER[words[i].misc["ner"]];
      if (label === undefined) continue;
      let last = i;
      while (last + 1 < words.length && words[last + 1].misc["ner"] === words[i].misc["ner"]) last++;
      names.push({ start: at.get(words[i].start)!.start, end: at.get(words[last].start)!.end, label });
      i = last;
    }
  }
  return {
    corpus: SILVER_CORPUS,
    text,
    blocks,
    names: repaired ? repairPeople(text, names) : names,
    marksOther: true,
    weight,
  };
}

/**
 * Mends what the automatic annotation often misses: a family name alone ("Okafor" after "Maria Okafor"), above all where a
 * sentence begins with it. It becomes a person wherever the article doesn't mostly call the word a place.
 */
function repairPeople(text: string, names: readonly LabelledName[]): LabelledName[] {
  const family = new Set<string>();
  const places = new Map<string, number>();
  for (const { start, end, label } of names) {
    const words = text.slice(start, end).split(" ");
    if (label === "PER" && words.length > 1) family.add(words[words.length - 1]);
    if (words.length === 1)
      places.set(words[0], (places.get(words[0]) ?? 0) + (label === "LOC" ? 1 : label === "PER" ? -1 : 0));
  }
  const taken = new Uint8Array(text.length);
  const kept = names.map((name) => {
    taken.fill(1, name.start, name.end);
    const word = text.slice(name.start, name.end);
    return family.has(word) && (places.get(word) ?? 0) <= 0 ? { ...name, label: "PER" as const } : name;
  });
  for (const { index, 0: word } of text.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}[\p{L}'’-]*(?![\p{L}\p{N}])/gu)) {
    const bare = word.replace(/['’]s?$/, "");
    if (taken[index] === 0 && family.has(bare) && (places.get(bare) ?? 0) <= 0) {
      kept.push({ start: index, end: index + bare.length, label: "PER" });
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

const GUM_LABELS: Readonly<Record<string, NameLabel>> = {
  person: "PER",
  organization: "ORG",
  place: "LOC",
  event: "MISC",
  object: "MISC",
  abstract: "MISC",
};

/** Noun phrases of GUM whose head is a proper noun, cut down to the name within them. */
function gumDocument(document: ConlluDocument, weight: number): LabelledDocument {
  const { text, blocks, at } = rewrite(document.sentences);
  const names: LabelledName[] = [];
  for (const { words } of document.sentences) {
    const taken = new Uint8Array(words.length);
    for (const mention of mentionsOf(words)) {
      const label = GUM_LABELS[mention.type];
      const [first, last] = nameWithin(words, mention);
      if (label === undefined || first < 0) continue;
      if (taken.subarray(first, last + 1).some((cell) => cell === 1)) continue;
      taken.fill(1, first, last + 1);
      names.push({ start: at.get(words[first].start)!.start, end: at.get(words[last].start)!.end, label });
    }
  }
  names.sort((a, b) => a.start - b.start);
  return { corpus: "gum", text, blocks, names, marksOther: true, weight };
}

interface GumMention {
  readonly type: string;
  readonly first: number;
  last: number;
  /** Index of the head word. */
  readonly head: number;
}

/** The mentions a sentence of GUM opens and closes, outermost first. */
function mentionsOf(words: ConlluSentence["words"]): GumMention[] {
  const open: { id: string; mention: GumMention }[] = [];
  const found: GumMention[] = [];
  words.forEach((word, i) => {
    for (const [field] of (word.misc["Entity"] ?? "").matchAll(/\([^()]*\)?|[^()]+\)/g)) {
      if (field.startsWith("(")) {
        const parts = field.replace(/[()]/g, "").split("-");
        const head = i + Number(parts[5]?.split(",")[0] ?? 1) - 1;
        const mention: GumMention = { type: parts[1], first: i, last: i, head };
        found.push(mention);
        if (!field.endsWith(")")) open.push({ id: parts[0], mention });
      } else {
        const id = field.slice(0, -1);
        const at = open.findLastIndex((entry) => entry.id === id);
        if (at >= 0) open.splice(at, 1)[0].mention.last = i;
      }
    }
  });
  return found;
}

const isProper = (word: ConlluSentence["words"][number] | undefined) => word !== undefined && /^NNPS?$/.test(word.xpos);
const isCapital = (form: string) => /^\p{Lu}/u.test(form);
/** First and last word of the run of capitalised words about the head of a mention; [-1, -1] where it isn't a name. */
function nameWithin(words: ConlluSentence["words"], mention: GumMention): [number, number] {
  const { head, type } = mention;
  if (!isProper(words[head])) return [-1, -1];
  let first = head;
  let last = head;
  const links = type === "person" ? /^(?:de|van|von|der|la|al|bin|-|\.)$/ : /^(?:of|the|for|and|&|in|de|du|-)$/;
  const belongs = (i: number) =>
    isProper(words[i]) || (isCapital(words[i].form) && /^(?:JJ|NN|NNS|VBN)$/.test(words[i].xpos));
  const grow = (from: number, step: number, limit: number) => {
    let at = from;
    for (let i = from + step; step < 0 ? i >= limit : i <= limit; i += step) {
      if (belongs(i)) at = i;
      else if (!links.test(words[i].form) || Math.abs(i - at) > 2) break;
    }
    return at;
  };
  first = grow(head, -1, mention.first);
  last = grow(head, 1, mention.last);
  while (type === "person" && first < last && TITLE.test(words[first].form)) first++;
  return [first, last];
}

/** What the recogniser learns from, with the weight of each set. */
export function readTrainingNames(): LabelledDocument[] {
  return [
    ...readColumns("uner_ewt.train-draft", "uner_ewt", 25, 1.2),
    ...readColumns("wikigold", "wikigold", 25, 1.2),
    ...readColumns("crossner_politics.train", "crossner_politics", 20, 2),
    ...readColumns("re3d", "re3d", Number.POSITIVE_INFINITY, 0.3),
    ...["wnut17.train", "wnut17.dev"].flatMap((file) => readColumns(file, "wnut17", 1, 0.4)),
    ...["btc.train", "btc.dev"].flatMap((file) => readColumns(file, "btc", 1, 0.4)),
    ...readGumTrees("train").map((document) => gumDocument(document, 0.4)),
    ...readSilver("train").map((document) => silverDocument(document, 0.3, true)),
  ];
}

/** The sets names are measured on. */
export function readMeasuredNames(split: "dev" | "test"): Readonly<Record<string, LabelledDocument[]>> {
  return {
    "UNER EWT": readColumns(`uner_ewt.${split}`, "uner_ewt", 25, 1, true),
    "CrossNER politics": readColumns(`crossner_politics.${split}`, "crossner_politics", 20, 1, true),
    ...(split === "dev" ? { "PolNeAR silver": readSilver("dev").map((document) => silverDocument(document, 1)) } : {}),
  };
}
