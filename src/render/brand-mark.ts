// The paper's mark in its own colours, for icons and share cards: the nameplate's initial above a
// press-red rule, or, where the typeface lacks the letter, a front page in miniature.

import { box, setInType } from "./set-in-type.ts";

/** Ink on paper, and one accent. Drawings are files of their own, so the style sheet cannot tint them. */
export const PAPER = "#fffefa";
export const INK = "#17130f";
export const PRESS_RED = "#a0101c";

/** The mark as the inner SVG of a sheet of 64 × 64. */
export async function drawMark(title: string): Promise<string> {
  const letter = initialOf(title);
  const svg = letter && (await setInType(box({ fontSize: 100, fontWeight: 700 }, letter), SHEET));
  const outline = svg ? / d="([^"]+)"/.exec(svg)?.[1] : undefined;
  return outline ? letterMark(outline) : FRONT_PAGE_MARK;
}

const SHEET = { width: 200, height: 200 };

/** "The Broadsheet" is known as B, "Le Monde" as M: an article is not a name. */
const ARTICLES = /^(?:the|le|la|les|el|los|las|il|lo|gli|der|die|das|de|het)\s+(?=\S)|^l['’]/i;

function initialOf(title: string): string | undefined {
  const name = title.trim().replace(ARTICLES, "");
  return /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase();
}

/** Fits the letter's outline into the upper part of the sheet, in the middle. */
function letterMark(outline: string): string {
  const { left, top, width, height } = boundsOf(outline);
  const scale = Math.min(44 / width, 36 / height);
  const x = round(32 - (left + width / 2) * scale);
  const y = round(26 - (top + height / 2) * scale);
  return (
    `<path fill="${INK}" transform="translate(${x} ${y}) scale(${round(scale)})" d="${outline.trim()}"/>` +
    `<path fill="${PRESS_RED}" d="M12 52h40v4H12z"/>`
  );
}

/** The outline's box. Satori writes absolute coordinates only, so every pair is a point near the edge. */
function boundsOf(outline: string) {
  const numbers = (outline.match(/-?[\d.]+/g) ?? []).map(Number);
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** A thick and a thin rule, a headline, a picture and two columns. */
const FRONT_PAGE_MARK =
  `<path fill="${INK}" d="M12 8h40v4H12zM12 15h40v1.5H12zM12 21h23v4H12zM12 28h18v4H12zM12 36h23v8H12zM40 21h12v2.6H40zM40 26.1h12v2.6H40zM40 31.2h12v2.6H40zM40 36.3h12v2.6H40zM40 41.4h12v2.6H40z"/>` +
  `<path fill="${PRESS_RED}" d="M12 52h40v4H12z"/>`;

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
