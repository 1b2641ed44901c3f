// The card that a shared link shows: its picture is there, as large as the page says, and not heavier
// than the networks take; and its words stand early enough on the page to be found. Each picture is told
// once.

import { quote } from "../../../problems/quote.ts";
import { kilobytes, LIMITS } from "../desk-limits.ts";
import type { Finding } from "../finding.ts";
import type { OpenRule } from "../rule.ts";
import type { PublishedPaper } from "../published-paper.ts";
import { targetOf } from "../site-address.ts";

export function shareCards(paper: PublishedPaper): OpenRule {
  const told = new Set<string>();
  return {
    *look({ output, html, meta }) {
      const [address] = meta("og:image");
      if (address === undefined) return;
      if (Buffer.byteLength(html.slice(0, html.indexOf('"og:image"'))) > LIMITS.shareWordsWithin)
        yield {
          weight: "fault",
          output,
          message: "The words of the page’s share card stand too far down in it to be found.",
          cure: LATE_CURE,
        };
      if (told.has(address)) return;
      told.add(address);
      const said = `${meta("og:image:width").join()} × ${meta("og:image:height").join()}`;
      yield* pictureFaults({ address, output, said }, paper);
    },
  };
}

const LATE_CURE = "Print the properties (og:…) before everything long in the head.";

interface Card {
  readonly address: string;
  /** The page that first names it. */
  readonly output: string;
  /** Its size, as the page has it: `1200 × 630`. */
  readonly said: string;
}

function* pictureFaults(
  { address, output, said }: Card,
  { site, outputs, sizeOf, pixelsOf }: PublishedPaper,
): Generator<Finding> {
  const file = targetOf(address, site, site)?.output;
  if (file === undefined || !outputs.has(file)) {
    yield {
      weight: "fault",
      output,
      message: `The picture of the page’s share card, ${quote(address)}, is not in the paper.`,
    };
    return;
  }
  const pixels = pixelsOf(file);
  const size = pixels && `${pixels.width} × ${pixels.height}`;
  if (size !== said)
    yield {
      weight: "fault",
      output,
      message: `The picture of the page’s share card, ${quote(file)}, ${size === undefined ? "is no JPEG" : `has ${size} pixels`}; the page says ${said}.`,
      cure: "Networks lay the card out by what the page says: build again with --clean.",
    };
  if (sizeOf(file) > LIMITS.shareCard)
    yield {
      weight: "advice",
      output,
      message: `The picture of the page’s share card, ${quote(file)}, has ${kilobytes(sizeOf(file))}; WhatsApp shows none over ${kilobytes(LIMITS.shareCard)}.`,
      cure: "Choose a picture with less fine detail for “social: { image: … }”.",
    };
}
