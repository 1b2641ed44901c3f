import { expect, test } from "vitest";
import { verifyPages, type PrintedPage } from "../../src/verify/verify-pages.ts";

function page(body: string, output = "a/index.html", origin = "articles/a.md"): PrintedPage {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A</title></head><body><h1 class="x">A</h1>${body}</body></html>\n`;
  return { output, origin, html };
}

const OUTPUTS = new Set([
  "index.html",
  "a/index.html",
  "b/index.html",
  "style.css",
  "feed.xml",
  "ニュース/index.html",
  "pictures/a, b-320.jpg",
  "pictures/x&y.jpg",
]);

function dead(body: string, basePath = "/"): string[] {
  return verifyPages([page(body)], OUTPUTS, basePath).map(
    ({ message }) => /“(.*)”/.exec(message)?.[1] ?? message,
  );
}

test("a whole page with living links has no fault", () => {
  const body = `<a href="/">f</a> <a href="../b/#part">b</a> <a href="/b/?q=1">b</a> <a href="#here">h</a> <a href="">e</a>
    <a href="https://example.org/x">e</a> <a href="//example.org/x">e</a> <a href="mailto:a@example.org">m</a>
    <link rel="stylesheet" href="/style.css"> <a href="/%E3%83%8B%E3%83%A5%E3%83%BC%E3%82%B9/">n</a>
    <img src="/pictures/x&amp;y.jpg" srcset="/pictures/a,%20b-320.jpg 320w,
    /pictures/x&amp;y.jpg 640w"> <p>a text with href=&quot;/nowhere/&quot;</p>
    <script type="application/ld+json">{"text":" href=\\"/nowhere/\\""}</script>`;
  expect(verifyPages([page(body)], OUTPUTS, "/")).toEqual([]);
});

test("words that end like the beginning of a link are words", () => {
  const body = `<p title="a > b href=">src=&quot;/nowhere/&quot; href=</p> <p title=" src=">c</p>
    <script type="application/ld+json">{"a":"x href=","b":" src=","c":["x="]}</script>`;
  expect(dead(body)).toEqual([]);
  expect(dead(`${body}<script src="/c.js"></script>`)).toEqual(["/c.js"]);
  expect(dead(`<p title="x href="><a href="/c/">c</a></p>`)).toEqual(["/c/"]);
});

test("links that lead nowhere are found, in links, pictures and picture sets", () => {
  const body = `<a href="/c/">c</a> <a href="c/">c</a> <img src="/c.jpg" srcset="/feed.xml 1x, /d.jpg 2x"> <a href="/%zz/">z</a>`;
  expect(dead(body)).toEqual(["/c/", "c/", "/c.jpg", "/d.jpg", "/%zz/"]);
});

test("under a sub-path every address begins with it", () => {
  expect(
    dead(`<a href="/news/b/">b</a> <a href="/news/">f</a> <a href="../b/">b</a>`, "/news/"),
  ).toEqual([]);
  expect(dead(`<a href="/b/">b</a> <a href="../../b/">b</a>`, "/news/")).toEqual([
    "/b/",
    "../../b/",
  ]);
});

test("a dead link is told once, with its first page and how many more", () => {
  const pages = ["a", "b", "c"].map((name) =>
    page(
      `<a href="/ethics/">Ethics</a> <a href="/b">b</a>`,
      `${name}/index.html`,
      `articles/${name}.md`,
    ),
  );
  expect(verifyPages(pages, OUTPUTS, "/")).toMatchInlineSnapshot(`
    [
      {
        "cure": "Correct or remove the link: it stands in the text, in content/site.yaml or in a layout.",
        "file": "articles/a.md",
        "message": "The page printed from this, and 2 more like it, links to “/ethics/”, which is not in the paper.",
      },
      {
        "cure": "Write the address with a slash at its end: “/b/”.",
        "file": "articles/a.md",
        "message": "The page printed from this, and 2 more like it, links to “/b”, which is not in the paper.",
      },
    ]
  `);
});

test("a page without its parts is named, with the part", () => {
  const broken = page("")
    .html.replace("<title>A</title>", "<title> </title>")
    .replace("</html>", "")
    .replace(' lang="en"', "");
  const pages = [
    { output: "a/index.html", origin: "articles/a.md", html: broken },
    page("<h1>Two</h1>", "b/index.html", "articles/b.md"),
    { output: "c/index.html", origin: "articles/c.md", html: "" },
    page(`<a href="\u0001L0\u0001">slot</a>`, "d/index.html", "articles/d.md"),
  ];
  const messages = verifyPages(pages, new Set(["d/\u0001L0\u0001"]), "/").map(
    ({ message }) => message,
  );
  expect(messages).toMatchInlineSnapshot(`
    [
      "The page printed from this, “a/index.html”, says no language.",
      "The page printed from this, “a/index.html”, has no title.",
      "The page printed from this, “a/index.html”, is cut short.",
      "The page printed from this, “b/index.html”, does not have exactly one main headline (h1).",
      "The page printed from this, “c/index.html”, does not begin with a doctype.",
      "The page printed from this, “c/index.html”, says no language.",
      "The page printed from this, “c/index.html”, does not begin with its character set.",
      "The page printed from this, “c/index.html”, has no title.",
      "The page printed from this, “c/index.html”, does not have exactly one main headline (h1).",
      "The page printed from this, “c/index.html”, is cut short.",
      "The page printed from this, “d/index.html”, holds a link without an address.",
      "The page printed from this links to “L0”, which is not in the paper.",
    ]
  `);
});

test("ten thousand pages are read in a second or two", () => {
  const links = Array.from(
    { length: 60 },
    () => `<a class="link" href="/b/">b</a> some words of text`,
  ).join(" ");
  const { html } = page(links.padEnd(14_000, " words of a story"));
  const pages = Array.from({ length: 10_000 }, (_, index) => ({
    output: `${index}/index.html`,
    origin: "a",
    html,
  }));
  const start = performance.now();
  expect(verifyPages(pages, OUTPUTS, "/")).toEqual([]);
  expect(performance.now() - start).toBeLessThan(10_000);
});
