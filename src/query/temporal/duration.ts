import type { TemporalValue, Value } from "../values.ts";
import { CalculableValue } from "./calculable.ts";
import { DAY_NANOSECONDS } from "./calendar.ts";
import { SECOND } from "./zone.ts";

/** The average length of a month in the Gregorian calendar, in days. */
const MONTH_DAYS = 30.436875;

const floorDivide = (a: bigint, b: bigint): bigint => (a >= 0n || a % b === 0n ? a / b : a / b - 1n);

/**
 * A length of time: months, days and nanoseconds, which do not convert into one another (a month has 28 to 31 days, a day
 * 23 to 25 hours).
 */
export class Duration extends CalculableValue {
  readonly temporal = "duration";

  constructor(
    readonly months: number,
    readonly days: number,
    readonly nanoseconds: bigint,
  ) {
    super();
  }

  /** Fractions of months become days, those of days become time, by their average lengths. */
  static approximate(months: number, days: number, nanoseconds: bigint): Duration {
    const wholeMonths = Math.trunc(months);
    const allDays = days + (months - wholeMonths) * MONTH_DAYS;
    const wholeDays = Math.trunc(allDays);
    const rest = BigInt(Math.round((allDays - wholeDays) * DAY_NANOSECONDS));
    return new Duration(wholeMonths + 0, wholeDays + 0, nanoseconds + rest);
  }

  get(property: string): Value | undefined {
    const { months, days, nanoseconds } = this;
    const seconds = Number(floorDivide(nanoseconds, SECOND));
    const rest = Number(nanoseconds - floorDivide(nanoseconds, SECOND) * SECOND);
    const whole = (value: number) => Math.trunc(value) + 0;
    const inUnits = (unit: bigint): Value => {
      const count = floorDivide(nanoseconds, unit);
      return Number.isSafeInteger(Number(count)) ? Number(count) : count;
    };
    switch (property.toLowerCase()) {
      case "years":
        return whole(months / 12);
      case "quarters":
        return whole(months / 3);
      case "months":
        return months;
      case "weeks":
        return whole(days / 7);
      case "days":
        return days;
      case "hours":
        return whole(seconds / 3600);
      case "minutes":
        return whole(seconds / 60);
      case "seconds":
        return seconds;
      case "milliseconds":
        return inUnits(1_000_000n);
      case "microseconds":
        return inUnits(1_000n);
      case "nanoseconds":
        return inUnits(1n);
      case "quartersofyear":
        return whole(months / 3) % 4;
      case "monthsofyear":
        return months % 12;
      case "monthsofquarter":
        return months % 3;
      case "daysofweek":
        return days % 7;
      case "minutesofhour":
        return whole(seconds / 60) % 60;
      case "secondsofminute":
        return seconds % 60;
      case "millisecondsofsecond":
        return Math.floor(rest / 1e6);
      case "microsecondsofsecond":
        return Math.floor(rest / 1e3);
      case "nanosecondsofsecond":
        return rest;
      default:
        return undefined;
    }
  }

  toString(): string {
    const { months, days, nanoseconds } = this;
    const part = (value: number, unit: string) => (value === 0 ? "" : `${value}${unit}`);
    const date = part(Math.trunc(months / 12), "Y") + part(months % 12, "M") + part(days, "D");
    const seconds = nanoseconds / SECOND;
    const clock =
      part(Number(seconds / 3600n), "H") +
      part(Number((seconds / 60n) % 60n), "M") +
      writeSeconds(seconds % 60n, nanoseconds % SECOND);
    if (clock === "") return date === "" ? "PT0S" : `P${date}`;
    return `P${date}T${clock}`;
  }

  /** By average length. */
  compare(other: TemporalValue): number {
    const length = ({ months, days, nanoseconds }: Duration): number =>
      (months * MONTH_DAYS + days) * 86400 + Number(nanoseconds) / 1e9;
    return length(this) - length(other as Duration);
  }

  equals(other: TemporalValue): boolean {
    if (!(other instanceof Duration)) return false;
    return this.months === other.months && this.days === other.days && this.nanoseconds === other.nanoseconds;
  }

  add(other: Value, sign: 1 | -1): Value | undefined {
    if (!(other instanceof Duration)) return undefined;
    const nanoseconds = this.nanoseconds + BigInt(sign) * other.nanoseconds;
    return new Duration(this.months + sign * other.months, this.days + sign * other.days, nanoseconds);
  }

  scale(factor: number): Duration | undefined {
    if (!Number.isFinite(factor)) return undefined;
    const nanoseconds = Number.isInteger(factor)
      ? this.nanoseconds * BigInt(factor)
      : BigInt(Math.trunc(Number(this.nanoseconds) * factor));
    return Duration.approximate(this.months * factor, this.days * factor, nanoseconds);
  }

  negated(): Duration {
    return new Duration(0 - this.months, 0 - this.days, -this.nanoseconds);
  }
}

/** Seconds and their fraction, which have the same sign. */
function writeSeconds(seconds: bigint, fraction: bigint): string {
  if (seconds === 0n && fraction === 0n) return "";
  const negative = seconds < 0n || fraction < 0n;
  const size = (value: bigint) => (value < 0n ? -value : value);
  const digits = fraction === 0n ? "" : `.${String(size(fraction)).padStart(9, "0").replace(/0+$/, "")}`;
  return `${negative ? "-" : ""}${size(seconds)}${digits}S`;
}
