// A story with every reference looked up: section, authors, topics, pictures, links.

import { field } from "../problems/problem.ts";
import { proposedSlug } from "./addresses.ts";
import { composeDisclosures } from "./compose-disclosures.ts";
import { didYouMean, type Desk } from "./desk.ts";
import type { FiledStory } from "./file-story.ts";
import type { Author, Moment, Section, Story, Topic } from "./newspaper.ts";
import type { Names } from "./names.ts";
import { authorSlug, type Lookup, type Register } from "./register.ts";
import { headerPicture, picturePath } from "./resolve-picture.ts";
import { resolveText } from "./resolve-text.ts";
import { originalOf, relatedOf } from "./story-references.ts";

/** What a story may refer to. */
export interface References {
  readonly sections: readonly Section[];
  readonly authors: ReadonlyMap<string, Author>;
  readonly topics: Names;
  readonly series: Names;
  readonly register: Register;
  /** Every filed story by id. */
  readonly stories: Lookup<Pick<FiledStory, "state">>;
}

/**
 * The story; undefined when a reference it cannot do without is missing (reported), and when it is
 * withdrawn: nobody will read that, so nothing in it can be a mistake, and it may be emptied.
 */
export function composeStory(
  filed: FiledStory,
  references: References,
  desk: Desk,
): Story | undefined {
  const { file, spec } = filed.source;
  if (spec.status === "withdrawn") return undefined;
  const section = sectionOf(filed, references, desk);
  const authors = authorsOf(filed, references, desk);
  const language = languageOf(filed, desk);
  const picture = leadPictureOf(filed, desk);
  const socialImage = socialImageOf(filed, desk);
  const related = relatedOf(filed, references, desk);
  const original = originalOf(filed, references, desk);
  const referrer = { file, readFrom: readFrom(filed, desk) };
  const text = resolveText(desk.texts.get(file), referrer, references.register, desk);
  checkText(filed, desk.texts.get(file)?.facts.isEmpty ?? true, desk);
  const disclosures = composeDisclosures(filed, desk);
  if (!section) return undefined;

  const { updated, expires, state } = filed;
  return {
    file,
    header: filed.source.hash,
    id: filed.id,
    address: filed.address,
    aliases: filed.aliases,
    headline: spec.headline,
    ...present("kicker", spec.kicker),
    ...present("standfirst", spec.standfirst),
    ...present("byline", spec.byline),
    ...present("dateline", spec.dateline),
    section,
    authors,
    topics: topicsOf(filed, references),
    genre: spec.genre,
    ...disclosures,
    published: filed.published,
    ...present("updated", updated),
    modified: modifiedOf(filed),
    ...present("expires", expires),
    ...present("picture", picture),
    corrections: filed.corrections,
    language,
    ...present("translationOf", original),
    ...present("series", references.series.get(spec.series ?? "")),
    related,
    seo: { ...present("title", spec.seo?.title), ...present("description", spec.seo?.description) },
    social: {
      ...present("title", spec.social?.title),
      ...present("description", spec.social?.description),
      ...present("image", socialImage),
    },
    noindex: spec.noindex,
    syndicate: spec.syndicate,
    text,
    ...((state === "draft" || state === "scheduled") && { unpublished: state }),
  };
}

/** `{ [key]: value }`, or nothing at all where there is no value. */
function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [K in Key]?: Value } {
  // An object literal with a computed key loses its key's type, so it is named here once.
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });
}

/** When readers first see the story as it stands now; undefined when they do not. */
function readFrom({ state, published }: FiledStory, { now }: Desk): number | undefined {
  if (state === "live") return now.instant;
  return state === "scheduled" ? published.instant : undefined;
}

/** What machines are told: the last time the newsroom says it touched the story. */
function modifiedOf({ published, updated, corrections }: FiledStory): Moment {
  const touched = [
    published,
    ...(updated ? [updated] : []),
    ...corrections.map(({ date }) => date),
  ];
  return touched.reduce((latest, date) => (date.instant > latest.instant ? date : latest));
}

function sectionOf(
  { source: { file, spec } }: FiledStory,
  { sections }: References,
  desk: Desk,
): Section | undefined {
  const found = sections.find(({ slug }) => slug === spec.section);
  if (found) return found;
  const slugs = sections.map(({ slug }) => slug);
  const titled = sections.find(({ title }) => title === spec.section);
  const near = didYouMean(titled?.slug ?? spec.section, slugs, `Known: ${slugs.join(", ")}.`);
  desk.report({
    file,
    place: field("section"),
    message: `“${spec.section}” is not a section of this newspaper.`,
    cure: `${near} Sections are listed in site.yaml.`,
  });
  return undefined;
}

function authorsOf(
  { source: { file, spec } }: FiledStory,
  { authors }: References,
  desk: Desk,
): readonly Author[] {
  return (spec.authors ?? []).flatMap((slug, index) => {
    const found = authors.get(slug.normalize("NFC"));
    if (found) return [found];
    if (desk.content.broken.has(`authors/${slug}.md`)) return [];
    desk.report({
      file,
      place: field("authors", index),
      message: `There is no author “${slug}”.`,
      cure: authorCure(slug, authors, desk),
    });
    return [];
  });
}

function authorCure(written: string, authors: ReadonlyMap<string, Author>, desk: Desk): string {
  const named = [...authors.values()].find(({ name }) => name === written);
  const broken = [...desk.content.broken].filter((file) => file.startsWith("authors/"));
  return didYouMean(
    named?.slug ?? written,
    [...authors.keys(), ...broken.map(authorSlug)],
    `An author is named by a file: write authors/${proposedSlug(written)}.md, with the name in its header.`,
  );
}

function topicsOf({ source }: FiledStory, { topics }: References): readonly Topic[] {
  const named = (source.spec.topics ?? []).flatMap((words) => topics.get(words) ?? []);
  return [...new Set(named)];
}

function languageOf({ source: { file, spec } }: FiledStory, desk: Desk): string {
  if (spec.language === undefined) return desk.language;
  try {
    return Intl.getCanonicalLocales(spec.language)[0] ?? desk.language;
  } catch {
    desk.report({
      file,
      place: field("language"),
      message: `“${spec.language}” is not a language code.`,
      cure: "Write a code such as en, ja or pt-BR (BCP 47).",
    });
    return desk.language;
  }
}

function leadPictureOf({ source: { file, spec }, pictureExpires }: FiledStory, desk: Desk) {
  const picture = headerPicture(spec.image, file, desk);
  const isExpired = pictureExpires && pictureExpires.instant <= desk.now.instant;
  return isExpired ? undefined : picture;
}

function socialImageOf({ source: { file, spec } }: FiledStory, desk: Desk) {
  const written = spec.social?.image;
  if (written === undefined) return undefined;
  return picturePath(written, { file, place: field("social", "image") }, desk);
}

function checkText({ source, state }: FiledStory, isEmpty: boolean, desk: Desk): void {
  if (!isEmpty || state === "draft") return;
  desk.report({
    file: source.file,
    message: "The story has no text.",
    cure: "Write it below the header, or set “status: draft” until it is written.",
  });
}
