// Front pages of three, twelve and sixty stories, with pictures and without, and in other scripts.

import type { FrontProps, River, Teaser } from "../../src/pages/page.ts";
import { image, sheet } from "./sheet.examples.ts";
import { longest, seedHeadline, teaser, teasers } from "./teaser.examples.ts";

type Pictures = "pictures" | "no pictures";

function front(count: number, pictures: Pictures, first: Partial<Teaser> = {}): FrontProps {
  const [lead, ...others] = teasers(count, pictures);
  return {
    ...sheet({ isFront: true }),
    kind: "front",
    ...(lead && { lead: { ...lead, headline: seedHeadline, ...first } }),
    seconds: others.slice(0, 4),
    rivers: rivers(others.slice(4)),
  };
}

/** Rivers of five, the last of whatever is left. */
function rivers(stories: readonly Teaser[]): River[] {
  const titles = ["World", "Politics", "Economy", "Science", "Culture", "Sport", "Opinion"];
  return titles
    .map((title, index) => ({
      title,
      url: `/${title.toLowerCase()}/`,
      teasers: stories.slice(index * 5, index * 5 + 5),
    }))
    .filter((river) => river.teasers.length > 0);
}

const japanese = "すべての人間は、生まれながらにして自由である";
const russian = "Все люди рождаются свободными и равными в своем достоинстве и правах";

export const fronts = {
  "no stories": front(0, "no pictures"),
  "three stories": front(3, "pictures"),
  "three stories without pictures": front(3, "no pictures"),
  "twelve stories": front(12, "pictures"),
  "twelve stories without pictures": front(12, "no pictures"),
  "sixty stories": front(60, "pictures"),
  "the longest headline": front(6, "pictures", { headline: longest }),
  "the shortest headline": front(5, "pictures", { headline: "Talks go on" }),
  "a section with one story": {
    ...front(5, "pictures"),
    rivers: rivers(teasers(6, "pictures", 5)),
  },
  "two in a section": { ...front(4, "pictures"), rivers: rivers(teasers(2, "pictures", 5)) },
  "hostile headlines": {
    ...front(3, "no pictures"),
    lead: teaser["a hostile headline"],
    seconds: [teaser["a sponsored story"], teaser["a story in Arabic"], teaser["a plain story"]],
  },
  "in Japanese": {
    ...front(12, "pictures", { headline: japanese, image: image(0) }),
    ...sheet({ language: "ja", isFront: true, sections: ["国際", "政治", "経済"] }),
    seconds: teasers(4, "pictures").map((story) => ({ ...story, headline: japanese })),
  },
  "in Russian": {
    ...front(12, "pictures", { headline: russian }),
    ...sheet({ language: "ru", isFront: true, sections: ["Мир", "Политика", "Экономика"] }),
    seconds: teasers(4, "pictures").map((story) => ({ ...story, headline: russian })),
  },
  "in Arabic": {
    ...front(12, "pictures", { headline: teaser["a story in Arabic"].headline }),
    ...sheet({ language: "ar", isFront: true, sections: ["العالم", "السياسة", "الاقتصاد"] }),
    seconds: teasers(4, "pictures").map((story) => ({
      ...story,
      headline: teaser["a story in Arabic"].headline,
    })),
  },
} satisfies Record<string, FrontProps>;
