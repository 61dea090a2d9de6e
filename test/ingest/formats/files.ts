import { strToU8, zipSync } from "fflate";
import { parseHTML } from "linkedom";
import {
  fileFromBytes,
  isSkipped,
  type ReadOptions,
  readArticles,
  type Skipped,
} from "../../../src/ingest/formats/index.ts";
import type { Article } from "../../../src/model/index.ts";

export const parseDocument = (html: string) => parseHTML(html).document as unknown as Document;
export const utf8 = (text: string): Uint8Array => strToU8(text);

/** All that a file holds, read by its own format. */
export async function readAll(
  content: Uint8Array | string,
  name: string,
  options: ReadOptions = {},
): Promise<{ articles: Article[]; skipped: Skipped[] }> {
  const bytes = typeof content === "string" ? utf8(content) : content;
  const articles: Article[] = [];
  const skipped: Skipped[] = [];
  for await (const item of readArticles(fileFromBytes(bytes, name), { parseDocument, ...options })) {
    if (isSkipped(item)) skipped.push(item);
    else articles.push(item);
  }
  return { articles, skipped };
}

export interface WordParagraph {
  readonly text: string;
  readonly style?: string;
}

const escapeXml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A Word document of paragraphs, as small as Word still opens. */
export function wordDocument(paragraphs: readonly (string | WordParagraph)[], head = ""): Uint8Array {
  const body = paragraphs
    .map((paragraph) => (typeof paragraph === "string" ? { text: paragraph } : paragraph))
    .map(({ text, style }: WordParagraph) => {
      const properties = style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style.replace(/\s/g, "")}"/></w:pPr>`;
      return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
    })
    .join("");
  const styles = ["Title", "heading 1", "Caption"]
    .map(
      (name) =>
        `<w:style w:type="paragraph" w:styleId="${name.replace(/\s/g, "")}"><w:name w:val="${name}"/></w:style>`,
    )
    .join("");
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const package_ = "http://schemas.openxmlformats.org/package/2006";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  return zipSync({
    "[Content_Types].xml": utf8(
      `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${main}.styles+xml"/></Types>`,
    ),
    "_rels/.rels": utf8(
      `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": utf8(
      `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "word/styles.xml": utf8(`<w:styles ${word}>${styles}</w:styles>`),
    "word/document.xml": utf8(`${head}<w:document ${word}><w:body>${body}</w:body></w:document>`),
  });
}

/** Words at a place of a page, in points from the lower left corner. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF with a text layer in Helvetica (PDF 1.4, as written by hand). */
export function pdfDocument(pages: readonly (readonly Placed[])[]): Uint8Array {
  const objects: string[] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
  ];
  const kids: string[] = [];
  for (const page of pages) {
    const content = page
      .map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, "\\$&")}) Tj ET`)
      .join("\n");
    objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`);
    const place = objects.length;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${place} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(" ")}]/Count ${kids.length}>>`;
  let out = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = out.length;
    out += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${out.length}\n%%EOF`;
  return Uint8Array.from(out, (character) => character.charCodeAt(0) & 0xff);
}

/** Lines set below each other in a column. */
export function column(lines: readonly string[], x: number, top: number, size = 10): Placed[] {
  return lines.map((text, index) => ({ text, x, y: top - index * size * 1.2, size }));
}
