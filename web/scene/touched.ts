import type { OnRecordGraph } from "../../src/graph/index.ts";
import { type Filters, filtersStakeholders } from "./filters.ts";
import type { Sifted } from "./sift.ts";
import type { StatementIndex } from "./statement-index.ts";

/** The statements that pass; null where all do. */
export function passingKeys({ keys }: StatementIndex, { passing, left }: Sifted): ReadonlySet<string> | null {
  return left === keys.length ? null : new Set(keys.filter((_, statement) => passing[statement] === 1));
}

/**
 * The nodes that filters leave: the statements that pass and what they touch. Where only articles are filtered, or who speaks by
 * what they are, those mentioned and never quoted stay too.
 *
 * @param kept where stakeholders are filtered: those left.
 */
export function touchedNodes(
  graph: OnRecordGraph,
  index: StatementIndex,
  { passing }: Sifted,
  filters: Filters,
  kept: ReadonlySet<string> | null,
): ReadonlySet<string> {
  const { keys, others, touchStarts, touches, appearing, appearsIn } = index;
  const seen = new Uint8Array(others.length);
  const touched = new Set<string>();
  for (let statement = 0; statement < keys.length; statement++) {
    if (passing[statement] === 0) continue;
    touched.add(keys[statement]);
    for (let at = touchStarts[statement]; at < touchStarts[statement + 1]; at++) seen[touches[at]] = 1;
  }
  const isKept = (key: string) => kept?.has(key) ?? true;
  others.forEach((key, other) => {
    if (seen[other] === 1 && (key.startsWith("article:") || isKept(key))) touched.add(key);
  });
  if (filtersWords(filters)) return touched;
  if (filtersStakeholders(filters) && kept !== null && !filtersArticles(filters)) {
    for (const key of kept) touched.add(key);
    return touched;
  }
  const open = openArticles(graph, filters);
  for (const article of open) if (kept === null) touched.add(article);
  for (let i = 0; i < appearing.length; i++)
    if (open.has(appearsIn[i]) && isKept(appearing[i])) touched.add(appearing[i]);
  return touched;
}

/** Whether statements are filtered by what is said or by whom. */
function filtersWords({ speakers, organizations, stances, speech, sources, standings, sure }: Filters): boolean {
  const lists = [speakers, organizations, stances, sources, standings];
  return sure !== null || lists.some(({ length }) => length > 0) || (speech.length > 0 && !speech.includes("said"));
}

function filtersArticles({ articles, outlets, from, to }: Filters): boolean {
  return articles.length > 0 || outlets.length > 0 || from !== null || to !== null;
}

function openArticles(graph: OnRecordGraph, { articles, outlets, from, to }: Filters): Set<string> {
  const open = new Set<string>();
  graph.forEachNode((key, node) => {
    if (node.kind !== "Article") return;
    if (articles.length > 0 && !articles.includes(key)) return;
    if (outlets.length > 0 && !outlets.includes(node.outlet ?? "")) return;
    const { date = "" } = node;
    if ((from !== null && (date === "" || date < from)) || (to !== null && (date === "" || date > to))) return;
    open.add(key);
  });
  return open;
}
