import type { EntityKind, Reading } from "../model/index.ts";
import { foldName } from "./names.ts";

/** What an article tells of the people in it besides their names: what tells two of one name apart. */
export interface Context {
  /** Roles, folded: "minister of transport". */
  readonly roles: ReadonlySet<string>;
  /** Organisations and places they hold a role in or speak for. */
  readonly ties: ReadonlySet<string>;
}

const NO_CONTEXT: Context = { roles: new Set(), ties: new Set() };

/** The context of each entity of a reading that has any, by its id. */
export function contextsOf({ entities, relations }: Reading): Map<string, Context> {
  const names = new Map(entities.map(({ id, name }) => [id, foldName(name)]));
  const contexts = new Map<string, { roles: Set<string>; ties: Set<string> }>();
  for (const { kind, from, to, role } of relations) {
    if (kind !== "HOLDS_ROLE" && kind !== "SPEAKS_FOR") continue;
    let context = contexts.get(from);
    if (context === undefined) contexts.set(from, (context = { roles: new Set(), ties: new Set() }));
    if (role !== null) context.roles.add(foldName(role));
    const tie = names.get(to);
    if (tie !== undefined) context.ties.add(tie);
  }
  return contexts;
}

export function contextOf(contexts: ReadonlyMap<string, Context>, entity: string): Context {
  return contexts.get(entity) ?? NO_CONTEXT;
}

/** How much it tells that two articles share a value: the rarer it is among all articles, the more. */
export type Weight = (value: string) => number;

/** A workspace of few articles is taken for a part of so many: that both of two articles name someone does tell something. */
const UNSEEN = 50;

/** Weighs roles, ties and company by how few readings have them (inverse document frequency, Spärck Jones 1972). */
export function weighContexts(readings: readonly Reading[]): Weight {
  const counts = new Map<string, number>();
  for (const reading of readings) {
    const values = new Set(companyOf(reading));
    for (const { roles, ties } of contextsOf(reading).values()) {
      for (const role of roles) values.add(role);
      for (const tie of ties) values.add(tie);
    }
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return (value) => Math.log((readings.length + UNSEEN) / (counts.get(value) ?? 1));
}

/** Kinds whose being named in two articles says that these are about the same matter. */
const TELLING: ReadonlySet<EntityKind> = new Set<EntityKind>(["Person", "Organization", "Document", "Event"]);

/** Who and what else is named in an article, folded. */
export function companyOf(reading: Reading): ReadonlySet<string> {
  const company = new Set<string>();
  for (const { kind, name, unnamed } of reading.entities)
    if (!unnamed && TELLING.has(kind)) company.add(foldName(name));
  return company;
}

/** What two sets share: the weights in all, and the value that tells most, null where they share none. */
export function shared(
  a: Iterable<string>,
  b: ReadonlySet<string>,
  weight: Weight,
): { weight: number; best: string | null } {
  let [sum, most] = [0, Number.NEGATIVE_INFINITY];
  let best: string | null = null;
  for (const value of a) {
    if (!b.has(value)) continue;
    const own = weight(value);
    sum += own;
    if (own > most) [best, most] = [value, own];
  }
  return { weight: sum, best };
}
