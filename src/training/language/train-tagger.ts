import { describeForms, type Forms } from "../../language/forms.ts";
import { TAGGER_FEATURES, Tagger, type TaggerTables, taggerFeatures } from "../../language/tagger.ts";
import type { WeightArray } from "../../language/weights.ts";
import { TAGS, type Words } from "../../model/index.ts";
import { AveragedWeights, FeatureGate, progress, quantise, seededRandom, shuffle } from "../lib/index.ts";

export interface TaggerSettings {
  readonly epochs: number;
  /** The weights have 2ⁿ places. */
  readonly bits: number;
  /** A feature is learnt from its so-many-th mistake on. */
  readonly leastMistakes: number;
  readonly seed: number;
}

export const TAGGER_SETTINGS: TaggerSettings = { epochs: 5, bits: 19, leastMistakes: 4, seed: 1 };

/** Features are counted among 2ⁿ places. */
const GATE_BITS = 24;
/** Words seen less often are unknown. */
const LEAST_COUNT = 4;
/** Words seen less often may have any tag; what they were seen with is a feature only. */
const RESTRICTING_COUNT = 25;
/** A tag rarer than this share of a word's occurrences is taken for a mistake of the annotation. */
const LEAST_SHARE = 0.003;

type Dictionary = Omit<TaggerTables, "weights">;

/** Trains a tagger; the arrays are those of the weights file. */
export function trainTagger(
  documents: readonly Words[],
  settings: TaggerSettings = TAGGER_SETTINGS,
): [string, WeightArray][] {
  const prepared = documents.map((words) => ({
    words,
    forms: describeForms(words.text, words.start, words.end, words.count),
  }));
  const dictionary = collectDictionary(prepared);
  const weights = quantise(trainWeights(prepared, dictionary, settings));
  return [
    ["tagger.weights", weights],
    ["tagger.dictionary.keys", dictionary.dictionaryKeys],
    ["tagger.dictionary.sets", dictionary.dictionarySets],
    ["tagger.sets.start", dictionary.setStart],
    ["tagger.sets.tags", dictionary.setTags],
  ];
}

interface Prepared {
  readonly words: Words;
  readonly forms: Forms;
}

function trainWeights(prepared: readonly Prepared[], dictionary: Dictionary, settings: TaggerSettings): Float32Array {
  const size = 2 ** settings.bits;
  const averaged = new AveragedWeights(size + TAGS.length);
  const tagger = new Tagger({ ...dictionary, weights: averaged.current });
  const sentences = prepared.flatMap(({ words, forms }) => {
    const sets = tagger.ambiguity(forms);
    const predicted = new Uint8Array(words.count);
    return Array.from({ length: words.sentenceStart.length - 1 }, (_, s) => ({ words, forms, sets, predicted, s }));
  });
  const gate = new FeatureGate(GATE_BITS, settings.leastMistakes);
  const random = seededRandom(settings.seed);
  const places = new Int32Array(TAGGER_FEATURES);
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    let mistakes = 0;
    let count = 0;
    for (const { words, forms, sets, predicted, s } of shuffle(sentences, random)) {
      const from = words.sentenceStart[s];
      const to = words.sentenceStart[s + 1];
      for (let i = from; i < to; i++) {
        const gold = words.tag[i];
        const guess = tagger.best(forms, sets, from, to, i, predicted);
        count++;
        if (guess !== gold) {
          mistakes++;
          const features = taggerFeatures(forms, sets, from, to, i, predicted, places, 2 ** GATE_BITS - 1);
          for (let f = 0; f < features; f++) {
            if (!gate.admits(places[f])) continue;
            const place = places[f] & (size - 1);
            averaged.change(place + gold, 1);
            averaged.change(place + guess, -1);
          }
        }
        averaged.tick();
        predicted[i] = guess;
      }
    }
    progress(`tagger: epoch ${epoch}, ${((100 * mistakes) / count).toFixed(2)} % wrong`);
  }
  return averaged.averaged();
}

/** Which tags each frequent word may have. */
function collectDictionary(prepared: readonly Prepared[]): Dictionary {
  const counts = new Map<number, Uint32Array>();
  for (const { words, forms } of prepared) {
    for (let i = 0; i < words.count; i++) {
      let seen = counts.get(forms.exact[i]);
      if (seen === undefined) counts.set(forms.exact[i], (seen = new Uint32Array(TAGS.length)));
      seen[words.tag[i]]++;
    }
  }
  const open = new Uint32Array(TAGS.length);
  for (const seen of counts.values()) {
    const total = seen.reduce((sum, n) => sum + n, 0);
    if (total >= RESTRICTING_COUNT) continue;
    for (let tag = 0; tag < TAGS.length; tag++) open[tag] += seen[tag];
  }
  const openTags = [...open.keys()].filter((tag) => open[tag] >= 3);
  const sets: number[][] = [openTags];
  const setNumbers = new Map<string, number>();
  const entries: [key: number, set: number][] = [];
  for (const [key, seen] of counts) {
    const total = seen.reduce((sum, n) => sum + n, 0);
    if (total < LEAST_COUNT) continue;
    const tags = [...seen.keys()].filter((tag) => seen[tag] > 0 && seen[tag] / total >= LEAST_SHARE);
    const restricts = total >= RESTRICTING_COUNT;
    const name = `${restricts} ${tags.join(" ")}`;
    let number = setNumbers.get(name);
    if (number === undefined) {
      number = sets.length;
      setNumbers.set(name, number);
      sets.push(restricts ? tags : openTags);
    }
    entries.push([key, number]);
  }
  entries.sort((a, b) => a[0] - b[0]);
  const setStart = new Uint16Array(sets.length + 1);
  for (let s = 0; s < sets.length; s++) setStart[s + 1] = setStart[s] + sets[s].length;
  return {
    dictionaryKeys: Int32Array.from(entries, ([key]) => key),
    dictionarySets: Uint16Array.from(entries, ([, set]) => set),
    setStart,
    setTags: Uint8Array.from(sets.flat()),
  };
}
