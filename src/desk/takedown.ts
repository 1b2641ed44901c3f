// Takes a story down for good: marks it withdrawn in its file, builds, and lists every address whose
// old bytes a cache, a search engine or an archive may still hold.

import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BuildOrder, BuildResult, BuildSummary } from "../build-order.ts";
import { build } from "../build.ts";
import { absoluteUrl } from "../pages/urls.ts";
import { type PlannedPaper, planPaper } from "../plan-paper.ts";
import type { LocatedProblem } from "../problems/located-problem.ts";
import { MANIFEST, type Manifest } from "../publish/manifest.ts";
import { manifestOf } from "../publish/read-manifest.ts";
import { findReleases, liveFolder, releaseFolder } from "../publish/releases.ts";
import { PAGE_GATE, STORY_GATE } from "../source/gates.ts";
import { markWithdrawn } from "../source/mark-withdrawn.ts";
import { CHANGED, readRegularFile } from "../source/read-regular-file.ts";
import { replaceRegularFile } from "../source/replace-regular-file.ts";
import { findWritten, nearestWritten, type Written } from "./find-written.ts";

export type TakedownResult =
  /** Nothing has that name; `near` has nearly that one. */
  | { readonly kind: "unknown"; readonly near?: string }
  /** `file` is marked, or could not be; either way the live paper is as it was. */
  | {
      readonly kind: "refused";
      readonly problems: readonly LocatedProblem[];
      readonly marked?: string;
    }
  | {
      readonly kind: "taken down";
      readonly file: string;
      /** In full: its own address, its old ones, then all that changed or went with it. */
      readonly purge: readonly string[];
      /** Why other files were set aside, where the order was to keep going. */
      readonly problems: readonly LocatedProblem[];
      /** Absent where the paper is out, without the story, and what follows a publish failed. */
      readonly summary?: BuildSummary;
      /** Why it failed. */
      readonly failure?: unknown;
    };

/**
 * Withdraws a story or page and publishes the paper without it.
 *
 * @param name its address, with or without the paper's own; its id; or its file
 * @throws CannotWrite when the output cannot be written
 */
export async function takedown(name: string, order: BuildOrder): Promise<TakedownResult> {
  const { planned, problems } = await planPaper(order, "set aside");
  if (!planned) return { kind: "refused", problems };
  const own = problemsOf(name, problems, order);
  const written = findWritten(name, planned, order.contentFolder) ?? fileOf(own);
  if (!written) {
    const near = nearestWritten(name, planned);
    return { kind: "unknown", ...(near !== undefined && { near }) };
  }
  const hindrance = mark(written, order.contentFolder);
  if (hindrance) return { kind: "refused", problems: own.length > 0 ? own : [hindrance] };

  const { files: before, compressed } = liveManifest(order);
  const others = filesOfReleases(order);
  // Lists that only this story was on are named in it.
  rmSync(join(order.stateFolder, "preview-pages.json"), { force: true });
  const { result, failure } = await published({ ...order, compress: compressed !== undefined });
  if (result?.kind === "refused") return { ...result, marked: written.file };
  const after = liveManifest(order).files;
  const changed = [...before].filter(([path, hash]) => after.get(path) !== hash);
  const gone = others.filter((path) => !after.has(path));
  const paths = [...changed.map(([path]) => path), ...gone, MANIFEST];
  const purge = addressesOf(written, paths, planned);
  const built = result
    ? { summary: result.summary, problems: result.problems }
    : { failure, problems: [] };
  return { kind: "taken down", file: written.file, purge, ...built };
}

/** Builds. Where only the search could not follow the paper, there is a failure in place of a result. */
async function published(
  order: BuildOrder,
): Promise<{ readonly result?: BuildResult; readonly failure?: unknown }> {
  let isOut = false;
  try {
    return { result: await build({ ...order, onPublished: () => (isOut = true) }) };
  } catch (failure) {
    if (isOut) return { failure };
    throw failure;
  }
}

function liveManifest({ outputFolder }: BuildOrder): Manifest {
  return manifestOf(liveFolder(resolve(outputFolder)));
}

/** Of every release, because readers had them all: after a step back the live one is not the newest. */
function filesOfReleases({ outputFolder }: BuildOrder): readonly string[] {
  const output = resolve(outputFolder);
  const numbers = findReleases(output)?.numbers ?? [];
  return numbers.flatMap((number) => [...manifestOf(releaseFolder(output, number)).files.keys()]);
}

/** A story with mistakes of its own is set aside: by its file it is found all the same. */
function problemsOf(
  name: string,
  problems: readonly LocatedProblem[],
  { contentFolder }: BuildOrder,
): readonly LocatedProblem[] {
  const paths = new Set([join(contentFolder, name), resolve(name)]);
  return problems.filter(({ file }) => paths.has(join(contentFolder, file)));
}

function fileOf([problem]: readonly LocatedProblem[]): Written | undefined {
  const file = problem?.file;
  return file !== undefined && /^(?:articles|pages)\/.*\.md$/.test(file)
    ? { file, aliases: [] }
    : undefined;
}

/** Marks the file, unless it is marked already; what hinders that comes back. */
function mark({ file }: Written, contentFolder: string): LocatedProblem | undefined {
  const read = readRegularFile(contentFolder, file, ANY_LENGTH);
  if (read.kind === "fault") return { file, message: read.message, cure: read.cure ?? "" };
  const { bytes, stamp } = read;
  const marked = file.startsWith("pages/")
    ? markWithdrawn(bytes, PAGE_GATE)
    : markWithdrawn(bytes, STORY_GATE);
  if (!marked) return { file, ...UNMARKABLE };
  if (marked.equals(bytes)) return undefined;
  const isReplaced = replaceRegularFile(contentFolder, file, marked, stamp);
  return isReplaced ? undefined : { file, ...CHANGED };
}

/** A text can have grown too long for the press since it was published. */
const ANY_LENGTH = Infinity;

const UNMARKABLE = {
  message: "The status cannot be set by changing one line of this header.",
  cure: "Write “status: withdrawn” into it by hand, and build the paper.",
};

/** @param changed output files whose old bytes are gone from the paper */
function addressesOf(
  { address, aliases }: Written,
  changed: readonly string[],
  { paper: { site } }: PlannedPaper,
): readonly string[] {
  const own = [...(address === undefined ? [] : [address]), ...aliases];
  const others = changed.map((path) => `/${path.replace(/(^|\/)index\.html$/, "$1")}`).sort();
  return [...new Set([...own, ...others])].map((one) => absoluteUrl(site, one));
}
