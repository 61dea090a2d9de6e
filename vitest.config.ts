import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A page on a busy machine may take its time; what is awaited still comes at once on a quiet one.
    expect: { poll: { timeout: 10_000 } },
    // The reference machine has two cores; browser tests bring a Chromium of their own.
    maxWorkers: 2,
  },
});
