import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CannotWrite } from "../../src/publish/cannot-write.ts";
import { thisProcess } from "../../src/publish/process-identity.ts";
import { takeWorkFolder } from "../../src/publish/work-folder.ts";
import { demolish, pressRoom, thrownBy, type PressRoom } from "./press-room.ts";

let room: PressRoom;
let folder: string;
beforeEach(() => {
  room = pressRoom();
  folder = join(room.folder, "lock");
});
afterEach(() => demolish(room));

/** What a builder leaves that was killed: its name, and half of its work. */
function leave(owner: unknown): void {
  mkdirSync(folder);
  writeFileSync(
    join(folder, "owner.json"),
    typeof owner === "string" ? owner : JSON.stringify(owner),
  );
  writeFileSync(join(folder, "half-a-page"), "<!doctype");
}

/** So much of it that clearing it away takes a while. */
function leaveMuch(): void {
  leave({ ...thisProcess(), pid: 4_194_305, token });
  for (let page = 0; page < 300; page++) writeFileSync(join(folder, `${page}.html`), "");
}

const token = "00000000-0000-0000-0000-000000000000";

function names(): string[] {
  return readdirSync(room.folder).filter((name) => name.startsWith("lock"));
}

test("while one builder has the folder, a second is told who has it", () => {
  const work = takeWorkFolder(folder);
  const error = thrownBy(() => takeWorkFolder(folder));
  expect(error).toBeInstanceOf(CannotWrite);
  expect((error as CannotWrite).message).toContain(
    `Another build holds the lock of this output (process ${process.pid} on `,
  );
  expect((error as CannotWrite).cure).toBe(
    `Wait until it has finished. If no such build is running, remove “${folder}”.`,
  );
  work.release();
  takeWorkFolder(folder).release();
  expect(names()).toEqual([]);
});

test("a dead builder’s lock is taken over at once, and its litter cleared", () => {
  const me = thisProcess();
  const dead = [
    { ...me, pid: 4_194_305, token },
    { ...me, started: "another start of a process with my number", token },
    "a power cut left no owner",
    "",
  ];
  for (const owner of dead) {
    leave(owner);
    mkdirSync(`${folder}.${token}`);
    mkdirSync(`${folder}.00000000-1111-0000-0000-000000000000`);
    writeFileSync(`${folder}.00000000-1111-0000-0000-000000000000/owner.json`, "{}");
    const work = takeWorkFolder(folder);
    expect(readdirSync(folder)).toEqual(["owner.json"]);
    work.release();
    expect(names()).toEqual([]);
  }
});

test("a builder that died while it cleared a dead one away is survived too", () => {
  leave({ ...thisProcess(), pid: 4_194_305, token });
  const right = `${folder}.${token}`;
  mkdirSync(right);
  const owner = { ...thisProcess(), pid: 4_194_306, token: token.replace("0", "1") };
  writeFileSync(join(right, "owner.json"), JSON.stringify(owner));
  takeWorkFolder(folder).release();
  expect(names()).toEqual([]);
});

test("a builder on another host counts as alive, because nobody here can tell", () => {
  leave({ ...thisProcess(), host: "elsewhere", pid: 4_194_305, token });
  expect(() => takeWorkFolder(folder)).toThrow(/Another build holds the lock/);
  expect(readdirSync(folder)).toEqual(["half-a-page", "owner.json"]);
});

const CHILD = new URL("work-folder-child.ts", import.meta.url);

async function contender(): Promise<ChildProcess> {
  const child = fork(CHILD, [folder], { execArgv: ["--import", "tsx"], stdio: "ignore" });
  await once(child, "message"); // ready
  return child;
}

test("of builders that meet at one dead lock exactly one wins, round after round", async () => {
  const children = await Promise.all([contender(), contender(), contender()]);
  try {
    for (let round = 0; round < 40; round++) {
      if (round % 2 === 0) leaveMuch();
      const answers = children.map(async (child) => {
        const [answer]: unknown[] = await once(child, "message");
        return answer;
      });
      for (const child of children) child.send("take");
      const results = await Promise.all(answers);
      expect(results.filter((answer) => answer === "took it")).toHaveLength(1);
      expect(results.filter((answer) => answer === "refused")).toHaveLength(2);
      expect(readFileSync(join(folder, "owner.json"), "utf8")).toContain(`"pid":`);
      for (const child of children) child.send("release");
      await Promise.all(children.map((child) => once(child, "message")));
      expect(existsSync(folder)).toBe(false);
    }
    expect(names()).toEqual([]);
  } finally {
    for (const child of children) child.kill();
  }
});
