// On what the figures were measured: without this they say nothing.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem, type } from "node:os";
import { join } from "node:path";

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  /** How many processes wanted a core in the minute before: above nought, others were at work. */
  readonly loadBefore: number;
  readonly node: string;
  readonly eleventy: string;
  /** Absent where Hugo is not installed. */
  readonly hugo?: string;
}

export function thisMachine(): Machine {
  const hugo = hugoVersion();
  return {
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    system: type(),
    loadBefore: loadavg()[0] ?? 0,
    node: process.version,
    eleventy: eleventyVersion(),
    ...(hugo !== undefined && { hugo }),
  };
}

function hugoVersion(): string | undefined {
  const { status, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return status === 0 ? /v[\d.]+/.exec(stdout)?.[0] : undefined;
}

function eleventyVersion(): string {
  const path = join(import.meta.dirname, "../../node_modules/@11ty/eleventy/package.json");
  const { version }: { version: string } = JSON.parse(readFileSync(path, "utf8"));
  return `v${version}`;
}
