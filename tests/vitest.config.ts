import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Where continuous integration wants the counts; a person at a desk needs no such file. */
const report = process.env["VITEST_REPORT"];

/** Tests run from the project's root; the configuration lives here so that the top level stays bare. */
export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    // A test waits for builds, servers and browsers more than it works itself; side by side each waits
    // longer, which is no reason to fail.
    maxWorkers: availableParallelism(),
    testTimeout: 180_000,
    hookTimeout: 240_000,
    reporters: report ? ["default", "json"] : ["default"],
    ...(report && { outputFile: { json: report } }),
  },
});
