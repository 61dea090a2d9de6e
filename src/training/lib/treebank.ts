import { RELATION_NUMBER, type RelationLabel } from "../../language/index.ts";
import { TAG_NUMBER, type Tag, type Words } from "../../model/index.ts";
import type { ConlluDocument } from "./conllu.ts";
import { readGumTrees, readSilver } from "./conllu.ts";
import { readGum, readPolnear } from "./data.ts";
import { versionTwo } from "./version-two.ts";

/** One annotated document as the columns the models work on. */
export interface TreebankDocument {
  readonly id: string;
  readonly words: Words;
}

/** The silver articles of PolNeAR, brought to UD version 2 and GUM's tags; glued headings left out. */
export function silverTreebank(split: "train" | "dev"): TreebankDocument[] {
  const texts = new Map(readPolnear(split).map((record) => [record.article, record.text]));
  return readSilver(split).map((document) => {
    const sentences = document.sentences.filter((sentence) => !sentence.spansNewline).map(versionTwo);
    return { id: document.id, words: toWords({ ...document, sentences }, texts.get(document.id) ?? "") };
  });
}

/** GUM's documents; those whose licence forbids shipping only if asked for. */
export function gumTreebank(split: "train" | "dev", includeNonCommercial = false): TreebankDocument[] {
  const texts = new Map(readGum(split, true).map((record) => [record.article, record.text]));
  return readGumTrees(split, includeNonCommercial).map((document) => ({
    id: document.id,
    words: toWords(document, texts.get(document.id) ?? ""),
  }));
}

const TAG_NAMES: Readonly<Record<string, Tag>> = { "-LRB-": "(", "-RRB-": ")", "-LSB-": "(", "-RSB-": ")" };
const RELATION_NAMES: Readonly<Record<string, RelationLabel>> = {
  "nsubj:outer": "nsubj",
  "csubj:outer": "csubj",
  "advcl:relcl": "advcl",
  "nmod:desc": "compound",
  "flat:foreign": "flat",
  "nmod:tmod": "nmod:unmarked",
  "nmod:npmod": "nmod:unmarked",
  "obl:tmod": "obl:unmarked",
  "obl:npmod": "obl:unmarked",
};

function toWords(document: ConlluDocument, text: string): Words {
  const count = document.sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const words = {
    text,
    count,
    start: new Int32Array(count),
    end: new Int32Array(count),
    tag: new Uint8Array(count),
    lemma: new Array<string>(count),
    head: new Int32Array(count),
    relation: new Uint8Array(count),
    sentence: new Int32Array(count),
    sentenceStart: new Int32Array(document.sentences.length + 1),
    sentenceBlock: new Int32Array(document.sentences.length),
  };
  let first = 0;
  let block = -1;
  document.sentences.forEach((sentence, s) => {
    if (sentence.opensParagraph || block < 0) block++;
    words.sentenceStart[s] = first;
    words.sentenceBlock[s] = block;
    sentence.words.forEach((word, k) => {
      const i = first + k;
      words.start[i] = word.start;
      words.end[i] = word.end;
      words.tag[i] = numberOf(TAG_NUMBER, TAG_NAMES[word.xpos] ?? word.xpos, "tag");
      words.lemma[i] = word.lemma;
      words.head[i] = word.head < 0 ? -1 : first + word.head;
      words.relation[i] = numberOf(RELATION_NUMBER, RELATION_NAMES[word.relation] ?? word.relation, "relation");
      words.sentence[i] = s;
    });
    first += sentence.words.length;
  });
  words.sentenceStart[document.sentences.length] = count;
  return words;
}

function numberOf(numbers: Readonly<Record<string, number>>, name: string, what: string): number {
  const number = numbers[name];
  if (number === undefined) throw new Error(`unknown ${what} "${name}" in the training data`);
  return number;
}
