// Editions of a paper of two hundred files, each with stories added, changed and dropped, and pages
// that link to each other, so that a dead link between two editions is found.

import type { Paper } from "./press-room.ts";

/** Stories `20n` to `20n + 179`, every third new in each edition; a front, topics, a feed and assets. */
export function edition(number: number): Paper {
  const numbers = Array.from({ length: 180 }, (_, index) => number * 20 + index);
  const topics = numbers.filter((story) => story % 10 === 0);
  const script = `assets/script-${number}.js`;
  return Object.fromEntries([
    ["style.css", "the same in every edition"],
    [script, `of edition ${number} only`],
    ...numbers.map((story) => [storyPath(story), storyPage(story, number, script)]),
    ...topics.map((story) => [topicPath(story), page(number, [storyPath(story)])]),
    ["index.html", page(number, [script, ...topics.map(topicPath), ...numbers.map(storyPath)])],
    ["feed.xml", page(number, numbers.map(storyPath))],
  ]);
}

/** Links from pages that a reader can reach from the front to files that are not there. */
export function deadLinks(live: Paper): string[] {
  const dead = new Set<string>();
  const reached = new Set(["index.html"]);
  for (const path of reached) {
    const text = live[path];
    if (text === undefined) dead.add(path);
    for (const [, target = ""] of text?.matchAll(/href="(.+?)"/g) ?? []) reached.add(target);
  }
  return [...dead];
}

/** Every third story is written anew for each edition, and links to the newest one. */
function storyPage(story: number, number: number, script: string): string {
  if (story % 3 !== 0) return page("any", ["style.css"]);
  return page(number, ["style.css", script, storyPath(number * 20 + 179)]);
}

function storyPath(story: number): string {
  return `2019/05/${story % 31}/story-${story}/index.html`;
}

function topicPath(story: number): string {
  return `topics/${story}/index.html`;
}

/** Long enough that a page cut short is noticed. */
function page(number: number | string, links: readonly string[]): string {
  return `edition ${number} ${links.map((link) => `href="${link}"`).join(" ")} ${"and so on ".repeat(600)}`;
}
