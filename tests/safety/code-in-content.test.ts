// Content is data. Whatever a story says and whatever lies beside it, nothing of it is ever run: each
// attack would leave a canary behind, and each is refused by name.

import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { problems } from "../support/site.ts";

const CANARY = join(tmpdir(), `broadsheet-canary-${process.pid}`);
afterEach(() => {
  if (existsSync(CANARY)) throw new Error("Something that stood in the content has been run.");
});

/** As a module, as a function and as an expression, by whichever way is open. */
const CODE = [
  `require("node:fs").writeFileSync(${JSON.stringify(CANARY)}, "fs")`,
  `require("node:child_process").execSync(${JSON.stringify(`echo run > ${CANARY}`)})`,
  `import("node:fs").then((fs) => fs.writeFileSync(${JSON.stringify(CANARY)}, "fs"))`,
  `process.mainModule?.require("node:fs").writeFileSync(${JSON.stringify(CANARY)}, "fs")`,
].join(";\n");

const header = (lines = "") =>
  `---\nheadline: Storm\ndate: 2026-03-08\nsection: world\n${lines}---\nText.\n`;

const SOUND = `-- content/articles/sound.md --\n${header()}`;

/** The lines of a report that name a file; the wording stands in `mistakes/`. */
function filesNamed(report: string): string[] {
  const named = report.matchAll(/^content\/(\S+?)(?::\d+:\d+)? error: /gm);
  return [...new Set(Array.from(named, ([, file = ""]) => file))].sort();
}

const OPENINGS = [
  ..."---js ---javascript ---JS ---jsLegacy ---jslegacy ---node ---coffee ---json ---json5".split(
    " ",
  ),
  ..."---toml ---yaml ---yml ---ts ---py ---constructor ---__proto__ ---toString".split(" "),
  ..."--- js|--- yaml js|---\tjs|---js |--- |---\t|---- |--- #js|--- !!js/function".split("|"),
  "\ufeff---js",
  "\ufeff\ufeff---",
  " ---js",
  "\n---js",
  "\u00a0---",
  "---\u00a0js",
  "---\u200bjs",
  ..."+++ ;;; ~~~ === {{ ```js <script> //--- #!/usr/bin/env".split(" "),
];

test("no header in a language of programs is run: each is refused", async () => {
  const files = OPENINGS.flatMap((opening, index) => {
    const end = opening.trim().slice(0, 3);
    return ["\n", "\r\n"].map((line, kind) => {
      const text = [opening, CODE, end, "---", "Text"].join(line);
      return [`content/articles/o${index}-${kind}.md`, Buffer.from(text)] as const;
    });
  });
  expect(OPENINGS.length).toBeGreaterThanOrEqual(40);
  const report = await problems(SOUND, { bytes: new Map(files) });
  expect(filesNamed(report)).toEqual(files.map(([file]) => file.slice("content/".length)).sort());
});

/** Fields that steer Eleventy, the words it takes for dates, and names that nobody chose. */
const KEYS = [
  ..."templateEngineOverride permalink dynamicPermalink layout eleventyComputed pagination".split(
    " ",
  ),
  ..."eleventyImport eleventyExcludeFromCollections eleventyNavigation eleventyDataSchema".split(
    " ",
  ),
  ..."page eleventy collections pkg env override tags renderData __proto__ constructor".split(" "),
  ...Array.from({ length: 20 }, (_, index) => `x${(index * 7919 + 104729).toString(36)}`),
];

test("no field steers the press: what is not in the contract is refused", async () => {
  const values = ["njk", "../../../outside/index.html", "{ a: 1 }", `"{{ x }}"`];
  const files = KEYS.map(
    (key, index) =>
      `-- content/articles/k${index}.md --\n${header(`${key}: ${values[index % values.length]}\n`)}`,
  );
  const dates = ["Git Last Modified", "Git Created", "Last Modified", "Created", "now", "today"];
  const dated = dates.map(
    (date, index) => `-- content/articles/d${index}.md --\n${header().replace("2026-03-08", date)}`,
  );
  const report = await problems([SOUND, ...files, ...dated].join(""));
  const expected = [...files.keys()].map((index) => `articles/k${index}.md`);
  expect(filesNamed(report)).toEqual(
    [...expected, ...dates.map((_, index) => `articles/d${index}.md`)].sort(),
  );
});

const KINDS =
  "njk liquid html hbs ejs pug webc vue 11ty.cjs 11ty.js 11ty.ts 11tydata.js 11tydata.json js mjs " +
  "cjs ts tsx jsx json php py sh svg mdx toml css";

test("no file beside the stories is run or read: code is refused, at the top and below", async () => {
  const files = KINDS.split(" ").flatMap((kind) =>
    ["", "articles/", "articles/2026/05/", "pages/", "authors/", "images/"].map(
      (folder) => `${folder}code.${kind}`,
    ),
  );
  const archive = files.map((file) => `-- content/${file} --\n${CODE}\n`).join("");
  expect(filesNamed(await problems(SOUND + archive))).toEqual(files.sort());
});

test("what is copied to the site can be run by no reader's browser and no server", async () => {
  const kinds =
    "html htm xhtml svg svgz js mjs css xml xsl php phtml cgi sh exe jar swf wasm hta shtml";
  const names = kinds.split(" ").flatMap((kind) => [`a.${kind}`, `A.${kind.toUpperCase()}`]);
  const double = ["a.php.txt", "a.html.csv", "a.svg.png", "a.11ty.js.pdf", "a.cgi.txt"];
  const files = [...names, ...double].map((name, index) => `files/${index}/${name}`);
  const archive = files.map((file) => `-- content/${file} --\nx\n`).join("");
  expect(filesNamed(await problems(SOUND + archive))).toEqual(files.sort());
});
