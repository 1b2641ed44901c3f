// The other kinds of page: lists, plain pages, notices, and the page where nothing stands.

import type {
  CorrectionsProps,
  ListProps,
  NoticeProps,
  NotFoundProps,
  PlainProps,
  StaffProps,
} from "../../src/pages/page.ts";
import { image, later, sheet } from "./sheet.examples.ts";
import { html } from "./story.examples.ts";
import { hostile, longest, seedHeadline, teaser, teasers } from "./teaser.examples.ts";

function section(matter: Partial<ListProps>): ListProps {
  return {
    ...sheet({ current: "World" }),
    kind: "section",
    title: "World",
    teasers: teasers(12, "pictures"),
    ...matter,
  };
}

export const lists = {
  "a section": section({ older: { label: "Older stories", url: "/world/page/3/" } }),
  "a section without pictures": section({ teasers: teasers(8, "no pictures") }),
  "a section with one story": section({ teasers: teasers(1, "pictures") }),
  "a section with one short headline": section({ teasers: [teaser["the shortest headline"]] }),
  "a section without stories": section({ teasers: [] }),
  "an older page": section({
    pageLabel: "Older stories, page 3",
    older: { label: "Older stories", url: "/world/page/2/" },
    latest: { label: "Latest stories", url: "/world/" },
  }),
  "a topic": section({
    kind: "topic",
    label: "Topic",
    title: "Visa-free travel",
    teasers: [teaser["a full story"], teaser["the longest headline"], ...teasers(3, "no pictures")],
  }),
  "a series": section({
    kind: "series",
    label: "Series",
    title: "Talks between neighbours",
    teasers: teasers(5, "pictures").map((one, index) => ({ ...one, kicker: `Part ${index + 1}` })),
    older: { label: "From part 25", url: "/series/talks-between-neighbours/page/2/" },
  }),
  "a hostile list": section({ title: hostile, teasers: [teaser["a hostile headline"]] }),
  "an author": section({
    kind: "author",
    title: "First Author",
    author: {
      role: "Diplomatic editor",
      image: image(5, 256, 256),
      email: { label: "first@example.org", url: "mailto:first@example.org" },
      links: [{ label: "Mastodon", url: "https://example.social/@first" }],
      biography: [html("<p>Writes about talks between neighbours, and about how they end.</p>\n")],
    },
    teasers: teasers(4, "pictures"),
  }),
  "a desk without a picture": section({
    kind: "author",
    title: "The Foreign Desk",
    author: { links: [], biography: [] },
    teasers: teasers(2, "no pictures"),
  }),
} satisfies Record<string, ListProps>;

export const plains = {
  "a plain page": {
    ...sheet(),
    kind: "plain",
    title: "About this paper",
    text: [
      html(`<p>The Broadsheet is a newspaper of plain files. It prints its own manual.</p>
<h2 id="who">Who may use it</h2>
<p>Every newsroom that writes in plain text. The rules are few:</p>
<ul>
<li>a picture names whose it is;</li>
<li>a date is the paper’s own wall clock;</li>
<li>a correction is printed in the open.</li>
</ul>
`),
    ],
  },
} satisfies Record<string, PlainProps>;

const corrected = {
  story: { label: seedHeadline, url: "/2019/05/31/a-story/" },
  note: {
    kind: "correction",
    label: "Correction",
    date: later,
    paragraphs: [
      "An earlier version gave the length of the bridge as 221 metres.",
      "It is 212 metres.",
    ],
  },
} as const;

export const corrections = {
  "corrections of several kinds": {
    ...sheet(),
    kind: "corrections",
    title: "Corrections",
    opening: [
      html("<p>An error is called an error.</p>\n<h2>A change is dated</h2>\n<p>So.</p>\n"),
    ],
    entries: [
      corrected,
      {
        ...corrected,
        note: { ...corrected.note, label: "Clarification", paragraphs: [longest, longest] },
      },
      {
        story: { label: "会談は東京で行われた", url: "/2019/05/31/kaidan/" },
        note: { ...corrected.note, paragraphs: ["橋の長さは212メートルです。"] },
        language: "ja",
        direction: "ltr",
      },
      { ...corrected, story: { label: sheet().words.killedTitle, url: "/2019/05/30/gone/" } },
    ],
    older: { label: "Older corrections", url: "/corrections/page/2/" },
  },
  "a hostile correction": {
    ...sheet(),
    kind: "corrections",
    title: hostile,
    pageLabel: "Older corrections, page 1",
    opening: [],
    entries: [
      {
        story: { label: hostile, url: "/2019/05/31/a-story/" },
        note: { ...corrected.note, paragraphs: [hostile] },
      },
    ],
    latest: { label: "Corrections", url: "/corrections/" },
  },
  "nothing to correct": {
    ...sheet(),
    kind: "corrections",
    title: "Corrections",
    opening: [],
    entries: [],
  },
} satisfies Record<string, CorrectionsProps>;

const member = {
  author: { label: "First Author", url: "/authors/first-author/" },
  role: "Diplomatic editor",
  email: { label: "first@example.org", url: "mailto:first@example.org" },
};
const foreignDesk = { author: { label: "The Foreign Desk", url: "/authors/foreign-desk/" } };

export const staffs = {
  "people and desks": {
    ...sheet(),
    kind: "staff",
    title: "Staff",
    people: [
      member,
      { author: { label: "Second Author", url: "/authors/second-author/" }, role: longest },
      { author: { label: hostile, url: "/authors/hostile/" }, role: hostile },
      ...Array.from({ length: 9 }, () => member),
    ],
    desks: [foreignDesk],
  },
  "desks alone": { ...sheet(), kind: "staff", title: "Staff", people: [], desks: [foreignDesk] },
} satisfies Record<string, StaffProps>;

export const notices = {
  "a killed story": {
    ...sheet(),
    kind: "notice",
    title: sheet().words.killedTitle,
    message: sheet().words.killedMessage,
    note: {
      kind: "correction",
      label: "Correction",
      date: later,
      paragraphs: ["The story rested on a document that turned out not to be genuine."],
    },
  },
  "a story that is gone": {
    ...sheet(),
    kind: "notice",
    title: sheet().words.goneTitle,
    message: sheet().words.goneMessage,
  },
} satisfies Record<string, NoticeProps>;

export const notFound = {
  "nothing stands here": {
    ...sheet(),
    kind: "not-found",
    title: sheet().words.notFoundTitle,
    message: sheet().words.notFoundMessage,
    latest: teasers(4, "no pictures"),
  },
  "the longest headline": {
    ...sheet(),
    kind: "not-found",
    title: seedHeadline,
    message: longest,
    latest: [],
  },
} satisfies Record<string, NotFoundProps>;
