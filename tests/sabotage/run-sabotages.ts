// `npm run sabotage`: tries each sabotage on a copy of the project and says whether its test has
// noticed. Words after `--` choose the sabotages whose names hold them.

import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { linkPackages } from "../support/press-copy.ts";
import { type Sabotage, SABOTAGES } from "./sabotages.ts";

const PROJECT = join(import.meta.dirname, "../..");
/** What a copy does not need: packages are linked, the others are made anew. */
const LEFT_OUT = new Set(["node_modules", ".git", "_site", "_preview", ".broadsheet", "coverage"]);

/** How the test of a sabotage has ended; "did not run" where nothing was asserted at all. */
type Colour = "red" | "green" | "did not run";

const words = process.argv.slice(2).join(" ");
const chosen = SABOTAGES.filter(({ name }) => name.includes(words));
const copy = mkdtempSync(join(tmpdir(), "broadsheet-sabotage-"));
try {
  copyProject();
  process.exitCode = (await isSoundBefore()) && (await areAllNoticed()) ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function copyProject(): void {
  const filter = (path: string) => !LEFT_OUT.has(basename(path));
  cpSync(PROJECT, copy, { recursive: true, filter });
  linkPackages(copy);
}

/** Red means something only where the same test, in the same copy, is green without the sabotage. */
async function isSoundBefore(): Promise<boolean> {
  const colour = chosen.length === 0 ? "did not run" : await colourOf(chosen);
  if (colour !== "green") console.log(`Without any sabotage the tests should be green: ${colour}.`);
  return colour === "green";
}

async function areAllNoticed(): Promise<boolean> {
  let unnoticed = 0;
  for (const sabotage of chosen) {
    const outcome = await tried(sabotage);
    console.log(`${outcome === "red" ? "noticed " : "MISSED  "} ${sabotage.name} (${outcome})`);
    if (outcome !== "red") unnoticed += 1;
  }
  console.log(`${chosen.length - unnoticed} of ${chosen.length} were noticed.`);
  return unnoticed === 0;
}

async function tried(sabotage: Sabotage): Promise<Colour | "text not found"> {
  const path = join(copy, sabotage.file);
  const sound = readFileSync(path, "utf8");
  const [before = "", after, ...more] = sound.split(sabotage.from);
  if (after === undefined || more.length > 0) return "text not found";
  writeFileSync(path, before + sabotage.to + after);
  const colour = await colourOf([sabotage]);
  writeFileSync(path, sound);
  return colour;
}

/** Runs the one test of each sabotage in the copy: red if one of them fails. */
async function colourOf(sabotages: readonly Sabotage[]): Promise<Colour> {
  const report = join(copy, "report.json");
  rmSync(report, { force: true });
  const files = new Set(sabotages.map(({ test }) => test));
  const titles = sabotages.map(({ title }) => title);
  const pattern = titles.map((title) => title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  await vitest(["run", "--config", "tests/vitest.config.ts", ...files, "-t", pattern.join("|")], {
    VITEST_REPORT: report,
  });
  const results = resultsIn(report);
  if (results.some(({ status }) => status === "failed")) return "red";
  const passed = results.filter(({ status }) => status === "passed");
  const isGreen = titles.every((title) => passed.some((result) => result.title.includes(title)));
  return isGreen ? "green" : "did not run";
}

interface Result {
  readonly title: string;
  readonly status: string;
}

/** In vitest's own report; without one, vitest has not come so far. */
function resultsIn(path: string): readonly Result[] {
  if (!existsSync(path)) return [];
  const report = JSON.parse(readFileSync(path, "utf8")) as {
    readonly testResults: readonly { readonly assertionResults: readonly Result[] }[];
  };
  return report.testResults.flatMap(({ assertionResults }) => assertionResults);
}

/** To its end; a failing test is what we hope for, so no exit code is an error. */
function vitest(words: readonly string[], env: Record<string, string>): Promise<void> {
  const program = join(copy, "node_modules/vitest/vitest.mjs");
  const options = { cwd: copy, env: { ...process.env, ...env }, maxBuffer: Infinity };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], options, () => resolve());
  });
}
