// The twins of a story: the same story beside its page, in notations for machines.

import type { Site, Story } from "../../news/newspaper.ts";
import { storyMatter } from "../matter.ts";
import type { AlternateLink, PlannedFile } from "../page.ts";
import { hrefTo, outputOf } from "../urls.ts";
import { printNinjs } from "./print-ninjs.ts";
import { printPlainStory } from "./print-plain-story.ts";

interface Notation {
  /** Below the address of the story. */
  readonly file: string;
  readonly type: string;
  readonly name: string;
  readonly print: (story: Story, site: Site) => string;
}

const NOTATIONS: readonly Notation[] = [
  { file: "index.json", type: "application/json", name: "ninjs", print: printNinjs },
  { file: "story.txt", type: "text/plain", name: "TXT", print: printPlainStory },
];

/** The twins of each of `stories`, where the paper has any. Nothing is made until one of them is printed. */
export function twinFiles(site: Site, stories: readonly Story[]): readonly PlannedFile[] {
  return stories.filter((story) => hasTwins(story, site)).flatMap((story) => twinsOf(story, site));
}

/** How machines find the twins of a story from its page. */
export function twinLinks(story: Story, site: Site): readonly AlternateLink[] {
  if (!hasTwins(story, site)) return [];
  return NOTATIONS.map(({ file, type, name }) => ({
    type,
    title: `${story.headline} (${name})`,
    href: hrefTo(site, `${story.address}${file}`),
  }));
}

/** Where the twins of a story stand that is at `address`. */
export function twinAddresses(address: string): readonly string[] {
  return NOTATIONS.map(({ file }) => `${address}${file}`);
}

/** A twin is made to be taken elsewhere, and cannot tell search engines to leave it alone. */
export function hasTwins({ syndicate, noindex }: Story, { twins }: Site): boolean {
  return twins && syndicate && !noindex;
}

function twinsOf(story: Story, site: Site): readonly PlannedFile[] {
  const matter = [site, story.section, storyMatter(story)];
  return NOTATIONS.map(({ file, print }) => ({
    kind: "twin",
    output: outputOf(`${story.address}${file}`),
    origin: story.file,
    matter,
    shows: [story],
    print: () => [print(story, site)],
  }));
}
