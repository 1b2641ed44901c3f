// The first look at a story: when, at which address, and whether readers may see it. Only then can
// other stories refer to it.

import { field, type FieldPath } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import type { Source } from "../source/content.ts";
import type { StorySpec } from "../source/story-schema.ts";
import { dateOf, type Desk } from "./desk.ts";
import { pathOf, proposedSlug, slugMistake } from "./addresses.ts";
import type { Correction, Moment } from "./newspaper.ts";
import { readAliases } from "./old-addresses.ts";

/** A story with its dates read and its address fixed. */
export interface FiledStory {
  readonly source: Source<StorySpec>;
  readonly state: StoryState;
  readonly id: string;
  readonly address: string;
  readonly aliases: readonly string[];
  readonly published: Moment;
  readonly updated?: Moment;
  readonly expires?: Moment;
  readonly pictureExpires?: Moment;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
}

/** `unseen`: withdrawn, killed or expired before anybody could have read it. */
export type StoryState = "live" | "draft" | "scheduled" | "killed" | "gone" | "unseen";

/** Whether the paper shows the story now: readers see what is live, a preview what is to come too. */
export function isShown({ state }: FiledStory, { drafts }: Pick<Desk, "drafts">): boolean {
  return state === "live" || (drafts && (state === "draft" || state === "scheduled"));
}

/** Files a story; undefined when its date or address cannot be read (both are reported). */
export function fileStory(source: Source<StorySpec>, desk: Desk): FiledStory | undefined {
  const { file, spec } = source;
  const date = (path: FieldPath, written: string | undefined) =>
    dateOf(desk, file, field(...path), written);
  const slug = slugOf(source, desk);
  const published = date(["date"], spec.date);
  const updated = date(["updated"], spec.updated);
  const expires = date(["expires"], spec.expires);
  const pictureExpires = date(["image", "rights", "expires"], spec.image?.rights?.expires);
  const corrections = correctionsOf(source, published, desk);
  const aliases = readAliases(source, desk);
  if (!published || slug === undefined) return undefined;

  const pattern = desk.content.site.addresses.article;
  const address = pathOf(pattern, { slug, section: spec.section, wallClock: published.iso });
  const filed: FiledStory = {
    source,
    state: stateOf(spec.status, published, expires, desk.now),
    id: spec.id ?? aliases[0] ?? address,
    address,
    aliases: aliases.filter((alias) => alias !== address),
    published,
    ...(updated && { updated }),
    ...(expires && { expires }),
    ...(pictureExpires && { pictureExpires }),
    corrections,
  };
  checkOrder(filed, desk);
  checkReason(filed, desk);
  return filed;
}

function stateOf(
  status: StorySpec["status"],
  published: Moment,
  expires: Moment | undefined,
  now: Moment,
): StoryState {
  const isDue = published.instant <= now.instant;
  if (status === "draft") return "draft";
  if (!isDue) return status === "published" ? "scheduled" : "unseen";
  if (status === "killed") return "killed";
  if (status === "withdrawn") return "gone";
  return expires && expires.instant <= now.instant ? "gone" : "live";
}

function slugOf({ file, spec }: Source<StorySpec>, desk: Desk): string | undefined {
  const name = /([^/]*)\.md$/.exec(file)?.[1] ?? file;
  const slug = (spec.slug ?? name).normalize("NFC");
  const mistake = slugMistake(slug);
  if (mistake === undefined) return slug;
  desk.report({
    file,
    ...(spec.slug !== undefined && { place: field("slug") }),
    message: `The slug ${quote(slug)} ${mistake}.`,
    cure: spec.slug
      ? `Write, for example: slug: ${proposedSlug(slug)}`
      : `Rename the file, or add a line such as “slug: ${proposedSlug(slug)}” to its header.`,
  });
  return undefined;
}

function correctionsOf(
  { file, spec }: Source<StorySpec>,
  published: Moment | undefined,
  desk: Desk,
): readonly Correction[] {
  // What is killed before it appears has a reason all the same, and that is older than its date.
  const isStillborn = spec.status === "killed" && published && published.instant > desk.now.instant;
  const read = (spec.corrections ?? [])
    .flatMap(({ date: written, kind, text }, index) => {
      const place = field("corrections", index, "date");
      const date = dateOf(desk, file, place, written);
      if (!date) return [];
      const mistake = published && !isStillborn && correctionMistake(date, published, desk.now);
      if (mistake) desk.report({ file, place, ...mistake });
      return [{ date, kind, text }];
    })
    .sort((a, b) => a.date.instant - b.date.instant);
  return read.map((entry, index) => ({ key: keyOf(entry.date, read.slice(0, index)), ...entry }));
}

/** Its time on the newsroom's wall, so that another zone or text changes nothing; `/2` for a second one. */
function keyOf(date: Moment, before: readonly { readonly date: Moment }[]): string {
  const earlier = before.filter((entry) => entry.date.instant === date.instant).length;
  const time = date.iso.slice(0, "2026-11-12T10:20:00".length);
  return earlier === 0 ? time : `${time}/${earlier + 1}`;
}

const ADD_THE_TIME = "Write the time too: without one it is the beginning of that day.";

/** A day without a time, and that of the other date. */
function isSameDay(day: Moment, other: Moment): boolean {
  return day.isDayOnly === true && day.iso.slice(0, 10) === other.iso.slice(0, 10);
}

function correctionMistake(
  date: Moment,
  published: Moment,
  now: Moment,
): { readonly message: string; readonly cure: string } | undefined {
  if (date.instant < published.instant) {
    return {
      message: "A correction cannot be older than the story it corrects.",
      cure: isSameDay(date, published) ? ADD_THE_TIME : "Write the date on which it was made.",
    };
  }
  if (date.instant > Math.max(now.instant, published.instant)) {
    return {
      message: "A correction cannot be dated in the future.",
      cure: "Write the date on which it was made.",
    };
  }
  return undefined;
}

/** Dates must follow one another: published, then updated and corrected, then expired. */
function checkOrder(filed: FiledStory, desk: Desk): void {
  const { source, published, updated, expires } = filed;
  const { file, spec } = source;
  if (updated && updated.instant < published.instant) {
    desk.report({
      file,
      place: field("updated"),
      message: `The story says it was updated (${spec.updated}) before it was published (${spec.date}).`,
      cure: isSameDay(updated, published) ? ADD_THE_TIME : "Correct one of the two dates.",
    });
  }
  const isDue = published.instant <= desk.now.instant;
  if (isDue && updated && updated.instant > desk.now.instant) {
    desk.report({
      file,
      place: field("updated"),
      message: `The story says it was updated at a time still to come (${spec.updated}).`,
      cure: "Write the time of the change itself.",
    });
  }
  if (expires && expires.instant <= published.instant) {
    desk.report({
      file,
      place: field("expires"),
      message: `The story would expire (${spec.expires}) before it is published (${spec.date}).`,
      cure: "Correct one of the two dates.",
    });
  }
}

function checkReason({ source, corrections }: FiledStory, desk: Desk): void {
  if (source.spec.status !== "killed" || corrections.length > 0) return;
  desk.report({
    file: source.file,
    place: field("status"),
    message: "A killed story must say why, and this one does not.",
    cure: "Add an entry to “corrections” with a date, a kind and a text: its text is what readers see.",
  });
}
