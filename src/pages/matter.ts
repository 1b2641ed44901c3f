// What pages are made from, in few words: enough to tell whether a page must be printed again,
// without making what stands on it. Whatever a teaser or a story page shows must be named here; a
// property test holds every build against one from nothing.

import { hash } from "node:crypto";
import type { Author, Picture, Story } from "../news/newspaper.ts";

/** A string stands for itself, an object for its JSON; equal matter, equal page. */
export type Matter = string | object;

/** All that a teaser in any list may show of a story; short. */
export function teaserMatter(story: Story): string {
  const known = teasers.get(story) ?? makeTeaserMatter(story);
  teasers.set(story, known);
  return known;
}

const teasers = new WeakMap<Story, string>();

function makeTeaserMatter(story: Story): string {
  const { address, headline, kicker, standfirst, genre, published, language, unpublished } = story;
  const { section, picture } = story;
  return shortened([
    address,
    headline,
    kicker,
    standfirst,
    genre,
    published,
    language,
    unpublished,
    section.slug,
    picture && pictureMatter(picture),
  ]);
}

/**
 * All that the page of a story shows of itself: what its file says, and what the rest of the paper
 * makes of its references. Settings and teasers of other stories are matter of their own.
 */
export function storyMatter(story: Story): string {
  const known = stories.get(story) ?? makeStoryMatter(story);
  stories.set(story, known);
  return known;
}

const stories = new WeakMap<Story, string>();

function makeStoryMatter(story: Story): string {
  const { text } = story;
  return shortened([
    story.header,
    text.hash,
    story.address,
    story.id,
    story.authors.map(authorMatter),
    story.topics.map(({ name, address }) => [name, address]),
    story.picture && pictureMatter(story.picture),
    story.social.image?.hash,
    text.pictures.map(pictureMatter),
    text.links,
    story.translationOf,
    story.unpublished,
  ]);
}

function authorMatter(author: Author): string {
  const known = authors.get(author) ?? shortened({ ...author, biography: undefined });
  authors.set(author, known);
  return known;
}

const authors = new WeakMap<Author, string>();

/** A picture file's hash stands for its size, maker and copyright notice, too. */
function pictureMatter({ file, ...words }: Picture): readonly unknown[] {
  return [file.hash, words];
}

function shortened(value: unknown): string {
  return hash("sha256", JSON.stringify(value), "base64url");
}
