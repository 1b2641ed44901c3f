// What stands around the matter of every example page, in any language.

import type { Head, Image, Sheet, Time } from "../../src/pages/page.ts";
import { serialiseJsonLd } from "../../src/pages/head/json-ld.ts";
import { directionOf, wordsFor } from "../../src/pages/words/words-for.ts";

export const time: Time = {
  datetime: "2019-05-31T12:46:00+00:00",
  text: "31 May 2019, 12:46 UTC",
};

export const later: Time = {
  datetime: "2019-06-01T09:05:00+00:00",
  text: "1 June 2019, 09:05 UTC",
};

const SECTIONS = ["World", "Politics", "Economy", "Science", "Culture", "Sport", "Opinion"];

export interface SheetChoices {
  /** Default: English. */
  readonly language?: string;
  /** Default: the page's own. */
  readonly siteLanguage?: string;
  readonly isFront?: boolean;
  readonly current?: string;
  readonly sections?: readonly string[];
}

export function sheet({ language = "en", ...choices }: SheetChoices = {}): Sheet {
  const { siteLanguage = language, isFront = false, sections = SECTIONS } = choices;
  return {
    language,
    direction: directionOf(language),
    siteLanguage,
    siteDirection: directionOf(siteLanguage),
    head,
    nameplate: {
      title: "The Broadsheet",
      url: "/",
      motto: "A newspaper of plain files, and its own manual",
      ...(isFront && { edition: { datetime: "2019-05-31", text: "Friday 31 May 2019" } }),
      isHeading: isFront,
    },
    navigation: sections.map((label) => ({
      label,
      url: `/${encodeURIComponent(label.toLowerCase())}/`,
      ...(label === choices.current && { current: "true" as const }),
    })),
    footer: {
      publisher: "The Broadsheet",
      links: [
        { label: "About this paper", url: "/about/" },
        { label: "Corrections", url: "/corrections/" },
      ],
    },
    words: wordsFor(language),
    siteWords: wordsFor(siteLanguage),
  };
}

const head: Head = {
  title: "A story – The Broadsheet",
  description: "An example of a page",
  canonical: "https://news.example.org/a-story/",
  robots: "max-image-preview:large",
  alternates: [],
  properties: [
    { key: "og:title", content: `"No", says </title> & mayor` },
    { key: "og:type", content: "article" },
  ],
  names: [{ key: "theme-color", content: "#fffefa" }],
  jsonLd: serialiseJsonLd({
    "@context": "https://schema.org",
    "@graph": [{ "@type": "NewsArticle", headline: "</script><b>No</b>" }],
  }),
  assets: {
    styleSheet: "/assets/paper.css",
    preloadFonts: [
      "/fonts/source-serif-4-latin-400-normal.woff2",
      "/fonts/source-serif-4-latin-600-normal.woff2",
    ],
    icon: "/assets/icon.svg",
    touchIcon: "/assets/touch-icon.png",
    manifest: "/assets/paper.webmanifest",
  },
};

/** A picture of a given shape; `number` chooses among the stand-ins. */
export function image(number: number, width = 1200, height = 800): Image {
  const name = `/pictures/${number}-${width}x${height}`;
  return {
    sources: [
      { type: "image/avif", srcset: `${name}.avif ${width}w` },
      { type: "image/webp", srcset: `${name}.webp ${width}w` },
    ],
    src: `${name}.jpg`,
    srcset: `${name}.jpg ${width}w`,
    sizes: "(min-width: 62rem) 50rem, calc(100vw - 2rem)",
    width,
    height,
    alt: "Hills behind hills in evening light",
    loading: number === 0 ? "eager" : "lazy",
  };
}
