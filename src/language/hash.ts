/** A step of hashing: `value` mixed into `hash`, 32 bits (the rounds of MurmurHash3, Appleby 2011). */
export function mix(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  let h = hash ^ Math.imul(k, 0x1b873593);
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) | 0;
}

/** The last step: every bit of the result depends on every bit of `hash`. */
export function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The hash of a feature: its template and one value. */
export function feature(template: number, value: number): number {
  return finish(mix(template, value));
}

/** The hash of a feature with two values. */
export function feature2(template: number, a: number, b: number): number {
  return finish(mix(mix(template, a), b));
}

/** The hash of a feature with three values. */
export function feature3(template: number, a: number, b: number, c: number): number {
  return finish(mix(mix(mix(template, a), b), c));
}

/** A set or map of 32-bit hashes with open addressing, made once from sorted keys. */
export class HashIndex {
  private readonly keys: Int32Array;
  private readonly values: Int32Array;
  private readonly mask: number;

  /** `values[i]` belongs to `keys[i]`; a key of 0 can't be stored. */
  constructor(keys: Int32Array, values: ArrayLike<number>) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.values = new Int32Array(size);
    for (let i = 0; i < keys.length; i++) {
      let slot = keys[i] & this.mask;
      while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = keys[i];
      this.values[slot] = values[i];
    }
  }

  /** The value of `key`, or -1. */
  get(key: number): number {
    let slot = key & this.mask;
    while (this.keys[slot] !== 0) {
      if (this.keys[slot] === key) return this.values[slot];
      slot = (slot + 1) & this.mask;
    }
    return -1;
  }
}
