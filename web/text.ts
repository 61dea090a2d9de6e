import type { EdgeKind, NodeKind, StatementKind } from "../src/model/index.ts";
import { appearanceText } from "./text/appearance.ts";
import { exportText } from "./text/export.ts";
import { filtersText } from "./text/filters.ts";
import { layoutText } from "./text/layout.ts";
import { paletteText } from "./text/palette.ts";
import { passagesText } from "./text/passages.ts";
import { pathsText } from "./text/paths.ts";
import { savedText } from "./text/saved.ts";
import { tableText } from "./text/table.ts";
import { timelineText } from "./text/timeline.ts";
import { tourText } from "./text/tour.ts";

/** Every word on the screen, in one place: translating the explorer is translating this file. */

const many = (count: number, one: string, several: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : several}`;

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

const KIND_ONE: Readonly<Record<NodeKind, string>> = {
  Person: "Person",
  Organization: "Organization",
  Group: "Group",
  Place: "Place",
  Document: "Document",
  Event: "Event",
  Topic: "Topic",
  Statement: "Statement",
  Article: "Article",
};

const KIND_MANY: Readonly<Record<NodeKind, string>> = {
  Person: "People",
  Organization: "Organizations",
  Group: "Groups",
  Place: "Places",
  Document: "Documents",
  Event: "Events",
  Topic: "Topics",
  Statement: "Statements",
  Article: "Articles",
};

const STATEMENT: Readonly<Record<StatementKind, string>> = { direct: "Direct", indirect: "Indirect", mixed: "Mixed" };

const EDGE: Readonly<Record<EdgeKind, string>> = {
  SAID: "said",
  TOLD: "told",
  MENTIONS: "mentions",
  ABOUT: "is about",
  IN_ARTICLE: "in article",
  APPEARS_IN: "appears in",
  SPEAKS_FOR: "speaks for",
  HOLDS_ROLE: "holds role",
  PART_OF: "is part of",
  ISSUED: "issued",
  ECHOES: "echoes",
  MAY_BE: "may be",
  COPY_OF: "is a copy of",
};

export const text = {
  product: "On Record",
  page: (title: string) => `${title} · On Record`,
  kind: (kind: NodeKind) => KIND_ONE[kind],
  kinds: (kind: NodeKind) => KIND_MANY[kind],
  statementKind: (kind: StatementKind) => STATEMENT[kind],
  edgeKind: (kind: EdgeKind) => EDGE[kind],

  views: { graph: "Graph", table: "Table", passages: "Passages", query: "Query" },

  toolbar: {
    label: "Tools",
    views: "View",
    graph: "Graph",
    table: "Table",
    passages: "Passages",
    query: "Query",
    read: "Read",
    list: "List",
    add: "Add an article",
    addShort: "Add",
    export: "Export",
    help: "Keys and help",
    dark: "Dark theme",
    light: "Light theme",
    more: "More",
    filters: "Filters",
    undo: "Undo",
  },

  search: {
    label: "Search",
    placeholder: "Search people, words, articles …",
    results: "Results",
    stakeholders: "Who and what",
    statements: "Statements",
    articles: "Articles",
    loading: "Getting ready to search …",
    none: (words: string) => `Nothing here says “${words}”. Try fewer or other words.`,
    found: (count: number) => many(count, "result", "results"),
  },

  legend: {
    label: "Legend and filters",
    stakeholders: "Who and what",
    statements: "Statements",
    ties: "Ties",
    only: "only",
    onlyOf: (kind: string) => `Show only: ${kind}`,
    all: "Show all",
    unnamed: "dashed: not named",
    collapse: "Hide the legend",
    expand: "Show the legend",
  },

  graph: {
    label: "Graph",
    roleDescription: "graph",
    instructions: (nodes: number, edges: number) =>
      `${many(nodes, "node", "nodes")} and ${many(edges, "tie", "ties")}. Arrow keys walk from node to node, Enter opens the words, Escape lets go. The table has the same as a list.`,
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Fit what is selected",
    reset: "Show everything",
    tools: "Zoom",
    filteredOut: "Everything is filtered out.",
    noWebgl: "This browser can't draw the graph",
    noWebglWhy:
      "The picture needs WebGL 2, which is switched off or missing here. Nothing else does: the article, the statements and every tie can be read in the table.",
    noWebglHow:
      "To see the picture, turn on hardware acceleration in the browser's settings, or open this page in another browser.",
    openTable: "Open the table",
  },

  layout: layoutText,

  mode: {
    label: "What the graph shows",
    stakeholders: "Stakeholders",
    statements: "Statements",
    unfold: "Unfold in the graph",
    fold: "Fold in the graph",
  },

  filters: filtersText,
  appearance: appearanceText,

  timeline: timelineText,

  article: {
    label: "Article",
    open: "Open articles",
    all: "All articles",
    find: "Find an article",
    noneFound: (words: string) => `No article is called “${words}”.`,
    keep: (title: string) => `Keep “${title}” open`,
    close: (title: string) => `Close “${title}”`,
    follow: "Scroll and graph follow each other",
    voice: (name: string, kind: StatementKind) => `${name}, ${STATEMENT[kind].toLowerCase()}`,
    form: (form: "named" | "nominal" | "pronoun") =>
      ({ named: "by name", nominal: "by description", pronoun: "by a pronoun" })[form],
    removeShort: "Remove from this page",
    instructions:
      "Up and down arrows walk from statement to statement, left and right from name to name, Enter centres the graph.",
    none: "Select something in the graph: its words open here.",
    loading: "Opening the article …",
    remove: (title: string) => `Remove “${title}” from this page`,
    strip: "Where the voices are",
    undated: "no date",
    characters: (count: number) => many(count, "character", "characters"),
    collapse: "Hide the article",
    expand: "Show the article",
    resize: "Width of the article",
  },

  detail: {
    label: "Selected",
    resize: "Height of what is selected",
    empty: "Nothing is selected. Click a node, an edge or marked words.",
    close: "Let go of the selection",
    hidden: "Filtered out of the graph.",
    showAgain: "Show it",
    gone: "What the address names isn't in this graph.",
    said: (count: number) => `said ${many(count, "thing", "things")}`,
    named: (count: number) => `named ${many(count, "time", "times")}`,
    quoted: (count: number) => many(count, "quoted word", "quoted words"),
    neverQuoted: "mentioned, never quoted",
    unnamed: "not named",
    aliases: "Also called",
    saidList: "Said",
    mentionedIn: "Talked about in",
    ties: "Ties",
    appearsIn: "Appears in",
    by: "said by",
    nobody: "source not known",
    to: "to",
    on: "on",
    why: "Why",
    cue: "Cue",
    howSure: "How sure",
    rule: "rule",
    when: "When",
    everythingSaid: "Everything said",
    everythingAbout: "What others say",
    readAll: (count: number) => `${many(count, "statement", "statements")}, in a list`,
    sure: (confidence: number) => `${Math.round(confidence * 100)} % sure`,
    otherwise: "Otherwise",
    echoes: "Same words elsewhere",
    mentions: "Mentions",
    about: "About",
    inArticle: "In",
    samePerson: "Same person?",
    evidence: "Shown by",
    floating: "The quotation stands alone; it belongs to the speaker before it.",
    thought: "Thought, hoped or planned rather than said.",
    statementCount: (count: number) => many(count, "statement", "statements"),
    stakeholderCount: (count: number) => many(count, "name", "names"),
    graphSummary: "In this graph",
    times: (count: number) => (count === 1 ? "" : `× ${count}`),
    more: (count: number) => `${count} more`,
    sourceAbsent: "…",
  },

  query: {
    label: "Query",
    phrase: "Question",
    own: "Write openCypher …",
    cypher: "Query in openCypher",
    placeholder: "MATCH (p:Person)-[:SAID]->(s:Statement) RETURN p.name, s.text",
    showCypher: "See it as openCypher",
    parameter: "a value, as text or JSON",
    showValues: "Show values",
    ownPhrases: (problem: string) => `Your own phrases are left out: ${problem}`,
    run: "Ask the graph",
    stop: "Stop",
    running: "Asking …",
    earlier: "Asked before",
    copy: "Copy",
    copied: "Copied as a table.",
    csv: "CSV",
    json: "JSON",
    saveCsv: "Save as CSV",
    saveJson: "Save as JSON",
    showInGraph: "Show in graph",
    shown: (nodes: number) => `${many(nodes, "node", "nodes")} of the answer shown in the graph`,
    nothingToShow: "No row names a node or an edge; return p, r or a path to see it.",
    noWords: "This row rests on no words of its own.",
    answer: "Answer",
    plan: "How the query is run",
    planCounts: (estimate: number, rows: number | undefined, hits: number | undefined) =>
      rows === undefined
        ? `about ${many(estimate, "row", "rows")}`
        : `${many(rows, "row", "rows")}, ${many(hits ?? 0, "look-up", "look-ups")} (expected ${estimate.toLocaleString("en")})`,
    found: (count: number, milliseconds: number) =>
      `${count === 0 ? "Nothing matches" : many(count, "row", "rows")} · ${Math.max(1, Math.round(milliseconds))} ms`,
    outcome: (answer: {
      readonly type: "rows" | "failed" | "stopped";
      readonly message?: string;
      readonly milliseconds?: number;
      readonly result?: { readonly rows: readonly unknown[] };
    }) =>
      answer.type === "rows"
        ? `${many(answer.result?.rows.length ?? 0, "row", "rows")} in ${Math.max(1, Math.round(answer.milliseconds ?? 0))} ms`
        : answer.type === "failed"
          ? `The query failed: ${answer.message}`
          : "The query was stopped.",
    failed: "This can't be answered as it stands.",
    stoppedTitle: "Stopped.",
    stopped: "The query was given up before it was done; ask a narrower one, or add LIMIT.",
    about:
      "Pick a question and fill its blanks, or write openCypher: the graph is only read. Rows open the words behind them.",
    try: "Or try one of these",
    examples: [
      [
        "Who said what",
        "MATCH (p)-[:SAID]->(s:Statement)\nRETURN p.name AS source, s.text AS words, s AS statement\nORDER BY source LIMIT 50",
      ],
      [
        "Who is talked about, and by how many",
        "MATCH (p)-[:SAID]->(s:Statement)-[:MENTIONS]->(who)\nRETURN who, count(DISTINCT p) AS sources, count(DISTINCT s) AS statements\nORDER BY statements DESC LIMIT 20",
      ],
      [
        "Whose words are heard twice",
        "MATCH (a:Statement)-[e:ECHOES]->(b:Statement)\nRETURN a AS one, b AS other, e.words AS shared",
      ],
    ] as const,
    loading: "Getting the query engine ready …",
  },

  table: tableText,

  paste: {
    title: "Read an article here",
    about: "It is read on this page. Nothing leaves your machine.",
    field: "Text or HTML of the article",
    placeholder: "Paste the article, with its title on the first line …",
    file: "Choose a file",
    drop: "Drop it anywhere to read it here",
    together: "With the articles already here",
    alone: "On its own",
    how: "Show it",
    read: "Read it",
    cancel: "Cancel",
    stop: "Stop reading",
    models: "Getting the language models ready …",
    reading: "Reading …",
    drawing: "Drawing the graph …",
    empty: "There is nothing to read yet: paste some text or choose a file.",
    found: (title: string, statements: number) => `“${title}”: ${many(statements, "statement", "statements")} found.`,
    foundMany: (articles: number, statements: number, leftOut: number) =>
      `${many(articles, "article", "articles")} read, ${many(statements, "statement", "statements")} found.` +
      (leftOut > 0 ? ` ${many(leftOut, "part", "parts")} couldn't be read.` : ""),
    foundNone: (title: string) =>
      `“${title}”: no statement found. Nobody is quoted, or the text isn't an English news article.`,
    failed: "It couldn't be read.",
  },

  export: exportText,

  palette: paletteText,
  saved: savedText,
  tour: tourText,
  passages: passagesText,
  paths: pathsText,

  help: {
    title: "Keys",
    close: "Close",
    arrow: (direction: string) => `arrow ${direction}`,
    about: "Drag to move, scroll or pinch to zoom, double-click a node to look at its neighbourhood.",
  },

  state: {
    loading: "Opening the graph …",
    fetched: (bytes: number, total: number | null) =>
      total === null ? `${megabytes(bytes)} MB` : `${megabytes(bytes)} of ${megabytes(total)} MB`,
    errorTitle: "The graph couldn't be opened",
    retry: "Try again",
    emptyTitle: "Nothing has been read yet",
    empty:
      "On Record shows who said what, about whom, and the exact words that show it. Paste a first article to see it read.",
    emptyFolder: "To keep articles, put them into graph-data/articles and run “onrecord build”.",
    dismiss: "Close",
    messages: "Messages",
    selected: (label: string) => `Selected: ${label}`,
    passing: (count: number, of: number) =>
      count === of
        ? `All ${many(of, "statement", "statements")} pass the filters`
        : `${count.toLocaleString("en")} of ${many(of, "statement", "statements")} pass the filters`,
    released: "Selection released",
    undone: "Undone",
    nothingToUndo: "Nothing to undo",
  },
} as const;
