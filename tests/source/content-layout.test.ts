import { expect, test } from "vitest";
import { roleOf } from "../../src/source/content-layout.ts";

test.each([
  ["site.yaml", "site"],
  ["front.yaml", "front"],
  ["articles/storm.md", "story"],
  ["articles/2026/03/storm.md", "story"],
  ["articles/2026/03/storm.JPG", "picture"],
  ["authors/jane-doe.md", "author"],
  ["authors/jane-doe.png", "picture"],
  ["pages/about.md", "page"],
  ["pages/policies/ethics.md", "page"],
  ["images/2026/storm.avif", "picture"],
  ["files/ads.txt", "copied"],
  ["files/reports/budget.2026.pdf", "copied"],
  ["files/.well-known/security.txt", "copied"],
  ["files/.well-known/apple-app-site-association", "copied"],
  ["files/BingSiteAuth.xml", "copied"],
])("%s is read as %s", (file, kind) => {
  expect(roleOf(file)).toEqual({ kind });
});

const CODE =
  "njk html liquid hbs ejs pug webc 11ty.js 11ty.cjs 11ty.ts 11tydata.js 11tydata.json js php py svg";

test.each(CODE.split(" "))("a file that ends in .%s is refused wherever it lies", (ending) => {
  for (const folder of ["", "articles/", "articles/2026/", "authors/", "pages/", "images/"]) {
    const role = roleOf(`${folder}storm.${ending}`);
    expect(role).toMatchObject({ kind: "refused", message: expect.stringContaining("“storm.") });
  }
});

test.each(
  "x.html x.HTM x.svg x.svgz x.js x.php x.php.txt x.shtml x.xml x.xhtml x.jpg x.heic x.exe x.11tydata.json".split(
    " ",
  ),
)("files/%s is never published", (name) => {
  expect(roleOf(`files/${name}`)).toMatchObject({ kind: "refused" });
});

test("what a writer is told", () => {
  const files =
    "storm.md photo.jpg site.yml front.json articles/storm.markdown articles/storm.docx articles/Storm.MD " +
    "articles/storm.html articles/map.svg articles/photo.heic articles/x.sqlite images/notes.md " +
    "authors/old/jane.md files/map.svg files/photo.jpeg files/index.html files/setup.dmg";
  const report = files.split(" ").map((file) => {
    const role = roleOf(file);
    return role.kind === "refused" ? `${file}: ${role.message}\n  ${role.cure}` : `${file}: ?`;
  });
  expect(report.join("\n")).toMatchInlineSnapshot(`
    "storm.md: “storm.md” lies outside every folder.
      Put a story in “articles/”, a page in “pages/”.
    photo.jpg: “photo.jpg” lies outside every folder.
      Put pictures in “images/” or beside their story.
    site.yml: “site.yml” is not the name of the settings.
      Rename it “site.yaml”.
    front.json: “front.json” is not the name of the front page’s file.
      Rename it “front.yaml”.
    articles/storm.markdown: “storm.markdown” does not end in “.md”.
      Rename it “storm.md”.
    articles/storm.docx: “storm.docx” is not a Markdown file.
      Save the text as plain text with the ending “.md”; a document to be downloaded belongs in “files/”.
    articles/Storm.MD: “Storm.MD” does not end in “.md”.
      Rename it “Storm.md”.
    articles/storm.html: “storm.html” is code or data for code, and nothing in the content is ever run.
      Write stories as “.md” files; templates belong in “layouts/”, outside the content.
    articles/map.svg: “map.svg” is an SVG, which can carry scripts.
      Export it as PNG or WebP.
    articles/photo.heic: “photo.heic” is a picture of a kind that browsers do not show.
      Export it as JPEG.
    articles/x.sqlite: “x.sqlite” is of a kind that the press does not know.
      Texts end in “.md”, pictures in jpg, png, webp, gif or avif; files to be copied belong in “files/”.
    images/notes.md: “notes.md” is not a picture.
      “images/” is for pictures only.
    authors/old/jane.md: Authors stand in “authors/” itself, not in a folder below it.
      Move the file up into “authors/”.
    files/map.svg: “map.svg” is an SVG, which can carry scripts.
      Export it as PNG or WebP.
    files/photo.jpeg: “photo.jpeg” is a photograph, and may tell where it was taken.
      Put pictures in “images/” or beside their story: there, private data is removed before printing.
    files/index.html: “index.html” could run in a reader's browser or on the server.
      “files/” is for documents, tables, sound and proof of ownership: pdf, csv, txt, mp3, …
    files/setup.dmg: “setup.dmg” is of a kind that the press does not publish.
      “files/” is for documents, tables, sound and proof of ownership: pdf, csv, txt, mp3, …"
  `);
});
