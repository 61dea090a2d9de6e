import type { Columns } from "./columns.ts";
import { mix } from "./hash.ts";

/** Writes hashed features of places, one place after the other: so many cells each, 0 in those that aren't needed. */
export class FeatureCells {
  cells: Int32Array;
  readonly slots: number;
  private readonly mask: number;
  private next = 0;
  private last = 0;

  constructor(cells: Int32Array, slots: number, mask: number) {
    this.cells = cells;
    this.slots = slots;
    this.mask = mask;
  }

  /** Makes room for so many places; what stood there is lost. */
  reserve(places: number): void {
    if (this.cells.length < places * this.slots) this.cells = new Int32Array(places * this.slots);
  }

  begin(place: number): void {
    this.next = place * this.slots;
    this.last = this.next + this.slots;
  }

  /** Adds the feature that template `template` gives with these values. */
  add(template: number, a: number, b: number, c: number): void {
    this.cells[this.next++] = mix(template, a, b, c) & this.mask;
  }

  end(): void {
    while (this.next < this.last) this.cells[this.next++] = 0;
  }
}

/** A distance in words, coarser the longer it is; those to the left stand apart from those to the right. */
export function bucket(distance: number): number {
  const d = distance < 0 ? -distance : distance;
  const b = d < 4 ? d : d < 6 ? 4 : d < 9 ? 5 : d < 14 ? 6 : d < 24 ? 7 : d < 40 ? 8 : 9;
  return distance < 0 ? b + 16 : b;
}

/** How the trees of word i - 1 and word i lie: which largest subtree ends before, which begins here. */
export function crossing(columns: Columns, i: number, firstOfSentence: number): number {
  if (i <= firstOfSentence) return 0;
  const { left, right } = columns;
  const { head, relation } = columns.words;
  let ending = i - 1;
  while (head[ending] >= 0 && right[head[ending]] === i - 1) ending = head[ending];
  let beginning = i;
  while (head[beginning] >= 0 && left[head[beginning]] === i) beginning = head[beginning];
  const ends = right[ending] === i - 1 ? relation[ending] + 1 : 0;
  const begins = left[beginning] === i ? relation[beginning] + 1 : 0;
  return ends * 64 + begins;
}
