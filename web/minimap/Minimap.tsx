import { type PointerEvent, useEffect, useRef } from "react";
import { currentPicture } from "../graph/current-picture.ts";
import { text } from "../text.ts";
import { drawDots, drawFrame, framedAt, type MapFrame } from "./draw.ts";

/** A graph of more nodes than this has a small map. */
export const MINIMAP_FROM = 500;
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
    const draw = () => {
      const picture = currentPicture.get();
      if (picture === null) return;
      const { geometry, projection, revision } = picture.lay;
      const { look, scene, width, height } = picture.drawn;
      if (revision !== drawnRevision) {
        drawnRevision = revision;
        frame.current = drawDots(dots, geometry, scene, look, scale);
      }
      context.clearRect(0, 0, element.width, element.height);
      context.drawImage(dots, 0, 0);
      if (frame.current !== null)
        drawFrame(context, frame.current, projection, { width, height }, look.palette.accent, scale);
    };
    draw();
    return currentPicture.onFrame(draw);
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
