// Dates as readers see them, on the paper's clock and in the page's language.

import type { Moment } from "../news/newspaper.ts";
import { remember } from "./remember.ts";
import type { Time } from "./page.ts";

/** How a language joins day, time and zone; the default suits most. */
const JOINED: Readonly<Record<string, string>> = {
  ar: "{date}، {time} {zone}",
  fa: "{date}، {time} {zone}",
  ja: "{date} {time} {zone}",
  ko: "{date} {time} {zone}",
  zh: "{date} {time} {zone}",
};
const JOINED_BY_DEFAULT = "{date}, {time} {zone}";

/** "31 May 2019, 12:46 UTC", or the day alone where the newsroom gave no time. */
export function timeOf(moment: Moment, language: string, zone: string): Time {
  const known = times.get(moment) ?? new Map<string, Time>();
  times.set(moment, known);
  const key = `${language} ${zone}`;
  const time = known.get(key) ?? { datetime: moment.iso, text: textOf(moment, language, zone) };
  known.set(key, time);
  return time;
}

/** A story's time stands on many pages, and is written once. */
const times = new WeakMap<Moment, Map<string, Time>>();

/** "Friday 31 May 2019", for the front page. */
export function editionOf(moment: Moment, language: string, zone: string): Time {
  const format = formatFor(language, zone, "edition");
  return { datetime: moment.iso.slice(0, 10), text: format.format(moment.instant) };
}

function textOf(moment: Moment, language: string, zone: string): string {
  const date = formatFor(language, zone, "day").format(moment.instant);
  if (moment.isDayOnly) return date;
  return (JOINED[primary(language)] ?? JOINED_BY_DEFAULT)
    .replace("{date}", date)
    .replace("{time}", formatFor(language, zone, "time").format(moment.instant))
    .replace("{zone}", zoneName(moment, language, zone));
}

/** "UTC", "BST", "EST"; in full where the language has no letters for it ("Japan Standard Time"). */
function zoneName(moment: Moment, language: string, zone: string): string {
  if (zone === "UTC" || zone === "Etc/UTC") return "UTC";
  const short = zonePart(formatFor(language, zone, "zone"), moment);
  return /\d/.test(short) ? zonePart(formatFor(language, zone, "zoneInFull"), moment) : short;
}

function zonePart(format: Intl.DateTimeFormat, moment: Moment): string {
  const parts = format.formatToParts(moment.instant);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "UTC";
}

/** Bare "en" means American dates to `Intl`; a paper that wants those says en-US. */
export function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}

const FORMATS = {
  day: { day: "numeric", month: "long", year: "numeric" },
  edition: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  time: { timeStyle: "short" },
  zone: { timeZoneName: "short" },
  zoneInFull: { timeZoneName: "long" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const madeFormat = remember((key) => {
  const [language = "", zone = "", name = ""] = key.split(" ");
  const locale = localeOf(language);
  const options = FORMATS[name as keyof typeof FORMATS];
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
});

function formatFor(
  language: string,
  zone: string,
  name: keyof typeof FORMATS,
): Intl.DateTimeFormat {
  return madeFormat(`${language} ${zone} ${name}`);
}

/** `pt` of `pt-BR`. */
function primary(language: string): string {
  return language.split("-", 1)[0] ?? language;
}
