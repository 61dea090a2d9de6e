import type { OnRecordGraph } from "../../src/graph/index.ts";
import { formatShortDay } from "../article/dates.ts";
import { endsOf } from "../detail/ties.ts";
import { text } from "../text.ts";

/** A statement's words with everything that says whose they are and where they stand. */
export interface Citation {
  readonly words: string;
  readonly speaker: string;
  /** Said where the words are the article's rather than the speaker's; "" for a direct quotation. */
  readonly manner: string;
  readonly title: string;
  readonly outlet: string;
  readonly author: string;
  /** As a person reads it. */
  readonly date: string;
  /** The article's own address, "" where it isn't known. */
  readonly url: string;
  /** Where these words open in On Record. */
  readonly link: string;
}

/**
 * @param page the address of the explorer, without what stands after `#`.
 * @returns null where the key is no statement's.
 */
export function citationOf(graph: OnRecordGraph, statement: string, page: string): Citation | null {
  if (!graph.hasNode(statement)) return null;
  const node = graph.getNodeAttributes(statement);
  if (node.kind !== "Statement") return null;
  const speakers = endsOf(graph, statement, "in", "SAID").map((speaker) => graph.getNodeAttribute(speaker, "label"));
  const article = graph.hasNode(node.article) ? graph.getNodeAttributes(node.article) : null;
  const { title = "", outlet = "", author = "", date = "", url = "" } = article?.kind === "Article" ? article : {};
  const manners = { direct: "", indirect: text.export.paraphrased, mixed: text.export.partlyQuoted };
  return {
    words: quoted(node.text),
    speaker: speakers.length === 0 ? text.export.unknownSource : speakers.join(", "),
    manner: manners[node.statementKind],
    title,
    outlet,
    author,
    date: date === "" ? text.export.undated : formatShortDay(date),
    url: /^https?:/i.test(url) ? url : "",
    link: `${page}#node=${encodeURIComponent(statement).replaceAll("%3A", ":")}`,
  };
}

/** Who said it: "Carrie Lam", "Carrie Lam (paraphrased)". */
export function speakerLine({ speaker, manner }: Citation): string {
  return manner === "" ? speaker : `${speaker} (${manner})`;
}

/** Where it stands: “Title”, outlet, author, date. */
export function sourceLine({ title, outlet, author, date }: Citation): string {
  return [`“${title}”`, outlet, author, date].filter((part) => part !== "").join(", ");
}

/** The citation as plain text: the words, who said them, where they stand, and the links. */
export function citationText(citation: Citation): string {
  const lines = [citation.words, `— ${speakerLine(citation)}, in ${sourceLine(citation)}`, citation.url, citation.link];
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}

/** The same for programs that take formatted text. */
export function citationHtml(citation: Citation): string {
  const source = escapeHtml(sourceLine(citation));
  const where = citation.url === "" ? source : `<a href="${escapeHtml(citation.url)}">${source}</a>`;
  return (
    `<blockquote cite="${escapeHtml(citation.url || citation.link)}"><p>${escapeHtml(citation.words)}</p></blockquote>` +
    `<p>— ${escapeHtml(speakerLine(citation))}, in <cite>${where}</cite> (<a href="${escapeHtml(citation.link)}">On Record</a>)</p>`
  );
}

/** Words in quotation marks, unless they bring their own. */
function quoted(words: string): string {
  return /^["“„«‘'`]/.test(words) ? words : `“${words}”`;
}

function escapeHtml(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
}
