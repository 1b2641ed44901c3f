// The stories a story points to: those chosen by hand, then older ones on the same topics, then
// older ones of its section. Only older ones, so that a new story never changes an old page.

import type { Story } from "../news/newspaper.ts";
import { rememberOf } from "./remember.ts";
import { olderThan, type StoryIndex } from "./story-index.ts";

const MOST = 4;

/** Found once: a story is asked when its page is planned, and again when it is printed. */
export function relatedTo(story: Story, index: StoryIndex): readonly Story[] {
  const known = knownIn(index);
  const related = known.get(story) ?? findRelated(story, index);
  known.set(story, related);
  return related;
}

const knownIn = rememberOf<StoryIndex, Map<Story, readonly Story[]>>(() => new Map());

function findRelated(story: Story, index: StoryIndex): readonly Story[] {
  const chosen = story.related.flatMap((id) => index.byId.get(id) ?? []);
  const all = new Set(chosen);
  all.delete(story);
  const most = Math.max(MOST, all.size);
  for (const list of [onTopics, inSection]) {
    if (all.size < most) for (const other of list(story, index)) all.add(other);
  }
  return all.size > most ? [...all].slice(0, most) : [...all];
}

function onTopics(story: Story, { byTopic }: StoryIndex): readonly Story[] {
  const found: Story[] = [];
  for (const { slug } of story.topics) {
    found.push(...olderThan(story, byTopic.get(slug) ?? [], MOST));
  }
  return found.sort((a, b) => b.published.instant - a.published.instant);
}

function inSection(story: Story, { bySection }: StoryIndex): readonly Story[] {
  return olderThan(story, bySection.get(story.section.slug) ?? [], MOST);
}
