// Any headline a sub-editor can type is printed as it was typed, everywhere it is printed.

import { expect, test } from "vitest";
import { site } from "../support/site.ts";

/** As typed behind “headline: ”, and as it must read; the same unless two are given. */
const HEADLINES: readonly (string | readonly [typed: string, read: string])[] = [
  "Budget: council says no",
  `"No", says mayor`,
  `'No,' says mayor, 'never'`,
  [`"No"`, "No"],
  [`'It''s over'`, "It's over"],
  [String.raw`"Caf\u00e9 closes"`, "Café closes"],
  "{{ 7*7 }}",
  "{% raw %}<%= 7*7 %>${7*7}#{7*7}",
  "</script><script>alert(1)</script>",
  "<b>Bold</b> & <i>brash</i>",
  "<!-- and its end -->",
  "</title><h1>Mine</h1>",
  "]]> and <![CDATA[",
  "&amp; &lt;b&gt; &copy; AT&T",
  "Null",
  "~",
  "true",
  "No",
  "2026-05-31",
  "1984",
  "0x1F and 1e3",
  ".inf",
  "#MeToo rally",
  "Man dies # police",
  "100% of 50%",
  "- a dash begins it",
  "[Live] Storm {updates}",
  "*stars* _and_ `ticks` ![x](y) [z](javascript:alert(1))",
  "@mayor & !council |pipes| > arrows",
  "? : , - what",
  "C:\\path\\new\\table",
  "Tab\there",
  "Line\u2028separator",
  "Storm 🌪️ closes 👩🏽‍🚒 school 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
  "العاصفة تغلق الميناء",
  "台風で港が閉鎖「前例ない」",
  "Zalgo\u0301\u0302\u0303 text",
  "A",
  "--- and ---",
  "An unusually long headline that a sub-editor should have cut in half but did not because the night was short and the news was long, and which ends here, in full.",
];

const typed = (headline: (typeof HEADLINES)[number]) =>
  typeof headline === "string" ? headline : headline[0];
const asRead = (headline: (typeof HEADLINES)[number]) =>
  typeof headline === "string" ? headline : headline[1];

/** The front page shows a few stories of each section: of twenty, all of ours. */
const TWENTY_SECTIONS = `
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: en
timezone: UTC
sections:
${Array.from({ length: 20 }, (_, index) => `  - { slug: section-${index}, title: S${index} }`).join("\n")}
`;

test("forty hostile headlines read the same in page, title, Open Graph, JSON-LD and front page", async () => {
  const stories = HEADLINES.map(
    (headline, index) => `
-- content/articles/story-${index}.md --
---
headline: ${typed(headline)}
date: 2026-05-31 12:${String(index).padStart(2, "0")}
section: section-${index % 20}
---
The text of story ${index}.
`,
  );
  await using built = await site(`${TWENTY_SECTIONS}${stories.join("")}`);
  const front = built.page("/");
  const seen = HEADLINES.map((_, index) => {
    const address = `/2026/05/31/story-${index}/`;
    const page = built.page(address);
    return {
      h1: page("h1").text(),
      title: page("title")
        .text()
        .replace(/ – The Broadsheet$/, ""),
      openGraph: built.meta(address, "og:title")[0],
      jsonLd: built.jsonLd(address, "NewsArticle")[0]?.["headline"],
      teaser: front(`a[href="${address}"]`).first().text(),
      elements: page("h1 *, title *").length,
    };
  });
  expect(seen).toEqual(
    HEADLINES.map(asRead).map((headline) => ({
      h1: headline,
      title: headline,
      openGraph: headline,
      jsonLd: headline,
      teaser: headline,
      elements: 0,
    })),
  );
});

test("words of a header have nothing empty at their ends, in quotes, in a block or not", async () => {
  await using built = await site(`
-- content/articles/storm.md --
---
headline: " Storm at sea "
standfirst: |
  The wind rose.
kicker: "  Weather"
dateline: "PORT  "
byline: " By our staff "
date: 2026-05-31
section: world
seo: { title: " A storm ", description: " Wind. " }
social: { title: " The storm ", description: " Rain. " }
---
The text.
`);
  const page = "/2026/05/31/storm/";
  const $ = built.page(page);
  const said = [
    $("title").text(),
    ...["h1", ".story-standfirst", ".byline", ".dateline"].map((where) => $(where).first().text()),
    ...["description", "og:title", "og:description"].flatMap((key) => built.meta(page, key)),
    built.jsonLd(page, "NewsArticle")[0]?.["headline"],
  ];
  expect(said).toMatchInlineSnapshot(`
    [
      "A storm – The Broadsheet",
      "Storm at sea",
      "The wind rose.",
      "By our staff",
      "PORT",
      "Wind.",
      "The storm",
      "Rain.",
      "Storm at sea",
    ]
  `);
});
