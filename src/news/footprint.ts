// What an edit may change without the rest of the paper taking notice: words. Everything else about
// a story, the paper is made around: where it stands, which lists have it, which pictures there are.

import { hash } from "node:crypto";
import type { FiledStory } from "./file-story.ts";
import type { Picture, Story } from "./newspaper.ts";

/** All that the rest of the paper is told of a story before it reads it: where it stands, and when. */
export function placeOf({ source, ...filed }: FiledStory): string {
  const { id, address, aliases, state, published, expires, pictureExpires } = filed;
  const { section, topics, series, authors, status } = source.spec;
  const times = [published, expires, pictureExpires].map((moment) => moment?.iso);
  const isCorrected = filed.corrections.length > 0;
  const place = [id, address, aliases, state, status, times, isCorrected];
  return JSON.stringify([...place, section, topics, series, authors]);
}

/**
 * Its place, and all else that decides which pages and files the paper has, and on which of them the
 * story stands: SHA-256. While two are equal, only words have changed, on pages that show the story already.
 */
export function footprintOf(filed: FiledStory, story: Story): string {
  const { modified, corrections, related, translationOf, language, genre } = story;
  const parts = [
    placeOf(filed),
    [modified.iso, corrections, related, translationOf, language, genre],
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
