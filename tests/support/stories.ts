// Many stories at once, for lists and fronts.

/** `count` stories of a section, one a day from 1 January 2020 on: `Story 1`, `Story 2`, … */
export function stories(count: number, section = "world", header = ""): string {
  return Array.from({ length: count }, (_, index) => story(index + 1, section, header)).join("\n");
}

/** One of them. */
export function story(number: number, section = "world", header = ""): string {
  const day = new Date(Date.UTC(2020, 0, number)).toISOString().slice(0, 10);
  return `-- content/articles/story-${number}.md --
---
headline: Story ${number}
date: ${day} 09:00
section: ${section}
${header}---
The text of story ${number}.
`;
}
