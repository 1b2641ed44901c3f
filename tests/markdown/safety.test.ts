import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { fillLinkSlots } from "../../src/markdown/link-slots.ts";
import { readText } from "../../src/markdown/read-text.ts";
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

/** One vector of every class we know of; written for this test. */
const VECTORS = [
  "<script>alert(1)</script>",
  "<ScRiPt\u0000>alert(1)</sCrIpT >",
  "<script src=//x.example/a.js></script>",
  '"><script>alert(1)</script>',
  "'-alert(1)-'",
  "<img src=x onerror=alert(1)>",
  "<img/src/onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<svg><a xlink:href=javascript:alert(1)><text y=9>x</text></a></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<iframe src=javascript:alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<object data=data:text/html;base64,PHN2Zy8+>",
  "<embed src=//x.example/a.swf>",
  "<form><button formaction=javascript:alert(1)>x",
  "<input autofocus onfocus=alert(1)>",
  "<details open ontoggle=alert(1)>",
  "<video><source onerror=alert(1)>",
  "<body background=javascript:alert(1) onload=alert(1)>",
  "<base href=//x.example/>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<link rel=stylesheet href=//x.example/a.css>",
  "<style>@import '//x.example/a.css';</style>",
  "<div style=background:url(javascript:alert(1))>",
  "<!--<img src='--><img src=x onerror=alert(1)>'>",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml-stylesheet href='javascript:alert(1)'?>",
  "<template><script>alert(1)</script></template>",
  "<x onclick=alert(1) tabindex=1>x",
  "</p></div></article><h1>x",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;alert(1)&#60;/script&#62;",
  "\\u003cscript\\u003ealert(1)",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "java&#10;script:alert(1)",
  "java&Tab;script&colon;alert(1)",
  "&#106;avascript:alert(1)",
  "javascript&#58alert(1)",
  "%6Aavascript:alert(1)",
  "\u0001javascript:alert(1)",
  "\u200Bjavascript:alert(1)",
  "javascript://example.org/%0Aalert(1)",
  "vbscript:msgbox(1)",
  "livescript:x",
  "data:text/html,<script>alert(1)</script>",
  "data:image/svg+xml;base64,PHN2Zy8+",
  "data:image/png;base64,AAAA",
  "blob:https://example.org/1",
  "file:///etc/hosts",
  "feed:javascript:alert(1)",
  "view-source:javascript:alert(1)",
  "//x.example/a.js",
  "\\\\x.example\\a.js",
  "/\\x.example/a.js",
  "https:x.example",
  "https://example.org\\@x.example/",
  'https://example.org/"onmouseover="alert(1)',
  "https://example.org/' onmouseover='alert(1)",
  "https://example.org/`onmouseover=alert(1)",
  "mailto:a@example.org?body=<script>",
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  "` onmouseover=alert(1)",
  "\u0001L0\u0001",
  "&#1;L0&#1;",
  "%01L0%01",
  "\u202Egnp.exe\u202C\u2066",
  "\uFFFE\uFFFF\uD800",
  "{{ constructor.constructor('return 1')() }}",
  "${alert(1)}",
  "<%= 1 %>",
] as const;

function asEntities(vector: string): string {
  return Array.from(vector, (character) => `&#${character.codePointAt(0)};`).join("");
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
  (vector) => `::: factbox ${vector}\n${vector}\n:::\n\n::: pullquote\n${vector}\n— ${vector}\n:::`,
  (vector) => `::: ${vector}\n${vector}\n:::`,
  (vector) => `a[^1] [^${vector}]\n\n[^1]: ${vector}\n\n[^${vector}]: b`,
  (vector) => asEntities(vector),
  (vector) => `[a](${asEntities(vector)})`,
];

test("no vector of any class gets out of any context", () => {
  for (const vector of VECTORS) {
    for (const context of CONTEXTS)
      expect([context(vector), faultsIn(context(vector))]).toEqual([context(vector), []]);
  }
});

/** What hurts is mostly made of these. */
const FRAGMENTS = [
  ...Array.from("[]()<>!\"'`*_~#|:\\&;^-+=\n\t "),
  ..."- |1. |> |# |::: factbox |::: pullquote\n|:::|— |```|---|\n\n|    ".split("|"),
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
