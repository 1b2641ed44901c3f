// A builder in a process of its own, to be killed, or to be given a disk that fails.

import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import type { PressRoom } from "./press-room.ts";

/** A builder of edition `number` in its own process, loaded and waiting for the word. */
export async function builder(room: PressRoom, number: number): Promise<ChildProcess> {
  const child = new URL("publish-child.ts", import.meta.url).pathname;
  const args = ["--import", "tsx", child, room.folder, String(number), "when told"];
  const started = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  await once(started.stdout, "data");
  return started;
}

/** Attaches to a waiting builder, so that only its publishing is counted, and gives it the word. */
export async function publishWith(
  room: PressRoom,
  number: number,
  fault: string,
): Promise<{ code: unknown; line: string }> {
  const child = await builder(room, number);
  const args = ["-p", String(child.pid), "-qq", "-o", "/dev/null", "-e", `inject=${fault}`];
  const end = once(spawn("strace", args, { stdio: "inherit" }), "exit");
  while (!isTraced(child)) await setTimeout(5);
  const ended = once(child, "exit");
  child.stdin?.write("go\n");
  const line = child.stdout ? await text(child.stdout) : "";
  const [code]: unknown[] = await ended;
  await end;
  return { code, line: line.trim() };
}

function isTraced({ pid = 0 }: ChildProcess): boolean {
  return !/^TracerPid:\t0$/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
}

export function isInstalled(command: string): boolean {
  try {
    execFileSync(command, ["-V"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
