// What all feeds of a paper are made with. A story stands in many feeds, in three notations each,
// so its entry is made once and kept while it is likely to be wanted again.

import type { Site, Story } from "../../news/newspaper.ts";
import { licenseText } from "../disclosures.ts";
import { openingOf } from "../printed-text.ts";
import { planJpeg } from "../pictures.ts";
import { absoluteUrl } from "../urls.ts";
import type { FeedDesk, FeedEntry, FeedPicture } from "./feed.ts";
import { feedText } from "./feed-text.ts";
import { storyTag } from "./tag-uri.ts";

/**
 * Entries kept at a time: full texts of a large archive are too much to hold. An entry in all its
 * notations takes some 40 kB.
 */
const KEPT = 1500;

export function openFeedDesk(site: Site): FeedDesk {
  const kept = new Map<Story, FeedEntry>();
  const matters = new WeakMap<Story, object>();
  return {
    site,
    matterOf: (story) => {
      const matter = matters.get(story) ?? makeMatter(story);
      matters.set(story, matter);
      return matter;
    },
    entryOf: (story) => {
      const entry = kept.get(story) ?? makeEntry(story, site);
      // Last in, last out: a map gives its keys in the order they were put in.
      kept.delete(story);
      kept.set(story, entry);
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return entry;
    },
  };
}

/** The words of the story's language are not in it: they are the press's own. */
function makeMatter({ authors, text, ...own }: Story): object {
  return {
    ...own,
    authors: authors.map(({ name, address }) => ({ name, address })),
    text: { hash: text.hash, links: text.links, pictures: text.pictures },
  };
}

function makeEntry(story: Story, site: Site): FeedEntry {
  const { section, topics, authors, published, modified, language } = story;
  const picture = pictureOf(story, site);
  let html: string | undefined;
  return {
    id: storyTag(story, site),
    url: absoluteUrl(site, story.address),
    title: story.headline,
    summary: story.standfirst ?? openingOf(story.text),
    language,
    ...(language !== site.language && { ownLanguage: language }),
    authors: authors.map(({ name, address }) => ({ name, url: absoluteUrl(site, address) })),
    categories: [
      { slug: section.slug, name: section.title, address: section.address },
      ...topics,
    ].map(({ slug, name, address }) => ({ slug, name, url: absoluteUrl(site, address) })),
    ...(story.license && { rights: licenseText(story.license) }),
    published,
    modified,
    ...(picture && { picture }),
    get html() {
      html ??= feedText(story, site);
      return html;
    },
  };
}

function pictureOf({ picture }: Story, site: Site): FeedPicture | undefined {
  if (!picture?.syndicate) return undefined;
  const { alt, caption, credit } = picture;
  return {
    ...planJpeg(picture, "lead", site),
    alt,
    ...(caption !== undefined && { caption }),
    credit,
  };
}
