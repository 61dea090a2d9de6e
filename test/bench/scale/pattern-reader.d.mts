import type { Article, Reading } from "../../../src/model/index.ts";

/** A reader of the made-up articles of corpus.ts. */
export function createPatternReader(): { readonly version: string; read(article: Article): Reading };
