import type { OnRecordGraph } from "../../src/graph/index.ts";

/** How many statements the articles of a span of days have. */
export interface Bar {
  /** First and last day, ISO 8601; the same for a single day. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const DAY = 86_400_000;
/** More bars than this can't be told apart: then a bar is a week, or a month. */
const MOST_BARS = 120;

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Bars without gaps from the first article's day to the last's; none where there are fewer than two days. */
export function barsOf(graph: OnRecordGraph): Bar[] {
  const counts = new Map<string, number>();
  graph.forEachNode((_, node) => {
    if (node.kind === "Article" && isDay(node.date)) counts.set(node.date, counts.get(node.date) ?? 0);
    if (node.kind !== "Statement" || !graph.hasNode(node.article)) return;
    const article = graph.getNodeAttributes(node.article);
    if (article.kind === "Article" && isDay(article.date))
      counts.set(article.date, (counts.get(article.date) ?? 0) + 1);
  });
  const days = [...counts.keys()].sort();
  if (days.length < 2) return [];
  const [first, last] = [days[0], days[days.length - 1]];
  const length = (timeOf(last) - timeOf(first)) / DAY + 1;
  const spans =
    length <= MOST_BARS
      ? byDays(first, last, 1)
      : length <= 7 * MOST_BARS
        ? byDays(first, last, 7)
        : byMonths(first, last);
  return spans.map(({ from, to }) => {
    let count = 0;
    for (const day of days) if (day >= from && day <= to) count += counts.get(day) ?? 0;
    return { from, to, count };
  });
}

function isDay(date: string | undefined): date is string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date ?? "");
}

function byDays(first: string, last: string, step: number): { from: string; to: string }[] {
  const spans: { from: string; to: string }[] = [];
  for (let time = timeOf(first); time <= timeOf(last); time += step * DAY)
    spans.push({ from: iso(time), to: iso(time + (step - 1) * DAY) });
  return spans;
}

function byMonths(first: string, last: string): { from: string; to: string }[] {
  const spans: { from: string; to: string }[] = [];
  let [year, month] = first.split("-").map(Number);
  for (;;) {
    const from = iso(Date.UTC(year, month - 1, 1));
    if (from > last) return spans;
    spans.push({ from, to: iso(Date.UTC(year, month, 0)) });
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
}
