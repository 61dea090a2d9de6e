import { isShippable, readDataFile } from "./data.ts";

/** One word of a CoNLL-U file (https://universaldependencies.org/format.html); ranges and empty nodes are left out. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head within the sentence, from 0; -1 for the root. */
  readonly head: number;
  readonly relation: string;
  /** UTF-16 offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  /** The other fields of MISC by name: `ner`, `Entity`, `SpaceAfter` … */
  readonly misc: Readonly<Record<string, string>>;
}

export interface ConlluSentence {
  readonly id: string;
  /** First sentence of a paragraph. */
  readonly opensParagraph: boolean;
  /** A heading glued to the paragraph after it: better skipped. */
  readonly spansNewline: boolean;
  readonly words: readonly ConlluWord[];
}

export interface ConlluDocument {
  readonly id: string;
  /** `# meta::…` lines by name. */
  readonly meta: Readonly<Record<string, string>>;
  readonly sentences: readonly ConlluSentence[];
}

/** The silver annotation of PolNeAR's articles, as it is: Universal Dependencies version 1. */
export function readSilver(split: "train" | "dev"): ConlluDocument[] {
  return parseConllu(readDataFile(`polnear/silver-${split}.conllu.gz`));
}

/** GUM's gold trees (version 2); documents whose licence forbids shipping only if asked for. */
export function readGumTrees(split: "train" | "dev", includeNonCommercial = false): ConlluDocument[] {
  return parseConllu(readDataFile(`gum/${split}.conllu.gz`)).filter(
    (document) => includeNonCommercial || isShippable(document.meta["licence"] ?? ""),
  );
}

/** Reads CoNLL-U with `start=` and `end=` in MISC. */
export function parseConllu(source: string): ConlluDocument[] {
  const documents: { id: string; meta: Record<string, string>; sentences: ConlluSentence[] }[] = [];
  let words: ConlluWord[] = [];
  let id = "";
  let opensParagraph = false;
  let spansNewline = false;
  const finish = () => {
    if (words.length > 0) documents.at(-1)?.sentences.push({ id, opensParagraph, spansNewline, words });
    words = [];
    opensParagraph = false;
    spansNewline = false;
  };
  for (const line of source.split("\n")) {
    if (line === "") finish();
    else if (line.startsWith("#")) {
      const [, name, value] = /^# ([^ =]+)(?: [^=]*)?(?: ?= ?(.*))?$/.exec(line) ?? [];
      if (name === "newdoc") documents.push({ id: value, meta: {}, sentences: [] });
      else if (name === "newpar") opensParagraph = true;
      else if (name === "sent_id") id = value;
      else if (name === "spans_newline") spansNewline = value === "yes";
      else if (name?.startsWith("meta::")) documents[documents.length - 1].meta[name.slice(6)] = value;
    } else {
      const word = parseWord(line);
      if (word !== null) words.push(word);
    }
  }
  finish();
  return documents;
}

/** One line of CoNLL-U, or null for a range (`3-4`) or an empty node (`3.1`). */
function parseWord(line: string): ConlluWord | null {
  const column = line.split("\t");
  if (!/^\d+$/.test(column[0])) return null;
  const misc: Record<string, string> = {};
  for (const field of column[9].split("|")) {
    const equals = field.indexOf("=");
    if (equals > 0) misc[field.slice(0, equals)] = field.slice(equals + 1);
  }
  return {
    form: column[1],
    lemma: column[2],
    upos: column[3],
    xpos: column[4],
    head: Number(column[6]) - 1,
    relation: column[7],
    start: Number(misc["start"]),
    end: Number(misc["end"]),
    misc,
  };
}
