import MiniSearch from "minisearch";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { NodeKind } from "../../src/model/index.ts";
import { speakerOf } from "../detail/ties.ts";

/** A node as search knows it. */
interface Entry {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** What stands under the label: who said it, other names, the date. */
  readonly note: string;
  readonly name: string;
  readonly aliases: string;
  readonly words: string;
}

export interface Hit {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly note: string;
}

/** Hits by what they are, best first; groups without hits are left out. */
export interface HitGroup {
  readonly group: "stakeholders" | "statements" | "articles";
  readonly hits: readonly Hit[];
}

export type Search = (words: string) => HitGroup[];

const PER_GROUP = 6;

/** Makes a search over names, other names, the words of statements and titles of articles. */
export function searchOver(graph: OnRecordGraph): Search {
  const index = new MiniSearch<Entry>({
    fields: ["name", "aliases", "words"],
    storeFields: ["kind", "label", "note"],
    searchOptions: {
      boost: { name: 4, aliases: 2 },
      // Names are typed by their beginning, and misspelt: one letter in five may be another.
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: "AND",
    },
  });
  graph.forEachNode((id) => index.add(entryOf(graph, id)));
  // Of equal matches, who is named more often comes first.
  const boostDocument = (id: string) => {
    const node = graph.getNodeAttributes(id);
    return "mentionCount" in node ? 1 + Math.log1p(node.mentionCount + 3 * node.statementCount) / 4 : 1;
  };
  return (words) => {
    if (words.trim() === "") return [];
    const hits = index.search(words, { boostDocument }) as unknown as (Hit & { score: number })[];
    const of = (group: HitGroup["group"], belongs: (kind: NodeKind) => boolean): HitGroup => ({
      group,
      hits: hits.filter(({ kind }) => belongs(kind)).slice(0, PER_GROUP),
    });
    return [
      of("stakeholders", (kind) => kind !== "Statement" && kind !== "Article"),
      of("statements", (kind) => kind === "Statement"),
      of("articles", (kind) => kind === "Article"),
    ].filter(({ hits }) => hits.length > 0);
  };
}

function entryOf(graph: OnRecordGraph, id: string): Entry {
  const node = graph.getNodeAttributes(id);
  const { kind } = node;
  if (node.kind === "Statement") {
    const speaker = speakerOf(graph, id);
    const note = speaker === null ? "" : graph.getNodeAttribute(speaker, "label");
    return { id, kind, label: node.text, note, name: "", aliases: "", words: node.text };
  }
  if (node.kind === "Article")
    return {
      id,
      kind,
      label: node.title,
      note: node.date ?? "",
      name: node.title,
      aliases: node.outlet ?? "",
      words: "",
    };
  return {
    id,
    kind,
    label: node.name,
    note: node.aliases.join(", "),
    name: node.name,
    aliases: node.aliases.join(" "),
    words: "",
  };
}
