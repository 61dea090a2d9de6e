import { type PointerEvent, useEffect, useRef } from "react";
import { currentPicture } from "../graph/current-picture.ts";
import { text } from "../text.ts";
import { drawDots, drawFrame, framedAt, type MapFrame } from "./draw.ts";

/** A graph of more nodes than this has a small map. */
export const MINIMAP_FROM = 500;
/** Milliseconds after which the small map follows the picture. */
const PATIENCE = 60;
const [WIDTH, HEIGHT] = [152, 116];

/** The whole graph, small, with a frame round what the camera shows; dragging in it moves the camera. */
export function Minimap() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<MapFrame | null>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    const scale = window.devicePixelRatio || 1;
    element.width = WIDTH * scale;
    element.height = HEIGHT * scale;
    const dots = document.createElement("canvas");
    dots.width = element.width;
    dots.height = element.height;
    let drawnRevision = -1;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const drawAgain = () => {
      timer = null;
      const picture = currentPicture.get();
      if (picture === null) return;
      drawnRevision = picture.lay.revision;
      frame.current = drawDots(dots, picture.lay.geometry, picture.drawn.scene, picture.drawn.look, scale);
      draw();
    };
    const draw = () => {
      const picture = currentPicture.get();
      if (picture === null) return;
      const { projection, revision } = picture.lay;
      const { look, width, height } = picture.drawn;
      // The dots may come a moment after the picture, in a task of their own, and not with every step of a layout.
      if (revision !== drawnRevision) timer ??= setTimeout(drawAgain, PATIENCE);
      context.clearRect(0, 0, element.width, element.height);
      context.drawImage(dots, 0, 0);
      if (frame.current !== null)
        drawFrame(context, frame.current, projection, { width, height }, look.palette.accent, scale);
    };
    draw();
    const end = currentPicture.onFrame(draw);
    return () => {
      end();
      if (timer !== null) clearTimeout(timer);
    };
  }, []);

  const look = (event: PointerEvent<HTMLCanvasElement>) => {
    if (frame.current === null || event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const { x, y } = framedAt(frame.current, event.clientX - box.left, event.clientY - box.top);
    currentPicture.get()?.lookAt(x, y);
  };
  return (
    <canvas
      ref={canvas}
      className="minimap"
      aria-label={text.layout.minimap}
      role="img"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        look(event);
      }}
      onPointerMove={look}
    />
  );
}
