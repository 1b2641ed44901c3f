// What every page loads or names: style sheet, fonts, icons, and the card that social networks show
// for a page without a picture. Made before the pages are planned, since their names are hashes.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PressAssets } from "../pages/page-desk.ts";
import { drawIcons } from "./icons.ts";
import { drawShareCard } from "./share-card.ts";
import { hashedAsset, makeStyleSheet } from "./style-sheet.ts";
import { printWebManifest } from "./web-manifest.ts";

/** A file of the press's own, in memory. */
export interface AssetFile {
  /** In the output: `assets/paper-3f2a….css`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The assets as pages know them, and their files. */
export interface PreparedAssets {
  readonly assets: PressAssets;
  readonly files: readonly AssetFile[];
}

export interface AssetOptions {
  /** Absolute. */
  readonly layoutsFolder: string;
  /** Absolute; drawn icons and bundled styles are kept here. */
  readonly stateFolder: string;
  /** The paper's title and description, for the icons and the card. */
  readonly title: string;
  readonly description?: string;
  /** Of the paper, BCP 47. */
  readonly language: string;
  readonly hasSearch: boolean;
}

export async function prepareAssets(options: AssetOptions): Promise<PreparedAssets> {
  const [sheet, icons, card, script] = await Promise.all([
    makeStyleSheet(options),
    drawIcons(options),
    drawShareCard(options),
    options.hasSearch ? readFile(join(options.layoutsFolder, "scripts/search.js")) : undefined,
  ]);
  const icon = hashedAsset("icon", "svg", Buffer.from(icons.svg));
  const touchIcon = hashedAsset("touch-icon", "png", Buffer.from(icons.touchPng));
  const appIcon = hashedAsset("app-icon", "png", Buffer.from(icons.appPng));
  const manifest = hashedAsset(
    "paper",
    "webmanifest",
    Buffer.from(printWebManifest(options, { svg: icon.path, png: appIcon.path })),
  );
  const shareCard = hashedAsset("card", "jpg", Buffer.from(card));
  const searchScript = script && hashedAsset("search", "js", script);
  return {
    assets: {
      styleSheet: `/${sheet.css.path}`,
      fonts: sheet.fontAddresses,
      icon: `/${icon.path}`,
      touchIcon: `/${touchIcon.path}`,
      manifest: `/${manifest.path}`,
      ...(searchScript && { searchScript: `/${searchScript.path}` }),
      shareCard: { address: `/${shareCard.path}`, width: 1200, height: 630 },
    },
    files: [
      sheet.css,
      ...sheet.fonts,
      icon,
      touchIcon,
      appIcon,
      manifest,
      shareCard,
      ...(searchScript ? [searchScript] : []),
    ],
  };
}
