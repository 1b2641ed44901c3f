// A story for search engines: schema.org's NewsArticle with everything Google's documentation
// recommends (developers.google.com/search/docs/appearance/structured-data/article).

import type { Author, Genre, License, Picture, Site, Story } from "../../news/newspaper.ts";
import type { MachineImage } from "../pictures.ts";
import { absoluteUrl } from "../urls.ts";
import type { Json } from "./json-ld.ts";
import { publisherId } from "./publisher.ts";
import type { SeriesPlace } from "../series.ts";
import { seriesObject } from "./series-object.ts";

/**
 * Google names only Article and NewsArticle, so a subtype is written beside one of them. What is
 * sold or made up is no news.
 */
const TYPES: Readonly<Record<Genre, Json>> = {
  news: "NewsArticle",
  obituary: "NewsArticle",
  analysis: ["NewsArticle", "AnalysisNewsArticle"],
  opinion: ["NewsArticle", "OpinionNewsArticle"],
  review: ["NewsArticle", "ReviewNewsArticle"],
  explainer: ["NewsArticle", "BackgroundNewsArticle"],
  sponsored: ["Article", "AdvertiserContentArticle"],
  satire: ["Article", "SatiricalArticle"],
};

/** What the page has found out about its story already. */
export interface ArticleMatter {
  readonly description: string;
  readonly images: readonly MachineImage[];
  readonly part?: SeriesPlace | undefined;
}

export function newsArticle(
  story: Story,
  site: Site,
  matter: ArticleMatter,
): { readonly [key: string]: Json } {
  const url = absoluteUrl(site, story.address);
  const { part } = matter;
  return {
    "@type": TYPES[story.genre],
    "@id": `${url}#article`,
    mainEntityOfPage: url,
    url,
    identifier: story.id,
    headline: story.headline,
    ...(story.seo.title !== undefined && { alternativeHeadline: story.seo.title }),
    description: matter.description,
    datePublished: story.published.iso,
    dateModified: story.modified.iso,
    ...(story.expires && { expires: story.expires.iso }),
    inLanguage: story.language,
    isAccessibleForFree: true,
    articleSection: story.section.title,
    ...(part && { isPartOf: seriesObject(part.series, site), position: part.number }),
    ...(story.topics.length > 0 && { keywords: story.topics.map(({ name }) => name) }),
    ...(story.dateline !== undefined && { dateline: story.dateline }),
    wordCount: story.text.words,
    author: authorsOf(story, site),
    publisher: { "@id": publisherId(site) },
    ...licenseOf(story.license ?? site.license),
    ...(story.sponsor && { sponsor: { "@type": "Organization", ...story.sponsor } }),
    ...(story.method !== undefined && { backstory: story.method }),
    ...(story.sources.length > 0 && { citation: citationsOf(story) }),
    ...(story.picture && { image: imagesOf(story.picture, matter.images) }),
    ...(story.corrections.length > 0 && { correction: correctionsOf(story) }),
  };
}

/** Every author an object of its own, never merged; the paper where nobody signs. */
function authorsOf(story: Story, site: Site): Json {
  return story.authors.length === 0
    ? [{ "@id": publisherId(site) }]
    : story.authors.map((author) => authorObject(author, site));
}

export function authorObject(author: Author, site: Site): { readonly [key: string]: Json } {
  const url = absoluteUrl(site, author.address);
  return {
    "@type": author.kind === "person" ? "Person" : "Organization",
    "@id": `${url}#author`,
    name: author.name,
    url,
    ...(author.role !== undefined && author.kind === "person" && { jobTitle: author.role }),
    ...(author.links.length > 0 && { sameAs: author.links.map((link) => link.url) }),
  };
}

function imagesOf(picture: Picture, images: readonly MachineImage[]): Json {
  return images.map(({ url, width, height }) => ({
    "@type": "ImageObject",
    url,
    width,
    height,
    ...(picture.caption !== undefined && { caption: picture.caption }),
    creditText: picture.credit,
    ...(picture.file.creator !== undefined && {
      creator: { "@type": "Person", name: picture.file.creator },
    }),
    ...(picture.file.copyright !== undefined && { copyrightNotice: picture.file.copyright }),
    ...(picture.license?.startsWith("http") && { license: picture.license }),
  }));
}

/** schema.org asks for an address; terms without one are named. */
function licenseOf(license: License | undefined): { readonly license?: Json } {
  if (!license) return {};
  return { license: license.url ?? { "@type": "CreativeWork", name: license.name } };
}

function citationsOf({ sources }: Story): Json {
  return sources.map(({ title, url }) => ({
    "@type": "CreativeWork",
    name: title,
    ...(url !== undefined && { url }),
  }));
}

function correctionsOf({ corrections }: Story): Json {
  return corrections.map(({ date, text }) => ({
    "@type": "CorrectionComment",
    text,
    datePublished: date.iso,
  }));
}
