// The archive as a plain Eleventy site: one Markdown file a story, the Nunjucks layouts and the
// configuration of `eleventy/`.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { BIOGRAPHY, save, sharedAssets, withHeader, type BenchSite } from "./bench-site.ts";
import { type BenchStory, PAPER, paperOf } from "./generate-stories.ts";
import { sectionTitles } from "./hugo-site.ts";

const PARTS = join(import.meta.dirname, "eleventy");
const COMMAND = join(import.meta.dirname, "../../node_modules/@11ty/eleventy/cmd.cjs");

/** @param folder empty or not there yet; absolute */
export function eleventySite(folder: string, count: number): BenchSite {
  cpSync(join(PARTS, "_includes"), join(folder, "_includes"), { recursive: true });
  cpSync(join(PARTS, "pages"), join(folder, "content"), { recursive: true });
  cpSync(join(PARTS, "eleventy.config.cjs"), join(folder, "eleventy.config.cjs"));
  const shared = "stories.11tydata.cjs";
  cpSync(join(PARTS, shared), join(folder, "content/stories", shared));
  for (const [name, bytes] of sharedAssets()) save(join(folder, "assets", name), bytes);
  writeData(folder, count);
  return {
    system: "Eleventy",
    folder,
    output: join(folder, "_site"),
    build: { file: process.execPath, words: [COMMAND, "--quiet"], cwd: folder },
    leftovers: [join(folder, "_site"), join(folder, ".cache")],
    writeStory: (story) => writeStory(folder, story),
    storyLayout: { file: join(folder, "_includes/story.njk"), mark: 'class="story"' },
  };
}

function writeData(folder: string, count: number): void {
  const publisher = {
    "@type": "NewsMediaOrganization",
    "@id": `${PAPER.url}#publisher`,
    name: PAPER.title,
    url: PAPER.url,
    logo: { "@type": "ImageObject", url: `${PAPER.url}assets/card.jpg`, width: 1200, height: 630 },
  };
  const genreTypes = {
    analysis: "AnalysisNewsArticle",
    opinion: "OpinionNewsArticle",
    review: "ReviewNewsArticle",
    explainer: "BackgroundNewsArticle",
  };
  const site = { ...PAPER, sectionTitles: sectionTitles(), publisher, genreTypes };
  save(join(folder, "_data/site.json"), JSON.stringify(site));
  const authors = paperOf(count).authors.map(({ slug, name, role }) => [
    slug,
    { name, role, biography: BIOGRAPHY },
  ]);
  save(join(folder, "_data/authorsBySlug.json"), JSON.stringify(Object.fromEntries(authors)));
}

function writeStory(folder: string, story: BenchStory): void {
  const { headline: title, standfirst, section, authors, topics, kicker, genre = "news" } = story;
  const corrections = story.corrections.map(({ date, text }) => ({ date: date.iso, text }));
  const fields = {
    title,
    address: story.address,
    standfirst,
    section,
    authors,
    topics,
    kicker,
    genre,
    ...(corrections.length > 0 && { corrections }),
  };
  // Eleventy takes a date as YAML has it, without quotation marks.
  const header = withHeader(fields, story.body).replace("---\n", `---\ndate: ${story.date.iso}\n`);
  const month = story.date.wallClock.slice(0, 7).replace("-", "/");
  save(join(folder, `content/stories/${month}/${story.slug}.md`), header);
}
