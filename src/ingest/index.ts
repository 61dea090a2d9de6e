export { articleFromBytes } from "./bytes.ts";
export { MONTH_PATTERN, monthNumber, parseDay, WEEKDAY_PATTERN } from "./calendar.ts";
export { decodeText } from "./encoding.ts";
export { articleFromHtml } from "./html.ts";
export type { ArticleSource, ParseDocument } from "./source.ts";
export { articleFromText } from "./text.ts";
