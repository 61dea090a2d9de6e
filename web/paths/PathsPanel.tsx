import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { type Connection, connectionOf } from "../scene/path.ts";
import { stakeholderIndex } from "../scene/stakeholder-index.ts";
import { IconButton } from "../shell/IconButton.tsx";
import { useView } from "../state/derived.ts";
import type { PathQuestion } from "../state/path-question.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { NameField } from "./NameField.tsx";
import { askPath, withEnd } from "./open.ts";
import { PathRow } from "./PathRow.tsx";

/** How two are connected: every shortest way between them, one at a time, with the sentences of each step. */
export default function PathsPanel() {
  const graph = useExplorer((state) => state.graph);
  const { path } = useView();
  return graph === null || path === null ? null : <Panel graph={graph} path={path} />;
}

interface PanelProps {
  readonly graph: OnRecordGraph;
  readonly path: PathQuestion;
}

function Panel({ graph, path }: PanelProps) {
  const change = useExplorer((state) => state.change);
  const connection = useMemo(() => connectionOf(graph, path), [graph, path]);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Whoever opens it with nothing chosen begins to type.
    if (path.from === null) panel.current?.querySelector<HTMLInputElement>("input")?.focus();
  }, [path.from]);
  const close = () => change({ path: null });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
    document.querySelector<HTMLElement>(".canvas")?.focus();
  };
  return (
    <section ref={panel} className="paths" aria-label={text.paths.label} onKeyDown={onKeyDown}>
      <header className="paths-head">
        <h2>{text.paths.label}</h2>
        <NameField
          graph={graph}
          label={text.paths.from}
          value={path.from}
          onChoose={(from) => askPath({ ...path, from, way: 0 })}
        />
        <IconButton
          icon="swap"
          label={text.paths.swap}
          isDisabled={path.from === null && path.to === null}
          onPress={() => askPath({ from: path.to, to: path.from, way: 0 })}
        />
        <NameField
          graph={graph}
          label={text.paths.to}
          value={path.to}
          onChoose={(to) => askPath({ ...path, to, way: 0 })}
        />
        {connection !== null && connection.steps !== null && <Ways path={path} connection={connection} />}
        <IconButton className="paths-close" icon="close" label={text.paths.close} onPress={close} />
      </header>
      <Answer graph={graph} path={path} connection={connection} />
    </section>
  );
}

function Ways({ path, connection }: { readonly path: PathQuestion; readonly connection: Connection }) {
  const { paths, count, steps } = connection;
  const way = Math.min(path.way, paths.length - 1);
  const go = (next: number) => askPath({ ...path, way: next });
  return (
    <div className="ways" role="toolbar" aria-label={text.paths.found(steps ?? 0, count)}>
      <span className="ways-found">{text.paths.found(steps ?? 0, count)}</span>
      {paths.length > 1 && (
        <>
          <IconButton icon="left" label={text.paths.previous} isDisabled={way === 0} onPress={() => go(way - 1)} />
          <span className="ways-now">{text.paths.way(way + 1, paths.length)}</span>
          <IconButton
            icon="right"
            label={text.paths.next}
            isDisabled={way === paths.length - 1}
            onPress={() => go(way + 1)}
          />
        </>
      )}
      {count > paths.length && <span className="soft">{text.paths.first(paths.length)}</span>}
    </div>
  );
}

function Answer({ graph, path, connection }: PanelProps & { readonly connection: Connection | null }) {
  const { selection } = useView();
  const label = (key: string) => (graph.hasNode(key) ? graph.getNodeAttribute(key, "label") : key);
  if (connection !== null) {
    const shown = connection.paths[Math.min(path.way, connection.paths.length - 1)];
    if (shown !== undefined) return <PathRow graph={graph} path={shown} />;
    return (
      <div className="paths-note">
        <p>{text.paths.none(label(path.from ?? ""), label(path.to ?? ""))}</p>
        <p className="soft">{text.paths.noneHow}</p>
      </div>
    );
  }
  const { numberOf } = stakeholderIndex(graph);
  const known = (key: string | null) => key === null || numberOf.has(key);
  const key = selection?.type === "node" && numberOf.has(selection.key) ? selection.key : null;
  const isFree = key !== null && key !== path.from && key !== path.to && (path.from === null || path.to === null);
  const only = path.from ?? path.to;
  return (
    <div className="paths-note">
      <p>
        {!known(path.from) || !known(path.to)
          ? text.paths.unknown
          : path.from !== null && path.from === path.to
            ? text.paths.same
            : only === null
              ? text.paths.start
              : text.paths.one(label(only))}
      </p>
      {isFree && (
        <button type="button" className="button" onClick={() => askPath(withEnd(path, key))}>
          {text.paths.useSelected(label(key))}
        </button>
      )}
    </div>
  );
}
