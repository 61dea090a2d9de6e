import { loadModels, readArticle, readerVersion } from "../extract/index.ts";
import type { ArticleReader } from "../workspace/index.ts";

/** The reader with its trained models loaded. */
export async function createReader(): Promise<ArticleReader> {
  const models = await loadModels();
  return { version: readerVersion(models), read: (article) => readArticle(article, models) };
}
