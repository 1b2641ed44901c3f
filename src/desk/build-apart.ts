// A build in a process of its own, for whoever builds again and again: each is the very command that
// a person would type, with the press and the layouts as they are by then, and whatever goes wrong in
// it ends with it.

import { spawn } from "node:child_process";
import { join } from "node:path";
import type { BuildSummary } from "../build-order.ts";

/** How a build ended. A report is what it has said, in words for a person. */
export type BuildOutcome =
  | {
      readonly kind: "published";
      readonly summary: BuildSummary;
      readonly preview: boolean;
      readonly milliseconds: number;
      /** What was set aside, and why; only where something was. */
      readonly report?: string;
    }
  /** The content has problems: only a saved change can mend them. */
  | { readonly kind: "refused"; readonly report: string }
  /** For a reason outside the content, which may pass by itself. */
  | { readonly kind: "failed"; readonly report: string };

/** @param now milliseconds since 1970, UTC: the paper is printed as of this moment */
export type BuildAsOf = (now: number) => Promise<BuildOutcome>;

const COMMAND = join(import.meta.dirname, "../bin.js");

/**
 * Builds with these options of `broadsheet build`. A build that is under way when this process ends is
 * ended too, and gives back what it holds.
 */
export function buildApart(options: readonly string[]): BuildAsOf {
  return async (now) => {
    const moment = new Date(now).toISOString();
    const { stdout, stderr, ending } = await run(["build", "--json", "--now", moment, ...options]);
    return outcomeOf(stdout, stderr.trimEnd() || `The build ended without a word (${ending}).`);
  };
}

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly ending: string;
}

function run(words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...words], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const endWithUs = () => child.kill();
    process.once("exit", endWithUs);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const settle = (ending: string) => {
      process.off("exit", endWithUs);
      resolve({ stdout, stderr, ending });
    };
    child.on("error", (error) => settle(error.message));
    child.on("close", (code, signal) => settle(String(signal ?? code)));
  });
}

function outcomeOf(stdout: string, report: string): BuildOutcome {
  const said = parseJson(stdout);
  if (!said) return { kind: "failed", report };
  if (!said.published) return { kind: "refused", report };
  const { preview, milliseconds, ...summary } = said;
  const aside = said.setAside ? { report } : {};
  return { kind: "published", summary, preview, milliseconds, ...aside };
}

type Said = BuildSummary & {
  readonly published: boolean;
  readonly preview: boolean;
  readonly milliseconds: number;
};

function parseJson(text: string): Said | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
