// An archive of any size from a seed: stories as a newspaper has them, over ten years, with the
// sections, authors and topics of a paper of that size. What they say is nonsense; how long they
// are, what they carry and how they hang together is not.

import { Temporal } from "temporal-polyfill";
import { between, pick, type Random, randomFrom } from "./random.ts";
import { bodyOf } from "./story-body.ts";
import {
  BODIES,
  CIRCUMSTANCES,
  CLAUSES,
  DEEDS,
  OPENINGS,
  PLACES,
  THINGS,
  TOPIC_KINDS,
  TOPIC_SIDES,
  VERBS,
} from "./story-words.ts";

/** What every system prints on every page. */
export const PAPER = {
  title: "The Bench",
  url: "https://bench.example/",
  language: "en-GB",
  timezone: "Europe/London",
  description: "A newspaper of any size, written by a machine for machines",
  sections: "World Politics Economy Culture Science Sport Local Opinion"
    .split(" ")
    .map((title) => ({
      slug: title.toLowerCase(),
      title,
    })),
} as const;

/** The moment all is printed at; the newest stories are some hours older. */
export const NOW = "2026-06-01T12:00:00Z";

const FIRST_DAY = Date.UTC(2016, 5, 1);
const DAY_MILLISECONDS = 86_400_000;
const DAYS = 3652;

export interface BenchStory {
  readonly slug: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly date: BenchTime;
  /** `/2019/05/31/slug/`. */
  readonly address: string;
  readonly section: string;
  readonly authors: readonly string[];
  /** Display names, as in `paperOf(count).topics`. */
  readonly topics: readonly string[];
  readonly kicker?: string;
  readonly genre?: "analysis" | "opinion" | "explainer" | "review";
  readonly corrections: readonly { readonly date: BenchTime; readonly text: string }[];
  /** Markdown. */
  readonly body: string;
}

/** One moment as Broadsheet's writers put it, and as the others need it. */
export interface BenchTime {
  /** `2019-05-31 12:46`, the paper's own clock. */
  readonly wallClock: string;
  /** `2019-05-31T12:46:00+01:00`. */
  readonly iso: string;
}

export interface BenchPaper {
  readonly authors: readonly {
    readonly slug: string;
    readonly name: string;
    readonly role: string;
  }[];
  readonly topics: readonly string[];
}

/** Who writes, and about what, in a paper of `count` stories. */
export function paperOf(count: number): BenchPaper {
  const authors = Array.from({ length: Math.max(3, Math.round(count / 400)) }, (_, index) => ({
    slug: `desk-${index + 1}`,
    name: `Desk ${index + 1}`,
    role: index % 3 === 0 ? "Correspondent" : "Staff desk",
  }));
  const topics = Array.from({ length: Math.max(8, Math.round(count / 100)) }, (_, index) =>
    topicName(index),
  );
  return { authors, topics };
}

function topicName(index: number): string {
  const kind = TOPIC_KINDS[index % TOPIC_KINDS.length]!;
  const round = Math.floor(index / TOPIC_KINDS.length);
  const side = TOPIC_SIDES[round % TOPIC_SIDES.length]!;
  const number = Math.floor(round / TOPIC_SIDES.length);
  return [kind, side, number > 0 ? String(number + 1) : ""].filter(Boolean).join(" ");
}

/** The slug all three systems make of a topic's name. */
export function topicSlug(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

/** `count` stories, oldest day first, one after the other, so that no archive has to fit in memory. */
export function* generateStories(seed: number, count: number): Generator<BenchStory> {
  const paper = paperOf(count);
  const earlier: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const day = dayAfterStart(Math.floor((index * DAYS) / count));
    const story = oneStory(randomFrom(seed * 1_000_003 + index), { index, day, paper, earlier });
    earlier.push(story.address);
    yield story;
  }
}

/** A story of the last minute, for a paper that has `count` already: `number` 0, 1, 2, … */
export function lateStory(seed: number, count: number, number: number): BenchStory {
  const index = count + number;
  const day = NOW.slice(0, 10);
  const random = randomFrom(seed * 1_000_003 + index);
  const story = oneStory(random, { index, day, paper: paperOf(count), earlier: [] });
  return { ...story, date: timeAt(day, 12, 30 + (number % 30)), corrections: [] };
}

function dayAfterStart(days: number): string {
  return new Date(FIRST_DAY + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

interface Place {
  readonly index: number;
  readonly day: string;
  readonly paper: BenchPaper;
  readonly earlier: readonly string[];
}

function oneStory(random: Random, { index, day, paper, earlier }: Place): BenchStory {
  const headline = headlineFrom(random);
  const slug = `${slugOf(headline)}-${index + 1}`;
  const date = timeAt(day, between(random, 6, 21), between(random, 0, 59));
  const genre = random() < 0.12 ? pick(random, GENRES) : undefined;
  return {
    slug,
    headline,
    standfirst: standfirstFrom(random),
    date,
    address: `/${day.replaceAll("-", "/")}/${slug}/`,
    section: pick(random, PAPER.sections).slug,
    authors: authorsFrom(random, paper),
    topics: topicsFrom(random, paper),
    ...(random() < 0.15 && { kicker: capital(pick(random, PLACES)) }),
    ...(genre && { genre }),
    corrections: random() < 0.03 ? [correctionFrom(random, day)] : [],
    body: bodyOf(random, earlier),
  };
}

const GENRES = ["analysis", "opinion", "explainer", "review"] as const;

function headlineFrom(random: Random): string {
  const words = [pick(random, BODIES), pick(random, DEEDS), pick(random, THINGS)];
  return capital([...words, pick(random, CIRCUMSTANCES)].join(" "));
}

function standfirstFrom(random: Random): string {
  const first = `${pick(random, OPENINGS)}, the ${pick(random, BODIES)} ${pick(random, VERBS)}`;
  return `${first} ${pick(random, CLAUSES)} in the ${pick(random, PLACES)}`;
}

function authorsFrom(random: Random, { authors }: BenchPaper): readonly string[] {
  const names = Array.from({ length: random() < 0.2 ? 2 : 1 }, () => pick(random, authors).slug);
  return [...new Set(names)];
}

/** Some topics are in the paper every day and most hardly ever: the first have by far the most. */
function topicsFrom(random: Random, { topics }: BenchPaper): readonly string[] {
  const wanted = between(random, 2, 4);
  const chosen = new Set<string>();
  while (chosen.size < wanted) chosen.add(topics[Math.floor(random() ** 2 * topics.length)]!);
  return [...chosen];
}

function correctionFrom(random: Random, day: string) {
  const text = `An earlier version confused the ${pick(random, BODIES)} with the ${pick(random, BODIES)}.`;
  return { date: timeAt(day, 22, 30), text };
}

/** The paper's clock; no story appears in the hours that summer time skips or repeats. */
function timeAt(day: string, hour: number, minute: number): BenchTime {
  const time = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
  return { wallClock: `${day} ${time}`, iso: `${day}T${time}:00${offsetOf(day)}` };
}

const offsets = new Map<string, string>();

/** How far the paper's clock is from UTC by day; asking the calendar once a day is enough. */
function offsetOf(day: string): string {
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const noon = Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(PAPER.timezone);
  offsets.set(day, noon.offset);
  return noon.offset;
}

function slugOf(headline: string): string {
  return headline
    .toLowerCase()
    .replaceAll("’", "")
    .replaceAll(/[^a-z0-9]+/g, "-");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
