// The paper's favicon and the icon for a phone's home screen, both from the nameplate's mark.

import { drawMark, PAPER } from "./brand-mark.ts";
import { drawOnce } from "./draw-once.ts";

export interface Icons {
  /** SVG. Ours from the first byte to the last: shapes only, no style, no script. */
  readonly svg: Buffer;
  /** 180 × 180, as telephones ask for it. */
  readonly touchPng: Buffer;
  /**
   * The size at which the paper is kept among a device's programs. A device may cut it to a circle or a
   * drop, so the mark keeps clear of the edge (W3C, Web Application Manifest: the safe zone).
   */
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
  const draw = (name: string, drawing: () => Promise<Buffer>) =>
    drawOnce(stateFolder, name, [title], drawing);
  const svg = await draw("icon.svg", async () => iconOf(await drawMark(title)));
  const touchPng = await draw("touch-icon.png", () => drawIconPng(svg, TOUCH_ICON_SIZE));
  const appPng = await draw("app-icon.png", async () => {
    const mark = `<g transform="translate(8 8) scale(.75)">${await drawMark(title)}</g>`;
    return drawIconPng(iconOf(mark), APP_ICON_SIZE);
  });
  return { svg, touchPng, appPng };
}

/** A mark on a sheet of its own. */
function iconOf(mark: string): Buffer {
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
