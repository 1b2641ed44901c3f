// The whole press in a folder of its own, with a small paper in it: for tests that start real
// processes, or that edit what must not be edited here.

import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SITE } from "./content-folder.ts";
import { txtar } from "./txtar.ts";

const PROJECT = join(import.meta.dirname, "../..");
const PARTS = ["layouts", "src", "package.json", "tsconfig.json", ".eleventy.js"];

/** How a process ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface PressCopy extends AsyncDisposable {
  readonly root: string;
  /** Adds or replaces files of the content. */
  write(archive: string): void;
  /** Replaces the first `from` in a file of the copy. */
  edit(file: string, from: string, to: string): void;
  /** Runs `broadsheet` with these words to its end. */
  broadsheet(words: string, env?: Record<string, string>): Promise<Ended>;
  /** Runs Eleventy's own command to its end. */
  eleventy(words: string, env?: Record<string, string>): Promise<Ended>;
  /** Starts one of the two and does not wait; it is ended with the copy at the latest. */
  start(command: Command, words: string): ChildProcess;
  /** Every file of a folder with its bytes as Latin-1 text. */
  files(folder: string): Map<string, string>;
}

type Command = "broadsheet" | "eleventy";

const COMMANDS: Readonly<Record<Command, string>> = {
  broadsheet: "src/bin.js",
  eleventy: "node_modules/@11ty/eleventy/cmd.cjs",
};

/** @param archive the content; `site.yaml` is supplied unless the archive has one */
export async function pressCopy(archive: string): Promise<PressCopy> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "broadsheet-press-")));
  copyPress(root);
  const started: ChildProcess[] = [];
  const write = (more: string) => {
    for (const [path, text] of txtar(more)) save(join(root, path), text);
  };
  write(`-- content/site.yaml --\n${SITE}`);
  write(archive);
  return {
    root,
    write,
    edit: (file, from, to) => edit(join(root, file), from, to),
    broadsheet: (words, env) => run(root, "broadsheet", words, env),
    eleventy: (words, env) => run(root, "eleventy", words, env),
    start: (command, words) => {
      const child = spawn(process.execPath, [COMMANDS[command], ...split(words)], { cwd: root });
      started.push(child);
      return child;
    },
    files: (folder) => filesOf(join(root, folder)),
    [Symbol.asyncDispose]: async () => {
      for (const child of started) child.kill("SIGKILL");
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** The press and its packages, in a folder that is there and empty. */
export function copyPress(root: string): void {
  for (const part of PARTS) cpSync(join(PROJECT, part), join(root, part), { recursive: true });
  linkPackages(root);
}

/** The packages one by one, so that what the copy keeps beside them is its own. */
export function linkPackages(root: string): void {
  const packages = join(PROJECT, "node_modules");
  mkdirSync(join(root, "node_modules"));
  for (const name of readdirSync(packages)) {
    if (!name.startsWith(".")) symlinkSync(join(packages, name), join(root, "node_modules", name));
  }
}

function save(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${path} has no “${from}”`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

function run(
  cwd: string,
  command: Command,
  words: string,
  env: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env } };
    const child = execFile(
      process.execPath,
      [COMMANDS[command], ...split(words)],
      options,
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

function split(words: string): string[] {
  return words.split(" ").filter((word) => word !== "");
}

function filesOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}
