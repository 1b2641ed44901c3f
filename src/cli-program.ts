// The commands and their options as `--help` tells them.

import { Command, Option } from "commander";
import {
  type BuildOptions,
  CHECK_EXIT_CODES,
  type CheckOptions,
  type DevOptions,
  EXIT_CODES,
  readCount,
  readNow,
  readPort,
  readUrl,
  type RollbackOptions,
  type TakedownOptions,
  type WatchOptions,
} from "./cli-options.ts";

/** What each command does once its words are understood. */
export interface Handlers {
  readonly build: (options: BuildOptions, command: Command) => Promise<void>;
  readonly check: (options: CheckOptions, command: Command) => Promise<void>;
  readonly dev: (options: DevOptions, command: Command) => Promise<void>;
  readonly watch: (options: WatchOptions, command: Command) => Promise<void>;
  readonly takedown: (story: string, options: TakedownOptions, command: Command) => Promise<void>;
  readonly rollback: (options: RollbackOptions, command: Command) => Promise<void>;
}

/** @param version of the press, as `--version` prints it */
export function commands(handlers: Handlers, version: string): Command {
  const program = new Command("broadsheet")
    .description("A newspaper press: Markdown in, a complete news site of plain files out.")
    .version(version, "-V, --version", "print the version of the press")
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
    .addOption(
      new Option(
        "--releases",
        "keep each paper as a release of its own, to roll back to; needed once only",
      ).conflicts("drafts"),
    )
    .addOption(
      new Option("--keep <number>", "how many releases to keep, the live one included (default: 5)")
        .argParser(readCount)
        .implies({ releases: true })
        .conflicts("drafts"),
    )
    .option("--drafts", "show drafts and scheduled stories too, in an output of their own")
    .option(...COMPRESS)
    .option("--clean", "forget what earlier builds have kept, and print everything again")
    .option(...KEEP_GOING)
    .option("--json", "print the summary, or the problems, as one JSON object")
    .option("--quiet", "print nothing unless something is wrong")
    .addHelpText("after", EXIT_CODES)
    .action(handlers.build);
  shared(program.command("dev"))
    .summary("show the paper while you write")
    .description(
      "Shows the paper on this machine while you write, drafts and scheduled stories included. Each saved change shows in the browser at once; a mistake shows where its story would stand.",
    )
    .option("--port <number>", "the first port to try; the next free one is taken", readPort, 8080)
    .action(handlers.dev);
  described(program.command("watch").option(...CONTENT))
    .summary("publish each saved change, and whatever falls due")
    .description(
      "Publishes at once, then each saved change of content, layouts and press, and each scheduled story and expiry at its moment, until it is ended. A paper with mistakes is refused as by “build”, and tried again at the next saved change.",
    )
    .option("--output <folder>", "where the site goes (default: _site, with --drafts _preview)")
    .option("--drafts", "show drafts and scheduled stories too, in an output of their own")
    .option(...COMPRESS)
    .option(...KEEP_GOING)
    .option("--quiet", "print nothing unless something is wrong")
    .action(handlers.watch);
  checkCommand(program, handlers);
  takedownCommand(program, handlers);
  rollbackCommand(program, handlers);
  return program;
}

function checkCommand(program: Command, handlers: Handlers): void {
  shared(program.command("check"))
    .summary("read the built paper as a stranger would")
    .description(
      "Reads every page, feed and sitemap of the built paper with a reader’s eyes and a machine’s, and lists what either would stumble over. A contact sheet shows the newest stories as search engines, social networks and feed readers do. Nothing in the paper is changed.",
    )
    .option("--output <folder>", "where the paper is: _site, or a preview", "_site")
    .option(
      "--sheet <folder>",
      "where the contact sheet goes (default: .broadsheet/contact-sheet beside the content)",
    )
    .option("--newest <number>", "how many stories the contact sheet shows", readCount, 12)
    .option("--accept", "take stories whose words changed without a date as they are now")
    .option("--strict", "let advice fail the check, too")
    .option("--json", "print what was found as one JSON object")
    .option("--quiet", "print nothing unless something is found")
    .addHelpText("after", CHECK_EXIT_CODES)
    .action(handlers.check);
}

function takedownCommand(program: Command, handlers: Handlers): void {
  shared(program.command("takedown"))
    .summary("withdraw a story and print the addresses to purge")
    .description(
      "Withdraws a story or page: sets “status: withdrawn” in its file, publishes the paper without any trace of it, and prints every address that caches and search engines may still have.",
    )
    .argument("<story>", "its address, id or file")
    .option("--output <folder>", "where the site is", "_site")
    .option(...KEEP_GOING)
    .addHelpText("after", EXIT_CODES)
    .action(handlers.takedown);
}

function rollbackCommand(program: Command, handlers: Handlers): void {
  program
    .command("rollback")
    .summary("give readers the release before")
    .description(
      "Gives readers an earlier release, at once, where the paper is built with --releases. Nothing is printed and nothing is lost; the next build publishes the content again.",
    )
    .option("--output <folder>", "where the site is", "_site")
    .option("--to <number>", "the release they are to get (default: the one before)", readCount)
    .option("--verbose", "show where in the press an unexpected error came from")
    .showHelpAfterError("`broadsheet rollback --help` lists what there is.")
    .allowExcessArguments(false)
    .addHelpText("after", EXIT_CODES)
    .action(handlers.rollback);
}

const COMPRESS = [
  "--compress",
  "put compressed copies (.br, .gz) beside pages and other texts, for servers that hand them out",
] as const;

const KEEP_GOING = [
  "--keep-going",
  "set aside stories with mistakes, keep their last good version live, publish the rest",
] as const;

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
