// `npm run mutate`: changes the press in one small place after another and says which changes no
// test has noticed. Words after `--` choose groups by name, or one file by its path. It ends with 1
// where in some file fewer than nine changes in ten were noticed, of those that make a difference.

import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { MUTATION_GROUPS, type MutationGroup } from "./groups.ts";
import { HARMLESS } from "./harmless.ts";

const LEAST_NOTICED = 0.9;

const words = process.argv.slice(2);
const chosen = MUTATION_GROUPS.map((group) => narrowed(group, words));
for (const group of chosen.filter(({ mutate }) => mutate.length > 0)) {
  const mutants = await tryMutants(group);
  for (const file of group.mutate) report(file, mutants);
}

/** The group, or of its files those that were asked for. */
function narrowed(group: MutationGroup, words: readonly string[]): MutationGroup {
  if (words.length === 0 || words.includes(group.name)) return group;
  return { ...group, mutate: group.mutate.filter((file) => words.includes(file)) };
}

type Mutants = Awaited<ReturnType<Stryker["runMutationTest"]>>;

async function tryMutants({ mutate, tests }: MutationGroup): Promise<Mutants> {
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
    reporters: ["progress-append-only"],
    tempDirName: "coverage/mutants",
    cleanTempDir: "always",
    timeoutMS: 60_000,
  });
  return stryker.runMutationTest();
}

/** What the tests have noticed in one file, and each change that they have not. */
function report(file: string, mutants: Mutants): void {
  const text = readFileSync(file, "utf8");
  const own = mutants.filter(({ fileName }) => relative(process.cwd(), fileName) === file);
  const changes = own.map(({ location, replacement, status }) => ({
    line: location.start.line,
    from: between(text, location),
    to: replacement ?? "",
    isNoticed: status === "Killed" || status === "Timeout",
  }));
  const counting = changes.filter((change) => change.isNoticed || !isHarmless(file, change));
  const missed = counting.filter(({ isNoticed }) => !isNoticed);
  for (const { line, from, to } of missed) console.log(`${file}:${line}\n- ${from}\n+ ${to}`);
  const noticed = counting.length - missed.length;
  const harmless = changes.length - counting.length;
  console.log(`${file}: ${noticed} of ${counting.length} noticed, ${harmless} make no difference.`);
  if (noticed < counting.length * LEAST_NOTICED) process.exitCode = 1;
}

interface Change {
  readonly from: string;
  readonly to: string;
}

function isHarmless(file: string, { from, to }: Change): boolean {
  return HARMLESS.some((one) => one.file === file && one.from === from && one.to === to);
}

type Location = Mutants[number]["location"];

/** Lines and columns are counted from 1. */
function between(text: string, { start, end }: Location): string {
  const lines = text.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const cut = lines.map((line, index) => (index === last ? line.slice(0, end.column - 1) : line));
  return cut.map((line, index) => (index === 0 ? line.slice(start.column - 1) : line)).join("\n");
}
