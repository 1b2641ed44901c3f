// One build at a time per output, and a place for it to work. Both are one folder: it is made ready
// under a name of its own, with its owner's particulars inside, and then renamed to the name all
// builders agree on. A folder cannot be renamed over one that is not empty, so the rename is the
// lock; it needs no links, works on every file system, and whatever a dead builder left lies inside,
// where taking over its lock clears it away.

import { randomUUID } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CannotWrite, errorCode } from "./cannot-write.ts";
import { isRunning, thisProcess, type ProcessIdentity } from "./process-identity.ts";

/** Held by this process until it is released. */
export interface WorkFolder {
  /** Absolute; on the output's own disk, so that a file made here can be renamed into place. */
  readonly path: string;
  release(): void;
}

/**
 * Takes the folder, at once also from a builder that died. It is given back when the process ends by
 * itself (Ctrl-C at the door), if nobody has done so before.
 * @throws CannotWrite when a living builder has it.
 */
export function takeWorkFolder(path: string): WorkFolder {
  const work = claim(path);
  sweepSiblings(path);
  process.once("exit", releaseAtEnd);
  return { path, release };

  function release(): void {
    process.off("exit", releaseAtEnd);
    work.release();
  }
  function releaseAtEnd(): void {
    try {
      work.release();
    } catch {
      // The lock of a process that has ended is cleared away by the next one.
    }
  }
}

interface Owner extends ProcessIdentity {
  /** New for each claim, so that one claim is never taken for another. */
  readonly token: string;
}

const OWNER = "owner.json";

/** Each round ends in the lock, in a refusal, or one dead or departed holder further on. */
const ROUNDS = 100;

function claim(path: string): WorkFolder {
  for (let round = 0; round < ROUNDS; round++) {
    if (renamedInto(path)) return { path, release: () => empty(path) };
    const holder = holderOf(path);
    if (holder === "nobody") continue;
    if (holder !== "unknown" && isRunning(holder)) throw isTaken(path, holder);
    bury(path, holder);
  }
  throw isTaken(path);
}

/** True when this process now has the folder. */
function renamedInto(path: string): boolean {
  const owner: Owner = { ...thisProcess(), token: randomUUID() };
  const ready = `${path}.${owner.token}`;
  // Nobody else may read what is not published yet.
  mkdirSync(ready, { mode: 0o700 });
  try {
    writeFileSync(join(ready, OWNER), JSON.stringify(owner));
    renameSync(ready, path);
    return true;
  } catch (error) {
    rmSync(ready, { recursive: true, force: true });
    // ENOENT: the holder swept our folder up with the litter, so there is a holder.
    if (isOneOf(error, "ENOTEMPTY", "EEXIST", "ENOENT")) return false;
    throw error;
  }
}

/**
 * Clears a dead builder's folder away. Two may see the same death: only the one who takes the right
 * to clear away this very holder (a lock like any other, so a death there is survived too) does it,
 * and only if that holder is still there.
 */
function bury(path: string, holder: Owner | "unknown"): void {
  const right = claim(`${path}.${tokenOf(holder)}`);
  try {
    const now = holderOf(path);
    if (now !== "nobody" && tokenOf(now) === tokenOf(holder)) empty(path);
  } finally {
    right.release();
  }
}

function tokenOf(holder: Owner | "unknown"): string {
  return holder === "unknown" ? "unknown" : holder.token;
}

/** Removes the folder, its owner's name last: killed half-way, it still says whose it was. */
function empty(path: string): void {
  const names = namesIn(path).filter((name) => name !== OWNER);
  for (const name of [...names, OWNER]) rmSync(join(path, name), { recursive: true, force: true });
  try {
    rmdirSync(path);
  } catch (error) {
    // The next builder was quick and has it already.
    if (!isOneOf(error, "ENOTEMPTY", "EEXIST", "ENOENT")) throw error;
  }
}

/**
 * "unknown": a power cut or a stranger left something without a readable owner. A builder's folder
 * has an owner from the moment it can be seen, and loses the name last, when it is otherwise empty.
 */
function holderOf(path: string): Owner | "unknown" | "nobody" {
  try {
    return asOwner(readFileSync(join(path, OWNER), "utf8")) ?? "unknown";
  } catch (error) {
    if (!isOneOf(error, "ENOENT")) throw error;
    const names = namesIn(path);
    return names.length === 0 || names.includes(OWNER) ? "nobody" : "unknown";
  }
}

function asOwner(text: string): Owner | undefined {
  const value = parseJson(text);
  if (typeof value !== "object" || value === null) return undefined;
  const { host, pid, started, token }: Partial<Record<keyof Owner, unknown>> = value;
  if (typeof host !== "string" || typeof started !== "string") return undefined;
  if (typeof pid !== "number" || !Number.isInteger(pid) || pid <= 0) return undefined;
  if (typeof token !== "string" || !/^[0-9a-f-]{36}$/.test(token)) return undefined;
  return { host, pid, started, token };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The names in a folder; none when it is gone. */
function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (isOneOf(error, "ENOENT")) return [];
    throw error;
  }
}

/** What builders left that died before or while they took the folder; we hold it, so it is litter. */
function sweepSiblings(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`)) continue;
    rmSync(join(dirname(path), name), { recursive: true, force: true });
  }
}

function isTaken(path: string, holder?: ProcessIdentity): CannotWrite {
  const who = holder ? ` (process ${holder.pid} on ${holder.host})` : "";
  return new CannotWrite(
    `Another build holds the lock of this output${who}.`,
    `Wait until it has finished. If no such build is running, remove “${path}”.`,
  );
}

function isOneOf(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(errorCode(error) ?? "");
}
