// Our HTML and that of the specifications' own examples in one notation, for the suites of CommonMark
// and of GitHub's Markdown.

import { fillLinkSlots } from "../../src/markdown/link-slots.ts";
import { readText } from "../../src/markdown/read-text.ts";

/** `1-3 7` → 1, 2, 3, 7. */
export function numbersIn(list: string): number[] {
  return list.split(" ").flatMap((range) => {
    const [first = 0, last = first] = range.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  });
}

/** Whether we print the example as the suite does, but for what we add everywhere. */
export function isSame(markdown: string, html: string): boolean {
  return withoutOurs(print(markdown)) === withoutOurs(lowered(html));
}

function print(markdown: string): string {
  const { value } = readText(markdown, { language: "en", file: "a.md", firstLine: 1 });
  const addresses = value.links.map(
    ({ target, fragment }) => encodeURI(target).replaceAll("%25", "%") + fragment,
  );
  return value.parts
    .map((part) => (part.kind === "html" ? fillLinkSlots(part.html, addresses) : "{picture}"))
    .join("");
}

/** The story's headline is the `h1`, so all headings are one level lower. */
function lowered(html: string): string {
  return html.replaceAll(
    /<(\/?)h([1-6])>/g,
    (_, slash: string, level: string) => `<${slash}h${Math.min(Number(level) + 1, 6)}>`,
  );
}

/** What we add to every heading, link and code block, and quotation marks. */
function withoutOurs(html: string): string {
  return html
    .replaceAll(/ id="[^"]*"(?=>)| rel="noopener" class="external"| tabindex="0"/g, "")
    .replaceAll(/<(br|hr|img)([^>]*?) \/>/g, "<$1$2>")
    .replaceAll(/[“”]/g, "&quot;")
    .replaceAll(/[‘’]/g, "'");
}
