// `npm run mutate`: changes the press in one small place after another and says which changes no
// test has noticed. Words after `--` choose groups by name, or one file by its path.

import { Stryker } from "@stryker-mutator/core";
import { MUTATION_GROUPS, type MutationGroup } from "./groups.ts";

const words = process.argv.slice(2);
const chosen = MUTATION_GROUPS.map((group) => narrowed(group, words));
for (const group of chosen.filter(({ mutate }) => mutate.length > 0)) await tryMutants(group);

/** The group, or of its files those that were asked for. */
function narrowed(group: MutationGroup, words: readonly string[]): MutationGroup {
  if (words.length === 0 || words.includes(group.name)) return group;
  return { ...group, mutate: group.mutate.filter((file) => words.includes(file)) };
}

async function tryMutants({ mutate, tests }: MutationGroup): Promise<void> {
  process.env["BROADSHEET_MUTATION_TESTS"] = tests.join(" ");
  const stryker = new Stryker({
    mutate: [...mutate],
    testRunner: "vitest",
    vitest: { configFile: "tests/mutation/vitest.config.ts", related: false },
    plugins: ["@stryker-mutator/vitest-runner"],
    // Both would ask for the classic compiler's interface, which this TypeScript no longer has.
    disableTypeChecks: false,
    tsconfigFile: "none",
    concurrency: 1,
    reporters: ["clear-text", "progress-append-only"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    tempDirName: "coverage/mutants",
    cleanTempDir: "always",
    timeoutMS: 60_000,
  });
  await stryker.runMutationTest();
}
