// What the desk is told about a step back to an earlier release.

import { quote } from "../problems/quote.ts";
import type { KnownRelease } from "../publish/roll-back.ts";

export function rolledBack({ from, to }: { readonly from?: string; readonly to: string }): string {
  const left =
    from === undefined ? "" : ` Release ${from} is kept; \`--to ${Number(from)}\` brings it back.`;
  return [
    `Readers now get release ${to}.${left}`,
    "The content is as it was, so the next build publishes it again: mend it first, and mind a build that starts by itself.",
  ].join("\n");
}

/** @param output as typed */
export function noReleases(output: string): string {
  return `there are no releases in ${quote(output)}. Only a paper that is built with --releases keeps its earlier ones.`;
}

/** @param to what was asked for; undefined: the one before */
export function noSuchRelease(to: number | undefined, releases: readonly KnownRelease[]): string {
  return [`${reason(to, releases)} These are kept:`, ...releases.map(line)].join("\n");
}

function reason(to: number | undefined, releases: readonly KnownRelease[]): string {
  if (to === undefined) return "there is no release before the live one.";
  return releases.some(({ name, isLive }) => isLive && Number(name) === to)
    ? `release ${to} is live already.`
    : `there is no release ${to}.`;
}

function line({ name, published, isLive }: KnownRelease): string {
  const day = new Date(published).toISOString().replace(".000Z", "Z");
  return `  ${name}  ${day}${isLive ? "  live" : ""}`;
}
