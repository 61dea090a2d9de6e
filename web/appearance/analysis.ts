import type { Community, Measure } from "../../src/analysis/index.ts";

/** What is worked out of a whole graph: measures of its stakeholders, and the communities they form. */
export interface Analysis {
  /** Node key → value, for each measure. */
  readonly measures: Readonly<Record<Measure, ReadonlyMap<string, number>>>;
  /** The largest first. */
  readonly communities: readonly Community[];
  /** Node key of a stakeholder → id of its community. */
  readonly communityOf: ReadonlyMap<string, string>;
}
