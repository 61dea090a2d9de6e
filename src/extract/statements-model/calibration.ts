/**
 * How often what was given a confidence turned out right: straight lines between points, ascending in both (isotonic
 * regression, Zadrozny and Elkan 2002).
 */
export interface Calibration {
  readonly said: Float32Array;
  readonly right: Float32Array;
}

/** Leaves every confidence as it is. */
export const UNCALIBRATED: Calibration = { said: Float32Array.of(0, 1), right: Float32Array.of(0, 1) };

/** The share that is right of what is given this confidence. */
export function calibrate({ said, right }: Calibration, confidence: number): number {
  let next = 0;
  while (next < said.length && said[next] < confidence) next++;
  if (next === 0) return right[0];
  if (next === said.length) return right[next - 1];
  const share = (confidence - said[next - 1]) / (said[next] - said[next - 1]);
  return right[next - 1] + share * (right[next] - right[next - 1]);
}
