import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { type Diagnostic, linter } from "@codemirror/lint";
import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Completions } from "../../src/query/editor.ts";
import { highlight } from "../../src/query/highlight.ts";
import type { Remark } from "./messages.ts";

/** Colours for openCypher, by the engine's own reading of it. */
export const highlighting: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = colour(view.state.doc.toString());
    }
    update({ docChanged, state }: ViewUpdate) {
      if (docChanged) this.decorations = colour(state.doc.toString());
    }
  },
  { decorations: ({ decorations }) => decorations },
);

function colour(text: string): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { start, end, kind } of highlight(text)) {
    if (start < end) builder.add(start, end, Decoration.mark({ class: `query-${kind}` }));
  }
  return builder.finish();
}

/** Proposals of what may come next: the graph's labels, types, properties and values among them. */
export function proposals(complete: (text: string, offset: number) => Promise<Completions | null>): Extension {
  const source = async ({ state, pos, explicit }: CompletionContext): Promise<CompletionResult | null> => {
    const before = state.sliceDoc(Math.max(0, pos - 1), pos);
    if (!explicit && !/[\p{L}\p{N}_:.$'"]/u.test(before)) return null;
    const found = await complete(state.doc.toString(), pos);
    if (found === null || found.options.length === 0) return null;
    const { from, to, options } = found;
    return {
      from,
      to,
      filter: false,
      options: options.slice(0, 100).map(({ label, insert, kind }) => ({ label, apply: insert, detail: kind })),
    };
  };
  return autocompletion({ override: [source], icons: false, activateOnTypingDelay: 60 });
}

/** Underlines what is wrong, with the reason. */
export function mistakes(check: (text: string) => Promise<readonly Remark[]>): Extension {
  return linter(
    async (view): Promise<Diagnostic[]> => {
      const text = view.state.doc.toString();
      const remarks = await check(text);
      const inside = (offset: number) => Math.max(0, Math.min(text.length, offset));
      return remarks.map(({ severity, message, start, end }) => ({
        severity,
        message,
        from: inside(start),
        to: inside(end),
      }));
    },
    { delay: 300 },
  );
}
