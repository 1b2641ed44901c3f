// `npm run build:guarded`: a build that Node itself watches. Content is data, and no line of it ever
// runs; should a fault in the press or in a package let it run all the same, it finds no process to
// start, no native code to load, nothing to read outside the project and nothing to write but the
// output and the state.
//
// What has to be translated is translated here, before the watched process begins: press and layouts
// are trusted. Pictures are decoded by native code, so each must be known from an earlier build.

import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { register } from "tsx/esm/api";

const PRESS = join(import.meta.dirname, "..");
const COMMAND = join(PRESS, "src/bin.js");
const PROJECT = process.cwd();
const NEEDS_AN_ORDINARY_BUILD =
  "A guarded build runs no native code. New pictures, another name for the paper and changed layouts need an ordinary build first.";

const words = process.argv.slice(2);
await translateLayouts();
spawnSync(process.execPath, [COMMAND, "--version"]);
// The press never writes over a home folder, and asks where that is.
const env = { ...process.env, HOME: PROJECT, USERPROFILE: PROJECT };
const watched = [...permissions(foldersIn(words)), COMMAND, ...words];
const { status } = spawnSync(process.execPath, watched, { stdio: "inherit", env });
process.exitCode = status ?? 3;
if (status !== 0 && status !== 1) process.stderr.write(`${NEEDS_AN_ORDINARY_BUILD}\n`);

/** Fills the store of translations that tsx keeps, and that the watched process reads. */
async function translateLayouts() {
  const layouts = join(PRESS, "layouts");
  const loader = register({ namespace: randomUUID(), tsconfig: join(PRESS, "tsconfig.json") });
  const names = readdirSync(layouts).filter((name) => name.endsWith(".11ty.tsx"));
  for (const name of names)
    await loader.import(pathToFileURL(join(layouts, name)).href, import.meta.url);
  await loader.unregister();
}

function foldersIn(given) {
  const folder = { type: "string" };
  const options = { content: folder, output: folder };
  const { values } = parseArgs({ args: given, options, strict: false, allowPositionals: true });
  return {
    content: resolve(values.content ?? "content"),
    output: resolve(values.output ?? "_site"),
  };
}

function permissions({ content, output }) {
  const packages = dirname(dirname(realpathSync(packageFile("tsx"))));
  const translations = join(tmpdir(), process.geteuid ? `tsx-${process.geteuid()}` : "tsx");
  const readable = outermost([PROJECT, PRESS, packages, dirname(content), output, translations]);
  // The work folder beside the output, under each of the names it goes by: `publish/work-folder.ts`.
  const work = join(dirname(output), `.${basename(output)}.broadsheet*`);
  const state = join(dirname(content), ".broadsheet/*");
  // Asked for by name, and not there: a list of packages, and the project with capitals for small
  // letters, by which tsx learns whether the disk tells them apart.
  const asked = [join(PRESS, "../.package-lock.json"), inOtherCase(PROJECT)];
  return [
    permissionFlag(),
    "--allow-worker",
    "--disable-warning=ExperimentalWarning",
    "--disable-warning=SecurityWarning",
    ...readable.map((folder) => `--allow-fs-read=${join(folder, "*")}`),
    ...asked.map((file) => `--allow-fs-read=${file}`),
    ...[join(output, "*"), work, state].map((place) => `--allow-fs-write=${place}`),
  ];
}

function inOtherCase(path) {
  const other = (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
  return Array.from(path, other).join("");
}

function packageFile(name) {
  return createRequire(import.meta.url).resolve(`${name}/package.json`);
}

/** Without the folders inside others: Node 20 breaks on a permission that is given twice. */
function outermost(folders) {
  const all = [...new Set(folders)];
  return all.filter((one) => !all.some((other) => other !== one && one.startsWith(other + sep)));
}

/** Node calls the permissions experimental up to 22.12. */
function permissionFlag() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isStable = major > 22 || (major === 22 && minor >= 13);
  return isStable ? "--permission" : "--experimental-permission";
}
