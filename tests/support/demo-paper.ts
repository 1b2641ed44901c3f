// The demo paper, built from the project's own content into a folder of its own: what a newcomer
// gets from the first command.

import { cp, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../src/build.ts";

/** The first news story of the paper, whose order Broadsheet began with. */
export const SEED_STORY = "/2019/05/31/japanese-and-russian-fm-discuss-possible-visa-free-travel/";

export interface DemoPaper extends AsyncDisposable {
  readonly output: string;
}

/** Builds it as of December 2026, when all of its stories are out. */
export async function demoPaper(): Promise<DemoPaper> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "broadsheet-demo-")));
  const output = join(root, "_site");
  await cp(join(PROJECT, "content"), join(root, "content"), { recursive: true });
  const result = await build({
    contentFolder: join(root, "content"),
    outputFolder: output,
    projectFolder: PROJECT,
    home: "/nonexistent-home",
    layoutsFolder: join(PROJECT, "layouts"),
    stateFolder: join(root, ".broadsheet"),
    now: Date.parse("2026-12-01T00:00:00Z"),
    drafts: false,
    clean: false,
  });
  if (result.kind !== "published") throw new Error(JSON.stringify(result.problems, undefined, 2));
  return {
    output,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

const PROJECT = join(import.meta.dirname, "../..");
