// A large paper is read and printed by many threads. Nothing of that may show.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findLastGood } from "../src/source/last-good.ts";
import { pressCopy } from "./support/press-copy.ts";
import { type BuiltSite, problems, site } from "./support/site.ts";
import { stories, story } from "./support/stories.ts";

/** More than is done by one thread alone. */
const MANY = stories(450, "world", "topics: [Sea, Storm watch]\n");

function bytesOf(built: BuiltSite): ReadonlyMap<string, string> {
  const paths = built.files();
  return new Map(paths.map((path) => [path, readFileSync(join(built.output, path), "latin1")]));
}

/** Of each story the file that is kept as its last good version. */
function keptBy({ content }: BuiltSite): ReadonlyMap<string, string> {
  const files = new Set(Array.from({ length: 450 }, (_, n) => `articles/story-${n + 1}.md`));
  return new Map(findLastGood(files, content.stateFolder).map(({ file, bytes }) => [file, bytes]));
}

test("one hand or three, the paper has the same bytes", async () => {
  await using alone = await site(MANY, { hands: 0, ownState: true });
  await using together = await site(MANY, { hands: 3, ownState: true });
  expect(together.summary.printed).toBe(alone.summary.printed);
  expect(bytesOf(together)).toEqual(bytesOf(alone));
  expect(keptBy(together).size).toBe(450);
  expect(keptBy(together)).toEqual(keptBy(alone));
  const again = await together.rebuild(
    story(7, "world", "topics: [Sea, Storm watch]\nkicker: New\n"),
    { hands: 3 },
  );
  expect(again.printed).toBeLessThan(12);
  expect(together.texts("/2020/01/07/story-7/", ".kicker")).toEqual(["New"]);
});

test("mistakes among hundreds of stories are all named, each with its line", async () => {
  const wrong = `${story(451, "wrold")}\n${story(452)}[Nowhere](nothing.md)\n`;
  expect(await problems(`${MANY}\n${wrong}`, { hands: 2 })).toMatchInlineSnapshot(`
    "content/articles/story-451.md:4:10 error: “wrold” is not a section of this newspaper.
      4 | section: wrold
      Did you mean “world”? Sections are listed in site.yaml.

    content/articles/story-452.md:7:1 error: The link to “nothing.md” leads nowhere.
      7 | [Nowhere](nothing.md)
      Link to a story by its file (../05/storm.md) or its address (/2026/05/01/storm/), elsewhere by https://…."
  `);
});

test("a layout that fails at one of hundreds of pages is named with its line", async () => {
  await using press = await pressCopy(MANY);
  press.edit(
    "layouts/parts/story-head.tsx",
    "export function StoryHead(",
    'export function StoryHead(story: StoryProps) {\n  if (story.headline === "Story 300") throw new Error("no head");\n  return <Head {...story} />;\n}\n\nfunction Head(',
  );
  const { code, stderr } = await press.broadsheet("build --now 2026-06-01T12:00:00Z");
  expect(code).toBe(3);
  expect(stderr).toMatchInlineSnapshot(`
    "broadsheet: The layout “layouts/story.11ty.tsx” failed while it printed articles/story-300.md: no head (layouts/parts/story-head.tsx:13:45).
      Mend it and build again. The paper that was live is as it was.
    "
  `);
});

test("a layout may do whatever Preact can: a drawing, a style, a hook", async () => {
  await using press = await pressCopy(MANY);
  press.edit(
    "layouts/parts/moment.tsx",
    "<time datetime={datetime}>{text}</time>",
    "<time datetime={datetime}><svg><path strokeWidth={2} /></svg>{text}</time>",
  );
  expect((await press.broadsheet("build --now 2026-06-01T12:00:00Z")).stderr).toBe("");
  const page = () => readFileSync(join(press.root, "_site/2020/01/07/story-7/index.html"), "utf8");
  expect(page()).toContain('<svg><path stroke-width="2"></path></svg>7 January 2020');
  press.edit(
    "layouts/parts/moment.tsx",
    "export function Moment({ datetime, text }: Time) {",
    'import { useState } from "preact/hooks";\nexport function Moment({ datetime, text }: Time) {\n  text = useState(`At ${text}`)[0];',
  );
  expect((await press.broadsheet("build --now 2026-06-01T12:00:00Z")).stderr).toBe("");
  expect(page()).toContain("</svg>At 7 January 2020");
});
