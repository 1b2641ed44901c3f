// The tests of one group only. Stryker has an option for that too, but with it changes of what is
// computed as a module loads come too late, and seem to be noticed by no test.

import vitestConfig from "../vitest.config.ts";

const tests = process.env["BROADSHEET_MUTATION_TESTS"]?.split(" ") ?? [];

export default { ...vitestConfig, test: { ...vitestConfig.test, include: tests } };
