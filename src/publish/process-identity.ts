// Who holds a lock, told so exactly that a dead holder is never taken for a living one: process
// numbers are used again, and a killed process can stay behind as a zombie.

import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { errorCode } from "./cannot-write.ts";

export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** The boot and the clock tick in which the process began; empty where the system does not tell. */
  readonly started: string;
}

/** This process. */
export function thisProcess(): ProcessIdentity {
  return { host: hostname(), pid: process.pid, started: look(process.pid)?.started ?? "" };
}

/**
 * Whether that process still runs. On another host (a shared disk, a container) nobody here can
 * tell, so it counts as running.
 */
export function isRunning({ host, pid, started }: ProcessIdentity): boolean {
  if (host !== hostname()) return true;
  if (!answers(pid)) return false;
  const now = look(pid);
  if (!now || started === "") return true;
  return now.started === started && !now.gone;
}

/** Signal 0 asks without disturbing; "not permitted" means another user's process, alive. */
function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** Linux tells both in `/proc/<pid>/stat`: after the name in brackets, state first, start as the 20th. */
function look(pid: number): { readonly started: string; readonly gone: boolean } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
    return { started: `${boot} ${fields[19] ?? ""}`, gone: /^[ZX]$/.test(fields[0] ?? "") };
  } catch {
    return undefined; // another system, or Node's permission model
  }
}
