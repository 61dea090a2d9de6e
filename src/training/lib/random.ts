/** A seeded source of numbers in [0, 1): mulberry32. The same seed gives the same sequence everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Puts `items` into a random order, in place (Fisher and Yates). */
export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
  return items;
}

/**
 * Cuts `items` into `count` folds by position (item `i` goes to fold `i % count`) and gives, for each fold, what is held
 * out and what remains to learn from: every item is held out exactly once.
 */
export function folds<T>(items: readonly T[], count: number): { readonly heldOut: T[]; readonly rest: T[] }[] {
  return Array.from({ length: count }, (_, fold) => ({
    heldOut: items.filter((_, i) => i % count === fold),
    rest: items.filter((_, i) => i % count !== fold),
  }));
}
