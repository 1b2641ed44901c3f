// Stories whose header, date or slug cannot be read have no address yet. A reference that may mean
// one of them is not a second mistake.

import type { Content, FaultySource, Source } from "../source/content.ts";
import type { StorySpec } from "../source/story-schema.ts";
import type { FiledStory } from "./file-story.ts";

/** Whether a reference (a file, an address or an id) may mean a story that is not in `filed`. */
export function unreadStories(
  { stories, faulty, broken }: Content,
  filed: readonly FiledStory[],
): (reference: string) => boolean {
  const known = new Set(filed.map(({ source }) => source.file));
  const sources = [...stories, ...faulty].filter(({ file }) => !known.has(file));
  const files = new Set([...broken, ...sources.map(({ file }) => file)].filter(isStory));
  const words = new Set([...[...files].map(nameOf), ...sources.flatMap(identities)]);
  const mayHaveAnyId = [...files].some((file) => isIdUnread(file, sources));
  return (reference) =>
    files.has(reference) ||
    words.has(reference) ||
    (mayHaveAnyId && !reference.includes("/")) ||
    reference.split("/").some((part) => words.has(part));
}

function isStory(file: string): boolean {
  return file.startsWith("articles/") && file.endsWith(".md");
}

/** `articles/2019/storm.md` → `storm`. */
function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1, -".md".length).normalize("NFC");
}

type AnySource = Source<StorySpec> | FaultySource<StorySpec>;

function identities({ spec }: AnySource): readonly string[] {
  return [spec.id, spec.slug, ...(spec.aliases ?? [])].filter((name) => name !== undefined);
}

function isIdUnread(file: string, sources: readonly AnySource[]): boolean {
  const source = sources.find((one) => one.file === file);
  return !source || ("unread" in source && source.unread.has("id"));
}
