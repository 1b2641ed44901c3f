// The archive as Broadsheet's newsroom would have it, with a press of its own whose layouts may be
// edited.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { copyPress } from "../support/press-copy.ts";
import { BIOGRAPHY, save, type BenchSite } from "./bench-site.ts";
import { type BenchStory, NOW, PAPER, paperOf } from "./generate-stories.ts";

/** @param folder empty or not there yet; absolute */
export function broadsheetSite(folder: string, count: number): BenchSite {
  mkdirSync(folder, { recursive: true });
  copyPress(folder);
  const write = ([path, text]: ContentFile) => save(join(folder, "content", path), text);
  for (const file of paperFiles(count)) write(file);
  const words = ["src/bin.js", "build", "--quiet", "--content", "content", "--output", "_site"];
  return {
    system: "Broadsheet",
    folder,
    output: join(folder, "_site"),
    build: { file: process.execPath, words: [...words, "--now", NOW], cwd: folder },
    leftovers: [join(folder, "_site"), join(folder, ".broadsheet")],
    writeStory: (story) => write(storyFile(story)),
    storyLayout: { file: join(folder, "layouts/story.11ty.tsx"), mark: 'class="story"' },
  };
}

/** A file of the content: its path in the folder, and its text. */
export type ContentFile = readonly [path: string, text: string];

/** The settings and authors of a paper of `count` stories. */
export function paperFiles(count: number): readonly ContentFile[] {
  const authors = paperOf(count).authors.map(({ slug, name, role }): ContentFile => [
    `authors/${slug}.md`,
    `---\nname: ${name}\nrole: ${role}\n---\n\n${BIOGRAPHY}\n`,
  ]);
  return [["site.yaml", stringify(PAPER)], ...authors];
}

export function storyFile(story: BenchStory): ContentFile {
  const { kicker, genre, corrections } = story;
  const header = [
    `headline: ${story.headline}`,
    `date: ${story.date.wallClock}`,
    `section: ${story.section}`,
    `standfirst: ${story.standfirst}`,
    `authors: [${story.authors.join(", ")}]`,
    `topics: [${story.topics.join(", ")}]`,
    ...(kicker === undefined ? [] : [`kicker: ${kicker}`]),
    ...(genre === undefined ? [] : [`genre: ${genre}`]),
    ...(corrections.length === 0 ? [] : ["corrections:"]),
    ...corrections.map(
      ({ date, text }) => `  - { date: ${date.wallClock}, kind: correction, text: "${text}" }`,
    ),
  ];
  const month = story.date.wallClock.slice(0, 7).replace("-", "/");
  const path = `articles/${month}/${story.slug}.md`;
  return [path, `---\n${header.join("\n")}\n---\n\n${story.body}`];
}
