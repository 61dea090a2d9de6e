const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

const SHORT_DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** An ISO 8601 day, month, year or interval as a person reads it: "Mon, 6 Sept 2021". What isn't one stays as it is. */
export function formatDay(date: string): string {
  const [from, to] = date.split("/");
  if (to !== undefined) return `${formatDay(from)} – ${formatDay(to)}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return DAY.format(new Date(`${date}T00:00:00Z`));
  if (/^\d{4}-\d{2}$/.test(date)) return MONTH.format(new Date(`${date}-01T00:00:00Z`));
  return date;
}

/** The same without the day of the week, for a column: "6 Sept 2021". */
export function formatShortDay(date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? SHORT_DAY.format(new Date(`${date}T00:00:00Z`)) : formatDay(date);
}
