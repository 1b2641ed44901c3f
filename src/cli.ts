// Words in, words out, exit codes: the only room with a console, and the only one that ends the
// process. 0 published; 1 the content has problems; 2 wrong usage; 3 could not publish.

import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { isatty } from "node:tty";
import { Command, CommanderError } from "commander";
import picocolors from "picocolors";
import { build } from "./build.ts";
import type { BuildOrder } from "./build-order.ts";
import {
  asWords,
  type BuildOptions,
  type DevOptions,
  EXIT_CODES,
  outputOf,
  readNow,
  readPort,
  readUrl,
  type SharedOptions,
  type WatchOptions,
} from "./cli-options.ts";
import { failureWords } from "./desk/failure-words.ts";
import { problemCount, problemReport, problemsJson } from "./desk/problem-report.ts";
import { progressLine, summaryJson, summaryText } from "./desk/summary.ts";
import { notTakenDown, takenDown, unknownStory } from "./desk/takedown-report.ts";
import type { LocatedProblem } from "./problems/located-problem.ts";

const EXIT = { published: 0, problems: 1, usage: 2, cannotPublish: 3 } as const;
/** Ended from outside: 128 and the number of the signal, as every shell expects. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

const NOTHING_PUBLISHED = "Nothing was published; the paper that was live is as it was.";

/** Does what the command line says. The exit code is left in `process.exitCode`. */
export async function main(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", whenNobodyListens);
  for (const [signal, code] of Object.entries(SIGNALS)) process.once(signal, () => stop(code));
  try {
    await commands().parseAsync();
  } catch (error) {
    process.exitCode = explain(error);
  }
}

function commands(): Command {
  const program = new Command("broadsheet")
    .description("A newspaper press: Markdown in, a complete news site of plain files out.")
    .version(version(), "-V, --version", "print the version of the press")
    .helpOption("-h, --help", "explain a command and its options")
    .helpCommand(false)
    .exitOverride()
    .addHelpText("after", "\n`broadsheet build --help` explains a command.")
    .showHelpAfterError("`broadsheet --help` lists what there is.");
  shared(program.command("build"))
    .summary("print the paper and put it in place")
    .description(
      "Prints the paper and puts it in place, whole or not at all. Where the content has mistakes, all of them are listed and the paper that is live stays as it was.",
    )
    .option("--output <folder>", "where the site goes (default: _site, with --drafts _preview)")
    .option("--drafts", "show drafts and scheduled stories too, in an output of their own")
    .option("--clean", "forget what earlier builds have kept, and print everything again")
    .option("--json", "print the summary, or the problems, as one JSON object")
    .option("--quiet", "print nothing unless something is wrong")
    .addHelpText("after", EXIT_CODES)
    .action(runBuild);
  shared(program.command("dev"))
    .summary("show the paper while you write")
    .description(
      "Shows the paper on this machine while you write, drafts and scheduled stories included. Each saved change shows in the browser at once; a mistake shows where its story would stand.",
    )
    .option("--port <number>", "the first port to try; the next free one is taken", readPort, 8080)
    .action(runDev);
  described(program.command("watch").option(...CONTENT))
    .summary("publish each saved change, and whatever falls due")
    .description(
      "Publishes at once, then each saved change of content, layouts and press, and each scheduled story and expiry at its moment, until it is ended. A paper with mistakes is refused as by “build”, and tried again at the next saved change.",
    )
    .option("--output <folder>", "where the site goes (default: _site, with --drafts _preview)")
    .option("--drafts", "show drafts and scheduled stories too, in an output of their own")
    .option("--quiet", "print nothing unless something is wrong")
    .action(runWatch);
  shared(program.command("takedown"))
    .summary("withdraw a story and print the addresses to purge")
    .description(
      "Withdraws a story or page: sets “status: withdrawn” in its file, publishes the paper without any trace of it, and prints every address that caches and search engines may still have.",
    )
    .argument("<story>", "its address, id or file")
    .option("--output <folder>", "where the site is", "_site")
    .addHelpText("after", EXIT_CODES)
    .action(runTakedown);
  return program;
}

const CONTENT = ["--content <folder>", "what the newsroom writes", "content"] as const;

function shared(command: Command): Command {
  return described(
    command
      .option(...CONTENT)
      .option("--now <moment>", "print the paper as of this moment: 2019-05-31T13:00:00Z", readNow),
  );
}

function described(command: Command): Command {
  return command
    .showHelpAfterError(`\`broadsheet ${command.name()} --help\` lists what there is.`)
    .option("--base-url <address>", "the paper's address, instead of the one in site.yaml", readUrl)
    .option("--verbose", "show where in the press an unexpected error came from")
    .allowExcessArguments(false);
}

async function runBuild(options: BuildOptions, command: Command): Promise<void> {
  const { content, drafts = false, clean = false, json, quiet } = options;
  const output = outputOf(options);
  const isWatched = process.stderr.isTTY && !quiet && !process.env["CI"];
  const order = { ...orderFor(options, command), outputFolder: output, drafts, clean };
  const result = await build(isWatched ? { ...order, onProgress: showProgress } : order);
  clearProgress();
  if (result.kind === "refused") {
    if (json) console.log(problemsJson(result.problems));
    reportProblems(result.problems, content, NOTHING_PUBLISHED);
    process.exitCode = EXIT.problems;
    return;
  }
  const circumstances = { output, drafts, milliseconds: performance.now() };
  if (json) console.log(summaryJson(result.summary, circumstances));
  else if (!quiet) console.log(summaryText(result.summary, circumstances));
}

async function runTakedown(
  story: string,
  options: SharedOptions & { readonly output: string },
  command: Command,
): Promise<void> {
  const { takedown } = await import("./desk/takedown.ts");
  const order = { ...orderFor(options, command), outputFolder: options.output, drafts: false };
  const result = await takedown(story, order);
  if (result.kind === "unknown") command.error(`error: ${unknownStory(story, result.near)}`);
  if (result.kind === "refused") {
    reportProblems(result.problems, options.content, notTakenDown(result.marked));
    process.exitCode = EXIT.problems;
    return;
  }
  console.log(result.purge.join("\n"));
  console.error(takenDown(result));
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

/** @param ending what has become of the paper; it stands in the last line, after the number */
function reportProblems(problems: readonly LocatedProblem[], root: string, ending: string): void {
  const { NO_COLOR, TERM } = process.env;
  const isColoured = isatty(process.stderr.fd) && !NO_COLOR && TERM !== "dumb";
  process.stderr.write(problemReport(problems, root, picocolors.createColors(isColoured)));
  console.error(`${problemCount(problems)} ${ending}`);
}

let progressShown = false;

function showProgress(done: number, total: number): void {
  progressShown = true;
  process.stderr.write(`\r\u001B[K${progressLine(done, total)}`);
}

function clearProgress(): void {
  if (progressShown) process.stderr.write("\r\u001B[K");
  progressShown = false;
}

/** Says what ended the run, and gives the exit code for it. */
function explain(thrown: unknown): number {
  clearProgress();
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : EXIT.usage;
  const { error, message, cure } = failureWords(thrown);
  console.error(process.argv.includes("--verbose") ? error : `broadsheet: ${message}`);
  console.error(`  ${cure}`);
  return EXIT.cannotPublish;
}

/** What is held is given back on the way out: see `publish/work-folder.ts`. */
function stop(code: number): never {
  clearProgress();
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
