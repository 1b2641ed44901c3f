// Stories in lists, from the plainest to the most hostile.

import type { Teaser } from "../../src/pages/page.ts";
import { image, time } from "./sheet.examples.ts";

export const seedHeadline = "Japanese and Russian FM discuss possible visa-free travel";

export const longest =
  "A headline of one hundred and sixty characters has to stand on the front page as calmly as one " +
  "of twelve, and so it is tried here, word after word, to the end";

export const hostile = `</script> "No" {{ x }} <b onclick=alert(1)> & 100% #MeToo`;

export const teaser = {
  "a plain story": { url: "/storm/", headline: seedHeadline, published: time },
  "a full story": {
    url: "/full/",
    headline: seedHeadline,
    kicker: "World",
    standfirst: "Lavrov and Kono meet in Tokyo; talks on a visa-free regime are to continue",
    image: image(1),
    published: time,
  },
  "the shortest headline": { url: "/short/", headline: "Talks go on", published: time },
  "the longest headline": { url: "/long/", headline: longest, kicker: "World", published: time },
  "a hostile headline": { url: "/hostile/", headline: hostile, published: time },
  "a sponsored story": {
    url: "/sponsored/",
    headline: "How this label looks",
    genre: { label: "Sponsored", sponsored: true },
    published: time,
  },
  "a story in Arabic": {
    url: "/ar/",
    headline: "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق",
    published: time,
    language: "ar",
    direction: "rtl",
  },
} satisfies Record<string, Teaser>;

const HEADLINES: readonly (readonly [headline: string, standfirst: string])[] = [
  [
    "Writing a story: one file, a header and plain text",
    "What the press needs to know stands between two lines of hyphens",
  ],
  ["No credit, no publication", "Every picture names whose it is, on the page and inside the file"],
  [
    "A minute that happens twice",
    "When clocks go back, half past one comes again, and the paper asks which one is meant",
  ],
  [
    "Corrections stand where the mistake stood",
    "A serious one is printed above the text, in the open, with its date",
  ],
  ["How a story becomes a page", "Eight rooms, one way through them, and nothing that looks back"],
  [
    "Putting the paper on a server",
    "Plain files need nothing but a folder that the world can read",
  ],
  [
    "Why the archive keeps its bytes",
    "A page that has not changed is not printed again, however large the paper grows",
  ],
  ["Type", "Two weights of one serif"],
  [
    "Dates are the newspaper’s own wall clock, and a day that does not exist is refused before anybody reads it",
    "30 February is a mistake, not 2 March",
  ],
  ["Reading at night", "The dark edition is designed, not inverted"],
  [
    "Scheduled for five in the morning",
    "A date ahead of the clock keeps a story back until its hour",
  ],
  ["Old addresses lead on", "A story that moves leaves a sign at its old door"],
];

/** `count` stories, with pictures or without. */
export function teasers(count: number, pictures: "pictures" | "no pictures", from = 0): Teaser[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const [headline, standfirst] = HEADLINES[number % HEADLINES.length] ?? [seedHeadline, ""];
    return {
      url: `/story-${number}/`,
      headline,
      standfirst,
      kicker: ["World", "Science", "Culture"][number % 3] ?? "World",
      ...(number % 5 === 3 && { genre: { label: "Analysis", sponsored: false } }),
      ...(pictures === "pictures" && { image: image(number % 6) }),
      published: time,
    };
  });
}
