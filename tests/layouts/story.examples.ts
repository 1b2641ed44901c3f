// Story pages: the plain one, one with everything, the hostile one, and other scripts. The English
// text is the demo paper's first story, the others the first article of the Universal Declaration
// of Human Rights.

import type { SafeHtml } from "../../src/markdown/safe-html.ts";
import type { Figure, PrintedText, SeriesPart, StoryProps } from "../../src/pages/page.ts";
import { image, later, sheet, time, type SheetChoices } from "./sheet.examples.ts";
import { hostile, longest, seedHeadline, teasers } from "./teaser.examples.ts";

/** Only tests may say so: in the press, `markdown/` alone makes safe HTML. */
export function html(text: string): PrintedText[number] {
  return { kind: "html", html: text as SafeHtml };
}

function story(choices: SheetChoices, matter: Partial<StoryProps> = {}): StoryProps {
  return {
    ...sheet({ current: "World", ...choices }),
    kind: "story",
    kicker: { label: "World", url: "/world/" },
    section: { label: "World", url: "/world/" },
    headline: seedHeadline,
    byline: [],
    published: time,
    text: paragraphs(SEED),
    seriousNotes: [],
    minorNotes: [],
    topics: [],
    related: [],
    report: { label: "Report an error", url: "mailto:desk@example.org?subject=A%20story" },
    printAddress: "https://news.example.org/2019/05/31/visa-free-travel/",
    ...matter,
  };
}

function paragraphs(texts: readonly string[]): PrintedText {
  return [html(texts.map((text) => `<p>${text}</p>\n`).join(""))];
}

const SEED = [
  "Japanese Foreign Minister Taro Kono and Russian Foreign Minister Sergei Lavrov held bilateral talks on Friday in Tokyo. Japanese Foreign Minister Taro Kono mentioned that positive changes in Tokyo’s relations with Moscow are gradually taking place. The two ministers spent more than half an hour talking tete-a-tete, before being joined by their delegations.",
  "Lavrov noted that an increase in the frequency of Russian-Japanese talks does not mean that all disputes between two countries will be resolved automatically but added that Moscow hopes to advance negotiations with Tokyo on trade agreements and possible visa-free travel and develop cooperation in other areas. The Japanese diplomat also expressed hope for fruitful cooperation and welcomed the enhancement of bilateral contacts at different levels.",
  "“Certainly, the intensification of the negotiation process does not automatically mean that we are bringing our positions closer. There are still many problems”, he said after the talks.",
  "At a joint news conference after the talks Russian Foreign Minister Sergey Lavrov expressed concern about Tokyo’s plan to build a pair of land-based Aegis Ashore missile defense systems, saying they pose a “potential threat to Russia.”",
  "In turn Japanese Foreign Minister Taro Kono accused Russia of a military buildup on Kurile Islands which are currently administered by Russia.",
];

const BOXES = `<figure class="pullquote">
<blockquote>
<p>There are still many problems</p>
</blockquote>
<figcaption>Sergei Lavrov, after the talks</figcaption>
</figure>
<p>${SEED[1]}</p>
<h2 id="dispute">The dispute over the islands</h2>
<p>${SEED[3]} See <a href="/about/">the page about this paper</a>, and <a href="https://example.org/" rel="noopener" class="external">a page elsewhere</a>.<sup class="footnote-ref"><a href="#note_1" id="noteref_1" role="doc-noteref">1</a></sup></p>
<aside class="factbox" aria-labelledby="in-brief">
<h2 class="factbox-title" id="in-brief">In brief</h2>
<ul>
<li>The talks were held in Tokyo.</li>
<li>Both sides want to go on with them, on trade, on visas and on security.</li>
</ul>
</aside>
<blockquote>
<p>${SEED[2]}</p>
</blockquote>
<div class="table" tabindex="0" role="region" aria-label="Day, Place">
<table>
<thead>
<tr><th scope="col">Day</th><th scope="col">Place</th><th scope="col" class="align-right">Meetings</th></tr>
</thead>
<tbody>
<tr><td>30 May 2019</td><td>Arrival in Tokyo</td><td class="align-right">0</td></tr>
<tr><td>31 May 2019</td><td>Talks in Tokyo</td><td class="align-right">2</td></tr>
</tbody>
</table>
</div>
<h3 id="list">What was said in what order</h3>
<ol>
<li>First in private, for more than half an hour.</li>
<li>Then with both delegations.</li>
</ol>
<pre tabindex="0"><code class="language-yaml">headline: Japanese and Russian FM discuss possible visa-free travel
date: 2019-05-31 12:46
</code></pre>
<hr>
<p>${SEED[4]} The file is called <code>visa-free-travel.md</code>.</p>
<section class="footnotes" role="doc-endnotes" aria-label="Notes">
<ol>
<li id="note_1">
<p>A note says where a figure comes from. <a class="footnote-back" href="#noteref_1" role="doc-backlink" aria-label="Back to the text (1)">↩\uFE0E</a></p>
</li>
</ol>
</section>
`;

function seriesOf(name: string, headline: string): SeriesPart {
  const teaser = { url: "/2019/05/30/before/", headline, published: time };
  return {
    label: "Series",
    name: { label: name, url: "/series/talks-between-neighbours/" },
    part: "Part 2",
    sides: [
      { side: "previous", label: "Previous part", teaser },
      { side: "next", label: "Next part", teaser: { ...teaser, url: "/2019/06/01/after/" } },
    ],
  };
}

function figure(number: number, width?: number, height?: number): Figure {
  return {
    image: image(number, width, height),
    caption: "Hills behind hills, drawn to stand where the photograph of a story stands",
    credit: "Wikimedia commons",
  };
}

const everything: Partial<StoryProps> = {
  standfirst:
    "Positive changes in Tokyo’s relations with Moscow are gradually taking place, says Taro Kono; Sergei Lavrov hopes for trade and travel",
  series: seriesOf("Talks between neighbours", "Talks go on"),
  genre: { label: "Analysis", sponsored: false },
  byline: [
    { kind: "text", text: "By " },
    { kind: "name", name: "First Author", url: "/authors/first/", role: "Diplomatic editor" },
    { kind: "text", text: " and " },
    { kind: "name", name: "The Foreign Desk" },
  ],
  updated: later,
  readingTime: "4 min read",
  lead: figure(0),
  dateline: "TOKYO",
  text: [
    ...paragraphs(SEED.slice(0, 1)),
    html(BOXES),
    { kind: "figure", figure: figure(2) },
    ...paragraphs(SEED.slice(1)),
    { kind: "figure", figure: figure(3, 800, 1200) },
    ...paragraphs(SEED.slice(3)),
  ],
  seriousNotes: [
    {
      kind: "correction",
      label: "Correction",
      date: later,
      paragraphs: [
        "An earlier version of this story misspelt the name of the Russian foreign minister, Sergei Lavrov.",
        "The name was right in the picture’s caption.",
      ],
    },
  ],
  minorNotes: [
    {
      kind: "update",
      label: "Update",
      date: later,
      paragraphs: ["What was said at the joint news conference has been added."],
    },
  ],
  reporting: {
    method: {
      heading: "How we reported this",
      paragraphs: [
        "The account of the talks rests on what both ministers said at their joint news conference.",
        "Nobody was asked to speak without a name.",
      ],
    },
    sources: {
      heading: "Sources",
      list: [
        { name: "Transcript of the news conference", url: "https://example.org/transcript" },
        { name: "Notes taken in the hall" },
      ],
    },
  },
  topics: [
    { label: "Visa-free travel", url: "/topics/visa-free-travel/" },
    { label: "Japan", url: "/topics/japan/" },
    { label: "Russia", url: "/topics/russia/" },
  ],
  related: teasers(4, "pictures", 2),
};

const ARTICLE_ONE = {
  ja: "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。",
  ru: "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства.",
  ar: "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميرًا وعليهم أن يعامل بعضهم بعضًا بروح الإخاء.",
  de: "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geiste der Brüderlichkeit begegnen.",
};

function inLanguage(language: keyof typeof ARTICLE_ONE, dateline: string): StoryProps {
  const text = ARTICLE_ONE[language];
  return story(
    { language, siteLanguage: "en" },
    {
      headline: text.split(/(?<=[.。])/)[0] ?? text,
      standfirst: text,
      dateline,
      lead: figure(1),
      text: paragraphs([text + text, text, text + text + text]),
      seriousNotes: everything.seriousNotes ?? [],
      related: teasers(2, "no pictures"),
    },
  );
}

export const stories = {
  "a plain story": story(
    {},
    { lead: figure(0), byline: [{ kind: "text", text: "Wikimedia commons" }] },
  ),
  "a story without a picture": story({}, { dateline: "TOKYO" }),
  "a story with everything": story({}, everything),
  "an upright picture": story({}, { lead: figure(3, 800, 1200), dateline: "TOKYO" }),
  "the longest headline": story({}, { ...everything, headline: longest }),
  "the shortest headline": story({}, { headline: "Talks go on", lead: figure(4) }),
  "a hostile story": story(
    {},
    {
      headline: hostile,
      standfirst: hostile,
      series: seriesOf(hostile, hostile),
      sponsor: { label: hostile, name: hostile },
      reporting: {
        method: { heading: hostile, paragraphs: [hostile] },
        sources: { heading: hostile, list: [{ name: hostile }] },
      },
      kicker: { label: hostile, url: "/world/" },
      dateline: hostile,
      byline: [{ kind: "text", text: hostile }],
      lead: { ...figure(0), caption: hostile, credit: hostile },
    },
  ),
  "a sponsored story": story(
    {},
    {
      genre: { label: "Sponsored", sponsored: true },
      sponsor: { label: "Paid for by", name: "The Broadsheet", url: "https://example.org/" },
    },
  ),
  "in Japanese": inLanguage("ja", "東京"),
  "in Russian": inLanguage("ru", "ТОКИО"),
  "in Arabic": inLanguage("ar", "طوكيو"),
  "in German": inLanguage("de", "TOKIO"),
} satisfies Record<string, StoryProps>;
