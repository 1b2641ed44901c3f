// Words in, words out, exit codes: the only room with a console, and the only one that ends the
// process. 0 published; 1 the content has problems; 2 wrong usage; 3 could not publish; 4 published
// without the files that have problems.

import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { isatty } from "node:tty";
import { type Command, CommanderError } from "commander";
import picocolors from "picocolors";
import { build } from "./build.ts";
import type { BuildOrder, BuildSummary } from "./build-order.ts";
import {
  asWords,
  type BuildOptions,
  type CheckOptions,
  type DevOptions,
  outputOf,
  type RollbackOptions,
  type SharedOptions,
  type TakedownOptions,
  type WatchOptions,
} from "./cli-options.ts";
import { commands } from "./cli-program.ts";
import { failureWords } from "./desk/failure-words.ts";
import {
  problemCount,
  problemReport,
  problemsJson,
  problemsPlain,
  setAsideWords,
} from "./desk/problem-report.ts";
import { noReleases, noSuchRelease, rolledBack } from "./desk/rollback-report.ts";
import { openProgress } from "./desk/progress.ts";
import { summaryJson, summaryText } from "./desk/summary.ts";
import { notTakenDown, takenDown, unknownStory } from "./desk/takedown-report.ts";
import type { LocatedProblem } from "./problems/located-problem.ts";

const EXIT = { published: 0, problems: 1, usage: 2, cannotPublish: 3, setAside: 4 } as const;
/** Ended from outside: 128 and the number of the signal, as every shell expects. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

const NOTHING_PUBLISHED = "Nothing was published; the paper that was live is as it was.";
const REST_PUBLISHED = "Everything else was published.";

/** Does what the command line says. The exit code is left in `process.exitCode`. */
export async function main(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", whenNobodyListens);
  for (const [signal, code] of Object.entries(SIGNALS)) process.once(signal, () => stop(code));
  try {
    await commands(HANDLERS, version()).parseAsync();
  } catch (error) {
    process.exitCode = explain(error);
  }
}

const HANDLERS = {
  build: runBuild,
  check: runCheck,
  dev: runDev,
  watch: runWatch,
  takedown: runTakedown,
  rollback: runRollback,
};

async function runBuild(options: BuildOptions, command: Command): Promise<void> {
  const { content, drafts = false, clean = false, keepGoing = false, json, quiet } = options;
  const output = outputOf(options);
  const isWatched = process.stderr.isTTY && !quiet && !process.env["CI"];
  const order: BuildOrder = {
    ...orderFor(options, command),
    outputFolder: output,
    drafts,
    clean,
    keepGoing,
    compress: options.compress === true,
    way: options.releases ? "as releases" : "as before",
    ...(options.keep !== undefined && { keep: options.keep }),
  };
  let published: number | undefined;
  const onPublished = () => (published = performance.now());
  const result = await build({
    ...order,
    onPublished,
    ...(isWatched && { onProgress: progress.show }),
  });
  progress.clear();
  if (result.kind === "refused") {
    if (json) console.log(problemsJson(result.problems));
    reportProblems(result.problems, content, NOTHING_PUBLISHED);
    process.exitCode = EXIT.problems;
    return;
  }
  const end = performance.now();
  const milliseconds = published ?? end;
  const circumstances = { output, drafts, milliseconds, searchMilliseconds: end - milliseconds };
  reportSetAside(result.summary, result.problems, content);
  if (json) console.log(summaryJson(result.summary, circumstances, problemsPlain(result.problems)));
  else if (!quiet) console.log(summaryText(result.summary, circumstances));
}

async function runCheck(options: CheckOptions, command: Command): Promise<void> {
  const { check } = await import("./desk/check.ts");
  const { checkedJson, checkedLine, findingsText, noPaper, noPlaceForSheet } =
    await import("./desk/check-report.ts");
  const { json, quiet, strict, output, newest, accept = false } = options;
  const order = { ...orderFor(options, command), outputFolder: output, accept };
  const folder = options.sheet ?? join(order.stateFolder, "contact-sheet");
  const result = await check({ ...order, sheet: { folder, newest } });
  if (result.kind === "no paper") return command.error(`error: ${noPaper(output)}`);
  if (result.kind !== "checked") return command.error(`error: ${noPlaceForSheet(folder)}`);
  const isPassed = !result.findings.some(({ weight }) => strict || weight === "fault");
  if (json) console.log(checkedJson(result, isPassed));
  else process.stderr.write(findingsText(result.findings, options));
  if (!json && !quiet) console.log(checkedLine(result));
  if (!isPassed) process.exitCode = EXIT.problems;
}

async function runTakedown(name: string, options: TakedownOptions, command: Command) {
  const { takedown } = await import("./desk/takedown.ts");
  const { output, keepGoing = false } = options;
  const order = { ...orderFor(options, command), outputFolder: output, drafts: false, keepGoing };
  const result = await takedown(name, order);
  if (result.kind === "unknown") command.error(`error: ${unknownStory(name, result.near)}`);
  if (result.kind === "refused") {
    reportProblems(result.problems, options.content, notTakenDown(result.marked));
    process.exitCode = EXIT.problems;
    return;
  }
  if (result.summary) reportSetAside(result.summary, result.problems, options.content);
  console.log(result.purge.join("\n"));
  console.error(takenDown(result));
  if (result.failure !== undefined) throw result.failure;
}

async function runWatch(options: WatchOptions, command: Command): Promise<void> {
  const { keepCurrent } = await import("./desk/keep-current.ts");
  const order = orderFor(options, command);
  if (!options.quiet) console.error("Watching content, layouts and press (Ctrl-C ends).");
  await keepCurrent(order, {
    output: outputOf(options),
    buildOptions: asWords(options),
    clock: Date.now,
    say: (words, about) => {
      if (about !== "published") console.error(words);
      else if (!options.quiet) console.log(words);
    },
  });
}

async function runRollback({ output, to }: RollbackOptions, command: Command): Promise<void> {
  const { rollBack } = await import("./publish/roll-back.ts");
  const result = rollBack(output, to);
  if (result.kind === "no releases") command.error(`error: ${noReleases(output)}`);
  if (result.kind === "no such release")
    command.error(`error: ${noSuchRelease(to, result.releases)}`);
  console.log(rolledBack(result));
}

async function runDev(options: DevOptions, command: Command): Promise<void> {
  const { startDev } = await import("./desk/dev.ts");
  let told = "";
  const { url } = await startDev(orderFor(options, command), {
    port: options.port,
    clock: () => options.now ?? Date.now(),
    onRead: ({ problems, fault }, milliseconds) => {
      const trouble = JSON.stringify([problems, fault?.message]);
      if (trouble !== told && fault) console.error(`${fault.message}\n`);
      if (trouble !== told && problems.length > 0)
        reportProblems(problems, options.content, "The rest of the paper goes on.");
      told = trouble;
      console.error(`Read in ${Math.round(milliseconds)} ms.`);
    },
  });
  console.error(`The paper is at ${url} (Ctrl-C ends).`);
}

function orderFor({ content, now, baseUrl }: SharedOptions, command: Command): BuildOrder {
  const contentFolder = resolve(content);
  if (!statSync(contentFolder, { throwIfNoEntry: false })?.isDirectory())
    command.error(
      `error: there is no content folder “${content}” here; name the one that holds site.yaml with --content`,
    );
  return {
    contentFolder,
    outputFolder: "_site",
    projectFolder: process.cwd(),
    home: homedir(),
    layoutsFolder: join(import.meta.dirname, "../layouts"),
    stateFolder: join(dirname(contentFolder), ".broadsheet"),
    now: now ?? Date.now(),
    ...(baseUrl !== undefined && { baseUrl }),
    drafts: true,
    clean: false,
  };
}

/** Nothing where the paper is whole. */
function reportSetAside(
  { setAside }: Pick<BuildSummary, "setAside">,
  problems: readonly LocatedProblem[],
  root: string,
): void {
  if (!setAside) return;
  console.error(setAsideWords(setAside, root));
  reportProblems(problems, root, REST_PUBLISHED);
  process.exitCode = EXIT.setAside;
}

/** @param ending what has become of the paper; it stands in the last line, after the number */
function reportProblems(problems: readonly LocatedProblem[], root: string, ending: string): void {
  const { NO_COLOR, TERM } = process.env;
  const isColoured = isatty(process.stderr.fd) && !NO_COLOR && TERM !== "dumb";
  process.stderr.write(problemReport(problems, root, picocolors.createColors(isColoured)));
  console.error(`${problemCount(problems)} ${ending}`);
}

const progress = openProgress(
  (text) => void process.stderr.write(text),
  () => performance.now(),
);

/** Says what ended the run, and gives the exit code for it. */
function explain(thrown: unknown): number {
  progress.clear();
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : EXIT.usage;
  const { error, message, cure } = failureWords(thrown);
  console.error(process.argv.includes("--verbose") ? error : `broadsheet: ${message}`);
  console.error(`  ${cure}`);
  return EXIT.cannotPublish;
}

/** What is held is given back on the way out: see `publish/work-folder.ts`. */
function stop(code: number): never {
  progress.clear();
  process.exit(code);
}

/** `broadsheet build | head`: a reader who has seen enough is no fault. */
function whenNobodyListens(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") process.exitCode = EXIT.cannotPublish;
}

function version(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(import.meta.dirname, "../package.json"), "utf8"),
  );
  return version;
}
