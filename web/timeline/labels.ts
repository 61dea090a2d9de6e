import { formatShortDay } from "../article/dates.ts";
import { text } from "../text.ts";
import type { Unit } from "./days.ts";

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** A span of days as short as its unit allows: "5 Mar 2024", "4 – 10 Mar", "Mar 2024", "2024". */
export function formatSpan(from: string, to: string, unit: Unit): string {
  if (unit === "year" && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  if (unit === "month" && from.slice(0, 7) === to.slice(0, 7)) return MONTH.format(new Date(`${from}T00:00:00Z`));
  return text.filters.between(formatShortDay(from), formatShortDay(to));
}
