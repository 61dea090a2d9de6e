import { messageOf } from "../data/errors.ts";
import { notify } from "../shell/toasts.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { type Citation, citationHtml, citationOf, citationText } from "./citation.ts";
import { fileName, saveFile } from "./save.ts";

function citation(statement: string): Citation | null {
  const { graph } = useExplorer.getState();
  return graph === null ? null : citationOf(graph, statement, location.href.replace(/#.*$/, ""));
}

/** Puts a statement's words with their source into the clipboard, as plain and as formatted text. */
export async function copyQuote(statement: string): Promise<void> {
  const cited = citation(statement);
  if (cited === null) return;
  const plain = citationText(cited);
  try {
    if (typeof ClipboardItem === "undefined") await navigator.clipboard.writeText(plain);
    else {
      const as = (contents: string, type: string) => new Blob([contents], { type });
      const item = { "text/plain": as(plain, "text/plain"), "text/html": as(citationHtml(cited), "text/html") };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    }
    notify(text.export.quoteCopied);
  } catch {
    notify(text.export.notCopied, { isProblem: true });
  }
}

/** Puts a statement's words with their source into the clipboard as an image; where it takes none, saves it. */
export async function copyQuoteImage(statement: string): Promise<void> {
  const cited = citation(statement);
  if (cited === null) return;
  try {
    const { quoteImage } = await import("./quote-image.ts");
    const image = await quoteImage(cited);
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": image })]);
      notify(text.export.imageCopied);
    } catch {
      const name = fileName(`${cited.speaker} ${cited.words}`, "png");
      saveFile(name, image);
      notify(text.export.imageSaved(name));
    }
  } catch (error) {
    notify(text.export.failed(messageOf(error)), { isProblem: true });
  }
}
