// Changes that no test can notice, because they make no difference to anybody: each with its reason.
// They do not count when `npm run mutate` says how much has been noticed.

/** One small change. */
export interface HarmlessChange {
  readonly file: string;
  /** What is changed, as it stands in the file. */
  readonly from: string;
  readonly to: string;
}

const FIELDS = "src/source/check-fields.ts";
const ADDRESSES = "src/news/addresses.ts";
const XML = "src/pages/xml.ts";
const LINK = "src/markdown/address.ts";
const PLAIN_YAML = "src/source/read-plain-yaml.ts";
const KEY = "src/source/path-key.ts";
const CLOCK = "src/news/newsroom-clock.ts";
const STEADY = "src/news/steady-clock.ts";
const CHANGES = "src/publish/find-changes.ts";
const MANIFEST = "src/publish/manifest.ts";

/** A function that has caught what it waits for and gives nothing back gives undefined back. */
const NOTHING_GIVEN = { from: "{\n    return undefined;\n  }", to: "{}" };
const PLAIN = "/^(?:[a-z0-9_-]|[./](?=[a-z0-9_-]))+$/";
const STRYKER = '["Stryker was here"]';

export const HARMLESS: readonly HarmlessChange[] = [
  // A date has three parts, and a name one at least: what stands for a missing one is never taken.
  { file: ADDRESSES, from: '""', to: '"Stryker was here!"' },
  { file: XML, from: '""', to: '"Stryker was here!"' },
  // What was printed ahead has no length that could be none.
  { file: XML, from: 'typeof content === "string" || Array.isArray(content)', to: "true" },
  // No slug begins with a hyphen.
  { file: ADDRESSES, from: "end > 0", to: "end >= 0" },
  // What has matched has its one group.
  {
    file: LINK,
    from: "/^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase",
    to: "/^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1].toLowerCase",
  },
  // What begins with its mark is a place in the same text, and was told before.
  { file: LINK, from: "hash < 0", to: "hash <= 0" },
  // It is known by then to begin with slashes.
  { file: LINK, from: "/^[/\\\\]+/", to: "/[/\\\\]+/" },
  // What is put in place of an empty list is never looked at: what is taken from it has no entry there.
  { file: CLOCK, from: "[]", to: STRYKER },
  { file: STEADY, from: "[]", to: STRYKER },
  { file: FIELDS, from: "[]", to: STRYKER },
  // Where a field has a problem there is no value to give in any case.
  {
    file: FIELDS,
    from: "faults.length + problems.length",
    to: "faults.length - problems.length",
  },
  // A fault that nobody can place covers every field, so there is no problem beside it in any case.
  { file: FIELDS, from: "yaml.faults.some(({ path }) => path === undefined)", to: "false" },
  { file: FIELDS, from: "({ path }) => path === undefined", to: "() => undefined" },
  { file: FIELDS, from: "path === undefined", to: "false" },
  // Of all issues about the whole file only this one has keys.
  { file: FIELDS, from: 'issue.code === "unrecognized_keys"', to: "true" },
  // A path that is not seen to be plain is gone through, and comes out as it was.
  { file: KEY, from: "PLAIN.test(path)", to: "false" },
  { file: KEY, from: PLAIN, to: "/^(?:[a-z0-9_-]|[./](?=[a-z0-9_-]))$/" },
  { file: KEY, from: PLAIN, to: "/^(?:[a-z0-9_-]|[./](?=[^a-z0-9_-]))+$/" },
  // The quick way is only a shortcut: the careful one gives the same moment.
  { file: CLOCK, from: "offset === undefined", to: "false" },
  { file: CLOCK, from: '"00:00"', to: '""' },
  { file: CLOCK, from: "steady", to: "false" },
  {
    file: STEADY,
    from: "instant > stretch.from + FARTHEST_CHANGE",
    to: "instant >= stretch.from + FARTHEST_CHANGE",
  },
  {
    file: STEADY,
    from: "instant < stretch.to - FARTHEST_CHANGE",
    to: "instant <= stretch.to - FARTHEST_CHANGE",
  },
  // A stretch that is not found is measured again, and is what it was.
  {
    file: STEADY,
    from: "({ from, to }) => from <= instant && instant < to",
    to: "() => undefined",
  },
  { file: STEADY, from: "from <= instant && instant < to", to: "false" },
  { file: STEADY, from: "from <= instant", to: "from < instant" },
  { file: STEADY, from: "found", to: "false" },
  // At the very moment of a change neither of two stretches is far from it.
  { file: STEADY, from: "instant < to", to: "instant <= to" },
  // A text is refused by Temporal whatever it is told about numbers that overflow.
  { file: CLOCK, from: '{ overflow: "reject" }', to: "{}" },
  // What is no date in any notation has one cure.
  { file: CLOCK, from: '""', to: '"Stryker was here!"' },
  // A spoken day begins with the only number before a space.
  { file: CLOCK, from: "/^\\d+ /", to: "/\\d+ /" },
  { file: CLOCK, ...NOTHING_GIVEN },
  // What stands for a line that is no field is no value either.
  { file: PLAIN_YAML, from: '""', to: '"Stryker was here!"' },
  { file: PLAIN_YAML, from: "[]", to: STRYKER },
  // No other way takes a text with a quotation mark in it, and what JSON reads after one is text.
  { file: PLAIN_YAML, from: "written.startsWith('\"')", to: "written.endsWith('\"')" },
  { file: PLAIN_YAML, from: 'typeof value === "string"', to: "true" },
  { file: PLAIN_YAML, ...NOTHING_GIVEN },
  // What is neither in memory nor a file has a hash.
  { file: CHANGES, from: 'bytes.kind === "file"', to: "true" },
  // No path stands twice in a list.
  { file: CHANGES, from: "a.path < b.path", to: "a.path <= b.path" },
  { file: CHANGES, from: "a < b", to: "a <= b" },
  { file: MANIFEST, from: "a < b", to: "a <= b" },
  // Only saves work: where one list is empty, nothing is found in it.
  {
    file: CHANGES,
    from: "unwanted.length === 0 || added.length === 0",
    to: "false",
  },
  {
    file: CHANGES,
    from: "unwanted.length === 0 || added.length === 0",
    to: "unwanted.length === 0 && added.length === 0",
  },
  { file: CHANGES, from: "unwanted.length === 0", to: "false" },
  { file: CHANGES, from: "added.length === 0", to: "false" },
  // Entries are found in any order, and in this one without going back.
  { file: MANIFEST, from: "(a, b) => (a.path < b.path ? -1 : 1)", to: "() => undefined" },
  { file: MANIFEST, from: "a.path < b.path", to: "true" },
  { file: MANIFEST, from: "a.path < b.path", to: "false" },
  { file: MANIFEST, from: "a.path < b.path", to: "a.path <= b.path" },
  { file: MANIFEST, from: "a.path < b.path", to: "a.path >= b.path" },
  { file: MANIFEST, from: "-1", to: "+1" },
  { file: MANIFEST, from: "further === -1", to: "true" },
  // Sorting what is sorted, and reading as JSON what is written alike there, only costs time.
  { file: MANIFEST, from: "false", to: "true" },
  { file: MANIFEST, from: '"\\\\"', to: '""' },
  { file: MANIFEST, from: "'\"compressed\": {'", to: '""' },
  // No address reads like an entry: its quotation marks are escaped.
  { file: MANIFEST, from: "line.startsWith('\"addresses\": [')", to: "false" },
  {
    file: MANIFEST,
    from: "line.startsWith('\"addresses\": [')",
    to: "line.endsWith('\"addresses\": [')",
  },
  // What is not there is no record, and is read as none.
  { file: MANIFEST, from: "compressed === undefined", to: "false" },
  { file: MANIFEST, ...NOTHING_GIVEN },
];
