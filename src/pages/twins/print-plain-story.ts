// A story as plain text, for whatever reads nothing else: in the order of its page, blocks parted by
// blank lines, and where it comes from at the end.

import type { Correction, Moment, Site, Story } from "../../news/newspaper.ts";
import { bylineOf, plainByline } from "../byline.ts";
import { timeOf } from "../dates.ts";
import { genreLabel, isSerious, noteOf } from "../labels.ts";
import type { Named } from "../page-parts.ts";
import { reportingOf, sponsorLineOf } from "../disclosures.ts";
import { absoluteUrl } from "../urls.ts";
import { wordsFor } from "../words/words-for.ts";

export function printPlainStory(story: Story, site: Site): string {
  const { headline, standfirst, genre, language, corrections, dateline, text } = story;
  const words = wordsFor(language);
  const sponsor = sponsorLineOf(story, words);
  const { method, sources } = reportingOf(story, words) ?? {};
  const note = (entry: Correction) => plainNote(entry, story, site);
  const blocks: readonly string[] = [
    headline,
    genreLabel(genre, words)?.label ?? "",
    sponsor ? `${sponsor.label} ${nameAndUrl(sponsor)}` : "",
    standfirst ?? "",
    signatureOf(story, site),
    ...corrections.filter(isSerious).map(note),
    dateline ?? "",
    text.plain(),
    ...corrections.filter((entry) => !isSerious(entry)).map(note),
    method ? `${method.heading}\n${method.paragraphs.join("\n\n")}` : "",
    sources ? [sources.heading, ...sources.list.map(nameAndUrl)].join("\n") : "",
    `${site.title}\n${absoluteUrl(site, story.address)}`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function nameAndUrl({ name, url }: Named): string {
  return url === undefined ? name : `${name} ${url}`;
}

/** Who and when, a line each. */
function signatureOf(story: Story, site: Site): string {
  const { published, modified, language } = story;
  const words = wordsFor(language);
  const when = (label: string, moment: Moment) =>
    `${label} ${timeOf(moment, language, site.timezone).text}`;
  const lines: readonly string[] = [
    plainByline(bylineOf(story, site, words)),
    when(words.published, published),
    modified.instant === published.instant ? "" : when(words.updated, modified),
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function plainNote(entry: Correction, { language }: Story, { timezone }: Site): string {
  const { label, date, paragraphs } = noteOf(entry, wordsFor(language), language, timezone);
  return `${label} (${date.text}): ${paragraphs.join("\n\n")}`;
}
