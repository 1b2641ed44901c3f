// One story in a list.

import type { Story } from "../news/newspaper.ts";
import { timeOf } from "./dates.ts";
import { genreLabel } from "./labels.ts";
import type { Teaser } from "./page.ts";
import { imageFor, type PageDesk } from "./page-desk.ts";
import { hrefTo } from "./urls.ts";
import { directionOf, wordsFor } from "./words/words-for.ts";

/** How a list shows a story: its picture's role, or no picture. */
export type TeaserPicture = "front-lead" | "teaser" | "none";

/** @param kicker "section" names the section where the story has no kicker of its own */
export function teaserOf(
  story: Story,
  desk: PageDesk,
  show: { readonly picture: TeaserPicture; readonly kicker: "own" | "section" },
): Teaser {
  const { site } = desk.paper;
  const kicker = story.kicker ?? (show.kicker === "section" ? story.section.title : undefined);
  const genre = genreLabel(story.genre, wordsFor(site.language));
  return {
    url: hrefTo(site, story.address),
    headline: story.headline,
    ...(kicker !== undefined && { kicker }),
    ...(story.standfirst !== undefined && { standfirst: story.standfirst }),
    ...(genre && { genre }),
    ...(story.picture &&
      show.picture !== "none" && { image: imageFor(desk, story.picture, show.picture) }),
    published: timeOf(story.published, site.language, site.timezone),
    ...(story.language !== site.language && {
      language: story.language,
      direction: directionOf(story.language),
    }),
  };
}
