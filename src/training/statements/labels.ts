import { isPunctuationTag } from "../../extract/statements-model/columns.ts";
import { eachWord } from "../../extract/statements-model/decision-features.ts";
import type { Reading } from "../../extract/statements-model/readings.ts";
import type { AttributedArticle } from "./corpus.ts";

/** Content that shares so much with the annotated one counts as found (intersection over union, as the scorers do). */
const ENOUGH = 0.5;

/**
 * Whether each reading is right: its content is by and large that of an attribution, and its source touches the annotated
 * one. Exact where the content is the same to the word.
 */
export function rightReadings(
  { gold, words }: AttributedArticle,
  readings: readonly Reading[],
): { readonly right: Uint8Array; readonly exact: Uint8Array } {
  const contentOf = new Int32Array(words.count).fill(-1);
  const sourceOf = new Int32Array(words.count).fill(-1);
  const sizes = new Float64Array(gold.quotes.length);
  const weight = (i: number) => (isPunctuationTag[words.tag[i]] ? 0 : words.end[i] - words.start[i]);
  let i = 0;
  const spans = gold.quotes
    .flatMap((quote, index) => [
      ...quote.contentSpans.map(([start, end]) => ({ start, end, index, column: contentOf })),
      ...quote.speakerSpans.map(([start, end]) => ({ start, end, index, column: sourceOf })),
    ])
    .sort((a, b) => a.start - b.start);
  for (const { start, end, index, column } of spans) {
    while (i > 0 && words.end[i - 1] > start) i--;
    while (i < words.count && words.end[i] <= start) i++;
    for (; i < words.count && words.start[i] < end; i++) {
      column[i] = index;
      if (column === contentOf) sizes[index] += weight(i);
    }
  }
  const exact = new Uint8Array(readings.length);
  const right = Uint8Array.from(readings, (reading, index) => {
    const shared = new Map<number, number>();
    let size = 0;
    eachWord(reading.content, (word) => {
      size += weight(word);
      const owner = contentOf[word];
      if (owner >= 0) shared.set(owner, (shared.get(owner) ?? 0) + weight(word));
    });
    let best = -1;
    let most = 0;
    for (const [owner, common] of shared) {
      const ratio = common / (size + sizes[owner] - common);
      if (ratio > most) {
        most = ratio;
        best = owner;
      }
    }
    if (most < ENOUGH) return 0;
    let touches = 0;
    let foreign = 0;
    eachWord(reading.source, (word) => {
      if (sourceOf[word] === best) touches = 1;
      else if (sourceOf[word] < 0) foreign = 1;
    });
    // a source that stands with another cue ("…," she said, adding that …) is annotated there alone
    const sourced = gold.quotes[best].speakerSpans.length === 0 ? 1 - foreign : touches;
    if (most === 1) exact[index] = sourced;
    return sourced;
  });
  return { right, exact };
}
