// The paper's favicon and the icon for a phone's home screen, both from the nameplate's mark.

import { drawMark, PAPER } from "./brand-mark.ts";
import { drawOnce } from "./draw-once.ts";

export interface Icons {
  /** SVG. Ours from the first byte to the last: shapes only, no style, no script. */
  readonly svg: Buffer;
  /** 180 × 180, as telephones ask for it. */
  readonly touchPng: Buffer;
  /** The size at which the paper is kept among a device's programs. */
  readonly appPng: Buffer;
}

const TOUCH_ICON_SIZE = 180;

/** Pixels a side of the largest icon that devices ask of a web app. */
export const APP_ICON_SIZE = 512;

/** The icons of the paper called `title`; drawn once and kept in the state folder. */
export async function drawIcons(paper: {
  readonly title: string;
  readonly stateFolder: string;
}): Promise<Icons> {
  const { title, stateFolder } = paper;
  const svg = await drawOnce(stateFolder, "icon.svg", [title], () => drawIcon(title));
  const drawPng = (name: string, size: number) =>
    drawOnce(stateFolder, name, [title], () => drawIconPng(svg, size));
  return {
    svg,
    touchPng: await drawPng("touch-icon.png", TOUCH_ICON_SIZE),
    appPng: await drawPng("app-icon.png", APP_ICON_SIZE),
  };
}

async function drawIcon(title: string): Promise<Buffer> {
  const mark = await drawMark(title);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="${PAPER}" d="M0 0h64v64H0z"/>${mark}</svg>\n`,
  );
}

async function drawIconPng(icon: Buffer, size: number): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  return sharp(icon, { density: (72 * size) / 64 })
    .resize(size, size)
    .flatten({ background: PAPER })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
