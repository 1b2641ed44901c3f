// The preflight: reads the published paper as a stranger would, and tells the desk what that stranger
// would stumble over, in the file that somebody can mend.

import { resolve } from "node:path";
import type { BuildOrder } from "../build-order.ts";
import { planPaper } from "../plan-paper.ts";
import type { LocatedProblem } from "../problems/located-problem.ts";
import { field } from "../problems/problem.ts";
import { manifestOf } from "../publish/read-manifest.ts";
import { locateProblems } from "../source/locate-problems.ts";
import { checkPaper, type NamedFinding } from "../verify/check/check-paper.ts";
import { openPaper } from "../verify/check/published-paper.ts";
import { type StoryVersion, versionOn } from "../verify/check/story-version.ts";
import { keepVersions, readVersions } from "./known-versions.ts";

export type CheckResult =
  /** There is no paper of ours in that folder. */
  | { readonly kind: "no paper" }
  | {
      readonly kind: "checked";
      /** Pages that were read. */
      readonly pages: number;
      readonly findings: readonly LocatedFinding[];
    };

/** A finding with the place of its cure. */
export interface LocatedFinding
  extends LocatedProblem, Pick<NamedFinding, "weight" | "output" | "rule"> {
  /** Whether `file` is one that the newsroom wrote; else it is one of the paper. */
  readonly isWritten: boolean;
}

export interface CheckOrder extends BuildOrder {
  /** Takes stories whose words have changed without a word as they are now. */
  readonly accept?: boolean;
}

/** Reads the whole paper in `order.outputFolder` and changes nothing there. */
export async function check(order: CheckOrder): Promise<CheckResult> {
  const { stateFolder, contentFolder, accept = false } = order;
  const { files, preview: isPreview } = manifestOf(order.outputFolder);
  const earlier = readVersions(stateFolder);
  const paper = openPaper(resolve(order.outputFolder), files.keys(), earlier);
  if (!paper) return { kind: "no paper" };
  const originOf = await originsOf({ ...order, drafts: isPreview });
  const versions = new Map<string, StoryVersion>();
  let pages = 0;
  const found = [
    ...checkPaper(paper, (page) => {
      pages += 1;
      const version = versionOn(page);
      if (version) versions.set(version.id, version);
    }),
  ];
  // What a preview says, nobody has read yet.
  if (!isPreview) keepVersions(versions, earlier, stateFolder, accept);
  return { kind: "checked", pages, findings: located(found, originOf, contentFolder) };
}

/** Which file of the newsroom a page is made from; of content that cannot be read, nothing is known. */
async function originsOf(order: BuildOrder): Promise<(output: string) => string | undefined> {
  const { planned } = await planPaper(order, "set aside");
  const written = (planned?.plan.pages ?? []).filter(({ origin }) => origin.endsWith(".md"));
  const origins = new Map(written.map(({ output, origin }) => [output, origin]));
  return (output) => origins.get(output);
}

/** Those in the newsroom's own files first, by file and line; then those of the paper, by file. */
function located(
  findings: readonly NamedFinding[],
  originOf: (output: string) => string | undefined,
  contentFolder: string,
): readonly LocatedFinding[] {
  const placed = findings.map(({ field: path, ...finding }) => {
    const origin = originOf(finding.output);
    return {
      ...finding,
      file: origin ?? finding.output,
      isWritten: origin !== undefined,
      ...(origin !== undefined && path && { place: field(...path) }),
    };
  });
  const all = locateProblems(placed, contentFolder);
  return [...all.filter((one) => one.isWritten), ...all.filter((one) => !one.isWritten)];
}
