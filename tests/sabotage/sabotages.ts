// What must never be true of the press, each as one edit that makes it true and the test that has to
// notice. A sabotage that no test notices shows a promise that nobody keeps.

/** One guard taken away. */
export interface Sabotage {
  /** What is then wrong. */
  readonly name: string;
  /** From the project's root, as is `test`. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
  readonly test: string;
  /** The title of the one test that must go red; of a `test.each`, what all of its titles share. */
  readonly title: string;
}

export const SABOTAGES: readonly Sabotage[] = [
  {
    name: "raw HTML in a text is passed through",
    file: "src/markdown/parser.ts",
    from: "html: false,",
    to: "html: true,",
    test: "tests/markdown/safety.test.ts",
    title: "no vector of any class, in any disguise, gets out of any context",
  },
  {
    name: "a header in a language of programs is run",
    file: "src/source/split-header.ts",
    from: 'if (opening !== "---") return fault(wrongOpening(opening, file));',
    to: `if (/^---js/i.test(opening)) {
    const [code = ""] = file.slice(opening.length).split("---");
    const { createRequire } = process.getBuiltinModule("node:module");
    new Function("require", code)(createRequire(import.meta.url));
  }
  if (opening !== "---") return fault(wrongOpening(opening, file));`,
    test: "tests/safety/code-in-content.test.ts",
    title: "no header in a language of programs is run: each is refused",
  },
  {
    name: "symbolic links to files are followed",
    file: "src/source/list-files.ts",
    from: "const entry = entryAt(join(root, file));",
    to: `const { statSync } = process.getBuiltinModule("node:fs");
  const link = entryAt(join(root, file));
  const target = statSync(join(root, file), { throwIfNoEntry: false });
  const entry = target?.isFile() ? target : link;`,
    test: "tests/source/list-files.test.ts",
    title: "links, pipes, sockets and folders in disguise are named and never opened",
  },
  {
    name: "JSON-LD is not escaped for the script element it stands in",
    file: "src/pages/head/json-ld.ts",
    from: String.raw`/[<>&\u2028\u2029]/g`,
    to: String.raw`/[\u2028\u2029]/g`,
    test: "tests/site/head.test.ts",
    title: "no headline can end the script that its JSON-LD stands in",
  },
  {
    name: "two spellings of one name in Unicode are two addresses",
    file: "src/source/path-key.ts",
    from: 'caseFold(name.normalize("NFC"))\n    .normalize("NFC")\n',
    to: "name\n    .toLowerCase()\n",
    test: "tests/publish/find-collisions.test.ts",
    title: "are one file somewhere",
  },
  {
    name: "a live file is rewritten in place",
    file: "src/publish/put-in-place.ts",
    from: "renameSync(placement.staged, live);",
    to: 'process.getBuiltinModule("node:fs").copyFileSync(placement.staged, live);',
    test: "tests/publish/publish.test.ts",
    title: "a reader who has a page open reads the old one to its end",
  },
  {
    name: "lists are published before the stories they link to",
    file: "src/publish/put-in-place.ts",
    from: `  ["add what nothing links to yet", (job) => add(job, job.placing.added)],
  ["replace what changed", (job) => replace(job, job.placing.changed)],
`,
    to: `  ["replace what changed", (job) => replace(job, job.placing.changed)],
  ["add what nothing links to yet", (job) => add(job, job.placing.added)],
`,
    test: "tests/publish/survival.test.ts",
    title: "after every single step of a publish the paper is whole",
  },
  {
    name: "old stories are removed before the lists that link to them are replaced",
    file: "src/publish/put-in-place.ts",
    from: `  ["replace what changed", (job) => replace(job, job.placing.changed)],
  ["remove what nothing links to any more", (job) => takeAway(job, job.placing.stale)],
`,
    to: `  ["remove what nothing links to any more", (job) => takeAway(job, job.placing.stale)],
  ["replace what changed", (job) => replace(job, job.placing.changed)],
`,
    test: "tests/publish/survival.test.ts",
    title: "after every single step of a publish the paper is whole",
  },
  {
    name: "scheduled stories are in pages, lists and feeds before their time",
    file: "src/news/file-story.ts",
    from: 'return state === "live" || (drafts',
    to: 'return state === "live" || state === "scheduled" || (drafts',
    test: "tests/site/unpublished.test.ts",
    title: "nothing of an unpublished story is anywhere in the paper",
  },
  {
    name: "the search finds scheduled stories before their time",
    file: "src/news/file-story.ts",
    from: 'if (!isDue) return status === "published" ? "scheduled" : "unseen";',
    to: "",
    test: "tests/site/search.test.ts",
    title: "what readers cannot see, and what is kept from search engines, is not in the index",
  },
  {
    name: "published addresses may fall silent",
    file: "src/verify/find-lost-addresses.ts",
    from: "const lost = recorded.filter((address) => !kept.has(address));",
    to: "const lost = recorded.filter((address) => !kept.has(address) && address === '');",
    test: "tests/site/permanent-addresses.test.ts",
    title: "a renamed file, of nearly the same name or alone on its day",
  },
  {
    name: "pictures keep what the camera wrote into them",
    file: "src/render/encode-pictures.ts",
    from: "const bytes = await encode(await decode(derivative), derivative);",
    to: `await decode(derivative);
    const original = (await import("sharp")).default(join(contentFolder, derivative.source));
    const { width, height, format } = derivative;
    const bytes = await original.keepMetadata().resize(width, height).toFormat(format).toBuffer();`,
    test: "tests/safety/private-data.test.ts",
    title: "no place, camera, serial number or note of a photograph reaches a reader",
  },
  {
    name: "all files of every edition have the same time",
    file: "src/publish/stage.ts",
    from: "utimesSync(placement.staged, second, second);",
    to: "utimesSync(placement.staged, 1_000_000_000, 1_000_000_000);",
    test: "tests/publish/publish.test.ts",
    title: "a changed file of the same size gets a later second, again and again",
  },
  {
    name: "two builds write to one output at once",
    file: "src/publish/work-folder.ts",
    from: 'if (holder !== "unknown" && isRunning(holder)) throw isTaken(path, holder);',
    to: "",
    test: "tests/publish/work-folder.test.ts",
    title: "while one builder has the folder, a second is told who has it",
  },
  {
    name: "YAML may copy values and name types",
    file: "src/source/read-yaml.ts",
    from: `    if (node.anchor !== undefined) return this.#refuseMark(node, path, ALIAS);
    if (node.tag !== undefined) return this.#refuseMark(node, path, tagged(node.tag));
`,
    to: "",
    test: "tests/source/read-yaml.test.ts",
    title: "is refused with its place",
  },
  {
    name: "titles in feeds are not escaped",
    file: "src/pages/xml.ts",
    from: "print(escapeText(content))",
    to: 'print(name === "title" ? dropForbidden(content) : escapeText(content))',
    test: "tests/pages/feeds.test.ts",
    title: "are read back as they were typed, without what no format allows",
  },
];
