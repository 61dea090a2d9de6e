import { isNumeric, TemporalValue, toNumber, type Value } from "../values.ts";

/** The arithmetic of dates, times and durations; what has no meaning gives undefined. */
export abstract class CalculableValue extends TemporalValue {
  /** The sum with a duration (`sign` -1: the difference). */
  abstract add(other: Value, sign: 1 | -1): Value | undefined;
  /** A duration times a number. */
  abstract scale(factor: number): Value | undefined;

  combine(operator: string, other: Value, isSecond: boolean): Value | undefined {
    if (operator === "+") return this.add(other, 1);
    if (operator === "*") return isNumeric(other) ? this.scale(toNumber(other)) : undefined;
    if (isSecond) return undefined;
    if (operator === "-") return this.add(other, -1);
    return operator === "/" && isNumeric(other) ? this.scale(1 / toNumber(other)) : undefined;
  }
}
