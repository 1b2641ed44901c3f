// Reads everything the newsroom wrote, once, and reports everything wrong with it, once.

import type { Outcome, Problem } from "../problems/problem.ts";
import { checkFields } from "./check-fields.ts";
import type { Content } from "./content.ts";
import type { ContentIndex } from "./content-index.ts";
import { isMisnamedSettings } from "./content-layout.ts";
import type { FrontSpec } from "./front-schema.ts";
import { AUTHOR_GATE, FRONT_GATE, type Gate, PAGE_GATE, SITE_GATE, STORY_GATE } from "./gates.ts";
import { listFiles } from "./list-files.ts";
import { readCopied } from "./read-copied.ts";
import { readSettings } from "./read-fields.ts";
import { picturesOfWithdrawn } from "./withdrawn-pictures.ts";
import { readPictures } from "./read-pictures.ts";
import { readSources, readTextFile, type StampedFiles } from "./read-sources.ts";
import type { SiteSpec } from "./site-schema.ts";

/** Where the content lies, and where what was learned about it may be kept. Both absolute. */
export interface ContentOrder {
  readonly contentFolder: string;
  readonly stateFolder: string;
}

/**
 * The content with the problems of every file. Files with problems are left out and named in
 * `broken`; without sound settings there is no content, but the other files' problems are there.
 *
 * @param index what an earlier build has kept: stories that have not changed are taken from there
 * @param onSettings what can be done as soon as the settings are known; it may read new stories into
 * the index, before they are taken from there
 */
export async function readContent(
  order: ContentOrder,
  index: ContentIndex<unknown> = new Map(),
  onSettings: (site: SiteSpec, stories: StampedFiles) => Promise<void> = async () => {},
): Promise<Outcome<Content | undefined>> {
  const { contentFolder: folder, stateFolder } = order;
  const listed = listFiles(folder);
  const { files, stamps } = listed.value;
  const stamped = { folder, stamps };
  const site = readSite({ ...stamped, files: files.site }, listed.problems);
  const front = readFront({ ...stamped, files: files.front });
  if (site.value) await onSettings(site.value, { ...stamped, files: files.story });
  const stories = readSources({ ...stamped, files: files.story }, STORY_GATE, index);
  const authors = readSources({ ...stamped, files: files.author }, AUTHOR_GATE);
  const pages = readSources({ ...stamped, files: files.page }, PAGE_GATE);
  const pictures = await readPictures(
    { ...stamped, files: files.picture },
    stateFolder,
    picturesOfWithdrawn(stories.value.sound, files.picture),
  );
  const copied = await readCopied({ ...stamped, files: files.copied });
  const parts = [listed, site, front, stories, authors, pages, pictures, copied];
  const problems = parts.flatMap((part) => part.problems);
  const value = site.value && {
    folder,
    site: site.value,
    ...(front.value && { front: front.value }),
    stories: stories.value.sound,
    authors: authors.value.sound,
    pages: pages.value.sound,
    pictures: pictures.value,
    files: copied.value,
    faulty: stories.value.faulty,
    stamps,
    broken: new Set(problems.map(({ file }) => file)),
  };
  return { value, problems };
}

function readSite(
  listed: StampedFiles,
  refused: readonly Problem[],
): Outcome<SiteSpec | undefined> {
  const file = listed.files[0];
  const isMisnamed = refused.some((problem) => isMisnamedSettings(problem.file));
  if (file === undefined) return { value: undefined, problems: isMisnamed ? [] : [NO_SETTINGS] };
  return readYamlFile(file, listed, SITE_GATE);
}

function readFront(listed: StampedFiles): Outcome<FrontSpec | undefined> {
  const file = listed.files[0];
  return file === undefined
    ? { value: undefined, problems: [] }
    : readYamlFile(file, listed, FRONT_GATE);
}

function readYamlFile<Spec>(
  file: string,
  { folder, stamps }: StampedFiles,
  gate: Gate<Spec>,
): Outcome<Spec | undefined> {
  const read = readTextFile(folder, file, stamps.get(file));
  if (read.value === undefined) return { value: undefined, problems: read.problems };
  return checkFields(readSettings(read.value), gate, file);
}

const NO_SETTINGS: Problem = {
  file: "site.yaml",
  message:
    "The settings of the newspaper are missing: there is no “site.yaml” in the content folder.",
  cure: "Write one with the fields title, url, language, timezone and sections.",
};
