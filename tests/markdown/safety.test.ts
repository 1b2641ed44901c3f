import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { fillLinkSlots } from "../../src/markdown/link-slots.ts";
import { readText } from "../../src/markdown/read-text.ts";
import { everyDisguise, VECTORS } from "../safety/vectors.ts";
import { faultsOf, isStable } from "./judge-html.ts";

const EDGE = "\u0001";
const SLOT = new RegExp(`href="${EDGE}L(\\d+)${EDGE}"`, "g");

const OPTIONS = { language: "en", file: "a.md", firstLine: 1 };

/** Whatever is wrong with what became of `markdown`. */
function faultsIn(markdown: string): string[] {
  const { value, problems } = readText(markdown, OPTIONS);
  const lines = markdown.split(/\r\n?|\n/);
  const html = value.parts.flatMap((part) => (part.kind === "html" ? [part.html] : []));
  const slots = html.flatMap((run) => [...run.matchAll(SLOT)]);
  const addresses = value.links.map(() => "#there");
  return [
    ...html.flatMap(faultsOf),
    ...html.flatMap((run) => faultsOf(fillLinkSlots(run, addresses))),
    ...html.filter((run) => !isStable(run)).map((run) => `not balanced: ${run}`),
    ...(html.join("").split(EDGE).length - 1 === slots.length * 2 ? [] : ["a forged slot"]),
    ...(slots.every((slot, index) => Number(slot[1]) === index) ? [] : ["slots out of order"]),
    ...(slots.length === value.links.length ? [] : ["a link without a slot"]),
    ...(/[^\t\n\P{Cc}]|\p{Surrogate}/u.test(value.plain) ? ["a control in the plain text"] : []),
    ...value.parts.flatMap((part) =>
      part.kind === "picture" && /^[a-z]+:|^\/\//i.test(part.picture.src) ? ["a far picture"] : [],
    ),
    ...[...problems.map(({ place }) => place), ...value.links].flatMap((place) =>
      place && "line" in place && place.line <= lines.length && place.column >= 1
        ? []
        : ["no place"],
    ),
  ];
}

const CONTEXTS: readonly ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `Some words ${vector} and more.`,
  (vector) => `[click](${vector})`,
  (vector) => `[click](<${vector}> "${vector}")`,
  (vector) => `[${vector}](https://example.org '${vector}')`,
  (vector) => `![alt](${vector} "caption" credit="X")`,
  (vector) => `![${vector}](a.jpg "${vector}" credit='${vector}')`,
  (vector) => `[click][r]\n\n[r]: ${vector}`,
  (vector) => `[click][r]\n\n[r]: <${vector}> '${vector}'`,
  (vector) => `<${vector}>`,
  (vector) => `# ${vector}\n\n${vector}\n===`,
  (vector) => `| ${vector} | b |\n|:--|--:|\n| c | ${vector} |`,
  (vector) => `\`\`\`${vector}\n${vector}\n\`\`\``,
  (vector) =>
    `::: factbox ${vector}\n${vector}\n:::\n\n::: pullquote\n${vector}\n— ${vector}\n:::\n\n::: embed https://e.example/ ${vector}\n${vector}\n:::\n\n::: embed ${vector}\n:::`,
  (vector) => `::: ${vector}\n${vector}\n:::`,
  (vector) => `a[^1] [^${vector}]\n\n[^1]: ${vector}\n\n[^${vector}]: b`,
];

/** Every vector as it is in every context; in its disguises in every fourth, another one each time. */
const TEXTS = [
  ...VECTORS.flatMap((vector) => CONTEXTS.map((context) => context(vector))),
  ...everyDisguise().flatMap((vector, index) =>
    CONTEXTS.filter((_, place) => (place + index) % 4 === 0).map((context) => context(vector)),
  ),
];

test("no vector of any class, in any disguise, gets out of any context", () => {
  expect(TEXTS.length).toBeGreaterThan(13_000);
  expect(TEXTS.flatMap((text) => faultsIn(text).map((fault) => [text, fault]))).toEqual([]);
});

/** What hurts is mostly made of these. */
const FRAGMENTS = [
  ...Array.from("[]()<>!\"'`*_~#|:\\&;^-+=\n\t "),
  ..."- |1. |> |# |::: factbox |::: pullquote\n|::: embed https://a.b/ |:::|— |```|---|\n\n|    ".split(
    "|",
  ),
  ...'[^1] ;[^1]: ;[a](;[a]: ;![b](c.jpg; credit=";|---|---|'.split(";"),
  ..."https://a.b/ http:// javascript: data: mailto: a.md /a/ #x <a:b> onload= <script> </p>".split(
    " ",
  ),
  ..."&#1; &#x202e; &lt; \u0001L0\u0001 \0 \r \uD800 \u202E \u2069 日本 א é \u{E0041}".split(" "),
  "\u00A0",
  "\u2028",
];

test("no text at all throws, escapes its blocks, forges a slot or leaves the list of elements", () => {
  const fragment = oneof(
    { weight: 6, arbitrary: constantFrom(...FRAGMENTS) },
    { weight: 1, arbitrary: constantFrom(...VECTORS) },
    { weight: 1, arbitrary: string({ unit: "binary", maxLength: 8 }) },
  );
  const text = array(fragment, { maxLength: 40 }).map((parts) => parts.join(""));
  assert(
    property(text, (markdown) => {
      expect(faultsIn(markdown)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test("the judge itself is not blind", () => {
  const bad = [
    "<script>x</script>",
    "<p onclick=x>",
    '<a href="javascript:x">',
    "<img src=x>",
    '<p style="x">',
    "\u0001",
  ];
  for (const html of bad) expect([html, faultsOf(html)]).not.toEqual([html, []]);
  expect(isStable("<p><a>x<a>y</a></p>")).toBe(false);
});
