import { expect, test } from "vitest";
import { checkFields } from "../../src/source/check-fields.ts";
import { SITE_GATE } from "../../src/source/gates.ts";
import { readSettings } from "../../src/source/read-fields.ts";
import { SITE } from "../support/content-folder.ts";
import { sourceProblems } from "../support/source-problems.ts";

/** The settings with one line replaced or added. */
function settings(line: string): string {
  const name = line.split(":")[0] ?? "";
  const others = SITE.replace(new RegExp(`^${name}:.*\n(?: .*\n)*`, "m"), "");
  return `${others}${line}\n`;
}

const check = (line: string) => checkFields(readSettings(settings(line)), SITE_GATE, "site.yaml");

test("the settings of the contract are accepted", () => {
  const { value, problems } = checkFields(
    readSettings(`
title: The Broadsheet            # required
url: https://news.example.org/
language: en
timezone: Europe/London
description: One sentence about the paper
sections:
  - { slug: world, title: World }
topics: { visa-free-travel: Visa-free travel }
publisher: { name: The Press, logo: images/logo.png }
policies: { corrections: /corrections/, ethics: /ethics/ }
addresses: { article: "/:section/:year/:slug/" }
outputs: [search, twins]
tag_authority: news.example.org
`),
    SITE_GATE,
    "site.yaml",
  );
  expect(problems).toEqual([]);
  expect(value).toMatchObject({
    title: "The Broadsheet",
    addresses: { article: "/:section/:year/:slug/" },
  });
});

test("looking up a topic that has no display name finds nothing, whatever it is called", () => {
  const { value } = check("topics: { constructor: The Constructor }");
  expect(value?.topics["constructor"]).toBe("The Constructor");
  expect(value?.policies["toString"]).toBeUndefined();
});

test.each([
  "url: http://localhost:8080/news",
  "url: https://пример.рф/",
  "language: pt-BR",
  "language: zh-Hant-TW",
  "language: EN-gb",
  "timezone: UTC",
  "timezone: America/Argentina/Ushuaia",
  "timezone: Asia/Kolkata",
  'addresses: { article: "/:slug/" }',
  'addresses: { article: "/news/:year-:month/:slug/" }',
  "sections: [{ slug: arts-2, title: Arts }]",
])("%s is accepted", (line) => {
  expect(check(line).problems).toEqual([]);
});

const REFUSED = `
url: news.example.org
url: /news/
url: ftp://example.org/
url: https://example.org/?a
url: https://a b/
language: english
language: en_GB
language: jp
language: x
language: German
timezone: London
timezone: Europe/Lodnon
timezone: +01:00
timezone: GMT+1
timezone: Mars/Base
addresses: { article: "/:yaer/:slug/" }
addresses: { article: "/:year/" }
addresses: { article: ":slug" }
addresses: { article: "/../:slug/" }
addresses: { article: "//:slug/" }
addresses: { story: "/:slug/" }
sections: []
sections: world
sections: [world]
sections: [{ slug: search, title: Search }]
sections: [{ slug: World News, title: World }]
sections: [{ slug: 日本, title: 日本 }]
sections: [{ slug: "2026", title: Year }]
sections: [{ slug: a, title: A }, { slug: a, title: B }]
outputs: [serach]
tag_authority: https://news.example.org/
baseURL: https://example.org/
topics: []
title: The Paper: news
publisher: The Press
`;

test("settings are refused with a sentence and a cure", async () => {
  const reports = REFUSED.trim()
    .split("\n")
    .map(async (line) => {
      const report = await sourceProblems(`-- site.yaml --\n${settings(line)}`);
      return report.replaceAll("content/site.yaml:", "");
    });
  expect((await Promise.all(reports)).join("\n")).toMatchInlineSnapshot(`
    "7:6 error: “url” is “news.example.org”, which is not the address of a website.
      7 | url: news.example.org
      Did you mean “https://news.example.org”?
    7:6 error: “url” is “/news/”, which is not the address of a website.
      7 | url: /news/
      Write it with “https://”, and without “?” or “#”: https://news.example.org/
    7:6 error: “url” is “ftp://example.org/”, which is not the address of a website.
      7 | url: ftp://example.org/
      Write it with “https://”, and without “?” or “#”: https://news.example.org/
    7:6 error: “url” is “https://example.org/?a”, which is not the address of a website.
      7 | url: https://example.org/?a
      Write it with “https://”, and without “?” or “#”: https://news.example.org/
    7:6 error: “url” is “https://a b/”, which is not the address of a website.
      7 | url: https://a b/
      Write it with “https://”, and without “?” or “#”: https://news.example.org/
    7:11 error: “language” is “english”, which is not a language tag.
      7 | language: english
      Did you mean “en”?
    7:11 error: “language” is “en_GB”, which is not a language tag.
      7 | language: en_GB
      Did you mean “en-GB”?
    7:11 error: “language” is “jp”, which is not a language tag.
      7 | language: jp
      Did you mean “ja”?
    7:11 error: “language” is “x”, which is not a language tag.
      7 | language: x
      Write it like “en”, “pt-BR” or “zh-Hant”: the language first, then script or country.
    7:11 error: “language” is “German”, which is not a language tag.
      7 | language: German
      Did you mean “de”?
    7:11 error: “timezone” is “London”, which is not a time zone.
      7 | timezone: London
      Did you mean “Europe/London”?
    7:11 error: “timezone” is “Europe/Lodnon”, which is not a time zone.
      7 | timezone: Europe/Lodnon
      Did you mean “Europe/London”?
    7:11 error: “timezone” is “+01:00”, which is not a time zone.
      7 | timezone: +01:00
      Write the name of the IANA database, continent and city: “Europe/London”, “America/New_York”.
    7:11 error: “timezone” is “GMT+1”, which is not a time zone.
      7 | timezone: GMT+1
      Write the name of the IANA database, continent and city: “Europe/London”, “America/New_York”.
    7:11 error: “timezone” is “Mars/Base”, which is not a time zone.
      7 | timezone: Mars/Base
      Write the name of the IANA database, continent and city: “Europe/London”, “America/New_York”.
    8:23 error: “article” of “addresses” is “/:yaer/:slug/”; “:yaer” stands for nothing.
      8 | addresses: { article: "/:yaer/:slug/" }
        |                       ^
      Did you mean “:year”?
    8:23 error: “article” of “addresses” is “/:year/”, without “:slug”.
      8 | addresses: { article: "/:year/" }
        |                       ^
      Write it like “/:year/:month/:day/:slug/”.
    8:23 error: “article” of “addresses” is “:slug”, which cannot be an address: it begins and ends with “/”.
      8 | addresses: { article: ":slug" }
        |                       ^
      Write it like “/:year/:month/:day/:slug/”.
    8:23 error: “article” of “addresses” is “/../:slug/”, which cannot be an address: it begins and ends with “/”.
      8 | addresses: { article: "/../:slug/" }
        |                       ^
      Write it like “/:year/:month/:day/:slug/”.
    8:23 error: “article” of “addresses” is “//:slug/”, which cannot be an address: it begins and ends with “/”.
      8 | addresses: { article: "//:slug/" }
        |                       ^
      Write it like “/:year/:month/:day/:slug/”.
    8:14 error: “story” is not a field of “addresses”.
      8 | addresses: { story: "/:slug/" }
        |              ^
      Known fields: article.
    5:11 error: “sections” needs at least one entry.
      5 | sections: []
      Write, for example: sections: [{ slug: world, title: World }]
    5:11 error: “sections” is “world”, not a list.
      5 | sections: world
      Write sections: [world], or each entry on a line of its own after “- ”.
    5:12 error: Entry 1 of “sections” is “world”, not a group of fields.
      5 | sections: [world]
        |            ^
      Write, for example: sections: [{ slug: world, title: World }]
    5:20 error: “slug” of entry 1 of “sections” is “search”, which the press needs for pages of its own.
      5 | sections: [{ slug: search, title: Search }]
        |                    ^
      Choose another word; these are taken: archive, assets, authors, corrections, feed, images, pictures, search, series, staff, text, topics.
    5:20 error: “slug” of entry 1 of “sections” is “World News”; the slug of a section is made of lower-case letters, digits and single hyphens.
      5 | sections: [{ slug: World News, title: World }]
        |                    ^
      Write, for example, “world-news”.
    5:20 error: “slug” of entry 1 of “sections” is “日本”; the slug of a section is made of lower-case letters, digits and single hyphens.
      5 | sections: [{ slug: 日本, title: 日本 }]
        |                    ^
      Write, for example, “world”.
    5:20 error: “slug” of entry 1 of “sections” is “2026”, which would be taken for a year in addresses.
      5 | sections: [{ slug: "2026", title: Year }]
        |                    ^
      Begin it with a letter.
    5:43 error: “slug” of entry 2 of “sections” is “a” a second time.
      5 | sections: [{ slug: a, title: A }, { slug: a, title: B }]
        |                                           ^
      Give each section a slug of its own.
    8:11 error: Entry 1 of “outputs” is “serach”, which the press does not know.
      8 | outputs: [serach]
        |           ^
      Did you mean “search”? It may be “search”, “twins” or “text”.
    8:16 error: “tag_authority” is “https://news.example.org/”, which is not a host name.
      8 | tag_authority: https://news.example.org/
      Write the name alone, in lower case: news.example.org
    8:1 error: “baseURL” is not a field of the settings.
      8 | baseURL: https://example.org/
      Write “url” instead.
    8:9 error: “topics” is a list, not a group of fields.
      8 | topics: []
      Write, for example: topics: { visa-free-travel: Visa-free travel }
    7:8 error: The text of “title” cannot be read as it stands.
      7 | title: The Paper: news
      Put it in quotes: title: "The Paper: news"
    8:12 error: “publisher” is “The Press”, not a group of fields.
      8 | publisher: The Press
      Write, for example: publisher: { name: … } It may also hold: logo."
  `);
});
