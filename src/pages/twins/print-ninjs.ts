// A story for other newsrooms' systems: ninjs 3.1, the IPTC's notation for news in JSON
// (iptc.org/standards/ninjs). What ninjs has a property for stands there; its body is the text as
// feeds have it, corrections included, since ninjs knows no corrections.

import type { Author, License, Picture, Site, Story } from "../../news/newspaper.ts";
import { bylineOf, plainByline } from "../byline.ts";
import { bodyText } from "../feeds/feed-text.ts";
import { storyTag } from "../feeds/tag-uri.ts";
import type { Json } from "../head/json-ld.ts";
import { licenseText } from "../disclosures.ts";
import { genreLabel } from "../labels.ts";
import { planJpeg } from "../pictures.ts";
import { absoluteUrl } from "../urls.ts";
import { wordsFor } from "../words/words-for.ts";

type JsonObject = { readonly [key: string]: Json };

export function printNinjs(story: Story, site: Site): string {
  const { picture, expires, standfirst, dateline } = story;
  const by = nameOfSigners(story, site);
  const people = story.authors.filter(({ kind }) => kind === "person");
  const desks = story.authors.filter(({ kind }) => kind === "organization");
  const document: JsonObject = {
    uri: storyTag(story, site),
    type: "text",
    representationType: "full",
    firstCreated: story.published.iso,
    versionCreated: story.modified.iso,
    ...(expires && { expires: expires.iso }),
    pubStatus: "usable",
    language: story.language,
    headlines: headlinesOf(story),
    ...(standfirst !== undefined && { descriptions: [{ ...PLAIN, value: standfirst }] }),
    ...(by !== "" && { by }),
    ...(dateline !== undefined && { located: dateline }),
    bodies: [bodyOf(story, site)],
    ...(people.length > 0 && { people: people.map((author) => signer(author, site)) }),
    ...(desks.length > 0 && { organisations: desks.map((author) => signer(author, site)) }),
    subjects: subjectsOf(story, site),
    genres: [genreOf(story)],
    ...usageTermsOf(story.license ?? site.license),
    infoSources: infoSourcesOf(story, site),
    renditions: [{ name: "web", href: absoluteUrl(site, story.address), contentType: "text/html" }],
    ...(picture?.syndicate && { associations: [pictureOf(picture, site)] }),
    standard: STANDARD,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

const STANDARD = {
  name: "ninjs",
  version: "3.1",
  schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
};

const PLAIN = { role: "summary", contentType: "text/plain" };

/** The headline of the page, then those for other channels where the newsroom wrote any. */
function headlinesOf({ headline, seo, social }: Story): Json {
  const all = { main: headline, search: seo.title, social: social.title };
  return Object.entries(all).flatMap(([role, value]) =>
    value === undefined ? [] : [{ role, contentType: "text/plain", value }],
  );
}

/** Who signs, in one line without “By”. */
function nameOfSigners(story: Story, site: Site): string {
  return plainByline(bylineOf(story, site, { ...wordsFor(story.language), by: "" }));
}

function bodyOf(story: Story, site: Site): JsonObject {
  return {
    role: "main",
    contentType: "text/html",
    wordCount: story.text.words,
    value: bodyText(story, site),
  };
}

/** One object each, never merged. */
function signer({ name, address }: Author, site: Site): JsonObject {
  return { name, rel: "author", uri: absoluteUrl(site, address) };
}

function subjectsOf({ section, topics }: Story, site: Site): Json {
  return [
    { name: section.title, rel: "section", uri: absoluteUrl(site, section.address) },
    ...topics.map(({ name, address }) => ({ name, rel: "topic", uri: absoluteUrl(site, address) })),
  ];
}

function usageTermsOf(license: License | undefined): { readonly usageTerms?: string } {
  return license ? { usageTerms: licenseText(license) } : {};
}

/** The paper, who paid for the story, and what it rests on. */
function infoSourcesOf({ sponsor, sources }: Story, site: Site): Json {
  const all = [
    { role: "publisher", name: site.publisher.name, url: site.url },
    ...(sponsor ? [{ role: "sponsor", ...sponsor }] : []),
    ...sources.map(({ title, ...rest }) => ({ role: "source", name: title, ...rest })),
  ];
  return all.map(({ role, name, url }) => ({
    name,
    role,
    ...(url !== undefined && { uri: url }),
  }));
}

function genreOf({ genre, language }: Story): JsonObject {
  const label = genreLabel(genre, wordsFor(language));
  return { ...(label && { name: label.label }), literal: genre };
}

/** The lead, as an object of its own. */
function pictureOf(picture: Picture, site: Site): JsonObject {
  const { alt, caption, credit, license, file } = picture;
  const { url, width, height } = planJpeg(picture, "lead", site);
  return {
    name: "lead picture",
    rel: "lead",
    uri: url,
    type: "picture",
    by: credit,
    ...(file.copyright !== undefined && { copyrightNotice: file.copyright }),
    ...(license !== undefined && { usageTerms: license }),
    descriptions: [
      { role: "alt", contentType: "text/plain", value: alt },
      ...(caption === undefined
        ? []
        : [{ role: "caption", contentType: "text/plain", value: caption }]),
    ],
    renditions: [{ name: "web", href: url, contentType: "image/jpeg", width, height }],
  };
}
