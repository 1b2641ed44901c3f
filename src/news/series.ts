// Series: stories that are parts of one whole, each of which names it.

import { field } from "../problems/problem.ts";
import type { Desk } from "./desk.ts";
import type { FiledStory } from "./file-story.ts";
import { composeNames, type Names } from "./names.ts";

/** Every series that a story says it is part of. */
export function composeSeries(filed: readonly FiledStory[], desk: Desk): Names {
  return composeNames(
    filed,
    {
      noun: "series",
      plural: "series",
      wordsIn: ({ series }) => (series === undefined ? [] : [series]),
      placeOf: () => field("series"),
      given: {},
      cure: (_, taken) =>
        taken
          ? `Write “${taken.name}” if it is the same series; else give one of the two a name with other letters.`
          : "Give it another name, short and with letters or digits in it.",
    },
    desk,
  );
}
