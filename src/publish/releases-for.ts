// Which of the two ways of publishing an output is for. It follows the folder, so that the lines of a
// crontab need not say it; a folder of the one kind is never turned into the other on the way,
// because the web server's root has to change with it.

import { join } from "node:path";
import { CannotWrite } from "./cannot-write.ts";
import { hasManifest } from "./read-manifest.ts";
import { findReleases, refuseWrongLink, RELEASES, type Releases } from "./releases.ts";

/** How a paper is to be published: as the output already is (a new one: in place), or one of the two. */
export type PublishingWay = "as before" | "in place" | "as releases";

/**
 * The releases of an output, none yet where it is to hold them; undefined where it is published in place.
 * @throws CannotWrite where the output is of the other kind
 */
export function releasesFor(
  output: string,
  name: string,
  way: PublishingWay,
): Releases | undefined {
  const found = findReleases(output);
  if (found && way === "in place") throw holdsReleases(name);
  if (!found && way !== "as releases") return undefined;
  if (hasManifest(output)) throw isInPlace(name);
  refuseWrongLink(output, name);
  return found ?? { output, numbers: [], current: undefined };
}

function holdsReleases(name: string): CannotWrite {
  return new CannotWrite(
    `“${name}” holds releases, and Eleventy’s own command writes file by file.`,
    "Publish with `broadsheet build`.",
  );
}

/** The old paper becomes the first release, so that its record of addresses goes with it. */
function isInPlace(typed: string): CannotWrite {
  const name = typed.replace(/\/+$/, "");
  const first = join(name, RELEASES, "000001");
  return new CannotWrite(
    `“${name}” holds a paper that is published in place, so no releases can be kept there.`,
    `To change over, make it the first release: mv ${name} ${name}.old && mkdir -p ${join(name, RELEASES)} && mv ${name}.old ${first} && ln -s releases/000001 ${join(name, "current")} — then let the web server read ${join(name, "current")}, and build again.`,
  );
}
