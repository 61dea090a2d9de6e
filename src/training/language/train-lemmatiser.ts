import { endingHashes, LONGEST_ENDING, normaliseForm } from "../../language/lemmatiser.ts";
import { encodeStrings, type WeightArray } from "../../language/weights.ts";
import { formOf, type Words } from "../../model/index.ts";

/** A document with the weight its lemmas have: gold counts more than silver. */
export interface WeightedDocument {
  readonly words: Words;
  readonly weight: number;
}

/**
 * Learns how words lose their endings: the most frequent rule for every ending under every part of speech, kept only
 * where it differs from that of the next shorter ending, whole words last. The arrays are those of the weights file.
 */
export function trainLemmatiser(documents: readonly WeightedDocument[]): [string, WeightArray][] {
  const rules = new Map<string, number>();
  const types = countTypes(documents, rules);
  const nodes = new Map<number, { depth: number; parent: number; counts: Map<number, number> }>();
  for (const { form, tag, counts } of types.values()) {
    const rule = mostFrequent(counts);
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
    // the logarithm lets many rare regular words outvote one frequent irregular one
    const vote = Math.log2(1 + total);
    const hashes = endingHashes(form, tag).reverse();
    hashes.forEach((hash, depth) => {
      const isWhole = depth === hashes.length - 1;
      if (isWhole && total < 2) return;
      let node = nodes.get(hash);
      if (node === undefined) {
        nodes.set(
          hash,
          (node = {
            depth: isWhole ? LONGEST_ENDING + 1 : depth,
            parent: depth === 0 ? 0 : hashes[depth - 1],
            counts: new Map(),
          }),
        );
      }
      node.counts.set(rule, (node.counts.get(rule) ?? 0) + vote);
    });
  }
  return prune(nodes, [...rules.keys()]);
}

interface WordType {
  readonly form: string;
  readonly tag: number;
  /** How often each rule makes its lemma. */
  readonly counts: Map<number, number>;
}

function countTypes(documents: readonly WeightedDocument[], rules: Map<string, number>): Map<string, WordType> {
  const types = new Map<string, WordType>();
  for (const { words, weight } of documents) {
    for (let i = 0; i < words.count; i++) {
      const form = normaliseForm(formOf(words, i));
      const tag = words.tag[i];
      const rule = ruleBetween(form, words.lemma[i].toLowerCase());
      if (rule === null) continue;
      let number = rules.get(rule);
      if (number === undefined) rules.set(rule, (number = rules.size));
      const key = `${tag} ${form}`;
      let type = types.get(key);
      if (type === undefined) types.set(key, (type = { form, tag, counts: new Map() }));
      type.counts.set(number, (type.counts.get(number) ?? 0) + weight);
    }
  }
  return types;
}

/** The rule that makes `lemma` from `form` ("2 y" for "parties" is "3 y"), or null for an odd pair. */
function ruleBetween(form: string, lemma: string): string | null {
  if (lemma === "" || lemma === "_" || /\s/.test(form + lemma)) return null;
  let common = 0;
  while (common < form.length && common < lemma.length && form[common] === lemma[common]) common++;
  return `${form.length - common} ${lemma.slice(common)}`;
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0][0];
}

function prune(
  nodes: ReadonlyMap<number, { depth: number; parent: number; counts: Map<number, number> }>,
  rules: readonly string[],
): [string, WeightArray][] {
  const best = new Map<number, number>();
  const kept: [key: number, rule: number][] = [];
  const inOrder = [...nodes].sort((a, b) => a[1].depth - b[1].depth || a[0] - b[0]);
  for (const [hash, { parent, counts }] of inOrder) {
    const rule = mostFrequent(counts);
    best.set(hash, rule);
    if (best.get(parent) !== rule) kept.push([hash, rule]);
  }
  kept.sort((a, b) => a[0] - b[0]);
  return [
    ["lemmas.rules", encodeStrings(rules)],
    ["lemmas.keys", Int32Array.from(kept, ([key]) => key)],
    ["lemmas.values", Uint16Array.from(kept, ([, rule]) => rule)],
  ];
}
