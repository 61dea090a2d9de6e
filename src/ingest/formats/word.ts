import { strFromU8, zipSync } from "fflate";
import { OnRecordError } from "../../model/index.ts";
import { asciiOf, extensionOf, type FormatReader, type InputFile, LIMITS } from "./format.ts";
import { articlesFromParagraphs, type Paragraph } from "./paragraphs.ts";
import { readDirectory, readEntry } from "./zip-directory.ts";

/** Word documents (Office Open XML, ECMA-376), read by mammoth: paragraphs, headings by their styles, tables, no notes. */
export const word: FormatReader = {
  name: "Word document",
  extensions: [".docx", ".docm"],
  sniff: (head, name) =>
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    (/^\.doc[xm]$/.test(extensionOf(name)) || asciiOf(head, 4096).includes("word/document.xml")),
  async *read(file, options) {
    const bytes = await wordParts(file);
    const { default: mammoth } = await import("mammoth");
    const paragraphs: Paragraph[] = [];
    const transformDocument = (document: WordElement) => {
      addParagraphs(document, paragraphs);
      // only the tree is wanted: nothing is left to make HTML of
      return { ...document, children: [] };
    };
    // in Node mammoth takes `buffer`, in the browser `arrayBuffer`
    const input = { buffer: bytes, arrayBuffer: bytes.buffer };
    await mammoth.convertToHtml(input as unknown as { arrayBuffer: ArrayBuffer }, { transformDocument });
    yield* articlesFromParagraphs(paragraphs, { name: file.name, ...options.source });
  },
};

/** The parts of a document that hold its words, packed anew: so no part can be larger than it says, or be a bomb. */
async function wordParts(file: InputFile): Promise<Uint8Array> {
  if (file.size > LIMITS.document) {
    throw new OnRecordError(
      "TOO_LARGE",
      `${file.name}: more than 50 MB; remove the pictures, or save it as plain text`,
    );
  }
  const parts: Record<string, Uint8Array> = {};
  let total = 0;
  for (const entry of await readDirectory(file)) {
    if (!/(?:\.rels|\[Content_Types\]\.xml|^word\/[^/]+\.xml)$/.test(entry.name) || entry.name.includes("..")) continue;
    const bytes = await readEntry(file, entry, LIMITS.document);
    total += bytes.length;
    if (total > 2 * LIMITS.document) {
      throw new OnRecordError("TOO_LARGE", `${file.name}: more than 100 MB when unpacked; save it as plain text`);
    }
    refuseEntities(bytes, `${file.name}/${entry.name}`);
    parts[entry.name] = bytes;
  }
  if (
    parts["word/document.xml"] === undefined &&
    !Object.keys(parts).some((name) => /^word\/document\d*\.xml$/.test(name))
  ) {
    throw new OnRecordError("NO_ARTICLE", `${file.name}: no text in this document; save it as .docx again`);
  }
  return zipSync(parts, { level: 0 });
}

/** Office documents have no document type; one that has means to define entities (which grow without bound). */
function refuseEntities(bytes: Uint8Array, name: string): void {
  const head = strFromU8(bytes.subarray(0, 4096), true);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(head)) {
    throw new OnRecordError(
      "ENTITY_BOMB",
      `${name}: defines XML entities, which no document does; save it anew in Word`,
    );
  }
}

/** An element of mammoth's document, of which only this is used. */
interface WordElement {
  readonly type: string;
  readonly children?: readonly WordElement[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly breakType?: string;
}

function addParagraphs(element: WordElement, paragraphs: Paragraph[]): void {
  if (element.type === "paragraph") {
    const style = element.styleName ?? "";
    const kind = /^title$/i.test(style)
      ? "title"
      : /^heading\b/i.test(style)
        ? "heading"
        : /^caption$/i.test(style)
          ? "caption"
          : undefined;
    for (const words of wordsOf(element).split("\n")) paragraphs.push({ words, kind });
    return;
  }
  if (element.type === "tableRow") {
    const cells = (element.children ?? []).map((cell) => wordsOf(cell).replace(/\n/g, " "));
    // a table of one cell is a frame around text
    if (cells.length > 1) paragraphs.push({ words: cells.join(" | ") });
    else for (const child of element.children ?? []) addParagraphs(child, paragraphs);
    return;
  }
  for (const child of element.children ?? []) addParagraphs(child, paragraphs);
}

function wordsOf(element: WordElement): string {
  if (element.type === "text") return element.value ?? "";
  if (element.type === "tab") return " ";
  if (element.type === "break") return element.breakType === "line" ? "\n" : "";
  const words = (element.children ?? []).map(wordsOf).join("");
  return element.type === "paragraph" ? `${words}\n` : words;
}
