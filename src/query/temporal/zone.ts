import * as ZonedDateTime from "temporal-polyfill/fns/ZonedDateTime";
import { runtimeError } from "../errors.ts";
import { civilDate, DAY_NANOSECONDS, dayNumber } from "./calendar.ts";

/** A time zone: a fixed offset from UTC in seconds, or a name of the IANA time zone database. */
export type Zone = number | string;

export const SECOND = 1_000_000_000n;

// Temporal knows years −271821 … 275760; beyond, a zone's rules of the last year it knows hold
const FARTHEST_YEAR = 270_000;

/** The offset in seconds that a zone has at a local time; a time that occurs twice is taken at its first offset. */
export function offsetAt(zone: Zone, day: number, nanosecond: number): number {
  if (typeof zone === "number") return zone;
  const { year, month, day: dayOfMonth } = civilDate(day);
  const second = Math.floor(nanosecond / 1e9);
  try {
    const moment = ZonedDateTime.fromFields({
      year: Math.max(-FARTHEST_YEAR, Math.min(FARTHEST_YEAR, year)),
      month,
      day: dayOfMonth,
      hour: Math.floor(second / 3600),
      minute: Math.floor(second / 60) % 60,
      second: second % 60,
      timeZone: zone,
    });
    return ZonedDateTime.offsetNanoseconds(moment) / 1e9;
  } catch (error) {
    throw error instanceof RangeError ? unknownZone(zone) : error;
  }
}

/** The offset in seconds that a zone has at an instant, in nanoseconds since 1970. */
export function offsetAtInstant(zone: Zone, instant: bigint): number {
  if (typeof zone === "number") return zone;
  const farthest = BigInt(dayNumber(FARTHEST_YEAR, 1, 1)) * BigInt(DAY_NANOSECONDS);
  const within = instant > farthest ? farthest : instant < -farthest ? -farthest : instant;
  try {
    return ZonedDateTime.offsetNanoseconds(ZonedDateTime.create(within, zone)) / 1e9;
  } catch (error) {
    throw error instanceof RangeError ? unknownZone(zone) : error;
  }
}

const unknownZone = (zone: string) =>
  runtimeError("ArgumentError", "InvalidArgumentValue", `there is no time zone ${zone}`);

/** Reads `Z`, `+01:00`, `-0100`, `+01`, `+02:05:59` or a zone's name. */
export function zoneFromText(text: string): Zone {
  if (/^z$/i.test(text) || text === "") return 0;
  const found = /^([+-])(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?$/.exec(text);
  if (found) {
    const [, sign, hours, minutes = "0", seconds = "0"] = found;
    const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (offset > 18 * 3600 || Number(minutes) > 59 || Number(seconds) > 59) throw unknownZone(text);
    return sign === "-" ? 0 - offset : offset;
  }
  offsetAtInstant(text, 0n);
  return text;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** `Z`, `+01:00`, `+02:05:59`. */
export function writeOffset(offset: number): string {
  if (offset === 0) return "Z";
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? "" : `:${two(size % 60)}`;
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}
