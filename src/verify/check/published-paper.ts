// The published paper as a whole, as far as a rule needs it beside the page it looks at.

import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { attribute } from "./html-tree.ts";
import { jpegSize, type PixelSize } from "./jpeg-size.ts";
import { type MachineFiles, readMachineFiles } from "./machine-files.ts";
import { type PublishedPage, readPublishedPage } from "./published-page.ts";
import type { StoryVersions } from "./story-version.ts";

export interface PublishedPaper {
  /** Its address, with a slash at its end. */
  readonly site: URL;
  readonly title: string;
  /** Every file of it, sorted. */
  readonly outputs: ReadonlySet<string>;
  readonly read: (output: string) => string;
  /** Bytes. */
  readonly sizeOf: (output: string) => number;
  /** The true size of a JPEG; undefined where the file is none. */
  readonly pixelsOf: (output: string) => PixelSize | undefined;
  /** Its feeds, sitemaps and twins. */
  readonly machineFiles: MachineFiles;
  /** What its stories said when they were last looked at. */
  readonly earlier: StoryVersions;
}

/**
 * Opens the paper in a folder; undefined where its front page does not say at which address it is.
 *
 * @param outputs every file that belongs to it
 */
export function openPaper(
  folder: string,
  outputs: Iterable<string>,
  earlier: StoryVersions,
): PublishedPaper | undefined {
  const files = new Set(outputs);
  const read = (output: string) => readFileSync(join(folder, output), "utf8");
  const front = files.has(FRONT_PAGE) ? readPublishedPage(FRONT_PAGE, read(FRONT_PAGE)) : undefined;
  const site = front && addressSaidOn(front);
  return (
    site && {
      site,
      title: front.meta("og:site_name")[0] ?? site.host,
      outputs: files,
      read,
      sizeOf: (output) => statSync(join(folder, output)).size,
      pixelsOf: (output) => jpegSize(beginningOf(join(folder, output))),
      machineFiles: readMachineFiles(files, read, site),
      earlier,
    }
  );
}

const FRONT_PAGE = "index.html";

/** Bytes of a picture within which its size stands: before it are a colour profile and whose it is. */
const BEGINNING = 65_536;

function beginningOf(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(BEGINNING);
    return bytes.subarray(0, readSync(file, bytes, 0, BEGINNING, 0));
  } finally {
    closeSync(file);
  }
}

function addressSaidOn({ all }: PublishedPage): URL | undefined {
  const canonical = all("link").find((link) => attribute(link, "rel") === "canonical");
  const address = canonical && attribute(canonical, "href");
  return address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
}
