/**
 * Classes of words that stand among the same neighbours, by the exchange algorithm (Martin, Liermann and Ney 1998): words
 * are moved between classes as long as the likelihood of a class bigram model of the text grows.
 */

export interface ClusterSettings {
  readonly classes: number;
  readonly rounds: number;
  /** Words seen less often belong to class 0. */
  readonly leastCount: number;
}

/** Texts as sequences of word keys; a sentence's words follow one another, `null` stands between sentences. */
export type KeySequence = Iterable<number | null>;

/** The class of each word that is frequent enough, 1 … `classes`. The same text gives the same classes. */
export function clusterWords(text: KeySequence, settings: ClusterSettings): Map<number, number> {
  const { sequence, keys } = vocabularyOf(text, settings.leastCount);
  const exchange = new Exchange(sequence, keys.length, settings.classes);
  for (let round = 0; round < settings.rounds && exchange.round() > 0; round++);
  return new Map(
    keys.map((key, word) => [key, exchange.classOf[word]]).filter(([key]) => key !== 0) as [number, number][],
  );
}

/** Numbers the words, the most frequent first; 0 is the sentence's border and every rare word. */
function vocabularyOf(text: KeySequence, leastCount: number): { sequence: Int32Array; keys: number[] } {
  const all = [...text];
  const counts = new Map<number, number>();
  for (const key of all) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const frequent = [...counts]
    .filter(([, count]) => count >= leastCount)
    .sort(([a, m], [b, n]) => n - m || a - b)
    .map(([key]) => key);
  const keys = [0, ...frequent];
  const numbers = new Map(keys.map((key, word) => [key, word]));
  return { sequence: Int32Array.from(all, (key) => (key === null ? 0 : (numbers.get(key) ?? 0))), keys };
}

class Exchange {
  readonly classOf: Int32Array;
  readonly #size: number;
  readonly #classes: number;
  /** Bigrams of words: followers and predecessors of each word with their counts, as rows of pairs. */
  readonly #after: Int32Array[];
  readonly #before: Int32Array[];
  readonly #frequency: Int32Array;
  /** Counts of class pairs and classes. */
  readonly #pairs: Float64Array;
  readonly #left: Float64Array;
  readonly #right: Float64Array;
  /** How often the word at hand stands before and after each class, without itself. */
  readonly #afterClass: Float64Array;
  readonly #beforeClass: Float64Array;

  constructor(sequence: Int32Array, size: number, classes: number) {
    this.#size = size;
    this.#classes = classes + 1;
    // The words in order of frequency, dealt out: 0 stays alone in class 0
    this.classOf = Int32Array.from({ length: size }, (_, word) => (word === 0 ? 0 : 1 + ((word - 1) % classes)));
    const { after, before, frequency } = bigramsOf(sequence, size);
    this.#after = after;
    this.#before = before;
    this.#frequency = frequency;
    const n = this.#classes;
    this.#pairs = new Float64Array(n * n);
    this.#left = new Float64Array(n);
    this.#right = new Float64Array(n);
    this.#afterClass = new Float64Array(n);
    this.#beforeClass = new Float64Array(n);
    for (let i = 0; i + 1 < sequence.length; i++)
      this.#count(this.classOf[sequence[i]], this.classOf[sequence[i + 1]], 1);
  }

  #count(a: number, b: number, by: number): void {
    this.#pairs[a * this.#classes + b] += by;
    this.#left[a] += by;
    this.#right[b] += by;
  }

  /** Moves each word to its best class once; returns how many moved. */
  round(): number {
    let moved = 0;
    for (let word = 1; word < this.#size; word++) {
      const from = this.classOf[word];
      const own = this.#takeOut(word, from);
      let best = from;
      let bestGain = Number.NEGATIVE_INFINITY;
      for (let to = 1; to < this.#classes; to++) {
        const gain = this.#gain(to, word, own);
        if (gain > bestGain + 1e-9 || (to === from && gain >= bestGain - 1e-9)) {
          best = to;
          bestGain = gain;
        }
      }
      this.#putIn(word, best, own);
      if (best !== from) moved++;
    }
    return moved;
  }

  /** Takes a word's bigrams out of the counts; returns how often it follows itself. */
  #takeOut(word: number, from: number): number {
    const { classOf } = this;
    this.#afterClass.fill(0);
    this.#beforeClass.fill(0);
    let own = 0;
    const after = this.#after[word];
    for (let k = 0; k < after.length; k += 2) {
      if (after[k] === word) own = after[k + 1];
      else this.#afterClass[classOf[after[k]]] += after[k + 1];
    }
    const before = this.#before[word];
    for (let k = 0; k < before.length; k += 2) {
      if (before[k] !== word) this.#beforeClass[classOf[before[k]]] += before[k + 1];
    }
    this.#move(from, own, -1);
    return own;
  }

  #putIn(word: number, to: number, own: number): void {
    this.classOf[word] = to;
    this.#move(to, own, 1);
  }

  #move(to: number, own: number, sign: number): void {
    for (let c = 0; c < this.#classes; c++) {
      if (this.#afterClass[c] > 0) this.#count(to, c, sign * this.#afterClass[c]);
      if (this.#beforeClass[c] > 0) this.#count(c, to, sign * this.#beforeClass[c]);
    }
    if (own > 0) this.#count(to, to, sign * own);
  }

  /** What the likelihood gains by the word in class `to`. */
  #gain(to: number, word: number, own: number): number {
    const n = this.#classes;
    let gain = 0;
    for (let c = 0; c < n; c++) {
      const after = this.#afterClass[c] + (c === to ? this.#beforeClass[c] + own : 0);
      if (after > 0) {
        const old = this.#pairs[to * n + c];
        gain += entropy(old + after) - entropy(old);
      }
      const before = c === to ? 0 : this.#beforeClass[c];
      if (before > 0) {
        const old = this.#pairs[c * n + to];
        gain += entropy(old + before) - entropy(old);
      }
    }
    const times = this.#frequency[word];
    gain -= entropy(this.#left[to] + times) - entropy(this.#left[to]);
    gain -= entropy(this.#right[to] + times) - entropy(this.#right[to]);
    return gain;
  }
}

const KNOWN = new Float64Array(1 << 16);
for (let i = 1; i < KNOWN.length; i++) KNOWN[i] = i * Math.log(i);

function entropy(count: number): number {
  return count < KNOWN.length ? KNOWN[count] : count * Math.log(count);
}

function bigramsOf(sequence: Int32Array, size: number) {
  const maps = Array.from({ length: size }, () => new Map<number, number>());
  const back = Array.from({ length: size }, () => new Map<number, number>());
  const frequency = new Int32Array(size);
  for (let i = 0; i < sequence.length; i++) {
    frequency[sequence[i]]++;
    if (i + 1 === sequence.length) break;
    const [a, b] = [sequence[i], sequence[i + 1]];
    if (a !== 0) maps[a].set(b, (maps[a].get(b) ?? 0) + 1);
    if (b !== 0) back[b].set(a, (back[b].get(a) ?? 0) + 1);
  }
  const rows = (lists: readonly Map<number, number>[]) => lists.map((map) => Int32Array.from([...map].flat()));
  return { after: rows(maps), before: rows(back), frequency };
}
