// Editions of a paper of two hundred files, each with stories added, changed and dropped.

import type { Paper } from "./press-room.ts";

/** Stories `n`, `n + 1`, … of 180, every third changed in each edition; fronts, feeds and assets around them. */
export function edition(number: number): Paper {
  const paper: Record<string, string> = {
    "index.html": `front of edition ${number} ${filling(number)}`,
    "feed.xml": `feed of edition ${number}`,
    "style.css": "the same in every edition",
    [`assets/script-${number}.js`]: `of edition ${number} only`,
  };
  for (let story = number * 20; story < number * 20 + 180; story++) {
    const version = story % 3 === 0 ? number : "all editions";
    paper[`2019/05/${story % 31}/story-${story}/index.html`] =
      `story ${story} of ${version} ${filling(story)}`;
    if (story % 10 === 0) paper[`topics/${story}/index.html`] = `topic of edition ${number}`;
  }
  return paper;
}

/** Long enough that a file cut short is noticed. */
function filling(seed: number): string {
  return `${seed} and on `.repeat(600);
}
