/** Days of the proleptic Gregorian calendar, counted from 1970-01-01, for years far beyond those of JavaScript's dates. */

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const DAY_NANOSECONDS = 86_400_000_000_000;

/** The number of a day (Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The date of a day (ibid., `civil_from_days`). */
export function civilDate(number: number): CivilDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Monday is 1. */
export const dayOfWeek = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** The Monday of week 1 of a week-numbering year: the week of 4 January (ISO 8601-1, 3.1.1.23). */
export function firstMonday(weekYear: number): number {
  const fourth = dayNumber(weekYear, 1, 4);
  return fourth - dayOfWeek(fourth) + 1;
}

export function weekOf(number: number): { readonly weekYear: number; readonly week: number } {
  const { year } = civilDate(number - dayOfWeek(number) + 4);
  return { weekYear: year, week: Math.floor((number - firstMonday(year)) / 7) + 1 };
}

export const quarterOf = (month: number): number => Math.floor((month - 1) / 3) + 1;

/** Moves a day by months; where the month is too short, to its last day. */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = civilDate(number);
  const total = year * 12 + month - 1 + months;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  return dayNumber(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}
