import { useMemo } from "react";
import type { Places, Scene } from "../scene/scene.ts";
import { selectScene, useScene, useView, viewOf } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { roomOf } from "./layout-input.ts";
import { type Laid, placesIn, useLayoutRun } from "./layout-run.ts";
import { type Pin, pinNodes } from "./pins.ts";

/** Where the nodes of the scene belong now: what the layout says, and the hand that has moved some. */
export function usePlaces(): Places | null {
  const scene = useScene();
  const { pins } = useView().arrangement;
  const { laid, graph } = useLaid();
  return useMemo(() => {
    if (scene === null) return null;
    return placesOf(scene, laid?.graph === graph ? laid : null, pins);
  }, [scene, laid, pins, graph]);
}

function useLaid() {
  const laid = useLayoutRun((state) => state.laid);
  const graph = useExplorer((state) => state.graph);
  return { laid, graph };
}

/** Where the nodes would lie with these pins. */
export function placesWith(pins: readonly Pin[]): Places | null {
  const state = useExplorer.getState();
  const scene = selectScene(state);
  const { laid } = useLayoutRun.getState();
  return scene === null ? null : placesOf(scene, laid?.graph === state.graph ? laid : null, pins);
}

/** The pins of the view as it is now. */
export function pinsNow(): readonly Pin[] {
  return viewOf(useExplorer.getState()).arrangement.pins;
}

function placesOf(scene: Scene, laid: Laid | null, pins: readonly Pin[]): Places {
  const places = placesIn(scene, laid);
  if (pins.length === 0) return places;
  const keys = scene.graph.nodes();
  const index = new Map(keys.map((key, i) => [key, i]));
  return pinNodes(places, pins, scene.graph, keys, index, roomOf(scene));
}
