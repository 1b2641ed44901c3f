// A paper with a search, in three languages and over three years. Its words are articles of the
// Universal Declaration of Human Rights, so that nothing is invented.

const EN =
  "Everyone has the right to freedom of movement and residence within the borders of each state.";
const RU = "Каждый человек имеет право свободно передвигаться и выбирать себе местожительство.";
const JA = "すべて人は、各国の境界内において自由に移転及び居住する権利を有する。";

export const SEARCHABLE = `
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: en
timezone: Europe/London
outputs: [search]
sections: [{ slug: rights, title: Rights }]
${story("2026/movement", "On movement", "2026-05-30", EN)}
${story("2026/peredvizhenie", "О передвижении", "2026-05-29", RU, "language: ru")}
${story("2026/iten", "移転の自由について", "2026-05-28", JA, "language: ja")}
${story("2026/rest", "On rest & leisure <at last>", "2026-04-28", "Everyone has the right to rest and leisure, including periodic holidays with pay.")}
${story("2025/asylum", "On asylum", "2025-03-01", "Everyone has the right to seek and to enjoy in other countries asylum from persecution.")}
`;

/** One story as txtar. */
export function story(
  file: string,
  headline: string,
  date: string,
  text: string,
  header = "genre: news",
): string {
  return `-- content/articles/${file}.md --
---
headline: ${headline}
date: ${date} 09:00
section: rights
${header}
---
${text}`;
}
