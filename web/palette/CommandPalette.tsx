import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { Keys } from "../help/HelpDialog.tsx";
import { Icon } from "../shell/Icon.tsx";
import { KindMark } from "../shell/KindMark.tsx";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { bestFirst, type Entry, type EntryGroup, matchingCommands, matchingNodes } from "./entries.ts";
import { loadQuestions } from "./question-commands.ts";
import { registry } from "./registry.ts";

/** Everything that can be done, found by a few letters; opened by its key from anywhere. */
export default function CommandPalette() {
  const openDialog = useExplorer((state) => state.openDialog);
  const markModal = (element: HTMLElement | null) => element?.setAttribute("aria-modal", "true");
  return (
    <ModalOverlay
      className="overlay overlay-top"
      isDismissable
      isOpen
      onOpenChange={(open) => !open && openDialog(null)}
    >
      <Modal className="modal modal-palette">
        <Dialog className="palette" aria-label={text.palette.label} ref={markModal}>
          <Picker />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The field and the list under it (ARIA's editable combobox with a list box in groups). */
function Picker() {
  const graph = useExplorer((state) => state.graph);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [hasQuestions, setHasQuestions] = useState(false);
  useEffect(() => {
    // Without them everything else can still be done.
    loadQuestions().then(
      () => setHasQuestions(true),
      () => {},
    );
  }, []);
  // What can be done is settled when the palette opens: it is in front of everything until it closes.
  const commands = useMemo(
    () => registry.all().filter(({ id: name, isAvailable }) => name !== OWN && (isAvailable?.() ?? graph !== null)),
    [graph, hasQuestions],
  );
  const asked = useDeferredValue(query);
  const groups = useMemo(() => groupsFor(asked), [asked, commands, graph]);
  function groupsFor(words: string): EntryGroup[] {
    const found = matchingCommands(commands, words);
    const nodes = graph === null ? [] : matchingNodes(graph, words);
    return nodes.length === 0 ? found : bestFirst([...found, { group: "go", entries: nodes }]);
  }
  const entries = groups.flatMap((group) => group.entries);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1;
    const next = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    }[event.key];
    if (next !== undefined) setActive(Math.max(0, next));
    // What is shown may be a moment behind what is typed.
    else if (event.key === "Enter")
      take((asked === query ? entries : groupsFor(query).flatMap((group) => group.entries))[active]);
    else return;
    event.preventDefault();
  };

  let index = -1;
  return (
    <>
      <div className="palette-field">
        <Icon name="search" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to type into it.
          autoFocus
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={text.palette.label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? `${id}-${active}` : undefined}
          placeholder={text.palette.placeholder}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={`${id}-list`} className="palette-list" role="listbox" aria-label={text.palette.label}>
        {entries.length === 0 && (
          <div className="hits-none" role="option" tabIndex={-1} aria-selected="false" aria-disabled="true">
            {text.palette.none(query.trim())}
          </div>
        )}
        {groups.map(({ group, entries: inGroup }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, as ARIA's list box has them.
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <h2 id={`${id}-${group}`} role="presentation">
              {group === "go" ? text.palette.go : text.palette.group(group)}
            </h2>
            {inGroup.map((entry) => {
              index++;
              const at = index;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys.
                <div
                  key={entry.id}
                  id={`${id}-${at}`}
                  className="palette-entry"
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === active}
                  onPointerMove={() => setActive(at)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => take(entry)}
                >
                  {entry.node !== null && <KindMark kind={entry.node.kind} fill={entry.node.fill} />}
                  <Label entry={entry} />
                  {entry.command?.isOn?.() === true && <span className="palette-on">{text.palette.on}</span>}
                  {entry.command?.keys !== undefined && <Keys keys={entry.command.keys[0]} />}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {text.palette.found(entries.length)}
      </p>
    </>
  );
}

/** The palette's own command: opening what is open is no choice. */
const OWN = "page.palette";

/** Closes the palette, then does it: what is done may open a dialog of its own, or take the focus. */
function take(entry: Entry | undefined): void {
  if (entry === undefined) return;
  const { openDialog, select, say } = useExplorer.getState();
  openDialog(null);
  // The dialog gives the focus back when it is gone; a command that takes it must come after.
  requestAnimationFrame(() => {
    if (entry.command !== null) entry.command.run();
    else if (entry.node !== null) {
      select({ type: "node", key: entry.node.key }, "search");
      say(text.state.selected(entry.label));
    }
  });
}

/** The label with the letters that were typed marked. */
function Label({ entry: { label, places } }: { readonly entry: Entry }) {
  const typed = new Set(places);
  const parts: { words: string; isTyped: boolean; at: number }[] = [];
  for (let at = 0; at < label.length; at++) {
    const last = parts.at(-1);
    if (last !== undefined && last.isTyped === typed.has(at)) last.words += label[at];
    else parts.push({ words: label[at], isTyped: typed.has(at), at });
  }
  return (
    <span className="palette-label">
      {parts.map(({ words, isTyped, at }) => (isTyped ? <b key={at}>{words}</b> : <span key={at}>{words}</span>))}
    </span>
  );
}
