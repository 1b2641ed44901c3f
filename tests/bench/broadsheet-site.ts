// The archive as Broadsheet's newsroom would have it, with a press of its own whose layouts may be
// edited.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { copyPress } from "../support/press-copy.ts";
import { BIOGRAPHY, save, type BenchSite } from "./bench-site.ts";
import { type BenchStory, NOW, PAPER, paperOf } from "./generate-stories.ts";

/** What a paper may have besides, each for itself: a name of `outputs`, or an option of `build`. */
export const OPTIONAL_OUTPUTS = ["twins", "text", "search", "compress"] as const;
export type OptionalOutput = (typeof OPTIONAL_OUTPUTS)[number];

/**
 * @param folder empty or not there yet; absolute
 * @param output what the paper has besides; default: nothing
 */
export function broadsheetSite(folder: string, count: number, output?: OptionalOutput): BenchSite {
  mkdirSync(folder, { recursive: true });
  copyPress(folder);
  const write = ([path, text]: ContentFile) => save(join(folder, "content", path), text);
  const isSetting = output !== undefined && output !== "compress";
  for (const file of paperFiles(count, isSetting ? [output] : [])) write(file);
  const words = ["src/bin.js", "build", "--quiet", "--content", "content", "--output", "_site"];
  if (output === "compress") words.push("--compress");
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

/** The settings and authors of a paper of `count` stories, with these optional `outputs`. */
export function paperFiles(
  count: number,
  outputs: readonly Exclude<OptionalOutput, "compress">[] = [],
): readonly ContentFile[] {
  const authors = paperOf(count).authors.map(({ slug, name, role }): ContentFile => [
    `authors/${slug}.md`,
    `---\nname: ${name}\nrole: ${role}\n---\n\n${BIOGRAPHY}\n`,
  ]);
  const settings = outputs.length === 0 ? PAPER : { ...PAPER, outputs };
  return [["site.yaml", stringify(settings)], ...authors];
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
