// One story in a list.

import type { Story } from "../news/newspaper.ts";
import { timeOf } from "./dates.ts";
import { genreLabel, previewLabel } from "./labels.ts";
import type { Teaser } from "./page.ts";
import { imageFor, type PageDesk } from "./page-desk.ts";
import { hrefTo } from "./urls.ts";
import { directionOf, wordsFor } from "./words/words-for.ts";

/** How a list shows a story. */
export interface TeaserOptions {
  /** The role of its picture, or no picture. */
  readonly picture: "front-lead" | "list-lead" | "teaser" | "none";
  /** "section" names the section where the story has no kicker of its own. */
  readonly kicker: "own" | "section";
  /** The language of the page the list stands on. Default: the paper's. */
  readonly language?: string;
}

/** A teaser and how it was asked for. */
export interface KnownTeaser {
  readonly show: TeaserOptions;
  readonly teaser: Teaser;
}

/** The teaser of `story`; made once, however many lists it stands in. */
export function teaserOf(story: Story, desk: PageDesk, show: TeaserOptions): Teaser {
  const known = desk.teasers.get(story) ?? [];
  const same = known.find(
    ({ show: { picture, kicker, language } }) =>
      picture === show.picture && kicker === show.kicker && language === show.language,
  );
  if (same) return same.teaser;
  const teaser = makeTeaser(story, desk, show);
  desk.teasers.set(story, [...known, { show, teaser }]);
  return teaser;
}

/** The files of its picture belong to the paper whether the list is printed or not. */
export function orderTeaserPicture(
  { picture }: Story,
  desk: PageDesk,
  role: TeaserOptions["picture"],
): void {
  if (picture && role !== "none") imageFor(desk, picture, role);
}

function makeTeaser(story: Story, desk: PageDesk, show: TeaserOptions): Teaser {
  const { site } = desk.paper;
  const language = show.language ?? site.language;
  const kicker = story.kicker ?? (show.kicker === "section" ? story.section.title : undefined);
  const words = wordsFor(language);
  const genre = genreLabel(story.genre, words);
  const preview = previewLabel(story, words, language, site.timezone);
  return {
    url: hrefTo(site, story.address),
    headline: story.headline,
    ...(kicker !== undefined && { kicker }),
    ...(story.standfirst !== undefined && { standfirst: story.standfirst }),
    ...(genre && { genre }),
    ...(story.picture &&
      show.picture !== "none" && { image: imageFor(desk, story.picture, show.picture) }),
    published: timeOf(story.published, language, site.timezone),
    ...(preview !== undefined && { preview }),
    ...(story.language !== language && {
      language: story.language,
      direction: directionOf(story.language),
    }),
  };
}
