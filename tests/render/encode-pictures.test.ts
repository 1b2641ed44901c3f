import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "exifreader";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { planImage, planShareImage } from "../../src/pages/pictures.ts";
import { encodePictures } from "../../src/render/encode-pictures.ts";
import { storedPath } from "../../src/render/picture-store.ts";
import { readPictures } from "../../src/source/read-pictures.ts";

const site = { basePath: "/", url: "https://example.org/" };
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "encode-"));
});
afterEach(() => rm(root, { recursive: true }));

/** A picture with a place, a camera, a maker and a notice in it: red at the left, blue at the right. */
async function photograph(width = 600, height = 400): Promise<Buffer> {
  const blue = { create: { width: width / 2, height, channels: 3, background: "#00f" } } as const;
  return sharp({ create: { width, height, channels: 3, background: "#f00" } })
    .composite([{ input: blue, left: width / 2, top: 0 }])
    .withExif({
      IFD0: { Artist: "Picture desk", Copyright: "(c) Cheese & <Sons>", Make: "SECRETCAM" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "35/1 41/1 22/1" },
    })
    .jpeg()
    .toBuffer();
}

/** Reads the picture and plans it for a teaser and for sharing. */
async function plan(file: string, bytes: Buffer, focus: readonly [number, number] = [0.5, 0.5]) {
  await writeFile(join(root, file), bytes);
  const { value } = await readPictures(
    { folder: root, files: [file], stamps: new Map() },
    join(root, "state"),
  );
  const picture = {
    file: value.get(file)!,
    alt: "Red and blue",
    credit: "Käse / 写真部 & Co",
    focus,
  };
  return [
    ...planImage(picture, "teaser", site).derivatives,
    ...planShareImage(picture, site).derivatives,
  ];
}

function stored(derivative: Awaited<ReturnType<typeof plan>>[number]): string {
  return storedPath(derivative, join(root, "state"));
}

function encode(
  derivatives: Awaited<ReturnType<typeof plan>>,
  onProgress: (work: "pictures", done: number, total: number) => void = () => {},
) {
  const stateFolder = join(root, "state");
  return encodePictures(derivatives, {
    contentFolder: root,
    stateFolder,
    concurrency: 2,
    onProgress,
  });
}

test("every planned file has the planned format and size", async () => {
  const derivatives = await plan("a.jpg", await photograph());
  await encode(derivatives);
  for (const derivative of derivatives) {
    const { format, width, height } = derivative;
    const metadata = await sharp(stored(derivative)).metadata();
    const read = metadata.format === "heif" ? "avif" : metadata.format;
    expect([read, metadata.width, metadata.height]).toEqual([format, width, height]);
  }
});

test("where it was taken stays behind; credit, creator and copyright travel in every format", async () => {
  const original = await photograph();
  expect(load(original, { expanded: true }).gps).toBeDefined();
  const derivatives = await plan("a.jpg", original);
  await encode(derivatives);
  for (const derivative of derivatives) {
    const { output } = derivative;
    const bytes = await readFile(stored(derivative));
    const { gps, exif, iptc, xmp } = load(bytes, { expanded: true });
    expect({ output, gps, exif, iptc }).toEqual({ output });
    expect(xmp).toMatchObject({
      creator: { description: "Picture desk" },
      rights: { description: "(c) Cheese & <Sons>" },
      Credit: { description: "Käse / 写真部 & Co" },
      Marked: { description: "True" },
    });
    expect(bytes.includes("SECRETCAM")).toBe(false);
  }
});

test("a crop shows the side of the focus", async () => {
  for (const [focus, colour] of [
    [[0, 0.5], "red"],
    [[1, 0.5], "blue"],
  ] as const) {
    const derivatives = await plan("wide.jpg", await photograph(1200, 200), focus);
    await encode(derivatives);
    const { channels } = await sharp(stored(derivatives[0]!)).stats();
    const [red, , blue] = channels.map(({ mean }) => mean);
    expect(red! > blue! ? "red" : "blue").toBe(colour);
  }
});

test("a photograph lying on its side is printed upright", async () => {
  const lying = await sharp(await photograph())
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const derivatives = await plan("side.jpg", lying);
  await encode(derivatives);
  const { data } = await sharp(stored(derivatives[0]!))
    .extract({ left: 10, top: 10, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(200);
});

test.each([
  [
    "transparent.png",
    () => sharp({ create: { width: 90, height: 60, channels: 4, background: "#0000" } }).png(),
  ],
  [
    "grey.jpg",
    () =>
      sharp({ create: { width: 90, height: 60, channels: 3, background: "#fff" } })
        .greyscale()
        .jpeg(),
  ],
  [
    "deep.png",
    () =>
      sharp({ create: { width: 90, height: 60, channels: 3, background: "#fff" } })
        .toColourspace("rgb16")
        .png(),
  ],
  [
    "print.jpg",
    () =>
      sharp({ create: { width: 90, height: 60, channels: 3, background: "#fff" } })
        .toColourspace("cmyk")
        .jpeg(),
  ],
])("%s comes out as white paper in sRGB", async (file, draw) => {
  const derivatives = await plan(file, await draw().toBuffer());
  await encode(derivatives);
  for (const derivative of derivatives) {
    const { data, info } = await sharp(stored(derivative))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.channels).toBe(3);
    expect(Math.min(...data)).toBeGreaterThan(245);
  }
});

describe("a second build", () => {
  test("encodes nothing, and says so", async () => {
    const derivatives = await plan("a.jpg", await photograph());
    const steps: unknown[] = [];
    expect((await encode(derivatives, (...step) => steps.push(step))).encoded).toBe(8);
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((done) => ["pictures", done, 8]));
    expect((await encode(derivatives, (...step) => steps.push(step))).encoded).toBe(0);
    expect(steps.length).toBe(8);
  });

  test("makes again what is gone or empty, to the same byte", async () => {
    const derivatives = await plan("a.jpg", await photograph());
    await encode(derivatives);
    const before = await bytesIn("state/pictures");
    const [gone, empty] = derivatives;
    await rm(stored(gone!));
    await truncate(stored(empty!));
    expect((await encode(derivatives)).encoded).toBe(2);
    expect(await bytesIn("state/pictures")).toEqual(before);
  });

  test("leaves no half-written file behind", async () => {
    await encode(await plan("a.jpg", await photograph()));
    const contents = Object.entries(await bytesIn("state/pictures"));
    expect(contents.filter(([name]) => name.endsWith(".part"))).toEqual([]);
    expect(contents.filter(([, bytes]) => bytes === "")).toEqual([]);
  });
});

test("a picture that changed under the press stops the build", async () => {
  const derivatives = await plan("a.jpg", await photograph());
  await writeFile(join(root, "a.jpg"), await photograph(700, 400));
  await expect(encode(derivatives)).rejects.toThrow(
    /a\.jpg changed while the paper was being built/,
  );
});

/** Every file below a folder, by its path in it. */
async function bytesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const contents = paths.map(async (path) => [path, await readFile(path, "base64")]);
  return Object.fromEntries(await Promise.all(contents));
}
