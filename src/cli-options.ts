// What the options of the command line are: what each accepts, and as what it arrives.

import { InvalidArgumentError } from "commander";
import { readInstant } from "./news/read-instant.ts";

export interface SharedOptions {
  readonly content: string;
  readonly now?: number;
  readonly baseUrl?: string;
  readonly verbose?: true;
}

export interface BuildOptions extends SharedOptions {
  readonly output?: string;
  readonly releases?: true;
  readonly keep?: number;
  readonly drafts?: true;
  readonly compress?: true;
  readonly clean?: true;
  readonly keepGoing?: true;
  readonly json?: true;
  readonly quiet?: true;
}

/** No `now`: a watch follows the clock. */
export interface WatchOptions extends Omit<SharedOptions, "now"> {
  readonly output?: string;
  readonly drafts?: true;
  readonly compress?: true;
  readonly keepGoing?: true;
  readonly quiet?: true;
}

export interface DevOptions extends SharedOptions {
  readonly port: number;
}

export interface TakedownOptions extends SharedOptions {
  readonly output: string;
  readonly keepGoing?: true;
}

export interface CheckOptions extends SharedOptions {
  readonly output: string;
  readonly strict?: true;
  readonly accept?: true;
  readonly sheet?: string;
  readonly newest: number;
  readonly json?: true;
  readonly quiet?: true;
}

export interface RollbackOptions {
  readonly output: string;
  readonly to?: number;
}

/** Stands below the options of each command that publishes once. */
export const EXIT_CODES = `
Exit code: 0 published; 1 the content has problems; 2 wrong usage; 3 not published for
another reason (the output cannot be written, another build has it, a layout failed);
4 published without the files that have problems (only with --keep-going).`;

/** Stands below the options of `check`. */
export const CHECK_EXIT_CODES = `
Exit code: 0 no fault was found; 1 there are faults, or with --strict any advice; 2 wrong
usage, or no paper to read; 3 the paper could not be read.`;

/** As typed, or where such a paper goes. */
export function outputOf({ output, drafts }: BuildOptions | WatchOptions): string {
  return output ?? (drafts ? "_preview" : "_site");
}

/** The same options for a build in a process of its own. */
export function asWords(options: WatchOptions): string[] {
  const { content, output, baseUrl, drafts, compress, keepGoing, verbose } = options;
  return [
    `--content=${content}`,
    ...(output === undefined ? [] : [`--output=${output}`]),
    ...(baseUrl === undefined ? [] : [`--base-url=${baseUrl}`]),
    ...(drafts ? ["--drafts"] : []),
    ...(compress ? ["--compress"] : []),
    ...(keepGoing ? ["--keep-going"] : []),
    ...(verbose ? ["--verbose"] : []),
  ];
}

/** Milliseconds since 1970, UTC. */
export function readNow(written: string): number {
  const now = readInstant(written);
  if (now !== undefined) return now;
  throw new InvalidArgumentError("Write a moment with its zone: 2019-05-31T13:00:00Z.");
}

/** Absolute, with a slash at the end of a bare host. */
export function readUrl(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const isPlain = url && url.search + url.hash + url.username + url.password === "";
  if (isPlain && /^https?:$/.test(url.protocol)) return url.href;
  throw new InvalidArgumentError("Write a whole address: https://example.org/news/.");
}

export function readCount(written: string): number {
  if (/^\d{1,15}$/.test(written) && Number(written) > 0) return Number(written);
  throw new InvalidArgumentError("Write a whole number, 1 or more.");
}

export function readPort(written: string): number {
  const port = Number(written);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError("Write a number from 1 to 65535.");
}
