// What `npm run mutate` changes, and the tests that have to notice. Only tests that run the press in
// their own process can (a child knows nothing of the change), and that can do so in a thread.

/** Files of one concern, each mutated only against the tests that concern it. */
export interface MutationGroup {
  readonly name: string;
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

export const MUTATION_GROUPS: readonly MutationGroup[] = [
  {
    name: "gate",
    mutate: ["src/source/check-fields.ts", "src/source/gates.ts", "src/source/read-plain-yaml.ts"],
    tests: [
      "tests/source/check-fields.test.ts",
      "tests/source/field-words.test.ts",
      "tests/source/read-plain-yaml.test.ts",
    ],
  },
  {
    name: "address",
    mutate: ["src/news/addresses.ts"],
    tests: ["tests/news/addresses.test.ts"],
  },
  {
    name: "paths",
    mutate: [
      "src/source/path-key.ts",
      "src/publish/find-collisions.ts",
      "src/publish/output-paths.ts",
    ],
    tests: ["tests/publish/find-collisions.test.ts", "tests/publish/output-paths.test.ts"],
  },
  {
    name: "escape",
    mutate: ["src/pages/xml.ts", "src/markdown/address.ts"],
    tests: [
      "tests/pages/feeds.test.ts",
      "tests/pages/xml.test.ts",
      "tests/markdown/address.test.ts",
      "tests/markdown/problems.test.ts",
    ],
  },
  {
    name: "json-ld",
    mutate: ["src/pages/head/json-ld.ts"],
    tests: ["tests/site/head.test.ts", "tests/safety/code-in-content.test.ts"],
  },
  {
    name: "dates",
    mutate: ["src/news/newsroom-clock.ts", "src/news/steady-clock.ts"],
    tests: ["tests/news/newsroom-clock.test.ts", "tests/news/steady-clock.test.ts"],
  },
  {
    name: "publish",
    mutate: ["src/publish/find-changes.ts", "src/publish/manifest.ts"],
    tests: ["tests/publish/find-changes.test.ts", "tests/publish/manifest.test.ts"],
  },
  {
    name: "republish",
    mutate: ["src/publish/changed-manifest.ts", "src/publish/republish.ts"],
    tests: ["tests/publish/changed-manifest.test.ts", "tests/publish/republish.test.ts"],
  },
  {
    name: "new-stories",
    mutate: ["src/new-stories.ts"],
    tests: ["tests/new-stories.test.ts"],
  },
];
