// The press in a process of its own that builds again and again: for tests that build hundreds of
// times, since Eleventy's modules are never let go of, and for readers who must not wait for it.

import { fork } from "node:child_process";
import { once } from "node:events";
import { symlinkSync, cpSync } from "node:fs";
import { join } from "node:path";
import type { BuildOrder, BuildResult } from "../../src/build-order.ts";

export interface PressProcess extends AsyncDisposable {
  /** @throws where the press itself fails: a full disk, a faulty layout */
  build(order: BuildOrder): Promise<BuildResult>;
}

type Answer = BuildResult | { readonly kind: "failed"; readonly message: string };

/** Starts the press; it ends with the test at the latest. */
export function pressProcess(): PressProcess {
  const child = fork(join(import.meta.dirname, "press-child.ts"), {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
  });
  const ended = once(child, "exit").then(() => {
    throw new Error("the press has ended");
  });
  ended.catch(() => {});
  return {
    build: async (order) => {
      const answered = once(child, "message");
      child.send(order);
      const [answer] = (await Promise.race([answered, ended])) as [Answer];
      if (answer.kind === "failed") throw new Error(answer.message);
      return answer;
    },
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await ended.catch(() => {});
    },
  };
}

/** Puts layouts into `root` that a test may edit, with all they need beside them. */
export function ownLayouts(root: string): void {
  for (const part of ["layouts", "tsconfig.json", "package.json"])
    cpSync(join(PROJECT, part), join(root, part), { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(root, "node_modules"));
}

/** An order to build `root/content` with `root/layouts`, as a newsroom's command would. */
export function orderIn(root: string, changes: Partial<BuildOrder> & { now: number }): BuildOrder {
  return {
    contentFolder: join(root, "content"),
    outputFolder: join(root, "_site"),
    projectFolder: root,
    home: "/nonexistent-home",
    layoutsFolder: join(root, "layouts"),
    stateFolder: join(root, ".broadsheet"),
    drafts: false,
    clean: false,
    ...changes,
  };
}

const PROJECT = join(import.meta.dirname, "../..");
