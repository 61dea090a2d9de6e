import { useEffect, useMemo, useState } from "react";
import { currentPicture } from "../graph/current-picture.ts";
import { useScene } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { dayScale } from "./by-date.ts";
import { type DateTick, dateTicks } from "./date-ticks.ts";
import { daysOf } from "./layout-input.ts";

/** The days under a graph that is laid out by date; they move with the camera. */
export function DateAxis() {
  const graph = useExplorer((state) => state.graph);
  const scene = useScene();
  const scale = useMemo(
    () => (graph === null || scene === null ? null : dayScale(daysOf(graph, scene.graph.nodes()), scene.extent)),
    [graph, scene],
  );
  const [ticks, setTicks] = useState<readonly DateTick[]>([]);
  useEffect(() => {
    if (scale === null) return;
    const read = () => {
      const picture = currentPicture.get();
      if (picture === null) return;
      const xOf = (day: number) => picture.toViewport({ x: scale.from + (day - scale.first) * scale.step, y: 0 }).x;
      setTicks(dateTicks(scale, xOf, picture.drawn.width));
    };
    read();
    return currentPicture.onFrame(read);
  }, [scale]);
  if (scale === null) return <p className="date-axis date-axis-none">{text.layout.noDates}</p>;
  return (
    <ol className="date-axis" aria-label={text.layout.axis}>
      {ticks.map(({ day, label, x }) => (
        <li key={day} ref={(element) => element?.style.setProperty("transform", `translateX(${x}px)`)}>
          <span>{label}</span>
        </li>
      ))}
    </ol>
  );
}
