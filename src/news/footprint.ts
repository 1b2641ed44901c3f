// What an edit may change without the rest of the paper taking notice: words, and what has been put
// right. Everything else about a story, the paper is made around: where it stands, which lists have
// it, which pictures there are.

import { hash } from "node:crypto";
import type { FiledStory } from "./file-story.ts";
import type { Picture, Story } from "./newspaper.ts";

/** All that the rest of the paper is told of a story before it reads it: where it stands, and when. */
export function placeOf({ source, ...filed }: FiledStory): string {
  const { id, address, aliases, state, published, expires, pictureExpires } = filed;
  const { section, topics, series, authors, status } = source.spec;
  const times = [published, expires, pictureExpires].map((moment) => moment?.iso);
  const place = [id, address, aliases, state, status, times];
  return JSON.stringify([...place, section, topics, series, authors]);
}

/**
 * Its place, and all else that decides which pages and files the paper has, and on which of them the
 * story stands: SHA-256. While two are equal, only words have changed, on pages that show the story
 * already, and what the sitemaps and the ledger say of it: when it was touched, what was corrected.
 */
export function footprintOf(filed: FiledStory, story: Story): string {
  const { related, translationOf, language, genre } = story;
  const parts = [
    placeOf(filed),
    [related, translationOf, language, genre],
    [story.series, story.noindex, story.syndicate],
    [story.picture && cutOf(story.picture), story.social.image?.hash],
    story.text.pictures.map(cutOf),
  ];
  return hash("sha256", JSON.stringify(parts), "base64url");
}

/** What decides which files are made of a picture. */
function cutOf({ file, focus, syndicate }: Picture): readonly unknown[] {
  return [file.hash, focus, syndicate];
}
