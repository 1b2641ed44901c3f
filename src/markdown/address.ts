// What a written link leads to, and whether it may be printed. The list of schemes is the whole
// rule: a scheme that is not on it never reaches a page.

import MarkdownIt from "markdown-it";
import { quote } from "../problems/quote.ts";

/** A link's target as far as this room can judge it. */
export type Address =
  /** Another site. */
  | { readonly kind: "external"; readonly href: string }
  /** A mailbox or a telephone. */
  | { readonly kind: "contact"; readonly href: string }
  /** A place in the same text. */
  | { readonly kind: "fragment"; readonly href: string }
  | InternalAddress
  | { readonly kind: "refused"; readonly message: string; readonly cure: string };

/** A story, page or file of this site; `news/` looks it up. */
export interface InternalAddress {
  readonly kind: "internal";
  readonly target: string;
  /** With its `#` and percent-encoded, or "". */
  readonly fragment: string;
}

/** What cannot be seen in an address can mislead: controls, zero-width marks, marks of direction. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Only for its encoding of addresses: percent signs for the path, punycode for the host. */
const encoder = new MarkdownIt();

/** Reads the address of a link as it was written, with Markdown's own escapes already undone. */
export function readAddress(written: string): Address {
  const address = written.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (address === "") return refused("This link has no address.", `Write it as [words](address).`);
  if (INVISIBLE.test(address)) return invisible(address);
  if (scheme !== undefined) return withScheme(scheme, address);
  if (address.startsWith("#")) return { kind: "fragment", href: encode(address) };
  return withoutScheme(address);
}

function withScheme(scheme: string, address: string): Address {
  if (scheme === "mailto" || scheme === "tel") return { kind: "contact", href: encode(address) };
  if (scheme !== "http" && scheme !== "https") {
    return refused(
      `The link to ${quote(address)} is of a kind that is not allowed.`,
      "A link begins with https:, http:, mailto: or tel:, or leads to a story (../05/storm.md) or page (/about/) of this site.",
    );
  }
  const href = encode(address);
  if (/^https?:\/\/[^/\\]/i.test(address) && URL.canParse(href)) return { kind: "external", href };
  return refused(
    `The link to ${quote(address)} is not a complete address.`,
    "Write it as https://example.org/page.",
  );
}

function withoutScheme(address: string): Address {
  const guess = guessOf(address);
  if (guess !== undefined) {
    return refused(
      `The link to ${quote(address)} lacks its beginning.`,
      `Did you mean ${quote(guess)}?`,
    );
  }
  const hash = address.indexOf("#");
  return hash < 0
    ? { kind: "internal", target: address, fragment: "" }
    : { kind: "internal", target: address.slice(0, hash), fragment: encode(address.slice(hash)) };
}

/** What the writer of an address without a scheme probably meant, if it cannot be of this site. */
function guessOf(address: string): string | undefined {
  if (/^[/\\]{2}/.test(address)) return `https://${address.replace(/^[/\\]+/, "")}`;
  if (/^www\./i.test(address)) return `https://${address}`;
  if (/^[^\s/@]{1,64}@[^\s/@]{1,200}$/.test(address)) return `mailto:${address}`;
  return undefined;
}

function invisible(address: string): Address {
  return refused(
    `The link to ${quote(address)} contains a character that cannot be seen.`,
    "Type the address again, or copy it percent-encoded from the browser.",
  );
}

function refused(message: string, cure: string): Address {
  return { kind: "refused", message, cure };
}

function encode(address: string): string {
  return encoder.normalizeLink(address);
}
