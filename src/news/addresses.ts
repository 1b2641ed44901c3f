// Addresses: what a story, topic or page brings along to be found by. They keep the letters of
// their own language; nothing is transliterated behind a writer's back.

import anyAscii from "any-ascii";

/** Letters, marks and digits, joined by single `-`, `_` or `.`. */
const SLUG = /^[\p{L}\p{M}\p{N}]+(?:[-_.][\p{L}\p{M}\p{N}]+)*$/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** They would count as letters: what makes an emoji colourful is one. */
const INVISIBLE_MARKS = /(?=\p{M})\p{Default_Ignorable_Code_Point}/gu;
/** Names that Windows reserves; a folder of such a name cannot be copied there. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** File systems take 255 bytes a name; temporary and compressed files need some of them. */
const LONGEST_SLUG = 200;
const LONGEST_PATH = 900;

/** Why a slug cannot stand in an address, or undefined when it can. */
export function slugMistake(slug: string): string | undefined {
  if (Buffer.byteLength(slug) > LONGEST_SLUG) return `is longer than ${LONGEST_SLUG} bytes`;
  if (RESERVED.test(slug)) return "is a name that Windows reserves";
  if (INVISIBLE.test(slug)) return "holds a character that cannot be seen";
  if (!SLUG.test(slug)) return "is not made of letters, digits and single hyphens";
  return undefined;
}

/** Why a path cannot be an address of a page, or undefined when it can: `/2019/05/31/storm/`. */
export function addressMistake(address: string): string | undefined {
  if (!/^\/(?:[^/]+\/)+$/.test(address)) return "does not begin and end with a slash";
  if (Buffer.byteLength(address) > LONGEST_PATH) return `is longer than ${LONGEST_PATH} bytes`;
  for (const segment of address.split("/").slice(1, -1)) {
    const mistake = slugMistake(segment);
    if (mistake) return `has a part, “${segment}”, that ${mistake}`;
  }
  return undefined;
}

/**
 * Fills the pattern of `site.yaml`: `/:year/:month/:day/:slug/` or with `:section`.
 *
 * @param parts.wallClock the paper's own reading of the date, `2019-05-31T12:46:00+00:00`
 */
export function pathOf(
  pattern: string,
  parts: { readonly slug: string; readonly section: string; readonly wallClock: string },
): string {
  const [year = "", month = "", day = ""] = parts.wallClock.slice(0, 10).split("-");
  const values: Record<string, string> = {
    year,
    month,
    day,
    slug: parts.slug,
    section: parts.section,
  };
  return pattern.replaceAll(
    /:([a-z]+)/g,
    (placeholder, name: string) => values[name] ?? placeholder,
  );
}

/** The slug that a name would have: lower case, words joined by hyphens; may be empty. */
export function slugFor(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(INVISIBLE_MARKS, "")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .normalize("NFC");
}

/** A slug to propose in a message: plain ASCII, short, and no mistake of its own. */
export function proposedSlug(name: string): string {
  const slug = slugFor(anyAscii(name.slice(0, LONGEST_PROPOSAL * 4)));
  const end = slug.lastIndexOf("-", LONGEST_PROPOSAL);
  const short = slug.length > LONGEST_PROPOSAL && end > 0 ? slug.slice(0, end) : slug;
  if (short === "") return "a-short-name";
  return slugMistake(short) ? `the-${short.slice(0, LONGEST_PROPOSAL)}` : short;
}

const LONGEST_PROPOSAL = 60;
