// What the story is about, as ways to more of it.

import type { Link } from "../../src/pages/page.ts";

export interface TopicsProps {
  readonly topics: readonly Link[];
  /** "Topics". */
  readonly label: string;
}

/** Nothing at all for a story without topics. */
export function Topics({ topics, label }: TopicsProps) {
  if (topics.length === 0) return null;
  return (
    <div class="topics">
      <h2 class="label">{label}</h2>
      <ul>
        {topics.map((topic) => (
          <li>
            <a href={topic.url}>{topic.label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
