import type { Calibration } from "../../extract/statements-model/calibration.ts";
import type { JudgedConfidence } from "./calibration.ts";

/** Points of the curve before those that don't ascend are merged, and the least number of statements of each. */
const MOST_POINTS = 30;
const LEAST_STATEMENTS = 60;

/**
 * How often statements are right, by their confidence: means of groups of equal size, neighbours merged until they ascend
 * (pool adjacent violators, Ayer et al. 1955).
 */
export function fitCalibration(statements: readonly JudgedConfidence[]): Calibration {
  const sorted = [...statements].sort((a, b) => a.confidence - b.confidence);
  const points = Math.max(1, Math.min(MOST_POINTS, Math.floor(sorted.length / LEAST_STATEMENTS)));
  const pools: { said: number; right: number; count: number }[] = [];
  for (let point = 0; point < points; point++) {
    const group = sorted.slice(
      Math.floor((point * sorted.length) / points),
      Math.floor(((point + 1) * sorted.length) / points),
    );
    let pool = {
      said: group.reduce((sum, { confidence }) => sum + confidence, 0),
      right: group.filter(({ right }) => right).length,
      count: group.length,
    };
    while (pools.length > 0 && share(pools[pools.length - 1]) >= share(pool)) {
      const before = pools.pop()!;
      pool = { said: before.said + pool.said, right: before.right + pool.right, count: before.count + pool.count };
    }
    pools.push(pool);
  }
  return {
    said: Float32Array.from(pools, ({ said, count }) => said / count),
    right: Float32Array.from(pools, share),
  };
}

function share({ right, count }: { right: number; count: number }): number {
  return right / count;
}
