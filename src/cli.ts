// Words in, words out, exit codes: the only room with a console, and the only one that ends the
// process. 0 published; 1 the content has problems; 2 wrong usage; 3 could not write.

import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { build } from "./build.ts";
import type { BuildOrder, BuildSummary } from "./build-order.ts";
import { progressLine, summaryText } from "./desk/summary.ts";
import { readInstant } from "./news/read-instant.ts";
import { formatProblem } from "./problems/format-problem.ts";
import type { LocatedProblem } from "./problems/located-problem.ts";
import { CannotWrite } from "./publish/cannot-write.ts";

const EXIT = { published: 0, problems: 1, usage: 2, cannotWrite: 3 } as const;

interface SharedOptions {
  readonly content: string;
  readonly now?: number;
  readonly baseUrl?: string;
  readonly verbose?: true;
}

interface BuildOptions extends SharedOptions {
  readonly output?: string;
  readonly drafts?: true;
  readonly clean?: true;
  readonly json?: true;
  readonly quiet?: true;
}

interface DevOptions extends SharedOptions {
  readonly port: number;
}

const program = new Command("broadsheet")
  .description("A newspaper press: Markdown in, a complete news site of plain files out.")
  .exitOverride()
  .showHelpAfterError("(broadsheet --help lists what there is)");

shared(program.command("build"))
  .description("print the paper and put it in place, whole or not at all")
  .option("--output <folder>", "where the site goes (default: _site, with --drafts _preview)")
  .option("--drafts", "show drafts and scheduled stories too, in an output of their own")
  .option("--clean", "forget what earlier builds have kept")
  .option("--json", "print the summary as one JSON object")
  .option("--quiet", "print nothing unless something is wrong")
  .action(runBuild);

shared(program.command("dev"))
  .description("show the paper on this machine while you write, drafts included")
  .option("--port <number>", "the first port to try", readPort, 8080)
  .action(runDev);

export async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = explain(error);
  }
}

function shared(command: Command): Command {
  return command
    .option("--content <folder>", "what the newsroom writes", "content")
    .option("--now <moment>", "print the paper as of this moment: 2019-05-31T13:00:00Z", readNow)
    .option("--base-url <address>", "the paper's address, instead of the one in site.yaml", readUrl)
    .option("--verbose", "show where in the press an unexpected error came from")
    .allowExcessArguments(false);
}

async function runBuild(options: BuildOptions): Promise<void> {
  const started = performance.now();
  const order = orderFor(options, {
    output: options.output ?? (options.drafts ? "_preview" : "_site"),
    drafts: options.drafts === true,
    clean: options.clean === true,
  });
  const result = await build(order);
  clearProgress();
  if (result.kind === "refused") {
    reportProblems(result.problems, options.content);
    process.exitCode = EXIT.problems;
    return;
  }
  report(result.summary, performance.now() - started, options);
}

async function runDev(options: DevOptions): Promise<void> {
  const { startDev } = await import("./desk/dev.ts");
  const order = orderFor(options, { output: "_site", drafts: true, clean: false });
  const root = options.content;
  const { url } = await startDev(order, {
    port: options.port,
    clock: () => options.now ?? Date.now(),
    onProblems: (problems) => reportProblems(problems, root),
    onReady: (milliseconds) =>
      console.error(`The paper is ready (${Math.round(milliseconds)} ms).`),
  });
  console.error(`Read it at ${url} (Ctrl-C ends).`);
}

function orderFor(
  { content, now, baseUrl }: SharedOptions,
  rest: { readonly output: string; readonly drafts: boolean; readonly clean: boolean },
): BuildOrder {
  const contentFolder = resolve(content);
  return {
    contentFolder,
    outputFolder: rest.output,
    projectFolder: process.cwd(),
    home: homedir(),
    layoutsFolder: join(import.meta.dirname, "../layouts"),
    stateFolder: join(dirname(contentFolder), ".broadsheet"),
    now: now ?? Date.now(),
    ...(baseUrl !== undefined && { baseUrl }),
    drafts: rest.drafts,
    clean: rest.clean,
    ...(process.stderr.isTTY && process.env["CI"] === undefined && { onProgress: showProgress }),
  };
}

function report(summary: BuildSummary, milliseconds: number, options: BuildOptions): void {
  if (options.json)
    console.log(JSON.stringify({ ...summary, milliseconds: Math.round(milliseconds) }));
  else if (!options.quiet) console.log(summaryText(summary, milliseconds));
}

function reportProblems(problems: readonly LocatedProblem[], root: string): void {
  for (const problem of problems) console.error(`${formatProblem(problem, root)}\n`);
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  console.error(`${count}. Nothing was published; the paper that was live is as it was.`);
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
function explain(error: unknown): number {
  clearProgress();
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage;
  if (error instanceof CannotWrite) {
    console.error(`broadsheet: ${error.message}\n  ${error.cure}`);
    return EXIT.cannotWrite;
  }
  const isVerbose = process.argv.includes("--verbose");
  console.error(
    isVerbose ? error : `broadsheet: ${error instanceof Error ? error.message : String(error)}`,
  );
  if (!isVerbose) console.error("  This is a fault of the press; --verbose shows where.");
  return EXIT.cannotWrite;
}

function readNow(written: string): number {
  const now = readInstant(written);
  if (now !== undefined) return now;
  throw new InvalidArgumentError("Write a moment with its zone: 2019-05-31T13:00:00Z.");
}

function readUrl(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "")
    return url.href;
  throw new InvalidArgumentError("Write a whole address: https://example.org/news/.");
}

function readPort(written: string): number {
  const port = Number(written);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError("Write a number from 1 to 65535.");
}
