import { formatShortDay } from "../article/dates.ts";
import type { Column, Value } from "./sheet.ts";

/** A cell as it is shown. */
export function cellText({ type }: Pick<Column, "type">, value: Value): string {
  if (typeof value === "number") return type === "share" ? `${Math.round(value * 100)} %` : value.toLocaleString("en");
  return type === "day" && value !== "" ? formatShortDay(value) : value;
}
