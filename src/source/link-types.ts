// Addresses in headers that lead away from the site. What is printed as a link must be one that a
// browser may follow: a scheme that is not named here never reaches a page.

import * as z from "zod";
import { quote } from "../problems/quote.ts";
import { line, textThat } from "./field-types.ts";

/** An author's page elsewhere: `https://…`, or `mailto:` and `tel:`. */
export const webLink = textThat(isWebLink, (value) => ({
  message: `is ${quote(value)}, which is not an address on the web.`,
  cure: /^(?![a-z][a-z0-9+-]*:)[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/i.test(value)
    ? `Did you mean “https://${value}”?`
    : "Write it as https://example.org/page.",
})).overwrite(strictUri);

/** A page elsewhere: `https://…`. */
export const webPage = textThat(isWebPage, (value) => ({
  message: `is ${quote(value)}, which is not the address of a page on the web.`,
  cure: /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(value)
    ? `Did you mean “https://${value}”?`
    : "Write it as https://example.org/page.",
})).overwrite(strictUri);

/** Under which terms a text may be used. */
export const licence = z
  .strictObject({
    name: line.meta({ example: "name: CC BY 4.0" }),
    /** Where these terms are. */
    url: webPage.optional(),
  })
  .meta({ example: "license: { name: CC BY 4.0, url: https://… }" });

/** A policy: an address of this site or of another. */
export const pageOrLink = textThat(
  (value) => value.startsWith("/") || isWebLink(value),
  (value) => ({
    message: `is ${quote(value)}, which is not an address.`,
    cure: "Write it as /policies/corrections/ for a page of this site, or as https://….",
  }),
).overwrite(strictUri);

/**
 * Where readers report an error: one mailbox, or a form behind https. The press adds the story, so
 * nothing may stand behind the mailbox.
 */
export const reportAddress = textThat(isReportAddress, (value) => ({
  message: `is ${quote(value)}, which is not an address to report an error to.`,
  cure: reportCure(value.trim()),
}));

function isReportAddress(value: string): boolean {
  const written = value.trim();
  if (written.startsWith("mailto:"))
    return !written.includes("%") && isMailbox(written.slice("mailto:".length));
  return written.startsWith("https:") && isWebLink(written);
}

function reportCure(value: string): string {
  const bare = value.replace(/^mailto:/i, "").replace(/[?&].*$/, "");
  const web = value.replace(/^(?:http:\/\/)?(?=[\w-]+\.)/i, "https://");
  const near = [`mailto:${bare}`, web].find(isReportAddress);
  return near === undefined
    ? "Write it as mailto:corrections@example.org, or as https://example.org/report for a form."
    : `Did you mean ${quote(near)}?`;
}

/** An account in the fediverse: `@user@host`. */
export const fediverseAddress = textThat(
  (value) => FEDIVERSE.test(value.trim()),
  (value) => ({
    message: `is ${quote(value)}, which is not an address in the fediverse.`,
    cure: fediverseCure(value.trim()),
  }),
);

const FEDIVERSE = /^@[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;

function fediverseCure(value: string): string {
  const profile = /^https?:\/\/([^/@]+)\/(@[^/@]+)\/?$/.exec(value);
  const near = profile ? `${profile[2]}@${profile[1]}` : `@${value}`;
  return FEDIVERSE.test(near)
    ? `Did you mean ${quote(near)}?`
    : "Write it as @user@example.social: the account, and the server it is on.";
}

/** One mailbox, nothing around it. */
export const emailAddress = textThat(
  (value) => isMailbox(value.trim()),
  (value) => ({
    message: `is ${quote(value)}, which is not an e-mail address.`,
    cure: "Write the address alone: name@example.org",
  }),
);

function isMailbox(value: string): boolean {
  return /^[^\s@<>"?&,;:]+@[^\s@<>"?&,;:]+\.[^\s@<>"?&,;:.]+$/.test(value);
}

function isWebPage(value: string): boolean {
  return isWebLink(value) && /^https?:/i.test(value) && new URL(value).hostname.includes(".");
}

/** The name or number of a computer. A browser parses more, but there is none of such a name. */
const HOST = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?$|^\[[0-9a-f:.]+\]$/;

function isWebLink(value: string): boolean {
  if (/[\p{C}\s]/u.test(value)) return false;
  if (/^(?:mailto:[^@]+@|tel:\+?\d)/i.test(value)) return true;
  if (!/^https?:\/\/[^/\\]/i.test(value) || !URL.canParse(value)) return false;
  const { hostname, username, password } = new URL(value);
  // `https://bank.example@x.example/` shows one name and leads to another.
  return HOST.test(hostname) && username + password === "";
}

/**
 * An address elsewhere, as somebody typed it, in the form of RFC 3986: browsers take more than that, and
 * neither HTML nor programs that check it do. `https://über.example/a|b` →
 * `https://xn--ber-goa.example/a%7Cb`. Whatever else it is stays as it is.
 */
function strictUri(value: string): string {
  if (!isWebLink(value)) return value;
  const href = /^https?:/i.test(value) ? new URL(value).href : value;
  const [host = ""] = /^[a-z]+:\/\/[^/?#]*/.exec(href) ?? [];
  return host + href.slice(host.length).replaceAll(UNSTRICT, encodeURIComponent);
}

/** What RFC 3986 allows in no path: these marks, other letters than ASCII's, and a percent sign alone. */
const UNSTRICT = /[|^`{}\\"<>[\]]|[^\0-\x7F]|%(?![0-9a-f]{2})/giu;
