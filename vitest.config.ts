import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}"],
    exclude: ["e2e/**", "node_modules/**", "out/**"],
    // Many of them wait for the disk, for servers and for other processes, so that there is room for a second on any machine.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 60_000,
    restoreMocks: true,
  },
});
