import { execFileSync } from "node:child_process";
import { link, mkdir, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../../src/source/list-files.ts";
import { readContent } from "../../src/source/read-content.ts";
import { contentFolder } from "../support/content-folder.ts";

test("files are listed by role, in byte order, and dotfiles are not seen", async () => {
  await using folder = await contentFolder(`
-- articles/b.md --
-- articles/a/z.md --
-- articles/a.md --
-- articles/ä.md --
-- articles/B.md --
-- articles/.draft.md --
-- .git/config --
-- files/.well-known/security.txt --
-- files/.htaccess --
-- files/ads.txt --
`);
  const { value, problems } = listFiles(folder.contentFolder);
  expect({ value: value.files, problems }).toEqual({
    value: {
      site: ["site.yaml"],
      front: [],
      story: [
        "articles/B.md",
        "articles/a.md",
        "articles/a/z.md",
        "articles/b.md",
        "articles/ä.md",
      ],
      author: [],
      page: [],
      picture: [],
      copied: ["files/.well-known/security.txt", "files/ads.txt"],
    },
    problems: [],
  });
});

test("links, pipes, sockets and folders in disguise are named and never opened", async () => {
  await using folder = await contentFolder("-- articles/storm.md --\n");
  const at = (file: string) => join(folder.contentFolder, "articles", file);
  const outside = join(folder.contentFolder, "..", "secret.md");
  await writeFile(outside, "---\nheadline: secret\n---\n");
  await symlink(outside, at("link-outside.md"));
  await symlink("/etc/passwd", at("link-to-system.md"));
  await symlink("storm.md", at("link-to-file.md"));
  await symlink(".", at("link-to-itself"));
  await symlink("nowhere", at("link-to-nowhere.md"));
  await link(outside, at("second-name.md"));
  await mkdir(at("folder.md"));
  execFileSync("mkfifo", [at("pipe.md")]);
  const server = createServer().listen(at("socket.md"));
  await new Promise((resolve) => server.once("listening", resolve));
  const { value, problems } = listFiles(folder.contentFolder);
  server.close();
  expect(value.files.story).toEqual(["articles/storm.md"]);
  const report = problems.map(({ file, message, cure }) => `${file}: ${message} ${cure}`).sort();
  expect(report.join("\n")).toMatchInlineSnapshot(`
    "articles/folder.md: “folder.md” is a folder with the name of a file. Rename the folder.
    articles/link-outside.md: This is a symbolic link; links are never followed, they could lead out of the content. Put the file or folder itself here.
    articles/link-to-file.md: This is a symbolic link; links are never followed, they could lead out of the content. Put the file or folder itself here.
    articles/link-to-itself: This is a symbolic link; links are never followed, they could lead out of the content. Put the file or folder itself here.
    articles/link-to-nowhere.md: This is a symbolic link; links are never followed, they could lead out of the content. Put the file or folder itself here.
    articles/link-to-system.md: This is a symbolic link; links are never followed, they could lead out of the content. Put the file or folder itself here.
    articles/pipe.md: “pipe.md” is a pipe, not a file; it was not opened. Remove it from the content folder.
    articles/second-name.md: This file has a second name elsewhere (a hard link), so it may belong to something else. Make it a file of its own: copy it, delete this one, and give the copy its name.
    articles/socket.md: “socket.md” is a socket, not a file; it was not opened. Remove it from the content folder."
  `);
});

test("a folder that the press does not know is named once and not read", async () => {
  await using folder = await contentFolder(`
-- article/storm.md --
-- article/wind.md --
-- _data/secrets.cjs --
-- articles/back\\slash.md --
`);
  const { problems } = listFiles(folder.contentFolder);
  const report = problems.map(({ file, message, cure }) => `${file}: ${message} ${cure}`).sort();
  expect(report.join("\n")).toMatchInlineSnapshot(`
    "_data: The press does not know a folder “_data”, so nothing in it was read. The folders of a paper are articles, authors, pages, images, files.
    article: The press does not know a folder “article”, so nothing in it was read. Did you mean “articles”? The folders of a paper are articles, authors, pages, images, files.
    articles/back\\slash.md: The name holds a backslash, a control character or one that is not UTF-8. Rename it with letters, digits and hyphens."
  `);
});

test("a content folder that is not there is a problem, not an exception", async () => {
  await using folder = await contentFolder("");
  const nowhere = join(folder.contentFolder, "nowhere");
  await expect(readContent({ ...folder, contentFolder: nowhere })).resolves.toMatchObject({
    value: undefined,
  });
});
