import { articleFromBytes } from "../bytes.ts";
import { bytesOf, type FormatReader } from "./format.ts";

/** One article as plain text or as a saved page: whatever no other format claims. */
export const plain: FormatReader = {
  name: "text or saved page",
  extensions: [".txt", ".text", ".html", ".htm", ".xhtml"],
  sniff: () => true,
  async *read(file, options) {
    yield articleFromBytes(await bytesOf(file), file.name, options.parseDocument, options.source);
  },
};
