import { runtimeError } from "../errors.ts";
import type { FunctionContext } from "../functions.ts";
import { functions } from "../functions-library.ts";
import { isMap, kindOf, toNumber, type Value } from "../values.ts";
import { writeValue } from "../write-value.ts";
import { buildDuration, buildMoment, durationBetween, truncate } from "./build.ts";
import { Duration } from "./duration.ts";
import { Moment, type MomentKind } from "./moment.ts";
import { parseDuration, parseMoment } from "./parse.ts";
import { SECOND, type Zone, zoneFromText } from "./zone.ts";

/**
 * The temporal types of openCypher (CIP2015-08-06): date, time, localtime, datetime, localdatetime and duration.
 * The rules of time zones are those of a Temporal polyfill; the calendar is computed here, because the language goes to the
 * year 999,999,999 and to nanoseconds.
 */

const KINDS: readonly MomentKind[] = ["date", "time", "localtime", "datetime", "localdatetime"];

/** Makes the value of `date(…)`, `duration(…)` and the like outside of a query, to be stored in a graph's attribute. */
export function temporal(kind: MomentKind | "duration", value: unknown): Moment | Duration {
  const input = value as Value;
  const found = kind === "duration" ? durationFrom(input) : momentFrom(kind, input);
  if (!found) throw cannot(kind, input);
  return found;
}

const cannot = (kind: string, value: Value) =>
  runtimeError(
    "TypeError",
    "InvalidArgumentType",
    `${kind} cannot be made from a ${kindOf(value)}: ${writeValue(value)}`,
  );

function momentFrom(kind: MomentKind, value: Value): Moment | null {
  if (typeof value === "string") return parseMoment(kind, value);
  if (value instanceof Moment) {
    const name = kind === "date" ? "date" : kind.includes("date") ? "datetime" : "time";
    return buildMoment(kind, { [name]: value });
  }
  return isMap(value) ? buildMoment(kind, value) : null;
}

function durationFrom(value: Value): Duration | null {
  if (typeof value === "string") return parseDuration(value);
  if (value instanceof Duration) return value;
  return isMap(value) ? buildDuration(value) : null;
}

/** What the clock says, in a zone. */
function current(kind: MomentKind, { now }: FunctionContext, zone: Value): Moment {
  const place: Zone = zone === undefined ? 0 : zoneFromText(zone as string);
  return Moment.at("datetime", BigInt(Math.trunc(now)) * 1_000_000n, place).as(kind);
}

/** Adds the temporal functions to the language. Called once, when the temporal part is loaded. */
export function installTemporal(): void {
  for (const kind of KINDS) {
    functions.define(`${kind}(any?): ${kind}`, (context, [value]) => {
      if (value === undefined) return current(kind, context, undefined);
      const zone = isMap(value) && Object.keys(value).length === 1 && typeof value.timezone === "string";
      if (zone) return current(kind, context, value.timezone);
      return temporal(kind, value);
    });
    for (const clock of ["transaction", "statement", "realtime"])
      functions.define(`${kind}.${clock}(string?): ${kind}`, (context, [zone]) => current(kind, context, zone));
    functions.define(`${kind}.truncate(string, temporal?, map?): ${kind}`, (context, [unit, of, fields = {}]) => {
      const value = of === undefined ? current("datetime", context, undefined) : of;
      if (!(value instanceof Moment)) throw cannot(kind, value);
      return truncate(kind, unit as string, value, fields as Record<string, Value>);
    });
  }
  functions.define("datetime.fromEpoch(number, number): datetime", (_, [seconds, nanoseconds]) =>
    Moment.at("datetime", BigInt(toNumber(seconds)) * SECOND + BigInt(toNumber(nanoseconds)), 0),
  );
  functions.define("datetime.fromEpochMillis(number): datetime", (_, [milliseconds]) =>
    Moment.at("datetime", BigInt(toNumber(milliseconds)) * 1_000_000n, 0),
  );
  functions.define("duration(any): duration", (_, [value]) => temporal("duration", value));
  for (const [name, unit] of [
    ["between", "all"],
    ["inMonths", "months"],
    ["inDays", "days"],
    ["inSeconds", "seconds"],
  ] as const)
    functions.define(`duration.${name}(temporal, temporal): duration`, (_, [from, to]) => {
      if (!(from instanceof Moment)) throw cannot(`duration.${name}`, from);
      if (!(to instanceof Moment)) throw cannot(`duration.${name}`, to);
      return durationBetween(from, to, unit);
    });
}

export { Duration, Moment };
