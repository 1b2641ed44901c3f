// Topics: what a story is about, by name or by slug.

import { field } from "../problems/problem.ts";
import type { Desk } from "./desk.ts";
import type { FiledStory } from "./file-story.ts";
import { composeNames, type Names } from "./names.ts";

/** Every topic that a story names; `site.yaml` may say how one is written. */
export function composeTopics(filed: readonly FiledStory[], desk: Desk): Names {
  return composeNames(
    filed,
    {
      noun: "topic",
      plural: "topics",
      wordsIn: ({ topics = [] }) => topics,
      placeOf: (index) => field("topics", index),
      given: desk.content.site.topics,
      cure: (words) =>
        `Give “${words}” a slug of its own under “topics” in site.yaml (the-slug: ${words}), and write that slug here.`,
    },
    desk,
  );
}
