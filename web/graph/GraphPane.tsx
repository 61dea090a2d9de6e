import { type KeyboardEvent, memo, useRef, useState } from "react";
import { Chips } from "../filters/Chips.tsx";
import { DateAxis } from "../layout/DateAxis.tsx";
import { LayoutControl } from "../layout/LayoutControl.tsx";
import { MINIMAP_FROM, Minimap } from "../minimap/Minimap.tsx";
import { NO_FILTERS } from "../scene/filters.ts";
import { neighbourTowards, strongestNode } from "../scene/walk.ts";
import { IconButton } from "../shell/IconButton.tsx";
import { selectScene, selectVisible, useView, useVisible } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { fitSelection, showWhole, ZOOM_STEP, zoom } from "./camera-actions.ts";
import { togglePin } from "./commands.ts";
import { ModeSwitch } from "./ModeSwitch.tsx";
import { NoWebgl } from "./NoWebgl.tsx";
import { useRenderer } from "./use-renderer.ts";

/** The picture of the graph, or why there is none. */
export function GraphPane() {
  const [possible, setPossible] = useState(true);
  return possible ? <GraphCanvas onImpossible={() => setPossible(false)} /> : <NoWebgl />;
}

const ARROWS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" } as const;

function GraphCanvas({ onImpossible }: { readonly onImpossible: () => void }) {
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRenderer(container, onImpossible);
  const visible = useVisible();
  const { selection, arrangement } = useView();
  const change = useExplorer((state) => state.change);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in ARROWS) walk(ARROWS[event.key as keyof typeof ARROWS]);
    else if (event.key === "Enter" && selection !== null) openWords();
    else return;
    event.preventDefault();
  };

  return (
    <div className="graph">
      <div
        ref={container}
        className="canvas"
        data-keys="graph"
        role="application"
        aria-roledescription={text.graph.roleDescription}
        aria-label={text.graph.label}
        aria-describedby="graph-instructions"
        data-state={drawn ? "drawn" : "drawing"}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is interactive, by arrow keys.
        tabIndex={0}
        onKeyDown={onKeyDown}
      />
      <p id="graph-instructions" className="visually-hidden">
        {text.graph.instructions(visible.nodes.size, visible.edges.size)}
      </p>
      <GraphTop />
      {drawn && arrangement.layout === "date" && <DateAxis />}
      {drawn && visible.nodes.size > MINIMAP_FROM && <Minimap />}
      {visible.nodes.size === 0 && (
        <div className="graph-empty">
          <p>{text.graph.filteredOut}</p>
          <button type="button" className="button" onClick={() => change({ hidden: [], filters: NO_FILTERS })}>
            {text.legend.all}
          </button>
        </div>
      )}
      <ZoomBar />
    </div>
  );
}

// What lies over the picture stays as it is while pointing and layouts draw it again and again.
const GraphTop = memo(function GraphTop() {
  return (
    <div className="graph-top">
      <ModeSwitch />
      <LayoutControl />
      <Chips />
    </div>
  );
});

const ZoomBar = memo(function ZoomBar() {
  const { selection } = useView();
  return (
    <div className="zoom" role="toolbar" aria-label={text.graph.tools}>
      <IconButton icon="plus" label={text.graph.zoomIn} onPress={() => zoom(1 / ZOOM_STEP)} />
      <IconButton icon="minus" label={text.graph.zoomOut} onPress={() => zoom(ZOOM_STEP)} />
      <IconButton icon="fit" label={text.graph.fit} onPress={fitSelection} isDisabled={selection === null} />
      <IconButton icon="reset" label={text.graph.reset} onPress={showWhole} />
      <PinButton />
    </div>
  );
});

/** Keeps the selected node in its place, or lets go of it. */
function PinButton() {
  const { selection, arrangement } = useView();
  const pinned = arrangement.pins.some(({ key }) => key === selection?.key);
  return (
    <IconButton
      icon={pinned ? "unpin" : "pin"}
      label={pinned ? text.layout.unpin : text.layout.pin}
      onPress={togglePin}
      isDisabled={selection?.type !== "node"}
    />
  );
}

/** Goes to the neighbour in that direction; from nothing, to the strongest node; from an edge, to its end. */
function walk(direction: (typeof ARROWS)[keyof typeof ARROWS]): void {
  const state = useExplorer.getState();
  const { history, select, say } = state;
  const scene = selectScene(state);
  if (scene === null) return;
  const visible = selectVisible(state);
  const { selection } = history.present;
  let next: string | null;
  if (selection?.type === "node" && visible.nodes.has(selection.key))
    next = neighbourTowards(scene, selection.key, direction, visible);
  else if (selection?.type === "edge" && scene.edgeOf.has(selection.key))
    next = scene.graph.target(scene.edgeOf.get(selection.key));
  else next = strongestNode(scene, visible);
  if (next === null) return;
  select({ type: "node", key: next }, "graph");
  const { kind, label } = scene.graph.getNodeAttributes(next);
  say(`${text.kind(kind)}: ${label}`);
}

/** Takes the reader to the words: the article, on a narrow screen too. */
function openWords(): void {
  useExplorer.getState().showPane("read");
  document.querySelector<HTMLElement>(".article-text")?.focus();
}
