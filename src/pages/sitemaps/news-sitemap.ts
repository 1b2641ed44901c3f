// Google's news sitemap: what is new by the paper's `now`, and nothing older
// (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).

import type { Newspaper, Site, Story } from "../../news/newspaper.ts";
import { absoluteUrl } from "../urls.ts";
import { element, printXml, type XmlElement } from "../xml.ts";
import { urlset } from "./plan-sitemaps.ts";
import { isTooLong } from "./sitemap-entry.ts";

export const NEWS_SITEMAP_ADDRESS = "/news-sitemap.xml";

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
const MOST_STORIES = 1_000;

/** What the news sitemap is made from. */
type NewsMatter = Pick<Newspaper, "site" | "now" | "stories">;

/**
 * Where nothing is new, it names the front page alone, as no news. The protocol asks for one address at
 * least, and Google reports an error without (“Missing XML tag”); an address without `news:news` it
 * passes over. The file itself stays, since what `robots.txt` names should not come and go.
 */
export function newsSitemap(paper: NewsMatter): string {
  const stories = newStories(paper).map((story) => newsElement(story, paper.site));
  const front = element("url", [element("loc", absoluteUrl(paper.site, "/"))]);
  return printXml(urlset(stories.length === 0 ? [front] : stories));
}

/** First published in the two days before `now`, newest first. What was paid for is no news. */
function newStories({ site, now, stories }: NewsMatter): readonly Story[] {
  const chosen: Story[] = [];
  for (const story of stories) {
    const age = now.instant - story.published.instant;
    if (age > TWO_DAYS || chosen.length === MOST_STORIES) break;
    if (age < 0 || story.noindex || story.genre === "sponsored") continue;
    if (!isTooLong(absoluteUrl(site, story.address))) chosen.push(story);
  }
  return chosen;
}

/** The date of first publication, as Google asks, whatever has been corrected since. */
function newsElement({ address, headline, language, published }: Story, site: Site): XmlElement {
  return element("url", [
    element("loc", absoluteUrl(site, address)),
    element("news:news", [
      element("news:publication", [
        element("news:name", site.title),
        element("news:language", newsLanguage(language)),
      ]),
      element("news:publication_date", published.iso),
      element("news:title", headline),
    ]),
  ]);
}

/** ISO 639, but for Chinese: Google wants `zh-cn` or `zh-tw`. */
export function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== "zh") return language;
  return script === "Hant" ? "zh-tw" : "zh-cn";
}
