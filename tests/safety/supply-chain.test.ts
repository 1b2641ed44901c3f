// What we run that others wrote: few packages, each known by its hash, none with a known hole, none
// that has to run a script of its own to be installed.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

const LOCK = JSON.parse(read("package-lock.json")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const MANIFEST = JSON.parse(read("package.json")) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

const packages = Object.entries(LOCK.packages)
  .filter(([path]) => path !== "")
  .map(([path, entry]) => ({ name: path.split("node_modules/").at(-1) ?? "", ...entry }));

/**
 * The first sound versions of packages with published advisories, as of November 2026; kept by hand,
 * from the advisories of their own repositories. A package that is not there at all is sound too. A
 * cure that was carried back to an older line is the floor of that line.
 */
const FLOORS = {
  "markdown-it": ["14.2.0"],
  "linkify-it": ["5.0.2"],
  liquidjs: ["10.27.1"],
  "js-yaml": ["4.1.1"],
  sharp: ["0.35.4"],
  nunjucks: ["3.2.4"],
  preact: ["10.28.2"],
  yaml: ["2.2.2"],
  zod: ["3.22.3"],
  esbuild: ["0.25.0"],
  ws: ["8.17.1"],
  semver: ["6.3.1", "7.5.2"],
  send: ["0.19.0"],
  minimist: ["1.2.6"],
  nanoid: ["3.3.8"],
  postcss: ["8.4.31"],
} as const;

test("no package is older than the cure of a hole known in it", () => {
  const known = new Map<string, readonly string[]>(Object.entries(FLOORS));
  const holes = packages.flatMap(({ name, version }) => {
    const floor = floorOf(version, known.get(name) ?? []);
    return floor && isOlder(version, floor) ? [`${name} ${version}, sound from ${floor} on`] : [];
  });
  expect(holes).toEqual([]);
  expect(["6.2.0", "7.0.0", "5.9.9"].map((version) => floorOf(version, FLOORS.semver))).toEqual([
    "6.3.1",
    "7.5.2",
    "7.5.2",
  ]);
  expect(isOlder("4.1.0", "4.1.1")).toBe(true);
  expect(isOlder("0.35.4-rc.1", "0.35.4")).toBe(true);
  expect([isOlder("10.2.0", "9.9.9"), isOlder("4.1.1", "4.1.1")]).toEqual([false, false]);
});

/** The floor of the version's own line, or else the newest. */
function floorOf(version: string, floors: readonly string[]): string | undefined {
  const line = version.slice(0, version.indexOf(".") + 1);
  return floors.find((floor) => floor.startsWith(line)) ?? floors.at(-1);
}

function isOlder(version: string, floor: string): boolean {
  const [numbers = "", preview] = version.split("-");
  const order = numbers.localeCompare(floor, "en", { numeric: true });
  return order < 0 || (order === 0 && preview !== undefined);
}

test("every package is known by the hash of its bytes, and comes from no address of its own", () => {
  expect(packages.filter(({ integrity }) => !/^sha512-\S{80,}/.test(integrity ?? ""))).toEqual([]);
  expect(packages.filter(({ link }) => link)).toEqual([]);
  const elsewhere = [MANIFEST.dependencies, MANIFEST.devDependencies]
    .flatMap(Object.values)
    .filter((version: string) => /[/:*]|latest/.test(version));
  expect(elsewhere).toEqual([]);
});

test("no script of a package runs when it is installed", () => {
  expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
});

test("at run time there are few packages", () => {
  // Of a program built for many systems, a machine installs one.
  const here = packages.filter(
    ({ dev, os = ["linux"], cpu = ["x64"], libc = ["glibc"] }) =>
      !dev && os.includes("linux") && cpu.includes("x64") && libc.includes("glibc"),
  );
  expect(here.length).toBeLessThanOrEqual(175);
});

test("each package the press names is exact, and the map says what it is for", () => {
  const rows = read("src/README.md").matchAll(/^\| (`.*) \| \S/gm);
  const listed = new Set(
    Array.from(rows, ([, names = ""]) => names.replaceAll("`", "").split(", ")).flat(),
  );
  const names = Object.keys(MANIFEST.dependencies);
  expect(names.filter((name) => !listed.has(name))).toEqual([]);
  const loose = Object.entries(MANIFEST.dependencies).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});
