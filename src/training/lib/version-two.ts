import type { ConlluSentence, ConlluWord } from "./conllu.ts";

type Mutable = { -readonly [K in keyof ConlluWord]: ConlluWord[K] };

const RENAMED: Readonly<Record<string, string>> = {
  dobj: "obj",
  nsubjpass: "nsubj:pass",
  csubjpass: "csubj:pass",
  auxpass: "aux:pass",
  mwe: "fixed",
  neg: "advmod",
};

/**
 * A silver sentence (UD version 1) in version 2: relations renamed, `nmod` under predicates made `obl` (`obl:agent` for
 * "by" under a passive), coordinating conjunctions moved to the conjunct after them, names of people made `flat` with the
 * first name as head; the preposition "to" is tagged IN as in GUM.
 */
export function versionTwo(sentence: ConlluSentence): ConlluSentence {
  const words: Mutable[] = sentence.words.map((word) => ({ ...word }));
  for (const word of words) {
    if (word.xpos === "TO" && word.upos === "ADP") word.xpos = "IN";
  }
  nameRelations(words);
  moveConjunctions(words);
  flattenNames(words);
  return { ...sentence, words };
}

function nameRelations(words: Mutable[]): void {
  const passive = new Set(words.filter((word) => word.relation === "auxpass").map((word) => word.head));
  const by = new Set(
    words.filter((word) => word.relation === "case" && word.form.toLowerCase() === "by").map((word) => word.head),
  );
  words.forEach((word, i) => {
    const { relation } = word;
    const head = word.head < 0 ? null : words[word.head];
    const underPredicate = head !== null && /^(?:VERB|AUX|ADJ|ADV)$/.test(head.upos);
    if (relation === "neg" && word.form.toLowerCase() === "no") word.relation = "det";
    else if (relation === "nmod" && underPredicate) {
      word.relation = by.has(i) && (passive.has(word.head) || head.xpos === "VBN") ? "obl:agent" : "obl";
    } else if (relation === "nmod:tmod" || relation === "nmod:npmod") {
      word.relation = underPredicate ? "obl:unmarked" : "nmod:unmarked";
    } else word.relation = RENAMED[relation] ?? relation;
  });
}

/** Version 1 hangs "and" on the first conjunct, version 2 on the one that follows it. */
function moveConjunctions(words: Mutable[]): void {
  words.forEach((word, i) => {
    if (word.relation !== "cc") return;
    for (let j = i + 1; j < words.length; j++) {
      if (words[j].relation === "conj" && words[j].head === word.head) {
        word.head = j;
        return;
      }
    }
  });
}

/** "Hillary Clinton": version 1 makes the last name the head of a compound, version 2 the first one of a flat name. */
function flattenNames(words: Mutable[]): void {
  for (let last = words.length - 1; last > 0; last--) {
    const isPart = (i: number) => words[i].misc["ner"] === "PERSON" && /^NNPS?$/.test(words[i].xpos);
    if (!isPart(last)) continue;
    let first = last;
    while (first > 0 && isPart(first - 1) && words[first - 1].head === last && words[first - 1].relation === "compound")
      first--;
    if (first === last) continue;
    const { head, relation } = words[last];
    words.forEach((word, i) => {
      if (word.head === last && (i < first || i > last)) word.head = first;
    });
    Object.assign(words[first], { head, relation });
    for (let i = first + 1; i <= last; i++) Object.assign(words[i], { head: first, relation: "flat" });
    last = first;
  }
}
