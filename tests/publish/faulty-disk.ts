// A disk that fails, or a process that dies, at the n-th call of a kind: strace does both. A builder's
// calls are recorded once; each that changes the disk is a point at which the next one can fail.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** Each call that can change what lies on a disk. */
const CALLS = [
  "openat",
  "write",
  "writev",
  "pwrite64",
  "copy_file_range",
  "sendfile",
  "ftruncate",
  "fsync",
  "fdatasync",
  "chmod",
  "fchmod",
  "utimensat",
  "mkdir",
  "link",
  "symlink",
  "rename",
  "unlink",
  "rmdir",
];

/** The n-th call of a kind that one thread makes. */
export interface Point {
  readonly call: string;
  readonly nth: number;
}

export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stderr: string;
}

export interface Struck extends Ended {
  /**
   * Did every call that failed change something below the folder? Calls do not come in quite the same
   * order each time, so it may have been a file that was read, or a word of one thread to another.
   */
  readonly isHit: boolean;
}

export function isStraceInstalled(): boolean {
  try {
    execFileSync("strace", ["-V"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Runs node with these words and records where it changes anything below `folder`. */
export async function pointsOf(words: readonly string[], folder: string): Promise<Point[]> {
  const { code, stderr, lines } = await strace(words, folder, ...tracing(CALLS));
  if (code !== 0) throw new Error(stderr);
  return findPoints(lines, folder);
}

/** Runs node with these words and lets something happen at a point: `error=EIO`, `signal=SIGKILL`. */
export async function runWith(
  words: readonly string[],
  folder: string,
  { call, nth }: Point,
  fault: string,
): Promise<Struck> {
  const injection = `inject=${call}:${fault}:when=${nth}`;
  const { lines, ...ended } = await strace(words, folder, ...tracing([call]), "-e", injection);
  const struck = lines.filter((line) => line.includes("(INJECTED)"));
  return { ...ended, isHit: struck.every((line) => isChange(line, call, folder)) };
}

function tracing(calls: readonly string[]): string[] {
  return ["-e", `trace=${calls.join(",")}`];
}

/** One thread for the disk, so that calls come in one order. */
async function strace(
  words: readonly string[],
  cwd: string,
  ...options: readonly string[]
): Promise<Ended & { readonly lines: readonly string[] }> {
  const record = join(tmpdir(), `broadsheet-calls-${process.pid}`);
  const all = ["-f", "--seccomp-bpf", "-qq", "-y", "-o", record, ...options];
  const env = { ...process.env, UV_THREADPOOL_SIZE: "1" };
  const child = spawn("strace", [...all, process.execPath, ...words], {
    cwd,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit");
  const stderr = await text(child.stderr);
  const [code] = (await ended) as [number | null];
  const lines = readFileSync(record, "utf8").split("\n");
  rmSync(record);
  return { code, stderr, lines };
}

/** `1234 openat(AT_FDCWD</root>, "/root/_site/x", O_WRONLY|…) = 21`; strace counts by thread. */
function findPoints(lines: readonly string[], folder: string): Point[] {
  const counts = new Map<string, number>();
  const points = new Map<string, Point>();
  for (const line of lines) {
    const [, thread, call = ""] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (call === "") continue;
    const nth = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, nth);
    if (isChange(line, call, folder)) points.set(`${call} ${nth}`, { call, nth });
  }
  return [...points.values()];
}

function isChange(line: string, call: string, folder: string): boolean {
  return line.includes(folder) && (call !== "openat" || /O_WRONLY|O_RDWR|O_CREAT/.test(line));
}
