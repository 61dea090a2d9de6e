import { articleFromText } from "../text.ts";
import { dayOf } from "./columns.ts";
import { asciiOf, type FormatReader, type Skipped, skip } from "./format.ts";
import { isObject, parsedLines } from "./json.ts";
import { languageTag } from "./records.ts";

/**
 * GDELT's Global Quotation Graph: a line for each article with its quotations and the words before and after each
 * (https://blog.gdeltproject.org/announcing-the-global-quotation-graph/). The article's own text isn't in it: the text is
 * made of the snippets, a paragraph each, and says so in a warning.
 */
export const quotationGraph: FormatReader = {
  name: "GDELT Global Quotation Graph",
  extensions: [".json", ".jsonl", ".ndjson"],
  sniff: (head) => /^\s*\{[^\n]*"quotes"\s*:\s*\[\s*\{\s*"(?:pre|quote|post)"/.test(asciiOf(head, head.length)),
  async *read(file, options) {
    for await (const line of parsedLines(file)) {
      if ("skipped" in line) {
        yield line;
        continue;
      }
      const { value, number } = line;
      const place = `${file.name}, line ${number}`;
      const text = textOfQuotes(value.quotes);
      if (text === "") {
        yield { skipped: "EMPTY", message: `${place}: no quotations; nothing to read there` } satisfies Skipped;
        continue;
      }
      try {
        const article = articleFromText(text, {
          title: words(value.title) || words(value.url) || undefined,
          date: dayOf(words(value.date)) ?? undefined,
          outlet: outletOf(words(value.url)),
          url: words(value.url) || undefined,
          language: languageTag(words(value.lang) || undefined),
          ...options.source,
        });
        const warning = "made of the quotations and the words around them that GDELT keeps; the rest isn't there";
        yield { ...article, warnings: [...article.warnings, warning] };
      } catch (error) {
        yield skip(error, place, "record");
      }
    }
  },
};

function textOfQuotes(quotes: unknown): string {
  if (!Array.isArray(quotes)) return "";
  const paragraphs = quotes.filter(isObject).flatMap(({ pre, quote, post }) => {
    const content = words(quote).replace(/^["“”«„]+|["“”»]+$/g, "");
    return content === "" ? [] : [`${words(pre)} “${content}” ${words(post)}`.replace(/\s+/g, " ").trim()];
  });
  return paragraphs.join("\n\n");
}

function words(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

/** The host of an address without `www.`: GDELT names no outlets. */
function outletOf(url: string): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1].toLowerCase();
}
