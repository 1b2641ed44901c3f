// What a device is told when a reader puts the paper on its home screen (W3C, Web Application
// Manifest). It stays a page of the browser's, with an address to see and to share.

import { directionOf } from "../pages/words/words-for.ts";
import { PAPER } from "./brand-mark.ts";
import { APP_ICON_SIZE } from "./icons.ts";

/** Paths in the output, all in the folder that the manifest stands in. */
export interface ManifestIcons {
  readonly svg: string;
  readonly png: string;
}

/** All its addresses are relative to its own, so that it is the same under every sub-path. */
export function printWebManifest(
  { title, description, language }: ManifestPaper,
  { svg, png }: ManifestIcons,
): string {
  const size = `${APP_ICON_SIZE}x${APP_ICON_SIZE}`;
  const manifest = {
    name: title,
    ...(description !== undefined && { description }),
    lang: language,
    dir: directionOf(language),
    id: "../",
    start_url: "../",
    scope: "../",
    display: "browser",
    theme_color: PAPER,
    background_color: PAPER,
    icons: [
      { src: nameOf(svg), type: "image/svg+xml", sizes: "any" },
      { src: nameOf(png), type: "image/png", sizes: size, purpose: "any maskable" },
    ],
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** Whose manifest it is. */
export interface ManifestPaper {
  readonly title: string;
  readonly description?: string;
  readonly language: string;
}

/** `assets/icon-3f2a.svg` → `icon-3f2a.svg`. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
