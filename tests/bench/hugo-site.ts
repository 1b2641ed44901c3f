// The archive as a Hugo site: sections as content sections, topics and authors as taxonomies, the
// layouts of `hugo/layouts` (and `hugo/feeds`, where Broadsheet prints feeds).

import { cpSync } from "node:fs";
import { join } from "node:path";
import { BIOGRAPHY, save, sharedAssets, withHeader, type BenchSite } from "./bench-site.ts";
import { type BenchStory, PAPER, paperOf } from "./generate-stories.ts";
import hugoConfig from "./hugo/config.json" with { type: "json" };

const PARTS = join(import.meta.dirname, "hugo");

/** @param folder empty or not there yet; absolute */
export function hugoSite(folder: string, count: number, feeds: boolean): BenchSite {
  cpSync(join(PARTS, "layouts"), join(folder, "layouts"), { recursive: true });
  if (feeds) cpSync(join(PARTS, "feeds"), join(folder, "layouts"), { recursive: true });
  save(join(folder, "config.json"), JSON.stringify(feeds ? withFeeds() : hugoSettings()));
  save(join(folder, "data/sections.json"), JSON.stringify(PAPER.sections));
  save(join(folder, "data/sectionTitles.json"), JSON.stringify(sectionTitles()));
  for (const [name, bytes] of sharedAssets()) save(join(folder, "static/assets", name), bytes);
  writeLists(folder, count);
  return {
    system: "Hugo",
    folder,
    output: join(folder, "public"),
    build: { file: "hugo", words: ["--quiet"], cwd: folder },
    leftovers: [join(folder, "public"), join(folder, "resources")],
    writeStory: (story) => writeStory(folder, story),
    storyLayout: { file: join(folder, "layouts/_default/single.html"), mark: 'class="story"' },
  };
}

export function sectionTitles(): Readonly<Record<string, string>> {
  return Object.fromEntries(PAPER.sections.map(({ slug, title }) => [slug, title]));
}

function hugoSettings() {
  const address = "/:year/:month/:day/:filename/";
  const permalinks = Object.fromEntries(PAPER.sections.map(({ slug }) => [slug, address]));
  return { ...hugoConfig, permalinks };
}

/** The monthly parts of Broadsheet's sitemap are one file in Hugo: the same addresses. */
function withFeeds() {
  const format = (baseName: string, mediaType: string) => ({ baseName, mediaType });
  const lists = ["html", "rss", "atom", "json"];
  return {
    ...hugoSettings(),
    disableKinds: ["taxonomy", "robotsTXT"],
    mediaTypes: { "application/atom+xml": { suffixes: ["xml"] } },
    outputFormats: {
      rss: format("feed", "application/rss+xml"),
      atom: format("atom", "application/atom+xml"),
      json: format("feed", "application/json"),
      news: format("news-sitemap", "application/xml"),
    },
    outputs: { home: [...lists, "news"], section: lists, term: lists },
  };
}

function writeLists(folder: string, count: number): void {
  for (const { slug, title } of PAPER.sections)
    save(join(folder, `content/${slug}/_index.md`), withHeader({ title }, ""));
  for (const { slug, name, role } of paperOf(count).authors)
    save(
      join(folder, `content/authors/${slug}/_index.md`),
      withHeader({ title: name, role }, BIOGRAPHY),
    );
}

function writeStory(folder: string, story: BenchStory): void {
  const { headline: title, standfirst, authors, topics, kicker, genre = "news" } = story;
  const corrections = story.corrections.map(({ date, text }) => ({ date: date.iso, text }));
  const fields = {
    title,
    date: story.date.iso,
    standfirst,
    authors,
    topics,
    kicker,
    genre,
    ...(corrections.length > 0 && { corrections }),
  };
  const month = story.date.wallClock.slice(0, 7).replace("-", "/");
  const place = `content/${story.section}/${month}/${story.slug}.md`;
  save(join(folder, place), withHeader(fields, story.body));
}
