import type { TableTab } from "../../state/table-view.ts";
import type { Sheet } from "../sheet.ts";
import { articles } from "./articles.ts";
import { stakeholders } from "./stakeholders.ts";
import { statements } from "./statements.ts";
import { ties } from "./ties.ts";

/** The tables by name. */
export const SHEETS: Readonly<Record<TableTab, Sheet>> = { statements, stakeholders, ties, articles };
