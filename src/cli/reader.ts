import { loadModels, readArticle, readerVersion } from "../extract/index.ts";
import { OnRecordError } from "../model/index.ts";
import type { ArticleReader } from "../workspace/index.ts";

/** The reader with its trained models loaded. What it fails on is an `OnRecordError` `DEFECT`, so that the rest can go on. */
export async function createReader(): Promise<ArticleReader> {
  const models = await loadModels();
  return {
    version: readerVersion(models),
    read: (article) => {
      try {
        return readArticle(article, models);
      } catch (error) {
        const what =
          error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 2).join("") : String(error);
        const message = `${article.id}: can't be read: a defect of onrecord, please report it with the article (${what.replace(/\s+/g, " ")})`;
        throw new OnRecordError("DEFECT", message, { cause: error });
      }
    },
  };
}
