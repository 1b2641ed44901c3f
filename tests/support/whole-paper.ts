// A paper with every kind of page in it, built once for the tests that look at all of them. Its
// words are articles of the Universal Declaration of Human Rights, so that nothing is invented.

import sharp from "sharp";
import { site, type BuiltSite } from "./site.ts";
import { stories } from "./stories.ts";

/** Every kind of page, by a name a reader of a failed test understands. */
export const PAGES = {
  "the front page": "/",
  "a section": "/world/",
  "a section of many stories": "/records/",
  "a section without a story": "/science/",
  "a numbered page": "/records/page/1/",
  "a topic": "/topics/rights/",
  "a series": "/series/article-by-article/",
  "an author with a portrait": "/authors/reading-room/",
  "an author without one": "/authors/desk/",
  "a story with everything": "/2026/05/30/everything/",
  "a story without a picture": "/2026/05/29/plain/",
  "a sponsored story": "/2026/05/28/sponsored/",
  "a story in Japanese": "/2026/05/27/japanese/",
  "a story in Russian": "/2026/05/26/russian/",
  "a story in Arabic": "/2026/05/25/arabic/",
  "a story with the longest words": "/2026/05/24/longest/",
  "an upright picture": "/2026/05/23/upright/",
  "a plain page": "/about/",
  "the notice of a killed story": "/2026/05/22/killed/",
  "the page of a story that is gone": "/2026/05/21/gone/",
  "the search": "/search/",
  "a page that is not there": "/404.html",
} as const;

/** Those of a kind of their own, for what takes long to look at: the others only vary them. */
export const KINDS = [
  "the front page",
  "a section",
  "a numbered page",
  "a topic",
  "an author with a portrait",
  "a story with everything",
  "a story in Arabic",
  "a plain page",
  "the notice of a killed story",
  "the search",
  "a page that is not there",
] as const satisfies (keyof typeof PAGES)[];

export async function wholePaper(): Promise<BuiltSite> {
  const [wide, upright, square] = await Promise.all([
    picture(1600, 1100),
    picture(800, 1200),
    picture(500, 500),
  ]);
  return site(`${PAPER}\n${EVERYTHING}\n${OTHERS}\n${stories(50, "records")}`, {
    bytes: new Map([
      ["images/wide.jpg", wide],
      ["images/upright.jpg", upright],
      ["images/square.jpg", square],
    ]),
  });
}

/** Hills under a low sun, so that a crop can be told from the whole. */
async function picture(width: number, height: number): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 10 10" preserveAspectRatio="none">
    <path fill="#c9b79a" d="M0 0h10v10H0z"/><circle cx="7" cy="4" r="1" fill="#a0101c"/>
    <path fill="#5a6650" d="M0 6q3-3 6 0t4-1v5H0z"/><path fill="#2d3a3a" d="M0 8q4-2 10 0v2H0z"/></svg>`;
  return sharp(Buffer.from(drawing)).jpeg().toBuffer();
}

const PAPER = `
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: en
timezone: Europe/London
description: A paper with a page of every kind
outputs: [search]
sections:
  - { slug: world, title: World }
  - { slug: science, title: Science and letters }
  - { slug: culture, title: Culture }
  - { slug: records, title: Records }
policies: { corrections: /about/ }
-- content/authors/reading-room.md --
---
name: The Reading Room
kind: organization
role: Documents desk
email: reading-room@news.example.org
links: { The declaration: "https://www.example.org/declaration" }
image: { src: /images/square.jpg, alt: Hills under a low sun, credit: The Reading Room }
---
The desk reads documents aloud, **whole** and in order. See [the page about this paper](/about/).
-- content/authors/desk.md --
---
name: The Desk
kind: organization
---
-- content/pages/about.md --
---
title: About this paper
---
It has a page of every kind.

# What is in it

Articles of a declaration, [one of them with everything](../articles/everything.md).

## And what is not

Anything invented.
`;

const EVERYTHING = `
-- content/articles/everything.md --
---
headline: “All human beings are born free and equal in dignity and rights”
date: 2026-05-30 09:05
updated: 2026-05-30 17:40
section: world
kicker: The declaration
standfirst: The first articles in full, with a picture, a table, notes and whatever else a story can have
authors: [reading-room, desk]
dateline: PARIS
genre: analysis
topics: [Rights, Declarations]
series: Article by article
image:
  src: /images/wide.jpg
  alt: Hills under a low sun
  caption: Hills behind hills, drawn to stand where the photograph of a story stands
  credit: The Reading Room
related: [/2026/05/29/plain/, /2026/05/25/arabic/]
corrections:
  - { date: 2026-05-31 10:00, kind: correction, text: An earlier version left out the third article. }
  - { date: 2026-05-31 11:00, kind: clarification, text: The numbers of the articles are those of the declaration. }
---
All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.[^1]

::: pullquote
Everyone has the right to life, liberty and security of person.
— Article 3
:::

Everyone is entitled to all the rights and freedoms set forth in this Declaration, without distinction of any kind, such as race, colour, sex, language, religion, political or other opinion, national or social origin, property, birth or other status.

# Life, liberty and security

Everyone has the right to life, liberty and security of person. It is [the third article](https://www.example.org/declaration#3), and [the plain story](plain.md) has *another*.

![Hills under a low sun, upright](/images/upright.jpg "The same hills, upright" credit="The Reading Room")

::: factbox Three articles
- The first speaks of dignity.
- The second of everyone.
- The third of life, and [of liberty](/about/).
:::

::: embed https://www.example.org/reading The declaration, read aloud
The whole declaration is read aloud, in one voice for each article.
:::

> No one shall be held in slavery or servitude; slavery and the slave trade shall be prohibited in all their forms.

| Article | Speaks of | Everyone or no one | Words |
|---|---|---|---:|
| 1 | Dignity | All human beings | 30 |
| 2 | Distinction of any kind whatsoever | Everyone | 43 |
| 4 | Slavery | No one | 20 |

## A list, and words as they are typed

1. Recognition everywhere as a person before the law.[^2]
2. Equal protection of the law.

\`\`\`
declaration: a line of typed words that is longer than a telephone is wide, and has to be scrolled
\`\`\`

---

No one shall be subjected to torture or to cruel, inhuman or degrading treatment or punishment. The file is called \`everything.md\`.

[^1]: Article 1, first and second sentence.
[^2]: Article 6.
`;

const ARTICLE_ONE = {
  ja: "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。",
  ru: "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства.",
  ar: "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميرًا وعليهم أن يعامل بعضهم بعضًا بروح الإخاء.",
};

const FAIR_HEARING =
  "Everyone is entitled in full equality to a fair and public hearing by an independent and impartial tribunal, in the determination of his rights and obligations and of any criminal charge against him.";

const PICTURE = "image: { src: /images/wide.jpg, alt: Hills, credit: The Reading Room }\n";
const UPRIGHT = PICTURE.replace("wide", "upright");
const REASON =
  "corrections: [{ date: 2026-05-23 10:00, kind: editors-note, text: Its source was withdrawn. }]";

const OTHERS = [
  story(
    "plain",
    29,
    "Right to a fair hearing",
    "topics: [Rights]\nseries: Article by article\nauthors: [reading-room]\n",
  ),
  story("sponsored", 28, "How a paid story is told from news", `genre: sponsored\n${PICTURE}`),
  foreign("japanese", 27, "ja", "東京"),
  foreign("russian", 26, "ru", "МОСКВА"),
  foreign("arabic", 25, "ar", "القاهرة"),
  story(
    "longest",
    24,
    `A headline of one hundred and sixty characters: ${"unbroken".repeat(8)} and, word after word, whatever else the sub-editor could not bring herself to cut`,
    `standfirst: ${"Donaudampfschifffahrtsgesellschaft".repeat(3)}\nsources: [{ title: www.example.org/${"report".repeat(20)}, url: https://www.example.org/ }]\n`,
    `A very long word: ${"antidisestablishmentarianism".repeat(6)}. And an address: <https://www.example.org/${"path/".repeat(30)}>\n\n::: embed https://www.example.org/${"film".repeat(30)}\nA film that is called by its address.\n:::`,
  ),
  story("upright", 23, "Asylum", UPRIGHT),
  story("killed", 22, "Killed words", `status: killed\n${REASON}\n`),
  story("gone", 21, "Gone words", "status: withdrawn\n"),
].join("\n");

function foreign(slug: string, day: number, language: keyof typeof ARTICLE_ONE, place: string) {
  const text = ARTICLE_ONE[language];
  const headline = text.split(/(?<=[.。])/)[0] ?? text;
  const header = `language: ${language}\ntranslation_of: /2026/05/30/everything/\nseries: Article by article\ndateline: ${place}\nstandfirst: ${text}\n${PICTURE}`;
  return story(slug, day, headline, header, `${text} ${text}\n\n# ${headline}\n\n${text}`);
}

function story(slug: string, day: number, headline: string, header: string, text = FAIR_HEARING) {
  return `-- content/articles/${slug}.md --
---
headline: ${headline}
date: 2026-05-${day} 09:00
section: ${slug === "plain" ? "culture" : "world"}
${header}---
${text}
`;
}
