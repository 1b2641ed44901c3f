import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFragment } from "parse5";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DRAWINGS_EDITION } from "../../src/render/draw-once.ts";
import { drawIcons } from "../../src/render/icons.ts";
import { drawShareCard } from "../../src/render/share-card.ts";

let stateFolder: string;
beforeEach(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), "drawings-"));
});
afterEach(() => rm(stateFolder, { recursive: true }));

async function icon(title: string): Promise<string> {
  return (await drawIcons({ title, stateFolder })).svg.toString();
}

describe("the icon", () => {
  test("shows the initial of the paper's name, whatever its article", async () => {
    const b = await icon("The Broadsheet");
    expect(await icon("broadsheet")).toBe(b);
    expect(await icon("Le Bulletin")).toBe(b);
    expect(await icon("The Times")).not.toBe(b);
  });

  test("knows Latin, Cyrillic and Greek, and has a mark without a letter for the rest", async () => {
    const titles = ["Česko", "Известия", "Ώρα", "朝日新聞", "هآرتس", "☂", ""];
    const [latin, cyrillic, greek, japanese, ...others] = await Promise.all(titles.map(icon));
    expect(new Set([latin, cyrillic, greek, japanese]).size).toBe(4);
    expect(others.every((svg) => svg === japanese)).toBe(true);
  });

  test("is made of shapes only, even for a hostile name", async () => {
    const svg = await icon('"><script>alert(1)</script>');
    const names = new Set<string>();
    const visit = (node: { nodeName: string; childNodes?: unknown[] }): void => {
      names.add(node.nodeName);
      for (const child of node.childNodes ?? []) visit(child as typeof node);
    };
    visit(parseFragment(svg));
    expect([...names]).toEqual(["#document-fragment", "svg", "path", "#text"]);
    expect(svg).not.toMatch(/style|script|href|url\(/);
  });

  test.each(["W", "朝日新聞"])(
    "%s loses nothing when a device cuts it to a circle",
    async (title) => {
      const { appPng } = await drawIcons({ title, stateFolder });
      const { data, info } = await sharp(appPng).raw().toBuffer({ resolveWithObject: true });
      const paper = data.subarray(0, 3);
      const cut = Array.from({ length: info.width * info.height }, (_, index) => index).filter(
        (index) => {
          const [x, y] = [index % info.width, Math.floor(index / info.width)];
          const isSafe = Math.hypot(x - info.width / 2, y - info.height / 2) < info.width * 0.4;
          const at = index * info.channels;
          return !isSafe && !data.subarray(at, at + 3).equals(paper);
        },
      );
      expect(cut).toEqual([]);
    },
  );

  test("is 180 pixels square on a telephone", async () => {
    const { touchPng } = await drawIcons({ title: "B", stateFolder });
    const { width, height, hasAlpha } = await sharp(touchPng).metadata();
    expect({ width, height, hasAlpha }).toEqual({ width: 180, height: 180, hasAlpha: false });
  });
});

describe("the share card", () => {
  test.each([
    ["The Broadsheet", "A newspaper press"],
    ["Вестник Поволжья", "Новости большой реки"],
    ["朝日新聞", "新聞"],
    ["x".repeat(300), "y ".repeat(300)],
  ])("is a JPEG of 1200 × 630 below 200 KB (%s)", async (title, description) => {
    const card = await drawShareCard({ title, description, stateFolder });
    const { format, width, height } = await sharp(card).metadata();
    expect({ format, width, height }).toEqual({ format: "jpeg", width: 1200, height: 630 });
    expect(card.length).toBeLessThan(200_000);
  });

  test("has the words on it", async () => {
    const plain = await drawShareCard({ title: "Вестник", stateFolder });
    expect(await drawShareCard({ title: "Вестники", stateFolder })).not.toEqual(plain);
    const withMotto = { title: "Вестник", description: "Новости", stateFolder };
    expect(await drawShareCard(withMotto)).not.toEqual(plain);
  });
});

describe("the state folder", () => {
  test("keeps each drawing, so that none is drawn twice", async () => {
    const paper = { title: "The Broadsheet", description: "A press", stateFolder };
    const draw = async () => [await drawIcons(paper), await drawShareCard(paper)];
    const times = async () => {
      const names = await readdir(join(stateFolder, "drawings"));
      const entries = names.map((name) => stat(join(stateFolder, "drawings", name)));
      return (await Promise.all(entries)).map(({ mtimeMs }) => mtimeMs);
    };
    const first = await draw();
    const drawn = await times();
    expect(drawn.length).toBe(4);
    expect(await draw()).toEqual(first);
    expect(await times()).toEqual(drawn);
  });

  test("never shows an old look: a changed drawing has a new edition", async () => {
    const drawing = createHash("sha256")
      .update(await icon("The Broadsheet"))
      .digest("hex");
    expect(`edition ${DRAWINGS_EDITION}: ${drawing.slice(0, 8)}`).toMatchInlineSnapshot(
      `"edition 3: 159520a1"`,
    );
  });
});
