import { acceptCompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { useEffect, useRef } from "react";
import type { Completions } from "../../src/query/editor.ts";
import { text } from "../text.ts";
import { highlighting, mistakes, proposals } from "./editor-language.ts";
import { editorTheme } from "./editor-theme.ts";
import type { Remark } from "./messages.ts";

interface QueryEditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onRun: () => void;
  readonly complete: (text: string, offset: number) => Promise<Completions | null>;
  readonly check: (text: string) => Promise<readonly Remark[]>;
}

/**
 * An editor for openCypher. It stands in a shadow root: there CodeMirror adopts its styles instead of adding a <style>, which
 * the page's policy forbids.
 */
export function QueryEditor(props: QueryEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const parent = document.createElement("div");
    root.append(parent);
    const made = new EditorView({
      parent,
      root,
      state: EditorState.create({ doc: latest.current.value, extensions: extensionsOf(() => latest.current) }),
    });
    view.current = made;
    // The page's keys are for when nothing is typed; from outside, the host doesn't look like a field.
    const keep = (event: Event) => event.stopPropagation();
    element.addEventListener("keydown", keep);
    return () => {
      element.removeEventListener("keydown", keep);
      made.destroy();
      parent.remove();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === props.value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.value } });
  }, [props.value]);

  return <div ref={host} className="query-editor" />;
}

/** The editor's abilities; `props` is asked anew each time, for the graph may be another by then. */
function extensionsOf(props: () => QueryEditorProps): Extension {
  const run = () => {
    props().onRun();
    return true;
  };
  return [
    history(),
    drawSelection(),
    closeBrackets(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": text.query.cypher }),
    placeholder(text.query.placeholder),
    highlighting,
    replacing,
    proposals((query, offset) => props().complete(query, offset)),
    mistakes((query) => props().check(query)),
    keymap.of([
      { key: "Mod-Enter", run },
      { key: "Tab", run: acceptCompletion },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    editorTheme,
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged && state.doc.toString() !== props().value) props().onChange(state.doc.toString());
    }),
  ];
}

/**
 * Types over a selection in the editor's own state: the browser, left to it, would join the lines and keep their look in
 * `style` attributes.
 */
const replacing = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event;
    if (inputType !== "insertText" || data === null || isComposing || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});
