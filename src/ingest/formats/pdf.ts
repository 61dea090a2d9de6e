import { type Article, OnRecordError } from "../../model/index.ts";
import { bytesOf, type FormatReader, LIMITS, type Skipped } from "./format.ts";
import { articlesFromParagraphs } from "./paragraphs.ts";
import { paragraphsOfPages } from "./pdf-layout.ts";
import { type Fragment, linesOfPage, type PdfLine } from "./pdf-lines.ts";

/** PDF with a text layer, read by Mozilla's pdf.js. What the page made of the text (columns, hyphens, heads) is mended. */
export const pdf: FormatReader = {
  name: "PDF",
  extensions: [".pdf"],
  sniff: (head) => head[0] === 0x25 && head[1] === 0x50 && head[2] === 0x44 && head[3] === 0x46,
  async *read(file, options): AsyncIterable<Article | Skipped> {
    const bytes = await bytesOf(file, LIMITS.document);
    const pages = await readPages(bytes, file.name);
    if (pages.every((lines) => lines.length === 0)) {
      throw new OnRecordError(
        "NO_TEXT_LAYER",
        `${file.name}: the PDF has no text layer, only pictures of pages; run text recognition (OCR) on it first`,
      );
    }
    yield* articlesFromParagraphs(paragraphsOfPages(pages), { name: file.name, ...options.source });
  },
};

async function readPages(bytes: Uint8Array, name: string): Promise<PdfLine[][]> {
  const { getDocumentProxy } = await import("unpdf");
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // the library takes the bytes over: it gets a copy
    document = await getDocumentProxy(bytes.slice(), { verbosity: 0, isEvalSupported: false, maxImageSize: 1 });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") {
      throw new OnRecordError("ENCRYPTED", `${name}: the PDF is locked with a password; save it without and try again`);
    }
    throw error;
  }
  try {
    if (document.numPages > LIMITS.pages) {
      throw new OnRecordError(
        "TOO_LARGE",
        `${name}: ${document.numPages} pages (at most ${LIMITS.pages}); split it into one file per article`,
      );
    }
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const [x0, y0, x1, y1] = page.view;
      const fragments = items.flatMap((item) => ("str" in item ? fragmentOf(item, x0, y0) : []));
      pages.push(linesOfPage(fragments, { number, width: x1 - x0, height: y1 - y0 }));
      page.cleanup();
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

/** A piece of text where it stands on the page; none for what is empty or doesn't run from left to right. */
function fragmentOf(
  item: { readonly str: string; readonly transform: readonly number[]; readonly width: number },
  left: number,
  bottom: number,
): Fragment[] {
  const [a, b, , d, x, y] = item.transform;
  const size = Math.abs(d) || Math.abs(a);
  if (item.str.trim() === "" || size < 1 || Math.abs(b) > Math.abs(a) * 0.1) return [];
  return [{ text: item.str, left: x - left, right: x - left + item.width, baseline: y - bottom, size }];
}
