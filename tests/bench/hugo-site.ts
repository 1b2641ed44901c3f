// The archive as a Hugo site: sections as content sections, topics, authors and periods of time as
// taxonomies, the layouts of `hugo/layouts`.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { BIOGRAPHY, save, sharedAssets, withHeader, type BenchSite } from "./bench-site.ts";
import { type BenchStory, PAPER, paperOf } from "./generate-stories.ts";
import hugoConfig from "./hugo/config.json" with { type: "json" };

const PARTS = join(import.meta.dirname, "hugo");

/** @param folder empty or not there yet; absolute */
export function hugoSite(folder: string, count: number): BenchSite {
  cpSync(join(PARTS, "layouts"), join(folder, "layouts"), { recursive: true });
  save(join(folder, "config.json"), JSON.stringify(hugoSettings()));
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
  const stories = Object.fromEntries(PAPER.sections.map(({ slug }) => [slug, address]));
  const archive = {
    corrected: "/corrections/",
    archive_years: "/archive/:year/",
    archive_months: "/archive/:year/:month/",
    archive_days: "/archive/:year/:month/:day/",
  };
  return { ...hugoConfig, permalinks: { ...stories, ...archive } };
}

function writeLists(folder: string, count: number): void {
  const archive = { title: "Archive", outputs: ["html"] };
  save(join(folder, "content/archive/_index.md"), withHeader(archive, ""));
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
    ...periodsOf(story),
    kicker,
    genre,
    // A term of its own prints the page of corrections, and its feeds.
    ...(corrections.length > 0 && { corrections, corrected: ["Corrections"] }),
  };
  const month = story.date.wallClock.slice(0, 7).replace("-", "/");
  const place = `content/${story.section}/${month}/${story.slug}.md`;
  save(join(folder, place), withHeader(fields, story.body));
}

/** The terms that print the archive; a term's page has the date of its newest story. */
function periodsOf({ date }: BenchStory) {
  const day = date.wallClock.slice(0, 10);
  return {
    archive_years: [day.slice(0, 4)],
    archive_months: [day.slice(0, 7)],
    archive_days: [day],
  };
}
