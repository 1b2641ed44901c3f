// HTML from `read-text.ts` keeps slots for the addresses this room cannot know: `\u0001L3\u0001`
// stands for the fourth link of a text. U+0001 never survives reading, so no writer can forge a slot.

import type { SafeHtml } from "./safe-html.ts";

const EDGE = "\u0001";
const SLOT = new RegExp(`${EDGE}L(\\d+)${EDGE}`, "g");

/** The mark that stands for the address of link `number` inside a quoted `href`. */
export function linkSlot(number: number): string {
  return `${EDGE}L${number}${EDGE}`;
}

/** Puts addresses (already percent-encoded) into the slots. */
export function fillLinkSlots(html: SafeHtml, addresses: readonly string[]): SafeHtml {
  return html.replaceAll(SLOT, (_, number: string) =>
    escapeAttribute(addresses[Number(number)] ?? ""),
  ) as SafeHtml;
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
