// The page of a story.

import { readingMinutes } from "../markdown/count-words.ts";
import type { Story } from "../news/newspaper.ts";
import { bylineOf } from "./byline.ts";
import { timeOf } from "./dates.ts";
import { breadcrumb } from "./head/breadcrumb.ts";
import { headFor, properties, type SharedImage } from "./head/head-for.ts";
import { newsArticle } from "./head/news-article.ts";
import { publisherObject } from "./head/publisher.ts";
import { genreLabel, isSerious, noteOf, previewLabel } from "./labels.ts";
import { type Matter, storyMatter, teaserMatter } from "./matter.ts";
import type { Head, PlannedPage, SeriesPart, StoryProps, Teaser } from "./page.ts";
import { figureFor, type PageDesk, searchImagesFor, shareImageFor } from "./page-desk.ts";
import { plannedLater } from "./planned-page.ts";
import { numberFormatOf } from "./number-format.ts";
import { openingOf, printedText } from "./printed-text.ts";
import { relatedTo } from "./related.ts";
import { remember } from "./remember.ts";
import { disclosuresOf } from "./disclosures.ts";
import { reportLink } from "./report-link.ts";
import { partWords, placeInSeries, seriesMatter, type SeriesPlace } from "./series.ts";
import { sheetFor } from "./sheet.ts";
import { orderTeaserPicture, teaserOf } from "./teaser.ts";
import { textEditionLinks } from "./text-edition/text-address.ts";
import {
  inAllLanguages,
  languageLinks,
  languagesMatter,
  otherLanguages,
  translationProperties,
} from "./translations.ts";
import { twinLinks } from "./twins/twin-files.ts";
import { absoluteUrl, hrefTo } from "./urls.ts";
import { wordsFor } from "./words/words-for.ts";

export function storyPage(story: Story, desk: PageDesk): PlannedPage<StoryProps> {
  const { address, file } = story;
  orderPictures(story, desk);
  const related = relatedTo(story, desk.index);
  for (const other of related) orderTeaserPicture(other, desk, "teaser");
  const part = placeInSeries(story, desk.index);
  const shows = [story, ...related, ...sidesOf(part).map(([, other]) => other)];
  const place = { kind: "story", address, origin: file, shows } as const;
  const matter = [
    ...matterOf(story, related, desk),
    ...seriesMatter(part),
    ...languagesMatter(inAllLanguages(story, desk.index)),
  ];
  return plannedLater(place, matter, () => props(story, part, desk));
}

/** All that `props` uses: the settings of the paper, the story, and the teasers it points to. */
function matterOf(story: Story, related: readonly Story[], desk: PageDesk): readonly Matter[] {
  return [
    desk.settings,
    wordsFor(story.language),
    storyMatter(story),
    ...related.map(teaserMatter),
  ];
}

/** The files of its pictures belong to the paper whether the page is printed or not. */
function orderPictures(story: Story, desk: PageDesk): void {
  if (story.picture) {
    figureFor(desk, story.picture, "lead");
    searchImagesFor(desk, story.picture);
  }
  sharedImage(story, desk);
  for (const picture of story.text.pictures) figureFor(desk, picture, "text");
}

function props(story: Story, part: SeriesPlace | undefined, desk: PageDesk): StoryProps {
  const { site } = desk.paper;
  const words = wordsFor(story.language);
  const genre = genreLabel(story.genre, words);
  const notes = story.corrections.map((entry) => ({
    isSerious: isSerious(entry),
    note: noteOf(entry, words, story.language, site.timezone),
  }));
  const section = { label: story.section.title, url: hrefTo(site, story.section.address) };
  const readingTime = readingTimeOf(story);
  const report = reportLink(story, site, words);
  const languages = otherLanguages(story, inAllLanguages(story, desk.index), site);
  const preview = previewLabel(story, words, story.language, site.timezone);
  return {
    kind: "story",
    ...sheetFor(desk, {
      head: headOf(story, part, desk),
      language: story.language,
      section: story.section.address,
      address: story.address,
      hasOwnLicense: story.license !== undefined,
    }),
    ...(preview !== undefined && { preview }),
    kicker: { label: story.kicker ?? section.label, url: section.url },
    section,
    ...(genre && { genre }),
    ...(part && { series: seriesPartOf(part, story.language, desk) }),
    ...(languages && { languages }),
    ...disclosuresOf(story, words),
    headline: story.headline,
    ...(story.standfirst !== undefined && { standfirst: story.standfirst }),
    byline: bylineOf(story, site, words),
    ...datesOf(story, site.timezone),
    ...(readingTime !== undefined && { readingTime }),
    ...(story.picture && { lead: figureFor(desk, story.picture, "lead") }),
    ...(story.dateline !== undefined && { dateline: story.dateline }),
    text: printedText(story.text, desk),
    seriousNotes: notes.filter((entry) => entry.isSerious).map(({ note }) => note),
    minorNotes: notes.filter((entry) => !entry.isSerious).map(({ note }) => note),
    topics: story.topics.map(({ name, address }) => ({ label: name, url: hrefTo(site, address) })),
    related: relatedTeasers(story, desk),
    ...(report && { report }),
    printAddress: absoluteUrl(site, story.address),
  };
}

function seriesPartOf(place: SeriesPlace, language: string, desk: PageDesk): SeriesPart {
  const words = wordsFor(language);
  return {
    label: words.series,
    name: { label: place.series.name, url: hrefTo(desk.paper.site, place.series.address) },
    part: partWords(words.part, place.number, language),
    sides: sidesOf(place).map(([side, story]) => ({
      side,
      label: side === "previous" ? words.previousPart : words.nextPart,
      teaser: teaserOf(story, desk, { picture: "none", kicker: "own", language }),
    })),
  };
}

/** The parts before and after it, as far as there are any. */
function sidesOf(place: SeriesPlace | undefined) {
  return (["previous", "next"] as const).flatMap((side) => {
    const story = place?.[side];
    return story ? [[side, story] as const] : [];
  });
}

function relatedTeasers(story: Story, desk: PageDesk): readonly Teaser[] {
  const { language } = story;
  return relatedTo(story, desk.index).map((other) =>
    teaserOf(other, desk, { picture: "teaser", kicker: "own", language }),
  );
}

function datesOf(story: Story, zone: string): Pick<StoryProps, "published" | "updated"> {
  const { published, modified, language } = story;
  return {
    published: timeOf(published, language, zone),
    ...(modified.instant !== published.instant && { updated: timeOf(modified, language, zone) }),
  };
}

/** Not worth saying for less than two minutes. */
function readingTimeOf({ text, language }: Story): string | undefined {
  const minutes = readingMinutes(text.words, language);
  return minutes < 2 ? undefined : readingTimeIn(language)(String(minutes));
}

/** "4 min read" by the language's own plural; most stories are as long as many others. */
const readingTimeIn = remember((language) =>
  remember((minutes) => {
    const forms = wordsFor(language).readingTime;
    const form = forms[pluralRulesOf(language).select(Number(minutes))] ?? forms.other;
    return form.replace("{count}", numberFormatOf(language).format(Number(minutes)));
  }),
);

const pluralRulesOf = remember((language) => new Intl.PluralRules(language));

function headOf(story: Story, part: SeriesPlace | undefined, desk: PageDesk): Head {
  const { site } = desk.paper;
  const description = story.seo.description ?? story.standfirst ?? openingOf(story.text);
  const images = story.picture ? searchImagesFor(desk, story.picture) : [];
  const image = sharedImage(story, desk);
  const family = inAllLanguages(story, desk.index);
  const { title: socialTitle = story.headline, description: socialDescription } = story.social;
  return headFor(desk, {
    title: story.seo.title ?? story.headline,
    socialTitle,
    description,
    ...(socialDescription !== undefined && { socialDescription }),
    address: story.address,
    noindex: story.noindex,
    language: story.language,
    type: "article",
    ...(image && { image }),
    authors: story.authors,
    properties: articleProperties(story, part, desk),
    languages: languageLinks(story, family, site),
    twins: [...twinLinks(story, site), ...textEditionLinks(story, site)],
    graph: [
      {
        ...newsArticle(story, site, { description, images, part }),
        ...translationProperties(story, family, site),
      },
      publisherObject(desk),
      breadcrumb(site, [
        { name: story.section.title, address: story.section.address },
        { name: story.headline, address: story.address },
      ]),
    ],
  });
}

/** The picture of the header's `social`, or the lead where its rights allow. */
function sharedImage(story: Story, desk: PageDesk): SharedImage | undefined {
  const chosen = story.social.image;
  const picture = chosen ? { file: chosen } : story.picture?.syndicate ? story.picture : undefined;
  const image = picture && shareImageFor(desk, picture);
  return image && { ...image, alt: chosen ? story.headline : (story.picture?.alt ?? "") };
}

/** ogp.me/#type_article: one property for each author and topic. */
function articleProperties(
  story: Story,
  part: SeriesPlace | undefined,
  { paper: { site } }: PageDesk,
) {
  return properties([
    ["article:published_time", story.published.iso],
    ["article:modified_time", story.modified.iso],
    ["article:expiration_time", story.expires?.iso],
    ["article:section", story.section.title],
    ...story.authors.map(({ address }) => ["article:author", absoluteUrl(site, address)] as const),
    ...story.topics.map(({ name }) => ["article:tag", name] as const),
    ...(part?.nearby ?? []).map(
      ({ address }) => ["og:see_also", absoluteUrl(site, address)] as const,
    ),
  ]);
}
