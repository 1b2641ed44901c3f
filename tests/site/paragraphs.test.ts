// What the newsroom says of a mistake, and of its work, may take more than one paragraph: a blank line
// begins another, however YAML is written, wherever it is read.

import { load } from "cheerio";
import { expect, test } from "vitest";
import { SITE } from "../support/content-folder.ts";
import { site } from "../support/site.ts";

const BRIDGE = "/2026/03/01/bridge/";
const WRONG = ["It said: <all> closed.", "Only one lane is."];
const HOW = ["We counted & asked.", "Then we drove, and counted again."];

/** Each way to write a text of several lines, with its second paragraph on two of them. */
const WAYS = {
  "kept in lines": ["|", "It said: <all> closed.\n\n Only one\n lane is."],
  "joined, with a line end": [">", "It said: <all> closed.\n\n Only one\n lane is."],
  "joined, with two blank lines": [">-", "It said: <all> closed.\n\n\n Only one\n lane is."],
  "in single quotes": ["", "'It said: <all> closed.\n\n Only one\n lane is.'"],
  "in double quotes": ["", '"It said: <all> closed.\n\n Only one\n lane is."'],
} as const;

const indented = (text: string, by: number) =>
  text.replaceAll(/\n ?(?=.)/g, `\n${" ".repeat(by)}`).replaceAll(/\n +(?=\n)/g, "\n");

function archive([mark, text]: readonly [string, string]): string {
  const entry = `  - date: 2026-03-02\n    kind: correction\n    text: ${mark}\n      ${indented(text, 6)}\n`;
  const how = HOW.join("\n\n").replace("drove,", "drove,\n");
  return `-- content/site.yaml --
${SITE}outputs: [twins, text]
-- content/articles/bridge.md --
---
headline: The bridge
date: 2026-03-01
section: world
method: >
  ${indented(how, 2)}
corrections:
${entry}---
It stands in the harbour.
-- content/articles/pier.md --
---
headline: The pier
date: 2026-03-01
section: world
status: killed
corrections:
${entry}---
It stands no more.
`;
}

const folded = (text: string) => text.replaceAll(/\s+/g, " ").trim();

test.each(Object.entries(WAYS))(
  "a text of several paragraphs is one of several paragraphs: %s",
  async (_, way) => {
    await using built = await site(archive(way));
    const both = (address: string, of: string) => built.texts(address, `${of} p`).slice(-2);
    expect(both(BRIDGE, ".note")).toEqual(WRONG);
    expect(both(BRIDGE, ".reporting")).toEqual(HOW);
    expect(both("/2026/03/01/pier/", ".note")).toEqual(WRONG);
    expect(both("/corrections/", ".corrected-text")).toEqual(WRONG);
    const edition = built.texts(`/text${BRIDGE}`, "main p");
    expect(edition).toContain(`Correction (2 March 2026) ${WRONG[0]}`);
    expect(edition).toEqual(expect.arrayContaining([WRONG[1], ...HOW]));
  },
);

test("paragraphs are kept in feeds, twins and data for machines", async () => {
  await using built = await site(archive(WAYS["joined, with a line end"]));
  const story = built.jsonLd(BRIDGE, "NewsArticle")[0];
  expect(story).toMatchObject({
    backstory: HOW.join("\n\n"),
    correction: [{ text: WRONG.join("\n\n") }],
  });
  const plain = built.text(`${BRIDGE}story.txt`);
  expect(plain).toContain(`Correction (2 March 2026): ${WRONG.join("\n\n")}\n\n`);
  expect(plain).toContain(`How we reported this\n${HOW.join("\n\n")}\n\n`);
  const html = (file: string, of: string) =>
    load(built.text(file), { xml: true })(of).first().text();
  const { items } = JSON.parse(built.text("/feed.json"));
  const bodies = [
    items[0].content_html,
    html("/feed.xml", "content\\:encoded"),
    html("/atom.xml", "entry > content"),
    JSON.parse(built.text(`${BRIDGE}index.json`)).bodies[0].value,
  ];
  for (const body of bodies) {
    const paragraphs = load(body)("p")
      .toArray()
      .map((one) => folded(load(one).text()));
    expect(paragraphs).toEqual(expect.arrayContaining([WRONG[1], ...HOW]));
  }
  const ledger = load(html("/corrections/feed.xml", "content\\:encoded"))("p");
  expect(folded(ledger.last().text())).toBe(WRONG[1]);
  expect(html("/corrections/feed.xml", "item > description")).toContain("closed.<br><br>Only");
});
