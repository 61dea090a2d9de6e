/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over BIO labels: the best labels of a
 * sentence (Viterbi) and the probability of each label at each word (forward-backward).
 */

/** Labels in the order of their numbers: outside, then beginning and inside of each kind. */
export const LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"] as const;
export const LABEL_COUNT = LABELS.length;
export const OUTSIDE = 0;
/** What stands before the first word of a sentence, as a label. */
export const SENTENCE_START = LABEL_COUNT;

/** Whether label `to` may follow label `from` (-1: the sentence begins): an inside needs its kind before it. */
export function mayFollow(from: number, to: number): boolean {
  if (to === OUTSIDE || to % 2 === 1) return true;
  return from === to || from === to - 1;
}

/**
 * Scores of label pairs, `LABEL_COUNT` × `LABEL_COUNT` (from × to); one more row holds those of the first word. What may
 * not follow is -Infinity.
 */
export type Transitions = Float32Array;

export function emptyTransitions(): Transitions {
  const table = new Float32Array((LABEL_COUNT + 1) * LABEL_COUNT);
  for (let from = 0; from <= LABEL_COUNT; from++) {
    for (let to = 0; to < LABEL_COUNT; to++) {
      if (!mayFollow(from === LABEL_COUNT ? -1 : from, to)) table[from * LABEL_COUNT + to] = Number.NEGATIVE_INFINITY;
    }
  }
  return table;
}

/** Working memory for sentences of up to some length; grows as needed. */
export class Lattice {
  #capacity = 0;
  alpha = new Float64Array(0);
  beta = new Float64Array(0);
  emission = new Float64Array(0);
  scale = new Float64Array(0);
  #back = new Uint8Array(0);
  readonly #step = new Float64Array((LABEL_COUNT + 1) * LABEL_COUNT);

  #reserve(count: number): void {
    if (count <= this.#capacity) return;
    this.#capacity = Math.max(count, this.#capacity * 2, 64);
    this.alpha = new Float64Array(this.#capacity * LABEL_COUNT);
    this.beta = new Float64Array(this.#capacity * LABEL_COUNT);
    this.emission = new Float64Array(this.#capacity * LABEL_COUNT);
    this.scale = new Float64Array(this.#capacity);
    this.#back = new Uint8Array(this.#capacity * LABEL_COUNT);
  }

  /** exp of the transitions: call before `marginals` whenever they change. */
  setTransitions(transitions: Transitions): void {
    for (let i = 0; i < transitions.length; i++) this.#step[i] = Math.exp(transitions[i]);
  }

  /**
   * Probability of each label at each of `count` words into `out` (from `at`), given scores from `scores[from]` on
   * (`LABEL_COUNT` per word). `before` is the label before the first word, or `SENTENCE_START`. Where `allowed` is given, only label sequences within its bit masks are counted. Returns
   * the logarithm of the sum over all sequences.
   */
  marginals(
    scores: Float32Array,
    from: number,
    count: number,
    out: Float32Array,
    at: number,
    before: number,
    allowed?: Uint16Array,
    allowedFrom = 0,
  ): number {
    this.#reserve(count);
    const { alpha, beta, emission, scale } = this;
    const step = this.#step;
    const n = LABEL_COUNT;
    let logSum = 0;
    for (let i = 0; i < count; i++) {
      const base = i * n;
      const mask = allowed === undefined ? 0xffff : allowed[allowedFrom + i];
      let top = Number.NEGATIVE_INFINITY;
      for (let l = 0; l < n; l++) if (scores[from + base + l] > top) top = scores[from + base + l];
      let sum = 0;
      for (let l = 0; l < n; l++) {
        const e = mask & (1 << l) ? Math.exp(scores[from + base + l] - top) : 0;
        emission[base + l] = e;
        let incoming = 0;
        if (i === 0) incoming = step[before * n + l];
        else if (e > 0) for (let k = 0; k < n; k++) incoming += alpha[base - n + k] * step[k * n + l];
        const value = incoming * e;
        alpha[base + l] = value;
        sum += value;
      }
      scale[i] = sum;
      logSum += Math.log(sum) + top;
      for (let l = 0; l < n; l++) alpha[base + l] /= sum;
    }
    for (let i = count - 1; i >= 0; i--) {
      const base = i * n;
      for (let l = 0; l < n; l++) {
        let value = 1;
        if (i < count - 1) {
          value = 0;
          for (let k = 0; k < n; k++) value += step[l * n + k] * emission[base + n + k] * beta[base + n + k];
          value /= scale[i + 1];
        }
        beta[base + l] = value;
        out[at + base + l] = alpha[base + l] * value;
      }
    }
    return logSum;
  }

  /** The best labels of `count` words into `out` (from `at`). */
  decode(
    scores: Float32Array,
    from: number,
    count: number,
    transitions: Transitions,
    out: Uint8Array,
    at: number,
    before: number,
  ): void {
    if (count === 0) return;
    this.#reserve(count);
    const best = this.alpha;
    const back = this.#back;
    const n = LABEL_COUNT;
    for (let i = 0; i < count; i++) {
      const base = i * n;
      for (let l = 0; l < n; l++) {
        let top = Number.NEGATIVE_INFINITY;
        let argument = 0;
        if (i === 0) top = transitions[before * n + l];
        else {
          for (let k = 0; k < n; k++) {
            const value = best[base - n + k] + transitions[k * n + l];
            if (value > top) {
              top = value;
              argument = k;
            }
          }
        }
        best[base + l] = top + scores[from + base + l];
        back[base + l] = argument;
      }
    }
    let label = 0;
    const last = (count - 1) * n;
    for (let l = 1; l < n; l++) if (best[last + l] > best[last + label]) label = l;
    for (let i = count - 1; i >= 0; i--) {
      out[at + i] = label;
      label = back[i * n + label];
    }
  }
}
