import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The reference machine has two cores; browser tests bring a Chromium of their own.
    maxWorkers: 2,
  },
});
