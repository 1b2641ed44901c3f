// The text of a generated story: 250 to 900 words of Markdown.

import { between, pick, type Random } from "./random.ts";
import {
  BODIES,
  CLAUSES,
  OPENINGS,
  PLACES,
  REMARKS,
  SUBHEADS,
  TAILS,
  THINGS,
  VERBS,
} from "./story-words.ts";

/** @param earlier addresses of older stories, for links */
export function bodyOf(random: Random, earlier: readonly string[]): string {
  const target = between(random, 250, 800);
  const blocks: string[] = [];
  let words = 0;
  while (words < target) {
    const block = words === 0 ? paragraph(random) : nextBlock(random, earlier);
    blocks.push(block);
    words += block.split(/\s+/).length;
  }
  return `${blocks.join("\n\n")}\n`;
}

function nextBlock(random: Random, earlier: readonly string[]): string {
  const chance = random();
  if (chance < 0.06) return `## ${pick(random, SUBHEADS)}\n\n${paragraph(random)}`;
  if (chance < 0.1) return list(random);
  if (chance < 0.14) return `> ${pick(random, REMARKS)}.`;
  if (chance < 0.22 && earlier.length > 0) return linkingParagraph(random, earlier);
  return paragraph(random);
}

function paragraph(random: Random): string {
  const sentences = Array.from({ length: between(random, 2, 4) }, () => sentence(random));
  return sentences.join(" ");
}

function sentence(random: Random): string {
  const chance = random();
  if (chance < 0.15) return `"${pick(random, REMARKS)}," the ${pick(random, BODIES)} said.`;
  if (chance < 0.2)
    return `The *${pick(random, THINGS)}* would cost ${between(random, 2, 900)} million, ${pick(random, TAILS)}.`;
  const who = `the ${pick(random, BODIES)} in the ${pick(random, PLACES)}`;
  const said = `${pick(random, VERBS)} ${pick(random, CLAUSES)}`;
  const tail = random() < 0.5 ? `, ${pick(random, TAILS)}` : "";
  return `${pick(random, OPENINGS)}, ${who} ${said}${tail}.`;
}

function list(random: Random): string {
  const items = Array.from(
    { length: between(random, 3, 5) },
    () =>
      `- **The ${pick(random, THINGS)}** in the ${pick(random, PLACES)}, ${pick(random, TAILS)}`,
  );
  return items.join("\n");
}

function linkingParagraph(random: Random, earlier: readonly string[]): string {
  const link = `[the ${pick(random, THINGS)}](${pick(random, earlier)})`;
  return `${sentence(random)} This paper has written about ${link} before. ${sentence(random)}`;
}
