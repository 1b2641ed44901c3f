// The paper's favicon and the icon for a phone's home screen, both from the nameplate's mark.

import { drawMark, PAPER } from "./brand-mark.ts";
import { drawOnce } from "./draw-once.ts";

export interface Icons {
  /** SVG. Ours from the first byte to the last: shapes only, no style, no script. */
  readonly svg: Buffer;
  /** 180 × 180, as telephones ask for it. */
  readonly touchPng: Buffer;
}

const TOUCH_ICON_SIZE = 180;

/** The icons of the paper called `title`; drawn once and kept in the state folder. */
export async function drawIcons(paper: {
  readonly title: string;
  readonly stateFolder: string;
}): Promise<Icons> {
  const { title, stateFolder } = paper;
  const svg = await drawOnce(stateFolder, "icon.svg", [title], () => drawIcon(title));
  const touchPng = await drawOnce(stateFolder, "touch-icon.png", [title], () => drawTouchIcon(svg));
  return { svg, touchPng };
}

async function drawIcon(title: string): Promise<Buffer> {
  const mark = await drawMark(title);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="${PAPER}" d="M0 0h64v64H0z"/>${mark}</svg>\n`,
  );
}

async function drawTouchIcon(icon: Buffer): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  return sharp(icon, { density: (72 * TOUCH_ICON_SIZE) / 64 })
    .resize(TOUCH_ICON_SIZE, TOUCH_ICON_SIZE)
    .flatten({ background: PAPER })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
