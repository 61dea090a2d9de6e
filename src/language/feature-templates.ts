/** Atoms in one template, at most. */
const WIDTH = 4;

/**
 * Templates of hashed features over named atoms: "s0w b0w" is the feature that the atoms `s0w` and `b0w` give together. A
 * template's number is its place in the list, from 1 on. Templates are data and not code, so that one short loop makes all
 * features.
 */
export class FeatureTemplates {
  /** How many features there are. */
  readonly count: number;
  /** The values of the atoms, in the order of their names, from 1 on: to be written before `places` is called. */
  readonly atoms: Int32Array;
  private readonly salts: Int32Array;
  /** The numbers of the atoms of each template, 0 for one that it lacks. */
  private readonly parts: Uint8Array;

  constructor(names: readonly string[], templates: readonly string[]) {
    this.count = templates.length;
    this.atoms = new Int32Array(names.length + 1);
    this.salts = Int32Array.from(templates, (_, place) => Math.imul(place + 1, 0x9e3779b1));
    this.parts = new Uint8Array(templates.length * WIDTH);
    templates.forEach((template, place) => {
      this.parts.set(
        template.split(" ").map((name) => names.indexOf(name) + 1),
        place * WIDTH,
      );
    });
  }

  /**
   * Writes the place of each feature in a table of 2ⁿ places (`bits` = n) into `out`: the atoms are mixed by odd multipliers
   * and the high bits of the result are the place.
   */
  places(out: Int32Array, bits: number): void {
    const { atoms, salts, parts, count } = this;
    const shift = 32 - bits;
    for (let f = 0, part = 0; f < count; f++, part += WIDTH) {
      const b = atoms[parts[part + 1]];
      const c = atoms[parts[part + 2]];
      const d = atoms[parts[part + 3]];
      let h =
        (salts[f] +
          Math.imul(atoms[parts[part]], 0x85ebca6b) +
          Math.imul((b << 16) | (b >>> 16), 0xc2b2ae35) +
          Math.imul((c << 8) | (c >>> 24), 0x27d4eb2f) +
          Math.imul((d << 24) | (d >>> 8), 0x165667b1)) |
        0;
      h ^= h >>> 15;
      h = Math.imul(h, 0x2c1b3c6d);
      h ^= h >>> 13;
      out[f] = Math.imul(h, 0x297a2d39) >>> shift;
    }
  }
}
