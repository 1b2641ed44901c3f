#!/usr/bin/env node
// The command as npm installs it. Plain JavaScript, since the machine it runs on may not know
// TypeScript. To translate some two hundred files one by one at every start would take longer than
// most builds, so the press is translated once, into a few files, and these are kept under a name
// made from all that went into them: edited TypeScript is translated again. Where nothing can be
// kept, or the disk fails at it, a loader does the work each time.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";

const PRESS = import.meta.dirname;
const KEPT = join(PRESS, "../node_modules/.cache/broadsheet");

/** Editions that stay beside the newest: another build, or a preview, may still be running on one. */
const OLDER_EDITIONS = 3;

/** The command, and the threads it may start. */
const ENTRIES = ["cli.ts", "press-hand.ts", "source/second-look.ts"];

/** Loaded only when needed, or not JavaScript alone. */
const LEFT_OUTSIDE = [
  "@11ty/eleventy",
  "exifreader",
  "libxml2-wasm",
  "lightningcss",
  "satori",
  "sharp",
  "tsx",
];

// Each thread of a build has machine code made of what runs often, and Node 20 (V8 begins at 132 kB of
// bytecode run) makes it of so much that a cold build of 10,000 stories takes 2 of 24 s of processor time
// and a tenth of its memory more than with three times the patience; for an edit both are alike.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=400000");

if (process.argv.includes("--verbose")) process.setSourceMapsEnabled(true);
const { main } = await import(await pressHere());
await main();

/** The address of a press that Node can run. */
async function pressHere() {
  try {
    const edition = join(KEPT, nameOfEdition());
    if (!existsSync(edition)) await translateInto(edition);
    return pathToFileURL(join(edition, "cli.js")).href;
  } catch {
    const { register } = await import("tsx/esm/api");
    register();
    return "./cli.ts";
  }
}

/** A hash of the press, where it stands, and the packages that npm has installed for it. */
function nameOfEdition() {
  const hash = createHash("sha256").update(PRESS);
  const sources = readdirSync(PRESS, { recursive: true }).filter((name) => /\.(ts|js)$/.test(name));
  for (const name of sources.sort()) hash.update(name).update(readFileSync(join(PRESS, name)));
  for (const list of [
    "../package.json",
    "../node_modules/.package-lock.json",
    "../../.package-lock.json",
  ]) {
    const file = join(PRESS, list);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 20);
}

async function translateInto(edition) {
  // The translator that tsx brings: layouts and press are translated by the same one.
  const { build, stop } = createRequire(import.meta.resolve("tsx"))("esbuild");
  const unfinished = `${edition}.${process.pid}`;
  await build({
    entryPoints: ENTRIES.map((name) => join(PRESS, name)),
    entryNames: "[name]",
    outdir: unfinished,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    sourcemap: true,
    sourcesContent: false,
    logLevel: "silent",
    external: LEFT_OUTSIDE,
    banner: {
      js: "import { createRequire as __requireFrom } from 'node:module'; const require = __requireFrom(import.meta.url);",
    },
    plugins: [{ name: "own place", setup: keepOwnPlace }],
  });
  await stop();
  // Where another start was quicker, its edition is as good as ours.
  if (existsSync(edition)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, edition);
  removeOldEditions();
}

/** A file that asks where it lies means its place in the press, for what lies beside it there. */
function keepOwnPlace(build) {
  build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
    loader: "ts",
    contents: readFileSync(path, "utf8")
      .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)))
      .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
  }));
}

function removeOldEditions() {
  const editions = readdirSync(KEPT).map((name) => join(KEPT, name));
  const byAge = editions.map((path) => ({ path, made: statSync(path).mtimeMs }));
  byAge.sort((a, b) => b.made - a.made);
  for (const { path } of byAge.slice(1 + OLDER_EDITIONS))
    rmSync(path, { recursive: true, force: true });
}
