// The stories a story points to: those chosen by hand, then older ones on the same topics, then
// older ones of its section. Only older ones, so that a new story never changes an old page.

import type { Story } from "../news/newspaper.ts";
import { olderThan, type StoryIndex } from "./story-index.ts";

const MOST = 4;

export function relatedTo(story: Story, index: StoryIndex): readonly Story[] {
  const chosen = story.related.flatMap((id) => index.byId.get(id) ?? []);
  const onTopic = story.topics
    .flatMap(({ slug }) => olderThan(story, index.byTopic.get(slug) ?? [], MOST))
    .sort((a, b) => b.published.instant - a.published.instant);
  const inSection = olderThan(story, index.bySection.get(story.section.slug) ?? [], MOST);
  const all = new Set([...chosen, ...onTopic, ...inSection]);
  all.delete(story);
  return [...all].slice(0, Math.max(MOST, chosen.length));
}
