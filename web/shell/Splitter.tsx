import type { KeyboardEvent, PointerEvent } from "react";

interface SplitterProps {
  readonly className: string;
  readonly label: string;
  /** Which way the line between the panes runs. */
  readonly orientation: "vertical" | "horizontal";
  /** The size of the pane, and its limits, in pixels or in hundredths: `perPixel` says how many of them a pixel is. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Negative where the pane lies to the right of the line or below it. */
  readonly perPixel: (handle: HTMLElement) => number;
  readonly onChange: (value: number) => void;
}

const KEYS = {
  vertical: { ArrowLeft: -1, ArrowRight: 1 },
  horizontal: { ArrowUp: -1, ArrowDown: 1 },
} as const;

/** The line between two panes, dragged with the pointer or moved by arrow keys: ARIA's window splitter. */
export function Splitter(props: SplitterProps) {
  const { className, label, orientation, value, least, most, step, perPixel, onChange } = props;
  const set = (next: number) => onChange(Math.round(Math.min(most, Math.max(least, next))));
  const along = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
    orientation === "vertical" ? clientX : clientY;

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const { currentTarget, pointerId } = event;
    currentTarget.setPointerCapture(pointerId);
    const [from, start, scale] = [along(event), value, perPixel(currentTarget)];
    const move = (now: globalThis.PointerEvent) => set(start + (along(now) - from) * scale);
    const stop = () => currentTarget.removeEventListener("pointermove", move);
    currentTarget.addEventListener("pointermove", move);
    currentTarget.addEventListener("pointerup", stop, { once: true });
    currentTarget.addEventListener("pointercancel", stop, { once: true });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = (KEYS[orientation] as Readonly<Record<string, number>>)[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    set(value + by * step * Math.sign(perPixel(event.currentTarget)));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> can't be dragged.
    <div
      className={`splitter ${className}`}
      role="separator"
      aria-orientation={orientation}
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={onKeyDown}
    />
  );
}
