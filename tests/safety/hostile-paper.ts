// A paper in which every field of every header is an attack, for the parser and for a real browser.

import sharp from "sharp";
import { readText } from "../../src/markdown/read-text.ts";
import { SITE } from "../support/content-folder.ts";
import { type BuiltSite, site } from "../support/site.ts";

/** A story's address. */
export const hostileStory = (index: number) => `/2026/05/31/s${index}/`;
export const hostileAuthor = (index: number) => `/authors/a${index}/`;

/** A field is one line: what YAML folds is not what is tried here. */
export const asWritten = (vector: string) => vector.replaceAll(/[\n\r]/g, " ");

/** A name that is no other's: topics, series and links are told apart by it. No address is longer. */
export const nameWith = (vector: string, index: number) =>
  `${index} ${firstBytes(asWritten(vector), 180)}`;

/** Whole characters only. */
function firstBytes(text: string, most: number): string {
  const cut = Buffer.from(text).subarray(0, most).toString();
  return text.startsWith(cut) ? cut : Array.from(cut).slice(0, -1).join("");
}

/** Builds it: story and author n are written by vector n. */
export async function hostilePaper(
  vectors: readonly string[],
  outputs: "" | "search, twins, text" = "",
): Promise<BuiltSite> {
  // Small: every credit makes files of its own.
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: "#a33" } });
  const bytes = new Map([["content/images/a.jpg", await picture.jpeg().toBuffer()]]);
  const settings = `-- content/site.yaml --\n${SITE}outputs: [${outputs}]\n`;
  return site(settings + vectors.map((vector, index) => filesOf(vector, index)).join(""), {
    bytes,
  });
}

/** As YAML writes any text: JSON is YAML, and a line separator must not look like a line's end. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const withoutNul = (text: string) => text.replaceAll("\0", "");

/** In the text as it is, or as code where the press would refuse it. No file holds a NUL. */
function inText(written: string): string {
  const vector = withoutNul(written);
  const { problems } = readText(vector, { language: "en", file: "a.md", firstLine: 1 });
  return problems.length === 0 ? vector : `\`\`\`\n${vector}\n\`\`\``;
}

function filesOf(vector: string, index: number): string {
  const q = quoted(asWritten(vector));
  const name = quoted(nameWith(vector, index));
  return `-- content/authors/a${index}.md --
---
name: ${q}
role: ${q}
links: { ${name}: "https://example.org/" }
image: { src: /images/a.jpg, alt: ${q}, caption: ${q}, credit: ${q} }
---
The life.

${inText(vector)}
-- content/articles/s${index}.md --
---
headline: ${q}
date: 2026-05-31 12:00
section: world
standfirst: ${q}
kicker: ${q}
dateline: ${q}
${index % 2 === 0 ? "" : `byline: ${q}\n`}authors: [a${index}]
topics: [${name}]
image: { src: /images/a.jpg, alt: ${q}, caption: ${q}, credit: ${q}, license: ${q} }
series: ${name}
method: ${q}
sources: [{ title: ${q} }]
corrections: [{ date: 2026-05-31 13:00, kind: correction, text: ${q} }]
---
The text.

${inText(vector)}

~~~~~~
${withoutNul(vector)}
~~~~~~
`;
}

/** Where a reader or a machine meets the words of story and author n. */
export function placesOf(index: number, paper: BuiltSite): Record<string, unknown> {
  const [story, author] = [paper.page(hostileStory(index)), paper.page(hostileAuthor(index))];
  const meta = (key: string) =>
    story(`meta[property="${key}"], meta[name="${key}"]`).attr("content");
  const { "@graph": graph } = JSON.parse(
    story('script[type="application/ld+json"]').text(),
  ) as Graph;
  const article = graph.find((object) => object["headline"] !== undefined) ?? {};
  const [person] = article["author"] as Graph["@graph"];
  const [correction] = article["correction"] as Graph["@graph"];
  return {
    headline: story("h1").text(),
    kicker: story(".story-head .kicker a").text(),
    standfirst: story(".story-standfirst").text(),
    dateline: story(".dateline").text(),
    byline: story(index % 2 === 0 ? ".byline-name" : ".byline").text(),
    alt: story(".figure-lead img").attr("alt"),
    caption: story(".figure-lead .figure-words").text(),
    credit: story(".figure-lead .figure-credit bdi").text(),
    note: story(".note p").last().text(),
    topic: story(".topics li a").text(),
    code: story(".text pre code").last().text().replace(/\n$/, ""),
    "Open Graph's title": meta("og:title"),
    "Open Graph's description": meta("og:description"),
    "the author's meta": meta("author"),
    "JSON-LD's headline": article["headline"],
    "JSON-LD's author": person?.["name"],
    "JSON-LD's role": person?.["jobTitle"],
    "JSON-LD's correction": correction?.["text"],
    "the author's page": author("h1").text(),
    "the author's role": author(".author-role").text(),
    "a list's headline": author(".teaser-headline a").text(),
    "a list's standfirst": author(".teaser-standfirst").text(),
    "a list's kicker": author(".teaser .kicker bdi").text(),
  };
}

/** The same in the outputs that a paper has to ask for. */
export function moreHeadlinesOf(index: number, paper: BuiltSite): readonly unknown[] {
  const story = hostileStory(index);
  const ninjs = JSON.parse(paper.text(`${story}index.json`)) as Ninjs;
  return [
    paper.page(`/text${story}`)("h1").text(),
    paper.text(`${story}story.txt`).split("\n", 1)[0],
    ninjs.headlines[0]?.value,
    ninjs.descriptions[0]?.value,
  ];
}

interface Graph {
  readonly "@graph": readonly Readonly<Record<string, unknown>>[];
}

interface Ninjs {
  readonly headlines: readonly { readonly value: string }[];
  readonly descriptions: readonly { readonly value: string }[];
}
