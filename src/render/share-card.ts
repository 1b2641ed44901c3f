// What a social network shows for a page without a picture of its own: the nameplate, its thick-thin
// rule and the paper's motto, as a front page begins.

import { SHARE } from "../pages/picture-settings.ts";
import { drawMark, INK, PAPER, PRESS_RED } from "./brand-mark.ts";
import { drawOnce } from "./draw-once.ts";
import { type Box, box, setInType } from "./set-in-type.ts";

/** What stands on the card, and where it is kept. */
export interface ShareCardOptions extends ShareCardText {
  readonly stateFolder: string;
}

interface ShareCardText {
  readonly title: string;
  readonly description?: string;
}

/** The card as a JPEG of 1200 × 630; with the mark alone where the typeface lacks the script. */
export async function drawShareCard(paper: ShareCardOptions): Promise<Buffer> {
  const { title, description = "", stateFolder } = paper;
  return drawOnce(stateFolder, "share-card.jpg", [title, description], () => drawCard(paper));
}

async function drawCard(text: ShareCardText): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const svg = (await setInType(frontPage(text), SHARE)) ?? (await markAlone(text.title));
  return sharp(Buffer.from(svg)).flatten({ background: PAPER }).jpeg({ quality: 88 }).toBuffer();
}

function frontPage({ title, description = "" }: ShareCardText): Box {
  const rule = (height: number, background: string, more = {}) =>
    box({ width: "100%", height, background, flexShrink: 0, ...more });
  const nameplate = box(
    { fontSize: nameplateSize(title), fontWeight: 700, letterSpacing: "-0.02em", lineHeight: 1.1 },
    shorten(title, 120),
  );
  const motto = box({ fontSize: 38, lineHeight: 1.4, marginTop: 40 }, shorten(description, 120));
  return box(CARD, [
    rule(10, PRESS_RED, { position: "absolute", top: 64, left: 80, width: 1040 }),
    nameplate,
    rule(9, INK, { marginTop: 36 }),
    rule(2, INK, { marginTop: 6 }),
    ...(description ? [motto] : []),
  ]);
}

const CARD = {
  width: "100%",
  height: "100%",
  padding: "110px 80px 64px",
  flexDirection: "column",
  alignItems: "center",
  justifyContent: "center",
  textAlign: "center",
  textWrap: "balance",
  background: PAPER,
  color: INK,
};

/** On one line as large as it fits; a long title on two or three smaller ones. */
function nameplateSize(title: string): number {
  const characters = Math.max(1, Array.from(title).length);
  const oneLine = 1900 / characters;
  return Math.round(
    oneLine >= 84 ? Math.min(oneLine, 168) : Math.max(52, Math.min(104, 3400 / characters)),
  );
}

/** At most so many characters, cut between words. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const words = text.slice(0, most).split(/\s/);
  return `${(words.length > 1 ? words.slice(0, -1) : words).join(" ")}…`;
}

async function markAlone(title: string): Promise<string> {
  const side = SHARE.height * 0.62;
  const left = (SHARE.width - side) / 2;
  const top = (SHARE.height - side) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SHARE.width}" height="${SHARE.height}"><g transform="translate(${left} ${top}) scale(${side / 64})">${await drawMark(title)}</g></svg>`;
}
