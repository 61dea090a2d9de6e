import type { Unit } from "../timeline/days.ts";

const many = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "statement" : "statements"}`;
const PER: Readonly<Record<Unit, string>> = { day: "a day", week: "a week", month: "a month", year: "a year" };

/** Words of the timeline. */
export const timelineText = {
  label: "Articles over time",
  controls: "Play the timeline",
  from: "First day",
  to: "Last day",
  bar: (span: string, left: number, all: number) =>
    left === all ? `${span}: ${many(all)}` : `${span}: ${left.toLocaleString("en")} of ${many(all)}`,
  now: (unit: Unit, left: number) => `${many(left)}, a bar ${PER[unit]}`,
  kept: (span: string, left: number) => `${span}: ${many(left)}`,
  play: "Play",
  pause: "Pause",
  back: "One bar back",
  forward: "One bar on",
  speed: (speed: number) => `Speed: ${speed} times`,
} as const;
