import type { TemporalValue, Value } from "../values.ts";
import { CalculableValue } from "./calculable.ts";
import { addMonths, civilDate, DAY_NANOSECONDS, dayNumber, dayOfWeek, quarterOf, weekOf } from "./calendar.ts";
import { Duration } from "./duration.ts";
import { offsetAt, offsetAtInstant, SECOND, writeOffset, type Zone } from "./zone.ts";

export type MomentKind = "date" | "time" | "localtime" | "datetime" | "localdatetime";

export const hasDate = (kind: MomentKind): boolean => kind.includes("date");
export const hasTime = (kind: MomentKind): boolean => kind.includes("time");
export const hasZone = (kind: MomentKind): boolean => kind === "time" || kind === "datetime";

/**
 * A date, a time of day, or both, with or without a time zone: a day since 1970-01-01, a nanosecond of the day, a zone and
 * its offset in seconds. What the kind does not have is 0.
 */
export class Moment extends CalculableValue {
  readonly offset: number;

  constructor(
    readonly temporal: MomentKind,
    readonly day: number,
    readonly nanosecond: number,
    readonly zone: Zone = 0,
    offset?: number,
  ) {
    super();
    this.offset = offset ?? offsetAt(zone, day, nanosecond);
  }

  /** A local time in a zone; one that the zone's clocks leap over is moved on by as much as they leap. */
  static local(kind: MomentKind, day: number, nanosecond: number, zone: Zone): Moment {
    const moment = new Moment(kind, day, nanosecond, zone);
    if (typeof zone === "number") return moment;
    const offset = offsetAtInstant(zone, moment.instant);
    if (offset === moment.offset) return moment;
    const before = new Moment(kind, day, nanosecond, zone, offset);
    const found = Moment.at(kind, before.instant, zone);
    return found.nanosecond === nanosecond ? moment : found;
  }

  /** The moment of an instant, in nanoseconds since 1970, in a zone. */
  static at(kind: MomentKind, instant: bigint, zone: Zone): Moment {
    const offset = offsetAtInstant(zone, instant);
    const local = instant + BigInt(Math.round(offset * 1e9));
    const length = BigInt(DAY_NANOSECONDS);
    const day = local >= 0n || local % length === 0n ? local / length : local / length - 1n;
    const nanosecond = Number(local - day * length);
    return new Moment(kind, hasDate(kind) ? Number(day) : 0, nanosecond, zone, offset);
  }

  /** Nanoseconds since 1970; of a time without a date, since midnight UTC. */
  get instant(): bigint {
    return BigInt(this.day) * BigInt(DAY_NANOSECONDS) + BigInt(this.nanosecond) - BigInt(this.offset) * SECOND;
  }

  /** The same moment as another kind, or with another zone that keeps the local time. */
  as(kind: MomentKind, zone: Zone = this.zone): Moment {
    const [day, nanosecond] = [hasDate(kind) ? this.day : 0, hasTime(kind) ? this.nanosecond : 0];
    if (!hasZone(kind)) return new Moment(kind, day, nanosecond);
    if (kind === "time")
      return new Moment(kind, 0, nanosecond, zone === this.zone ? this.offset : offsetOf(zone, this));
    return Moment.local(kind, day, nanosecond, zone);
  }

  get(property: string): Value | undefined {
    const { temporal } = this;
    return (
      (hasDate(temporal) ? this.datePart(property) : undefined) ??
      (hasTime(temporal) ? this.timePart(property) : undefined) ??
      (hasZone(temporal) ? this.zonePart(property) : undefined)
    );
  }

  private datePart(property: string): Value | undefined {
    const { year, month, day } = civilDate(this.day);
    switch (property) {
      case "year":
        return year;
      case "quarter":
        return quarterOf(month);
      case "month":
        return month;
      case "week":
        return weekOf(this.day).week;
      case "weekYear":
        return weekOf(this.day).weekYear;
      case "day":
        return day;
      case "ordinalDay":
        return this.day - dayNumber(year, 1, 1) + 1;
      case "weekDay":
      case "dayOfWeek":
        return dayOfWeek(this.day);
      case "dayOfQuarter":
        return this.day - dayNumber(year, quarterOf(month) * 3 - 2, 1) + 1;
      default:
        return undefined;
    }
  }

  private timePart(property: string): Value | undefined {
    const { nanosecond } = this;
    switch (property) {
      case "hour":
        return Math.floor(nanosecond / 3.6e12);
      case "minute":
        return Math.floor(nanosecond / 6e10) % 60;
      case "second":
        return Math.floor(nanosecond / 1e9) % 60;
      case "millisecond":
        return Math.floor((nanosecond % 1e9) / 1e6);
      case "microsecond":
        return Math.floor((nanosecond % 1e9) / 1e3);
      case "nanosecond":
        return nanosecond % 1e9;
      default:
        return undefined;
    }
  }

  private zonePart(property: string): Value | undefined {
    const { zone, offset, temporal } = this;
    switch (property) {
      case "timezone":
        return typeof zone === "string" ? zone : writeOffset(offset);
      case "offset":
        return writeOffset(offset);
      case "offsetMinutes":
        return Math.trunc(offset / 60);
      case "offsetSeconds":
        return offset;
    }
    if (temporal !== "datetime") return undefined;
    const units = property === "epochSeconds" ? SECOND : property === "epochMillis" ? 1_000_000n : null;
    return units === null ? undefined : Number((this.instant - (((this.instant % units) + units) % units)) / units);
  }

  toString(): string {
    const { temporal, zone, offset } = this;
    const date = hasDate(temporal) ? this.writeDate() : "";
    const time = hasTime(temporal) ? this.writeTime() : "";
    const place = hasZone(temporal) ? writeOffset(offset) + (typeof zone === "string" ? `[${zone}]` : "") : "";
    return `${date}${date && time ? "T" : ""}${time}${place}`;
  }

  private writeDate(): string {
    const { year, month, day } = civilDate(this.day);
    const digits = String(Math.abs(year)).padStart(4, "0");
    const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
    return `${sign}${digits}-${two(month)}-${two(day)}`;
  }

  private writeTime(): string {
    const { nanosecond } = this;
    const second = Math.floor(nanosecond / 1e9);
    const fraction = nanosecond % 1e9;
    const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}`;
    if (second % 60 === 0 && fraction === 0) return clock;
    // milli-, micro- or nanoseconds: always whole groups of three digits
    const digits =
      fraction === 0
        ? ""
        : `.${String(fraction)
            .padStart(9, "0")
            .replace(/(?:000)+$/, "")}`;
    return `${clock}:${two(second % 60)}${digits}`;
  }

  /** By instant, then by offset, then by the name of the zone. */
  compare(other: TemporalValue): number {
    const that = other as Moment;
    const [a, b] = [this.instant, that.instant];
    if (a !== b) return a < b ? -1 : 1;
    if (this.offset !== that.offset) return this.offset - that.offset;
    const [x, y] = [String(this.zone), String(that.zone)];
    return x < y ? -1 : x > y ? 1 : 0;
  }

  equals(other: TemporalValue): boolean {
    return other instanceof Moment && this.compare(other) === 0;
  }

  add(other: Value, sign: 1 | -1): Value | undefined {
    if (!(other instanceof Duration)) return undefined;
    return this.plus(sign === 1 ? other : other.negated());
  }

  scale(): undefined {
    return undefined;
  }

  /** Months first, then days, then time; of a date only whole days of the time count, of a time only the time. */
  plus({ months, days, nanoseconds }: Duration): Moment {
    const { temporal, zone } = this;
    const length = BigInt(DAY_NANOSECONDS);
    if (!hasDate(temporal)) {
      const moved = (BigInt(this.nanosecond) + (nanoseconds % length) + length) % length;
      return new Moment(temporal, 0, Number(moved), zone, this.offset);
    }
    const day = addMonths(this.day, months) + days;
    if (temporal === "date") return new Moment(temporal, day + Number(nanoseconds / length), 0);
    const moved = Moment.local(temporal, day, this.nanosecond, zone);
    return nanoseconds === 0n ? moved : Moment.at(temporal, moved.instant + nanoseconds, zone);
  }
}

const two = (value: number): string => String(value).padStart(2, "0");

const offsetOf = (zone: Zone, { day, nanosecond }: Moment): number => offsetAt(zone, day, nanosecond);
