// The full text of a story as HTML for readers elsewhere: in the order of its page, with whatever a
// reader must know of it (what is opinion, what was paid for, what was corrected, whose picture it
// is), and with absolute addresses, since a feed is read far from the site.

import { fillLinkSlots } from "../../markdown/link-slots.ts";
import type { Correction, Picture, Site, Story } from "../../news/newspaper.ts";
import { genreLabel, isSerious, noteOf } from "../labels.ts";
import type { Named, Reporting, LabelledName } from "../page-parts.ts";
import { planJpeg } from "../pictures.ts";
import { reportingOf, sponsorLineOf } from "../disclosures.ts";
import { absoluteUrl, linkTo } from "../urls.ts";
import { directionOf, wordsFor } from "../words/words-for.ts";
import { escapeMarkup } from "../xml.ts";

/** The full text, ready to stand in any document. Pictures that may not leave the site stay out. */
export function feedText(story: Story, site: Site): string {
  const { picture, standfirst, byline } = story;
  const words = wordsFor(story.language);
  const genre = genreLabel(story.genre, words);
  const sponsor = sponsorLineOf(story, words);
  const html = [
    ...(genre ? [`<p><strong>${escapeMarkup(genre.label)}</strong></p>`] : []),
    ...(sponsor ? [`<p>${escapeMarkup(sponsor.label)} ${named(sponsor)}</p>`] : []),
    ...(standfirst === undefined ? [] : [`<p><em>${escapeMarkup(standfirst)}</em></p>`]),
    ...(byline === undefined ? [] : [`<p>${escapeMarkup(byline)}</p>`]),
    ...(picture?.syndicate ? [figure(picture, "lead", site)] : []),
    ...bodyOf(story, site),
  ].join("\n");
  return readingAs(story.language, html);
}

/** The same without its head, for notations that have other places for standfirst, byline and lead. */
export function bodyText(story: Story, site: Site): string {
  return readingAs(story.language, bodyOf(story, site).join("\n"));
}

/** A feed reader's page reads from left to right unless it is told. */
export function readingAs(language: string, html: string): string {
  return directionOf(language) === "rtl" ? `<div dir="rtl">\n${html}\n</div>` : html;
}

function bodyOf(story: Story, site: Site): readonly string[] {
  const { corrections, dateline, language } = story;
  const note = (entry: Correction) => noteHtml(entry, language, site);
  return [
    ...corrections.filter(isSerious).map(note),
    ...(dateline === undefined ? [] : [`<p class="dateline">${escapeMarkup(dateline)}</p>`]),
    ...textOf(story, site),
    ...corrections.filter((entry) => !isSerious(entry)).map(note),
    ...reportingHtml(reportingOf(story, wordsFor(language))),
  ];
}

function reportingHtml({ method, sources }: Reporting = {}): readonly string[] {
  const heading = (words: string) => `<p><strong>${escapeMarkup(words)}</strong></p>`;
  const items = sources?.list.map((source) => `<li>${named(source)}</li>`).join("\n");
  return [
    ...(method ? [heading(method.heading), ...method.paragraphs.map(paragraph)] : []),
    ...(sources ? [heading(sources.heading), `<ul>\n${items}\n</ul>`] : []),
  ];
}

function paragraph(words: string): string {
  return `<p>${escapeMarkup(words)}</p>`;
}

/** A sponsor's link is marked as one. */
function named({ name, url, ...rest }: Named | LabelledName): string {
  const rel = "label" in rest ? ' rel="sponsored"' : "";
  return url === undefined
    ? escapeMarkup(name)
    : `<a href="${escapeMarkup(url)}"${rel}>${escapeMarkup(name)}</a>`;
}

function textOf({ address, picture, text }: Story, site: Site): readonly string[] {
  const links = text.links.map((link) => linkTo(site, link, absoluteUrl));
  const pictures = text.pictures.values();
  const withheld = picture?.syndicate === false ? picture.file.hash : undefined;
  return text.printable().parts.flatMap((part) => {
    if (part.kind === "html") {
      const html = fillLinkSlots(part.html, links).trim();
      return [standingAlone(html, absoluteUrl(site, address))];
    }
    const shown = pictures.next().value;
    return shown && shown.file.hash !== withheld ? [figure(shown, "text", site)] : [];
  });
}

/**
 * Our own HTML outside our own page. Several stories share a feed reader's page, so ids go, and links
 * to a place in the text lead to the story's page; so do the ways back from footnotes.
 */
function standingAlone(html: string, url: string): string {
  return html
    .replaceAll(/ ?<a class="footnote-back"[^>]*>[^<]*<\/a>/g, "")
    .replaceAll(/<[a-z][^>]*>/g, (tag) =>
      tag
        .replaceAll(/ (?:id|role|tabindex|aria-[a-z]+)="[^"]*"/g, "")
        .replace(' href="#', () => ` href="${escapeMarkup(url)}#`),
    );
}

function figure(picture: Picture, role: "lead" | "text", site: Site): string {
  const { url, width, height } = planJpeg(picture, role, site);
  const { alt, caption, credit } = picture;
  const words = caption === undefined ? "" : `${escapeMarkup(caption)} `;
  return [
    "<figure>",
    `<img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt)}" width="${width}" height="${height}">`,
    `<figcaption>${words}<small>${escapeMarkup(credit)}</small></figcaption>`,
    "</figure>",
  ].join("\n");
}

/** A correction with its kind and date. */
export function noteHtml(entry: Correction, language: string, { timezone }: Site): string {
  const { label, date, paragraphs } = noteOf(entry, wordsFor(language), language, timezone);
  const [first = "", ...others] = paragraphs;
  const when = `<time datetime="${date.datetime}">${escapeMarkup(date.text)}</time>`;
  const opening = `<p><strong>${escapeMarkup(label)}</strong> (${when}): ${escapeMarkup(first)}</p>`;
  return [opening, ...others.map(paragraph)].join("\n");
}
