// One process from start to end: how long, how much of the processors, how much memory.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "./bench-site.ts";

/** What one run took. What this machine does not tell is absent. */
export interface Measured {
  readonly seconds: number;
  /** User and system time of the process and all its children. */
  readonly processorSeconds?: number;
  /** The most that all its processes held at one moment, sampled; shared pages count in each. */
  readonly peakTreeBytes?: number;
  /** The most that the process itself held (without children), as the system keeps it. */
  readonly peakBytes?: number;
}

const SAMPLE_MILLISECONDS = 20;
/** Children are looked for less often than memory is read: finding them costs more. */
const SAMPLES_PER_SEARCH = 5;

/** Seconds per unit of `/proc/<id>/stat`: 100 Hz on every Linux that Node runs on. */
const TICK_SECONDS = 0.01;

/**
 * Runs a command to its end. Nothing else may be started meanwhile: the processor time of children
 * is read from this process's own account of them.
 *
 * @param proc the process file system; where there is none, a process of Node reports on itself
 * @throws when the command fails, with the end of what it said
 */
export async function measureProcess(command: Command, proc = "/proc"): Promise<Measured> {
  return existsSync(join(proc, "self/stat"))
    ? measureByProc(command, proc)
    : measureByReport(command);
}

async function measureByProc(command: Command, proc: string): Promise<Measured> {
  const before = childrensTicks(proc);
  let sampler: MemorySampler | undefined;
  const seconds = await runToEnd(command, {}, (pid) => (sampler = new MemorySampler(pid, proc)));
  sampler?.stop();
  return {
    seconds,
    processorSeconds: (childrensTicks(proc) - before) * TICK_SECONDS,
    ...(sampler && { peakTreeBytes: sampler.peakTreeBytes, peakBytes: sampler.peakBytes }),
  };
}

/** Time of all children that have ended, theirs included: fields 16 and 17 of proc(5). */
function childrensTicks(proc: string): number {
  const stat = readFileSync(join(proc, "self/stat"), "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[13]) + Number(fields[14]);
}

/** Reads the memory of a process and its descendants until it is stopped. */
class MemorySampler {
  peakTreeBytes = 0;
  peakBytes = 0;
  readonly #pid: number;
  readonly #proc: string;
  readonly #timer: NodeJS.Timeout;
  #pids: readonly number[];
  #samples = 0;

  constructor(pid: number, proc: string) {
    this.#pid = pid;
    this.#proc = proc;
    this.#pids = [pid];
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MILLISECONDS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sample(): void {
    this.#samples += 1;
    if (this.#samples % SAMPLES_PER_SEARCH === 0) this.#pids = this.#familyOf(this.#pid);
    let sum = 0;
    for (const pid of this.#pids) {
      const { now, peak } = this.#memoryOf(pid);
      sum += now;
      if (pid === this.#pid) this.peakBytes = Math.max(this.peakBytes, peak);
    }
    this.peakTreeBytes = Math.max(this.peakTreeBytes, sum, this.peakBytes);
  }

  #familyOf(pid: number): readonly number[] {
    return [pid, ...this.#childrenOf(pid).flatMap((child) => this.#familyOf(child))];
  }

  #childrenOf(pid: number): readonly number[] {
    const threads = orNothing(() => readdirSync(join(this.#proc, `${pid}/task`))) ?? [];
    return threads.flatMap((thread) => {
      const path = join(this.#proc, `${pid}/task/${thread}/children`);
      const children = orNothing(() => readFileSync(path, "utf8")) ?? "";
      return children.split(" ").filter(Boolean).map(Number);
    });
  }

  #memoryOf(pid: number): { readonly now: number; readonly peak: number } {
    const status = orNothing(() => readFileSync(join(this.#proc, `${pid}/status`), "utf8")) ?? "";
    const kilobytes = (field: string) =>
      Number(new RegExp(`^${field}:\\s*(\\d+) kB$`, "m").exec(status)?.[1] ?? 0);
    return { now: kilobytes("VmRSS") * 1024, peak: kilobytes("VmHWM") * 1024 };
  }
}

/** A process may end between two looks at it. */
function orNothing<Found>(look: () => Found): Found | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

const REPORT_VARIABLE = "BENCH_USAGE_REPORT";

/** Node alone can be asked to write down, at its end, what it has used. */
async function measureByReport(command: Command): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-usage-"));
  const report = join(folder, "usage.json");
  const options = `--import ${new URL("report-usage.mjs", import.meta.url).href}`;
  const seconds = await runToEnd(command, { NODE_OPTIONS: options, [REPORT_VARIABLE]: report });
  const written = orNothing(() => readFileSync(report, "utf8"));
  rmSync(folder, { recursive: true });
  if (written === undefined) return { seconds };
  const usage: Pick<NodeJS.ResourceUsage, "userCPUTime" | "systemCPUTime" | "maxRSS"> =
    JSON.parse(written);
  return {
    seconds,
    processorSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    peakBytes: usage.maxRSS * 1024,
  };
}

/** Gives the seconds from start to end. */
function runToEnd(
  { file, words, cwd }: Command,
  env: Readonly<Record<string, string>>,
  onStart: (pid: number) => void = () => {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(file, words, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    endWithUs(child);
    if (child.pid !== undefined) onStart(child.pid);
    let said = "";
    const keepEnd = (piece: Buffer) => (said = (said + piece.toString()).slice(-2_000));
    child.stdout.on("data", keepEnd);
    child.stderr.on("data", keepEnd);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const seconds = (performance.now() - started) / 1_000;
      if (code === 0) resolve(seconds);
      else reject(new Error(`${file} ${words.join(" ")} ended with ${code ?? signal}:\n${said}`));
    });
  });
}

/** A benchmark that is stopped removes its folder; nothing must go on writing into that. */
export function endWithUs(child: ChildProcess): void {
  const end = () => child.kill("SIGKILL");
  process.prependOnceListener("exit", end);
  child.once("close", () => process.off("exit", end));
}
