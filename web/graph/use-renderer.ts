import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useNodeLooks } from "../appearance/use-appearance.ts";
import { messageOf } from "../data/errors.ts";
import type { Look } from "../sigma/look.ts";
import { readPalette } from "../sigma/palette.ts";
import type { GraphRenderer } from "../sigma/renderer.ts";
import {
  selectScene,
  selectVisible,
  useHoveredFocus,
  useScene,
  useSelectedFocus,
  useView,
  useVisible,
  viewOf,
} from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { useTheme } from "../state/theme.ts";
import type { Camera } from "../state/view.ts";
import { currentPicture } from "./current-picture.ts";

interface RendererControls {
  /** Whether the graph has been drawn. */
  readonly drawn: boolean;
  /** Multiplies the camera's ratio: below 1 goes nearer. */
  zoom(factor: number): void;
  /** Shows the selection with its neighbours. */
  fit(): void;
  /** Shows everything. */
  reset(): void;
}

/** How long the camera takes to follow, in milliseconds. */
const FOLLOW = 180;

/** Keeps a GraphRenderer in the element and in step with the state. */
export function useRenderer(container: RefObject<HTMLDivElement | null>): RendererControls {
  const renderer = useRef<GraphRenderer | null>(null);
  const [drawn, setDrawn] = useState(false);
  const scene = useScene();
  const origin = useExplorer((state) => state.origin);
  const { selection, camera } = useView();
  const { theme } = useTheme();
  const look = useLook(theme);
  const latest = useRef(look);
  latest.current = look;

  useEffect(() => {
    const element = container.current;
    const first = selectScene(useExplorer.getState());
    if (element === null || first === null) return;
    let stopped = false;
    void import("../sigma/renderer.ts")
      .then(async ({ GraphRenderer: Renderer }) => {
        if (stopped) return;
        const made = new Renderer(element, first, latest.current, EVENTS, viewOf(useExplorer.getState()).camera);
        renderer.current = made;
        currentPicture.set(made);
        element.addEventListener("onrecord:locate", locate);
        setDrawn(true);
        element.dispatchEvent(new CustomEvent("onrecord:drawn", { bubbles: true }));
        document.fonts.addEventListener("loadingdone", fontsArrived);
        await Promise.all(labelFonts(latest.current).map((font) => document.fonts.load(font)));
        fontsArrived();
      })
      .catch((error) => useExplorer.getState().fail(messageOf(error)));
    const fontsArrived = () => {
      if (!stopped) renderer.current?.fontsArrived();
    };
    const locate = (event: Event) => {
      const { detail } = event as CustomEvent<{ key: string; place?: { x: number; y: number } | null }>;
      detail.place = renderer.current?.placeOf(detail.key);
    };
    element.addEventListener("onrecord:hover", hoverByName);
    return () => {
      stopped = true;
      element.removeEventListener("onrecord:hover", hoverByName);
      document.fonts.removeEventListener("loadingdone", fontsArrived);
      element.removeEventListener("onrecord:locate", locate);
      renderer.current?.kill();
      renderer.current = null;
      currentPicture.set(null);
      setDrawn(false);
    };
  }, [container]);

  useEffect(() => {
    if (drawn && scene !== null) renderer.current?.setScene(scene, latest.current, scene.home, motion());
  }, [scene, drawn]);

  useEffect(() => {
    if (drawn) renderer.current?.setLook(look);
  }, [look, drawn]);

  // The graph follows a selection made elsewhere; one made in it stays where it is.
  useEffect(() => {
    if (!drawn || selection === null || origin === "graph" || origin === "address") return;
    const keys = keysOf(selection);
    const next = keys.length === 1 ? renderer.current?.cameraOn(keys[0]) : renderer.current?.cameraAround(keys);
    if (next) useExplorer.getState().adjust({ camera: next });
  }, [selection, origin, drawn]);

  useEffect(() => {
    const now = renderer.current?.camera;
    if (!drawn || now === undefined || sameCamera(now, camera ?? WHOLE)) return;
    renderer.current?.moveTo(camera, motion());
  }, [camera, drawn]);

  const zoom = useCallback((factor: number) => {
    const now = renderer.current?.camera;
    if (now) useExplorer.getState().change({ camera: { ...now, ratio: clamp(now.ratio * factor) } });
  }, []);
  const fit = useCallback(() => {
    const state = useExplorer.getState();
    const { selection: chosen } = viewOf(state);
    const current = selectScene(state);
    if (chosen === null || current === null) return;
    const { graph } = current;
    const visible = selectVisible(state);
    const keys = keysOf(chosen);
    const around = chosen.type === "node" && graph.hasNode(chosen.key) ? graph.neighbors(chosen.key) : [];
    const next = renderer.current?.cameraAround([...keys, ...around].filter((key) => visible.nodes.has(key)));
    if (next) state.change({ camera: next });
  }, []);
  const reset = useCallback(() => useExplorer.getState().change({ camera: null }), []);
  return { drawn, zoom, fit, reset };
}

/** For who embeds or measures the page: `onrecord:hover` with a node's key does what pointing at it does. */
function hoverByName(event: Event): void {
  const { detail: key } = event as CustomEvent<string | null>;
  useExplorer.getState().hover(key === null ? null : { type: "node", key });
}

const WHOLE: Camera = { x: 0.5, y: 0.5, ratio: 1 };

const EVENTS = {
  select: (selection: Parameters<ReturnType<typeof useExplorer.getState>["select"]>[0]) =>
    useExplorer.getState().select(selection, "graph"),
  hover: (hovered: Parameters<ReturnType<typeof useExplorer.getState>["hover"]>[0]) =>
    useExplorer.getState().hover(hovered),
  cameraSettled: (camera: Camera | null) => {
    const { history, change } = useExplorer.getState();
    if (!sameCamera(history.present.camera ?? WHOLE, camera ?? WHOLE)) change({ camera });
  },
  drag() {},
  drop() {},
};

/** The fonts labels are written in; a canvas doesn't wait for one. */
function labelFonts({ palette }: Look): string[] {
  return [`400 12px ${palette.font}`, `600 12px ${palette.font}`, `italic 400 13px ${palette.articleFont}`];
}

function useLook(theme: string): Look {
  const visible = useVisible();
  const selected = useSelectedFocus();
  const hovered = useHoveredFocus();
  const palette = useRef<{ theme: string; palette: Look["palette"] } | null>(null);
  if (palette.current?.theme !== theme) palette.current = { theme, palette: readPalette() };
  const look = useRef<Look | null>(null);
  const { sizes, colors } = useNodeLooks(theme);
  const next: Look = { palette: palette.current.palette, visible, selected, hovered, sizes, colors };
  const same =
    look.current !== null && (Object.keys(next) as (keyof Look)[]).every((key) => look.current?.[key] === next[key]);
  if (!same || look.current === null) look.current = next;
  return look.current;
}

/** The nodes of a selection: one, or both ends of an edge. */
function keysOf(selection: { readonly type: "node" | "edge"; readonly key: string }): string[] {
  const scene = selectScene(useExplorer.getState());
  if (scene === null) return [];
  if (selection.type === "node") return scene.graph.hasNode(selection.key) ? [selection.key] : [];
  const drawn = scene.edgeOf.get(selection.key);
  return drawn === undefined ? [] : scene.graph.extremities(drawn);
}

function sameCamera(a: Camera, b: Camera): boolean {
  return Math.abs(a.x - b.x) < 1e-3 && Math.abs(a.y - b.y) < 1e-3 && Math.abs(a.ratio - b.ratio) < 1e-3;
}

function clamp(ratio: number): number {
  return Math.min(2.5, Math.max(0.02, ratio));
}

function motion(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : FOLLOW;
}
