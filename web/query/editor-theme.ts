import { EditorView } from "@codemirror/view";

const MONOSPACE = "ui-monospace, Menlo, Consolas, monospace";

/** How the editor looks, in the tokens of theme/tokens.css: they reach into its shadow root, and follow the theme. */
export const editorTheme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent", fontSize: "13px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: MONOSPACE, lineHeight: "21px", maxHeight: "220px", overflow: "auto" },
  ".cm-content": { padding: "10px 0", minHeight: "84px", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 12px" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--accent-wash)",
  },
  ".cm-placeholder": { color: "var(--ink-faint)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--hover)" },
  ".query-keyword": { fontWeight: "600" },
  ".query-function": { color: "var(--event-text)" },
  ".query-label": { color: "var(--document-text)" },
  ".query-type": { color: "var(--organization-text)" },
  ".query-property": { color: "var(--person-text)" },
  ".query-parameter": { color: "var(--group-text)", fontStyle: "italic" },
  ".query-string": { color: "var(--place-text)" },
  ".query-number": { color: "var(--group-text)" },
  ".query-operator, .query-bracket": { color: "var(--ink-soft)" },
  ".query-comment": { color: "var(--ink-faint)", fontStyle: "italic" },
  ".query-invalid": { color: "var(--accent)" },
  ".cm-lintRange": { backgroundImage: "none", textUnderlineOffset: "3px" },
  ".cm-lintRange-error": { textDecoration: "underline wavy var(--accent) 1.5px" },
  ".cm-lintRange-warning": { textDecoration: "underline dotted var(--ink-soft) 2px" },
  ".cm-lintPoint:after": { display: "none" },
  ".cm-tooltip": {
    border: "1px solid var(--hairline)",
    borderRadius: "var(--radius)",
    backgroundColor: "var(--paper-raised)",
    color: "var(--ink)",
    boxShadow: "var(--shadow)",
    overflow: "hidden",
  },
  ".cm-diagnostic": { padding: "6px 10px", borderLeft: "0", maxWidth: "48ch", fontFamily: "var(--font-text)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: MONOSPACE, fontSize: "13px", maxHeight: "240px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "4px 10px", lineHeight: "20px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent-wash)",
    color: "var(--ink)",
  },
  ".cm-completionDetail": {
    float: "right",
    marginLeft: "24px",
    color: "var(--ink-soft)",
    fontFamily: "var(--font-text)",
    fontStyle: "normal",
    fontSize: "12px",
  },
});
