import { LOAD_TEMPORAL } from "./errors.ts";
import type { TemporalValue } from "./values.ts";

type TemporalPart = typeof import("./temporal/index.ts");

let part: TemporalPart | null = null;
let loading: Promise<TemporalPart> | null = null;

/**
 * Loads what queries with dates, times and durations need. It is not part of the engine's own bundle, because it brings the
 * rules of the world's time zones; `query` is synchronous, so the loading is a step of its own. Loading again does nothing.
 */
export async function loadTemporal(): Promise<void> {
  loading ??= import("./temporal/index.ts");
  if (part) return;
  part = await loading;
  part.installTemporal();
}

/**
 * Makes a date, time or duration that can be stored in an attribute of a graph and is then one for queries too.
 * @param value a string in the format of ISO 8601, or a map of fields
 * @throws Error before `loadTemporal` is done
 */
export function temporal(kind: Parameters<TemporalPart["temporal"]>[0], value: unknown): TemporalValue {
  if (!part) throw new Error(LOAD_TEMPORAL);
  return part.temporal(kind, value);
}
