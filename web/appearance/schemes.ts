import type { OnRecordGraph } from "../../src/graph/index.ts";
import { attributeValues } from "../scene/stakeholder-index.ts";
import { statementIndex } from "../scene/statement-index.ts";
import { text } from "../text.ts";
import type { Analysis } from "./analysis.ts";
import { attributeChoices } from "./attributes.ts";

/** One colour of a scheme and what it says. */
export interface SchemeEntry {
  /** What it is filtered by; null for what has no colour of its own. */
  readonly id: string | null;
  readonly label: string;
  /** Name of its colour in theme/tokens.css. */
  readonly token: string;
  /** Stakeholders that have it. */
  readonly members: readonly string[];
}

/** What colours say other than the kind. */
export interface ColorScheme {
  readonly entries: readonly SchemeEntry[];
  /** Node key → token of its colour; stakeholders, statements by who said them, and articles where they have one. */
  readonly tokenOf: ReadonlyMap<string, string>;
}

/** So many colours can be told apart; what is rarer shares the last. */
const SERIES = 8;
const OTHER = "series-other";
/** Numbers fall into so many classes, from pale to deep. */
const CLASSES = 5;

/**
 * The colours of a graph by an attribute; null for the kind, whose colours nodes have anyway, and while communities aren't known
 * yet.
 */
export function schemeOf(graph: OnRecordGraph, color: string, analysis: Analysis | null): ColorScheme | null {
  switch (color) {
    case "kind":
      return null;
    case "community":
      return analysis === null ? null : communityScheme(graph, analysis);
    case "outlet":
      return outletScheme(graph);
    case "stance":
      return stanceScheme(graph);
    default:
      return attributeScheme(graph, color);
  }
}

interface Group {
  readonly id: string;
  readonly label: string;
  readonly members: string[];
}

function communityScheme(graph: OnRecordGraph, { communities }: Analysis): ColorScheme {
  const several = communities.filter(({ members }) => members.length > 1);
  return seriesOf(
    graph,
    several.map(({ id, name, members }) => ({ id, label: name, members: [...members] })),
  );
}

/** Stakeholders have the colour of the outlet that quotes or names them most. */
function outletScheme(graph: OnRecordGraph): ColorScheme {
  const counts = new Map<string, Map<string, number>>();
  const articles = new Map<string, string>();
  graph.forEachNode((key, node) => {
    if (node.kind === "Article" && node.outlet) articles.set(key, node.outlet);
  });
  graph.forEachEdge((_, { kind, count = 1 }, source, target) => {
    const outlet = kind === "APPEARS_IN" ? articles.get(target) : undefined;
    if (outlet === undefined) return;
    let of = counts.get(source);
    if (of === undefined) counts.set(source, (of = new Map()));
    of.set(outlet, (of.get(outlet) ?? 0) + count);
  });
  const groups = new Map<string, Group>();
  for (const [key, of] of counts) {
    const [outlet] = [...of].reduce((best, one) => (one[1] > best[1] ? one : best));
    group(groups, outlet, outlet).members.push(key);
  }
  const scheme = seriesOf(graph, bySize([...groups.values()]));
  const tokens = new Map(scheme.tokenOf);
  const tokenOfOutlet = new Map(scheme.entries.map(({ label, token }) => [label, token]));
  for (const [key, outlet] of articles) tokens.set(key, tokenOfOutlet.get(outlet) ?? OTHER);
  const { keys, columns } = statementIndex(graph);
  const { values, starts, codes } = columns.outlets;
  keys.forEach((key, statement) => {
    const outlet = starts[statement + 1] > starts[statement] ? values[codes[starts[statement]]] : "";
    tokens.set(key, tokenOfOutlet.get(outlet) ?? OTHER);
  });
  return { entries: scheme.entries, tokenOf: tokens };
}

/** Stakeholders have the colour of the side that most of their statements take. */
function stanceScheme(graph: OnRecordGraph): ColorScheme {
  const sides = new Map<string, { support: number; oppose: number }>();
  const tokens = new Map<string, string>();
  const { keys, columns } = statementIndex(graph);
  const { speakers, stances } = columns;
  keys.forEach((key, statement) => {
    const own = { support: 0, oppose: 0 };
    for (let at = stances.starts[statement]; at < stances.starts[statement + 1]; at++) {
      const stance = stances.values[stances.codes[at]];
      if (stance === "support" || stance === "oppose") own[stance]++;
    }
    tokens.set(key, tokenOfSides(own));
    for (let at = speakers.starts[statement]; at < speakers.starts[statement + 1]; at++) {
      const speaker = speakers.values[speakers.codes[at]];
      const all = sides.get(speaker) ?? { support: 0, oppose: 0 };
      sides.set(speaker, { support: all.support + own.support, oppose: all.oppose + own.oppose });
    }
  });
  const groups = new Map<string, Group>();
  for (const id of ["support", "oppose", "mixed"] as const) group(groups, `stance-${id}`, text.appearance.stance(id));
  graph.forEachNode((key, { kind }) => {
    if (kind === "Statement" || kind === "Article") return;
    const token = tokenOfSides(sides.get(key) ?? { support: 0, oppose: 0 });
    tokens.set(key, token);
    groups.get(token)?.members.push(key);
  });
  const entries = [...groups].map(([token, { label, members }]) => ({
    id: token.replace("stance-", ""),
    label,
    token,
    members,
  }));
  return withOther(
    graph,
    entries.filter(({ members }) => members.length > 0),
    tokens,
    text.appearance.noStance,
  );
}

function tokenOfSides({ support, oppose }: { readonly support: number; readonly oppose: number }): string {
  if (support === 0 && oppose === 0) return OTHER;
  return support > oppose ? "stance-support" : oppose > support ? "stance-oppose" : "stance-mixed";
}

function attributeScheme(graph: OnRecordGraph, name: string): ColorScheme {
  const isNumeric = attributeChoices(graph).some((choice) => choice.name === name && choice.isNumeric);
  if (isNumeric) return rampScheme(graph, name);
  const groups = new Map<string, Group>();
  graph.forEachNode((key, node) => {
    if (node.kind === "Statement" || node.kind === "Article") return;
    const [value] = attributeValues(node, name);
    if (value !== undefined) group(groups, value, text.appearance.value(name, value)).members.push(key);
  });
  return seriesOf(graph, bySize([...groups.values()]));
}

/** Classes of about as many stakeholders each, as far as equal values allow: what is rare and large can still be seen. */
function rampScheme(graph: OnRecordGraph, name: string): ColorScheme {
  const found: { key: string; value: number }[] = [];
  graph.forEachNode((key, node) => {
    const value = (node as unknown as Record<string, unknown>)[name];
    if (node.kind !== "Statement" && node.kind !== "Article" && typeof value === "number") found.push({ key, value });
  });
  found.sort((a, b) => a.value - b.value || (a.key < b.key ? -1 : 1));
  const entries: SchemeEntry[] = [];
  const tokens = new Map<string, string>();
  for (let from = 0, number = 1; from < found.length; number++) {
    // What is left is shared among the classes that are left; the last takes it all.
    const wanted = Math.ceil((found.length - from) / Math.max(1, CLASSES - number + 1));
    let to = number >= CLASSES ? found.length : from + wanted;
    while (to < found.length && found[to].value === found[to - 1].value) to++;
    const members = found.slice(from, to);
    const [least, most] = [members[0].value, members[members.length - 1].value];
    entries.push({
      id: `${least}..${most}`,
      label: text.appearance.range(least, most),
      token: `ramp-${number}`,
      members: members.map(({ key }) => key),
    });
    for (const { key } of members) tokens.set(key, `ramp-${number}`);
    from = to;
  }
  return withOther(graph, entries.reverse(), tokens, text.appearance.noValue);
}

/** The first groups have a colour each, the others one together. */
function seriesOf(graph: OnRecordGraph, groups: readonly Group[]): ColorScheme {
  const tokens = new Map<string, string>();
  const entries = groups.slice(0, SERIES).map(({ id, label, members }, at) => {
    const token = `series-${at + 1}`;
    for (const member of members) tokens.set(member, token);
    return { id, label, token, members };
  });
  return withOther(graph, entries, tokens, text.appearance.others);
}

/** Adds what has no colour of its own, and gives statements that of who said them. */
function withOther(
  graph: OnRecordGraph,
  entries: readonly SchemeEntry[],
  tokens: Map<string, string>,
  label: string,
): ColorScheme {
  const others: string[] = [];
  graph.forEachNode((key, { kind }) => {
    if (tokens.has(key) && tokens.get(key) !== OTHER) return;
    if (kind !== "Statement" && kind !== "Article") others.push(key);
    if (kind !== "Article") tokens.set(key, OTHER);
  });
  const { keys, columns } = statementIndex(graph);
  const { values, starts, codes } = columns.speakers;
  keys.forEach((key, statement) => {
    const said = starts[statement + 1] > starts[statement] ? values[codes[starts[statement]]] : null;
    if (tokens.get(key) === OTHER && said !== null) tokens.set(key, tokens.get(said) ?? OTHER);
  });
  const rest = others.length === 0 ? [] : [{ id: null, label, token: OTHER, members: others }];
  return { entries: [...entries, ...rest], tokenOf: tokens };
}

function group(groups: Map<string, Group>, id: string, label: string): Group {
  let found = groups.get(id);
  if (found === undefined) groups.set(id, (found = { id, label, members: [] }));
  return found;
}

function bySize(groups: readonly Group[]): Group[] {
  return [...groups].sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
}
