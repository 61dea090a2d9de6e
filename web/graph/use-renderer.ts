import { type RefObject, useEffect, useRef, useState } from "react";
import { useNodeLooks } from "../appearance/use-appearance.ts";
import { messageOf } from "../data/errors.ts";
import { inSlices } from "../data/slices.ts";
import { pinNode } from "../layout/actions.ts";
import { useLayoutRun } from "../layout/layout-run.ts";
import { withPin } from "../layout/pins.ts";
import { pinsNow, placesWith, usePlaces } from "../layout/use-places.ts";
import { focusOfParts } from "../scene/focus.ts";
import type { Box } from "../scene/place-labels.ts";
import type { Look } from "../sigma/look.ts";
import { NoWebglError } from "../sigma/no-webgl.ts";
import { readPalette } from "../sigma/palette.ts";
import type { Drag } from "../sigma/pointer.ts";
import type { GraphRenderer } from "../sigma/renderer.ts";
import {
  selectScene,
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
import { nodesOf } from "./camera-actions.ts";
import { currentPicture } from "./current-picture.ts";

/** How long the camera takes to follow, in milliseconds. */
const FOLLOW = 180;

/** More nodes than this jump from picture to picture of a layout on its way, rather than glide. */
const MOST_GLIDING = 2_000;

/**
 * Keeps a GraphRenderer in the element and in step with the state; answers whether the graph has been drawn.
 *
 * @param onImpossible called where this browser can't draw it.
 */
export function useRenderer(container: RefObject<HTMLDivElement | null>, onImpossible: () => void): boolean {
  const renderer = useRef<GraphRenderer | null>(null);
  const [drawn, setDrawn] = useState(false);
  const scene = useScene();
  const origin = useExplorer((state) => state.origin);
  const found = useExplorer((state) => state.found);
  const { selection, camera } = useView();
  const places = usePlaces();
  const { theme } = useTheme();
  const look = useLook(theme);
  const latest = useRef(look);
  latest.current = look;

  useEffect(() => {
    const element = container.current;
    const first = selectScene(useExplorer.getState());
    if (element === null || first === null) return;
    let stopped = false;
    const starting = new AbortController();
    void import("../sigma/renderer.ts")
      .then(async ({ GraphRenderer: Renderer }) => {
        if (stopped) return;
        const made = new Renderer(element, first, latest.current, EVENTS, viewOf(useExplorer.getState()).camera);
        renderer.current = made;
        // A step a task: the page answers in between.
        await inSlices(made.starting(), starting.signal, 0);
        currentPicture.set(made);
        element.addEventListener("onrecord:locate", locate);
        setDrawn(true);
        element.dispatchEvent(new CustomEvent("onrecord:drawn", { bubbles: true }));
        document.fonts.addEventListener("loadingdone", fontsArrived);
        await Promise.all(labelFonts(latest.current).map((font) => document.fonts.load(font)));
        fontsArrived();
      })
      .catch((error) => {
        if (stopped) return;
        if (error instanceof NoWebglError) onImpossible();
        else useExplorer.getState().fail(messageOf(error));
      });
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
      starting.abort();
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
    if (!drawn || scene === null || places === null) return;
    // A scene that is drawn already only moves.
    const onItsWay = useLayoutRun.getState().progress !== null && scene.graph.order > MOST_GLIDING;
    if (renderer.current?.setScene(scene, latest.current, places, motion())) return;
    if (!onItsWay) {
      renderer.current?.setPlaces(places, motion());
      return;
    }
    // Another picture comes soon: one too many would wait behind those that are still being drawn.
    if (renderer.current === null || renderer.current.isBusy) return;
    const placing = new AbortController();
    inSlices(renderer.current.placing(places), placing.signal, 0).catch((error) => {
      if (!placing.signal.aborted) throw error;
    });
    return () => placing.abort();
  }, [scene, places, drawn]);

  useEffect(() => {
    if (drawn) renderer.current?.setLook(look);
  }, [look, drawn]);

  // The graph follows a selection made elsewhere; one made in it stays where it is.
  useEffect(() => {
    if (!drawn || selection === null || origin === "graph" || origin === "address") return;
    const keys = nodesOf(selection);
    const next = keys.length === 1 ? renderer.current?.cameraOn(keys[0]) : renderer.current?.cameraAround(keys);
    if (next) useExplorer.getState().adjust({ camera: next });
  }, [selection, origin, drawn]);

  // So does it what an answer holds, unless the address says where the camera stands.
  useEffect(() => {
    if (!drawn || scene === null || found === null || viewOf(useExplorer.getState()).camera !== null) return;
    const focus = focusOfParts(scene, found);
    const next = focus === null ? null : renderer.current?.cameraAround([...focus.nodes]);
    if (next) useExplorer.getState().adjust({ camera: next });
  }, [found, scene, drawn]);

  useEffect(() => {
    const now = renderer.current?.camera;
    if (!drawn || now === undefined || sameCamera(now, camera ?? WHOLE)) return;
    renderer.current?.moveTo(camera, motion());
  }, [camera, drawn]);

  return drawn;
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
  drag(drag: Drag) {
    const places = placesWith(withPin(pinsNow(), drag));
    if (places !== null) currentPicture.get()?.setPlaces(places, 0);
  },
  drop: pinNode,
  frameDrawn: currentPicture.drawn,
  completed: () => dispatchEvent(new CustomEvent("onrecord:completed")),
  covered: coveredByTools,
};

/** Where switches, chips, the zoom and the small map lie over the picture. */
function coveredByTools(): Box[] {
  const frame = document.querySelector(".canvas")?.getBoundingClientRect();
  if (frame === undefined) return [];
  return [...document.querySelectorAll(".graph-top > *, .zoom, .minimap")].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left: left - frame.left, top: top - frame.top, right: right - frame.left, bottom: bottom - frame.top };
  });
}

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
  const { pins } = useView().arrangement;
  const next: Look = { palette: palette.current.palette, visible, selected, hovered, sizes, colors, pins };
  const same =
    look.current !== null && (Object.keys(next) as (keyof Look)[]).every((key) => look.current?.[key] === next[key]);
  if (!same || look.current === null) look.current = next;
  return look.current;
}

function sameCamera(a: Camera, b: Camera): boolean {
  return Math.abs(a.x - b.x) < 1e-3 && Math.abs(a.y - b.y) < 1e-3 && Math.abs(a.ratio - b.ratio) < 1e-3;
}

function motion(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : FOLLOW;
}
