import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}"],
    exclude: ["e2e/**", "node_modules/**", "out/**"],
    testTimeout: 60_000,
    restoreMocks: true,
  },
});
