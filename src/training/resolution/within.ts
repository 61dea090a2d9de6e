import { type Models, readArticle } from "../../extract/index.ts";
import { articleFromText } from "../../ingest/index.ts";
import { readGum } from "../lib/index.ts";
import { bCubed, ceafE, type Score } from "./scores.ts";

export interface WithinScore {
  readonly documents: number;
  /** Share of the gold mentions (names, descriptions and pronouns of people, organisations and places) that the reader has. */
  readonly coverage: number;
  /** Over the mentions that both have. */
  readonly bCubed: Score;
  readonly ceafE: Score;
}

const TYPES = new Set(["person", "organization", "place"]);

/**
 * Entities within an article: the reader's against the annotation of GUM. A mention of the reader is a gold one where it ends
 * or begins with it and one lies in the other; GUM marks whole noun phrases, the reader names and the heads' phrases.
 */
export function measureWithin(models: Models, split: "train" | "dev"): WithinScore {
  const gold = new Map<string, string>();
  const found = new Map<string, string>();
  let [all, documents] = [0, 0];
  for (const record of readGum(split, true)) {
    documents++;
    const reading = readArticle(articleFromText(record.text, { name: record.id }), models);
    const byEdge = new Map<string, { start: number; end: number; entity: string }>();
    for (const mention of reading.mentions) {
      for (const edge of [`s${mention.start}`, `e${mention.end}`]) {
        const known = byEdge.get(edge);
        // the longest at an edge is the phrase
        if (known === undefined || known.end - known.start < mention.end - mention.start) byEdge.set(edge, mention);
      }
    }
    const taken = new Set<string>();
    for (const chain of record.chains ?? []) {
      if (!TYPES.has(chain.entityType)) continue;
      for (const { start, end } of chain.mentions) {
        all++;
        const mention = [byEdge.get(`e${end}`), byEdge.get(`s${start}`)].find(
          (one) =>
            one !== undefined && ((one.start >= start && one.end <= end) || (one.start <= start && one.end >= end)),
        );
        if (mention === undefined) continue;
        const item = `${record.id}:${mention.start}-${mention.end}`;
        if (taken.has(item)) continue;
        taken.add(item);
        gold.set(item, `${record.id}:${chain.chain}`);
        found.set(item, `${record.id}:${mention.entity}`);
      }
    }
  }
  return {
    documents,
    coverage: all === 0 ? 0 : gold.size / all,
    bCubed: bCubed(gold, found),
    ceafE: ceafE(gold, found),
  };
}
