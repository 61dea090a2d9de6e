import { bytesOf, type FormatReader, LIMITS } from "./format.ts";
import { articlesFromParagraphs } from "./paragraphs.ts";
import { textOfRtf } from "./rtf-text.ts";

/** Rich text (RTF 1.9.1), as word processors and Nexis write it: its words without their looks. */
export const rtf: FormatReader = {
  name: "rich text (RTF)",
  extensions: [".rtf"],
  sniff: (head) => head[0] === 0x7b && head[1] === 0x5c && head[2] === 0x72 && head[3] === 0x74 && head[4] === 0x66,
  async *read(file, options) {
    const text = textOfRtf(await bytesOf(file, LIMITS.document));
    const paragraphs = text.split("\n").map((words) => ({ words }));
    yield* articlesFromParagraphs(paragraphs, { name: file.name, ...options.source });
  },
};
