// What a written link leads to. The list of schemes is the whole rule: what is not on it is refused,
// in whatever disguise it comes.

import { expect, test } from "vitest";
import { readAddress } from "../../src/markdown/address.ts";
import { quote } from "../../src/problems/quote.ts";

test.each([
  ["https://example.org/a", "external", "https://example.org/a"],
  ["HTTP://Example.org", "external", "HTTP://Example.org"],
  ["  https://example.org/a  ", "external", "https://example.org/a"],
  [
    "https://example.org/ä b?q=“x”",
    "external",
    "https://example.org/%C3%A4%20b?q=%E2%80%9Cx%E2%80%9D",
  ],
  ["https://bücher.example/", "external", "https://xn--bcher-kva.example/"],
  ['https://example.org/">', "external", "https://example.org/%22%3E"],
  ["mailto:desk@example.org", "contact", "mailto:desk@example.org"],
  ["TEL:+44 20 7946", "contact", "TEL:+44%2020%207946"],
  ["#a b", "fragment", "#a%20b"],
])("%s is %s", (written, kind, href) => {
  expect(readAddress(written)).toEqual({ kind, href });
});

test.each([
  ["../05/storm.md", "../05/storm.md", ""],
  ["/about/#who we are", "/about/", "#who%20we%20are"],
  ["/about/#a#b", "/about/", "#a#b"],
  ["storm", "storm", ""],
  ["a/b@c", "a/b@c", ""],
  ["/x:y", "/x:y", ""],
  ["a//b", "a//b", ""],
])("%s leads to a place of this site", (written, target, fragment) => {
  expect(readAddress(written)).toEqual({ kind: "internal", target, fragment });
});

const REFUSED: readonly (readonly [why: string, written: readonly string[]])[] = [
  ["has no address. Write it as [words](address).", ["", "  "]],
  [
    "is of a kind that is not allowed. A link begins with https:, http:, mailto: or tel:, or leads to a story (../05/storm.md) or page (/about/) of this site.",
    [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "view-source+x.y-z:a",
      "x9:a",
      "xhttps://example.org",
    ],
  ],
  [
    "contains a character that cannot be seen. Type the address again, or copy it percent-encoded from the browser.",
    ["java\tscript:alert(1)", "java\u200Bscript:alert(1)", "/a\u2028b", "/a\u2029b"],
  ],
  [
    "is not a complete address. Write it as https://example.org/page.",
    [
      "https:",
      "https:/example.org",
      "https:///example.org",
      "https:https://example.org",
      "https://\\example.org",
      "https://exa mple.org:x/",
    ],
  ],
  [
    "lacks its beginning. Did you mean “https://example.org/a”?",
    ["//example.org/a", "\\\\example.org/a", "/\\example.org/a"],
  ],
  ["lacks its beginning. Did you mean “https://www.example.org”?", ["www.example.org"]],
  ["lacks its beginning. Did you mean “https://WWW.example.org”?", ["WWW.example.org"]],
  ["lacks its beginning. Did you mean “mailto:desk@example.org”?", ["desk@example.org"]],
];

test.each(REFUSED)("what %s", (why, all) => {
  const words = all.map((written) => {
    const address = readAddress(written);
    return address.kind === "refused" ? `${address.message} ${address.cure}` : address;
  });
  const told = (written: string) =>
    written.trim() ? `The link to ${quote(written)} ` : "This link ";
  expect(words).toEqual(all.map((written) => `${told(written)}${why}`));
});

test.each([
  "see www.example.org",
  `${"a".repeat(65)}@example.org`,
  `a@${"b".repeat(201)}`,
  "a b@example.org",
  "a@b@example.org",
])("no beginning is guessed for %s", (written) => {
  expect(readAddress(written)).toMatchObject({ kind: "internal" });
});
