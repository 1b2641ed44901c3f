// Where the benchmark works: in memory where there is room, so that no disk is measured.

import { existsSync, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MEMORY_DISK = "/dev/shm";

/** Content, output and state of three systems, on a file system of 4 KB blocks. */
const BYTES_PER_STORY = 100_000;
const BYTES_AT_LEAST = 300_000_000;

/** @param parent a folder to work in instead */
export function makeBenchFolder(count: number, parent?: string): string {
  const needed = BYTES_AT_LEAST + count * BYTES_PER_STORY;
  const fits = existsSync(MEMORY_DISK) && freeBytes(MEMORY_DISK) > needed;
  return mkdtempSync(join(parent ?? (fits ? MEMORY_DISK : tmpdir()), "broadsheet-bench-"));
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
