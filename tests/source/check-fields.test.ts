// The gate, one kind of file after another: what it says of each, and what it can still read of a
// faulty one.

import { expect, test } from "vitest";
import { checkFields, readableFields } from "../../src/source/check-fields.ts";
import {
  AUTHOR_GATE,
  FRONT_GATE,
  type Gate,
  PAGE_GATE,
  SITE_GATE,
  STORY_GATE,
} from "../../src/source/gates.ts";
import { readYaml } from "../../src/source/read-yaml.ts";

const GATES: readonly (readonly [name: string, gate: Gate<unknown>])[] = [
  ["site", SITE_GATE],
  ["front", FRONT_GATE],
  ["story", STORY_GATE],
  ["author", AUTHOR_GATE],
  ["page", PAGE_GATE],
];

const yaml = (text: string) => readYaml(text, 1, new Set(["headline"]));

test("each kind of file is named as what it is, and what is foreign to it has a cure", () => {
  const words = GATES.map(([name, gate]) => {
    const { value, problems } = checkFields(yaml("layout: x\n"), gate, name);
    expect(value).toBeUndefined();
    return problems
      .map(({ file, message, cure }) => `${file}: ${message} ${cure ?? ""}`)
      .join("\n");
  });
  expect(words.join("\n")).toMatchInlineSnapshot(`
    "site: The newspaper has no “title”. Write, for example: title: The Broadsheet
    site: The newspaper has no “url”. Write, for example: url: https://news.example.org/
    site: The newspaper has no “language”. Write, for example: language: en
    site: The newspaper has no “timezone”. Write, for example: timezone: Europe/London
    site: The newspaper has no “sections”. Write, for example: sections: [{ slug: world, title: World }]
    site: “layout” is not a field of the settings. The look of the paper is in “layouts/”. Delete this setting.
    front: The front page has no “editions”. Write, for example: editions: [{ from: 2026-05-05 05:00, lead: /2026/05/04/storm/ }]
    front: “layout” is not a field of the front page. What a story says never steers the press. Delete this field.
    story: The story has no “headline”. Write, for example: headline: Budget: council says no
    story: The story has no “date”. Write, for example: date: 2026-03-08 21:30
    story: The story has no “section”. Write, for example: section: world
    story: “layout” is not a field of a story. Every page of a kind looks the same; change the look in “layouts/”. Delete this field.
    author: The author has no “name”. Write, for example: name: Jane Doe
    author: “layout” is not a field of an author. Every page of a kind looks the same; change the look in “layouts/”. Delete this field.
    page: The page has no “title”. Write, for example: title: About this newspaper
    page: “layout” is not a field of a page. Every page of a kind looks the same; change the look in “layouts/”. Delete this field."
  `);
});

test("a sound file is accepted with its defaults, an empty one is not", () => {
  const story = "headline: Storm warning\ndate: 2026-03-08\nsection: world\n";
  expect(checkFields(yaml(story), STORY_GATE, "a.md")).toEqual({
    value: {
      headline: "Storm warning",
      date: "2026-03-08",
      section: "world",
      genre: "news",
      status: "published",
      noindex: false,
      syndicate: true,
    },
    problems: [],
  });
  expect(checkFields(yaml(""), STORY_GATE, "a.md").problems.map(({ message }) => message)).toEqual([
    "The story has no “headline”.",
    "The story has no “date”.",
    "The story has no “section”.",
  ]);
});

/** What the gate says of a story, without the cures. */
function said(text: string): readonly string[] {
  const { value, problems } = checkFields(yaml(text), STORY_GATE, "a.md");
  expect(value).toBeUndefined();
  return problems.map(({ file, message }) => `${file}: ${message}`);
}

test("a fault of the YAML is told alone where it hides a field, and what is beside it is told too", () => {
  const required = "headline: Storm\ndate: 2026-03-08\n";
  expect(said(`${required}section: *world\nnoindex: perhaps\n`)).toMatchInlineSnapshot(`
    [
      "a.md: What begins with “&” or “*” would stand for another value, and that is not read.",
      "a.md: “noindex” is “perhaps”, neither true nor false.",
    ]
  `);
  expect(said(`${required}section: world\nseo: { title: &a x, description: [] }\n`))
    .toMatchInlineSnapshot(`
    [
      "a.md: What begins with “&” or “*” would stand for another value, and that is not read.",
      "a.md: “description” of “seo” is a list, not a single text.",
    ]
  `);
  expect(said(`${required}section: world\nkicker: &a x\n`)).toHaveLength(1);
  // Where nobody can tell which field is meant, no field is said to be missing.
  expect(said("headline: Storm\n---\nx: y\n")).toEqual([
    "a.md: A second set of fields begins here; the press reads one.",
  ]);
  expect(said(`${required}section: [\n`)).toMatchInlineSnapshot(`
    [
      "a.md: “section” opens with [ and is never closed.",
    ]
  `);
});

test("of a faulty story the sound fields are read, and substitutes stand for the others", () => {
  const read = (text: string) => {
    const readable = readableFields(yaml(text), STORY_GATE);
    return readable && { ...readable, unread: [...readable.unread] };
  };
  expect(
    read("headline: Storm\ndate: [x]\nsecton: world\nsponsor: { name: A }\ngenre: poem\n"),
  ).toEqual({
    spec: {
      headline: "Storm",
      date: "1000-01-01",
      section: "–",
      genre: "sponsored",
      sponsor: { name: "A" },
      status: "published",
      noindex: false,
      syndicate: true,
    },
    unread: ["date", "section", "genre", "secton"],
  });
  expect(read("headline: Storm\nsection: *x\nseo: { titel: x }\n")).toMatchObject({
    spec: { headline: "Storm", section: "–", genre: "news" },
    unread: ["date", "section", "seo"],
  });
  const nothing = read("section: [\n");
  expect(nothing?.spec).toMatchObject({ headline: "–", date: "1000-01-01", section: "–" });
  expect(nothing?.unread).toContain("corrections");
  expect(readableFields(yaml("bio: x\n"), AUTHOR_GATE)?.spec).toMatchObject({ name: "–" });
  expect(readableFields(yaml("bio: x\n"), PAGE_GATE)?.spec).toMatchObject({ title: "–" });
  expect(readableFields(yaml("tilte: x\n"), SITE_GATE)).toBeUndefined();
});
