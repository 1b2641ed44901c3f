import { defineConfig } from "vitest/config";

/** Tests run from the project's root; the configuration lives here so that the top level stays bare. */
export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default"],
  },
});
