// Addresses in headers that lead away from the site. What is printed as a link must be one that a
// browser may follow: a scheme that is not named here never reaches a page.

import { quote } from "../problems/quote.ts";
import { textThat } from "./field-types.ts";

/** An author's page elsewhere: `https://…`, or `mailto:` and `tel:`. */
export const webLink = textThat(isWebLink, (value) => ({
  message: `is ${quote(value)}, which is not an address on the web.`,
  cure: /^(?![a-z][a-z0-9+-]*:)[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/i.test(value)
    ? `Did you mean “https://${value}”?`
    : "Write it as https://example.org/page.",
}));

/** A policy: an address of this site or of another. */
export const pageOrLink = textThat(
  (value) => value.startsWith("/") || isWebLink(value),
  (value) => ({
    message: `is ${quote(value)}, which is not an address.`,
    cure: "Write it as /policies/corrections/ for a page of this site, or as https://….",
  }),
);

/** One mailbox, nothing around it. */
export const emailAddress = textThat(
  (value) => /^[^\s@<>"?&,;:]+@[^\s@<>"?&,;:]+\.[^\s@<>"?&,;:.]+$/.test(value.trim()),
  (value) => ({
    message: `is ${quote(value)}, which is not an e-mail address.`,
    cure: "Write the address alone: name@example.org",
  }),
);

function isWebLink(value: string): boolean {
  if (/[\p{C}\s]/u.test(value)) return false;
  if (/^(?:mailto:[^@]+@|tel:\+?\d)/i.test(value)) return true;
  return /^https?:\/\/[^/\\]/i.test(value) && URL.canParse(value);
}
