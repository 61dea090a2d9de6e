import { type ReactNode, useEffect, useRef, useState } from "react";
import { text } from "../text.ts";
import { IconButton } from "./IconButton.tsx";
import { Splitter } from "./Splitter.tsx";
import { storedSize, storeSize } from "./stored-size.ts";

interface SidePaneProps {
  readonly side: "left" | "right";
  readonly label: string;
  readonly collapse: string;
  readonly expand: string;
  readonly children: ReactNode;
}

const LIMITS = { left: { first: 216, least: 184, most: 320 }, right: { first: 420, least: 360, most: 640 } } as const;
const STEP = 16;

/** A pane beside the graph that can be made wider, narrower or put away; its width is kept for the next visit. */
export function SidePane({ side, label, collapse, expand, children }: SidePaneProps) {
  const limits = LIMITS[side];
  const [width, setWidth] = useState(() => clamp(storedSize(side) ?? limits.first, side));
  const [open, setOpen] = useState(true);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    pane.current?.style.setProperty("--pane-width", `${width}px`);
    storeSize(side, width);
  }, [width, side]);

  return (
    <aside ref={pane} className={`side side-${side}`} aria-label={label} data-open={open}>
      <div className="side-body" hidden={!open}>
        {children}
      </div>
      {open && (
        <Splitter
          className="splitter-side"
          label={side === "right" ? text.article.resize : label}
          orientation="vertical"
          value={width}
          least={limits.least}
          most={limits.most}
          step={STEP}
          perPixel={() => (side === "left" ? 1 : -1)}
          onChange={setWidth}
        />
      )}
      <IconButton
        className="side-toggle"
        icon={(side === "left") === open ? "left" : "right"}
        label={open ? collapse : expand}
        onPress={() => setOpen(!open)}
      />
    </aside>
  );
}

function clamp(width: number, side: "left" | "right"): number {
  const { least, most } = LIMITS[side];
  return Math.round(Math.min(most, Math.max(least, width)));
}
