import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { text } from "../text.ts";
import { IconButton } from "./IconButton.tsx";

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
  const [width, setWidth] = useState(() => clamp(stored(side) ?? limits.first, side));
  const [open, setOpen] = useState(true);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    pane.current?.style.setProperty("--pane-width", `${width}px`);
    store(side, width);
  }, [width, side]);

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const { currentTarget, pointerId } = event;
    currentTarget.setPointerCapture(pointerId);
    const [from, start] = [event.clientX, width];
    const move = ({ clientX }: globalThis.PointerEvent) =>
      setWidth(clamp(start + (side === "left" ? clientX - from : from - clientX), side));
    const stop = () => currentTarget.removeEventListener("pointermove", move);
    currentTarget.addEventListener("pointermove", move);
    currentTarget.addEventListener("pointerup", stop, { once: true });
    currentTarget.addEventListener("pointercancel", stop, { once: true });
  };
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setWidth((now) => clamp(now + (side === "left" ? by : -by), side));
  };

  return (
    <aside ref={pane} className={`side side-${side}`} aria-label={label} data-open={open}>
      <div className="side-body" hidden={!open}>
        {children}
      </div>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: an <hr> can't be dragged; this is ARIA's window splitter.
        <div
          className="splitter"
          role="separator"
          aria-orientation="vertical"
          aria-label={side === "right" ? text.article.resize : label}
          aria-valuenow={width}
          aria-valuemin={limits.least}
          aria-valuemax={limits.most}
          tabIndex={0}
          onPointerDown={drag}
          onKeyDown={keys}
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

function stored(side: string): number | null {
  try {
    const value = Number(localStorage.getItem(`onrecord-${side}`));
    return value > 0 ? value : null;
  } catch {
    return null;
  }
}

function store(side: string, width: number): void {
  try {
    localStorage.setItem(`onrecord-${side}`, String(width));
  } catch {
    // Without storage the width holds for as long as the page is open.
  }
}
