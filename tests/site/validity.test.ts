// Every page of a whole paper as a validator reads it, and the rules of the language that the
// validator does not know.

import { load } from "cheerio";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BuiltSite } from "../support/site.ts";
import { PAGES, wholePaper } from "../support/whole-paper.ts";

let paper: BuiltSite;
beforeAll(async () => {
  paper = await wholePaper();
});
afterAll(() => paper[Symbol.asyncDispose]());

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Lower case is as good.
    "doctype-style": "off",
    // Preact writes `<br/>`, markdown-it `<br>`; HTML knows no difference.
    "void-style": "off",
    // A table that scrolls is a region with a name, but no `<section>`: that would be a part of the story.
    "prefer-native-element": "off",
    // A title is as long as its headline; those who show less of it cut it themselves.
    "long-title": "off",
    // HTML asks only that an id has no space; those of Arabic headings have vowel signs.
    "valid-id": ["error", { relaxed: true }],
  },
});

/** What a look at each page of the paper finds, with the page's file in front; nothing, if all is well. */
function faults(look: ($: ReturnType<typeof load>, html: string) => Iterable<string>): string[] {
  return pages().flatMap((file) => {
    const html = paper.text(`/${file}`);
    return [...look(load(html), html)].map((fault) => `${file}: ${fault}`);
  });
}

function pages(): string[] {
  return paper.files().filter((file) => file.endsWith(".html"));
}

test("the paper has a page of every kind", () => {
  expect(Object.values(PAGES).filter((address) => !paper.has(address))).toEqual([]);
});

test("a validator finds no fault on any page", async () => {
  const found: string[] = [];
  for (const file of pages()) {
    const { results } = await validator.validateString(paper.text(`/${file}`));
    const messages = results.flatMap((result) => result.messages);
    found.push(...messages.map((m) => `${file}:${m.line} ${m.ruleId}: ${m.message}`));
  }
  expect(found).toEqual([]);
});

test("every page has one first heading, and its levels never skip", () => {
  expect(
    faults(function* ($) {
      const levels = $("h1, h2, h3, h4, h5, h6")
        .toArray()
        .map(({ tagName }) => Number(tagName.slice(1)));
      if (levels.filter((level) => level === 1).length !== 1) yield "not one h1";
      for (const [index, level] of levels.entries()) {
        if (level > (levels[index - 1] ?? 0) + 1) yield `h${levels[index - 1]} before h${level}`;
      }
    }),
  ).toEqual([]);
});

test("every time is one that machines can read", () => {
  expect(
    faults(function* ($) {
      for (const { attribs } of $("time").toArray()) {
        if (!isMoment(attribs["datetime"] ?? "")) yield `datetime="${attribs["datetime"]}"`;
      }
    }),
  ).toEqual([]);
});

/** HTML, 3.2.6: a real day, alone or with an hour and an offset. */
function isMoment(value: string): boolean {
  const [, day] =
    /^(\d{4}-\d\d-\d\d)(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:Z|[+-][0-2]\d:[0-5]\d))?$/.exec(value) ??
    [];
  return day !== undefined && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
}

test("no page holds a style or a script in itself, but for data", () => {
  expect(
    faults(function* ($) {
      for (const element of $("*").toArray()) {
        const names = Object.keys($(element).attr() ?? {});
        yield* names.filter((name) => name === "style" || name.startsWith("on"));
      }
      const data = "[type='application/ld+json'], [type='module'][src]";
      for (const script of $(`style, script:not(${data})`).toArray()) {
        yield $.html(script);
      }
    }),
  ).toEqual([]);
});

test("every picture has a description, even if an empty one, and a size", () => {
  expect(
    faults(function* ($) {
      for (const { attribs } of $("img").toArray()) {
        const { alt, width, height, src } = attribs;
        if (alt === undefined) yield `${src} has no alt`;
        if (!(Number(width) > 0 && Number(height) > 0)) yield `${src} has no size`;
      }
    }),
  ).toEqual([]);
});

test("no two elements of a page share a name, and no reference names none", () => {
  expect(
    faults(function* ($) {
      const ids = $("[id]")
        .toArray()
        .map(({ attribs }) => attribs["id"] ?? "");
      for (const id of ids)
        if (ids.filter((other) => other === id).length > 1) yield `#${id} twice`;
      const within = $("a[href^='#']").toArray();
      const named = within.map(({ attribs }) =>
        decodeURIComponent(attribs["href"]?.slice(1) ?? ""),
      );
      for (const element of $("[aria-labelledby], [aria-describedby]").toArray()) {
        const { "aria-labelledby": label = "", "aria-describedby": more = "" } = element.attribs;
        named.push(...`${label} ${more}`.trim().split(/\s+/));
      }
      for (const id of named) if (!ids.includes(id)) yield `#${id} is nowhere`;
    }),
  ).toEqual([]);
});

test("every language is a real one, and said of the page as a whole", () => {
  expect(
    faults(function* ($) {
      const { lang = "", dir } = $("html").attr() ?? {};
      if (lang === "" || !["ltr", "rtl"].includes(dir ?? "")) yield `lang="${lang}" dir="${dir}"`;
      for (const { attribs } of $("[lang]").toArray()) {
        const tag = attribs["lang"] ?? "";
        if (Intl.getCanonicalLocales(tag)[0] !== tag) yield `lang="${tag}"`;
        if (!namesOfLanguages.of(tag)) yield `lang="${tag}" is unknown`;
      }
    }),
  ).toEqual([]);
});

const namesOfLanguages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
