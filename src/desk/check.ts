// The preflight: reads the published paper as a stranger would, and tells the desk what that stranger
// would stumble over, in the file that somebody can mend.

import { resolve } from "node:path";
import type { BuildOrder } from "../build-order.ts";
import { planPaper } from "../plan-paper.ts";
import type { LocatedProblem } from "../problems/located-problem.ts";
import { field } from "../problems/problem.ts";
import { ownFiles } from "../publish/manifest.ts";
import { manifestOf } from "../publish/read-manifest.ts";
import { locateProblems } from "../source/locate-problems.ts";
import { checkPaper, type NamedFinding } from "../verify/check/check-paper.ts";
import type { PublishedPage } from "../verify/check/published-page.ts";
import { openPaper, type PublishedPaper } from "../verify/check/published-paper.ts";
import { shownElsewhere } from "../verify/check/shown-elsewhere.ts";
import { type StoryVersion, versionOn } from "../verify/check/story-version.ts";
import { isPlaceForSheet, newestStories, writeSheet } from "./contact-sheet/contact-sheet.ts";
import { keepVersions, readVersions } from "./known-versions.ts";

export type CheckResult =
  /** There is no paper of ours in that folder. */
  | { readonly kind: "no paper" }
  /** The contact sheet would stand in the paper itself, or among files of somebody else's. */
  | { readonly kind: "no place for sheet" }
  | {
      readonly kind: "checked";
      /** Pages that were read. */
      readonly pages: number;
      readonly findings: readonly LocatedFinding[];
      /** The page of the contact sheet, if one was ordered. */
      readonly sheet?: string;
    };

/** A finding with the place of its cure. */
export interface LocatedFinding
  extends LocatedProblem, Pick<NamedFinding, "weight" | "output" | "rule"> {
  /** Whether `file` is one that the newsroom wrote; else it is one of the paper. */
  readonly isWritten: boolean;
}

export interface CheckOrder extends BuildOrder {
  /** Takes stories whose words have changed without a date as they are now. */
  readonly accept?: boolean;
  /** Where the contact sheet goes, and how many stories it shows. Default: none is made. */
  readonly sheet?: { readonly folder: string; readonly newest: number };
}

/** Reads the whole paper in `order.outputFolder` and changes nothing there. */
export async function check(order: CheckOrder): Promise<CheckResult> {
  const { stateFolder, contentFolder, sheet, accept = false } = order;
  const outputFolder = resolve(order.outputFolder);
  if (sheet && !isPlaceForSheet(sheet.folder, outputFolder)) return { kind: "no place for sheet" };
  const manifest = manifestOf(outputFolder);
  const isPreview = manifest.preview;
  const earlier = readVersions(stateFolder);
  const paper = openPaper(outputFolder, ownFiles(manifest), earlier);
  if (!paper) return { kind: "no paper" };
  const seen = stories(paper, sheet?.newest ?? 0);
  const found = [...checkPaper(paper, seen.look)];
  // What a preview says, nobody has read yet.
  if (!isPreview) keepVersions(seen.versions, earlier, stateFolder, accept);
  const page = sheet && writeSheet(seen.newest(), paper, { ...sheet, outputFolder });
  const originOf = await originsOf({ ...order, drafts: isPreview });
  const findings = located(found, originOf, contentFolder);
  return {
    kind: "checked",
    pages: seen.pages(),
    findings,
    ...(page !== undefined && { sheet: page }),
  };
}

/** What is to be known of all pages when they have gone by. */
function stories(paper: PublishedPaper, most: number) {
  const versions = new Map<string, StoryVersion>();
  const newest = newestStories(most);
  let pages = 0;
  const look = (page: PublishedPage) => {
    pages += 1;
    const version = versionOn(page);
    if (version) versions.set(version.id, version);
    const shown = most > 0 ? shownElsewhere(page, paper) : undefined;
    if (shown) newest.add(shown);
  };
  return { look, versions, newest: newest.get, pages: () => pages };
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
