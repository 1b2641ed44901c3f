import { mkdtemp, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPictures } from "../../src/source/read-pictures.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes the pictures and reads them; the cache lies beside them. */
async function read(files: Readonly<Record<string, Buffer | string>>) {
  for (const [file, bytes] of Object.entries(files)) await writeFile(join(folder, file), bytes);
  return readPictures(
    { folder, files: Object.keys(files), stamps: new Map() },
    join(folder, "cache"),
  );
}

async function reportOn(files: Readonly<Record<string, Buffer | string>>): Promise<string> {
  const { value, problems } = await read(files);
  expect(value.size).toBe(0);
  return problems.map(({ file, message, cure }) => `${file}: ${message} ${cure}`).join("\n");
}

/** A small picture with something to see in it: the same stripes each time. */
function drawing(width = 90, height = 60, shift = 0) {
  const pixels = Buffer.from(
    Array.from({ length: width * height * 3 }, (_, index) => (index * index + shift) % 251),
  );
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

test("all five kinds are read, with their size and hash", async () => {
  const { value, problems } = await read({
    "a.jpg": await drawing().jpeg().toBuffer(),
    "b.PNG": await drawing().png().toBuffer(),
    "c.webp": await drawing().webp().toBuffer(),
    "d.gif": await drawing().gif().toBuffer(),
    "e.avif": await drawing().avif().toBuffer(),
  });
  expect(problems).toEqual([]);
  expect(
    [...value.values()].map(({ file, format, width, height }) => [file, format, width, height]),
  ).toEqual([
    ["a.jpg", "jpeg", 90, 60],
    ["b.PNG", "png", 90, 60],
    ["c.webp", "webp", 90, 60],
    ["d.gif", "gif", 90, 60],
    ["e.avif", "avif", 90, 60],
  ]);
  expect(value.get("a.jpg")?.hash).toMatch(/^[0-9a-f]{64}$/);
});

test("a photograph taken upright is as tall as the reader will see it", async () => {
  const { value } = await read({
    "tall.jpg": await drawing().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  });
  expect(value.get("tall.jpg")).toMatchObject({ width: 60, height: 90 });
});

describe("whose picture it is", () => {
  test("creator and copyright come from XMP, in any script", async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>写真部</rdf:li><rdf:li>Фотоотдел</rdf:li></rdf:Seq></dc:creator><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© The Desk &amp; Co</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>`;
    const { value } = await read({
      "a.jpg": await drawing().withXmp(xmp).jpeg().toBuffer(),
      "b.webp": await drawing().withXmp(xmp).webp().toBuffer(),
      "c.avif": await drawing().withXmp(xmp).avif().toBuffer(),
    });
    for (const picture of value.values()) {
      expect(picture).toMatchObject({ creator: "写真部, Фотоотдел", copyright: "© The Desk & Co" });
    }
  });

  test("what only the camera wrote counts as well", async () => {
    const exif = { IFD0: { Artist: "Picture desk", Copyright: "The Desk" } };
    const { value } = await read({ "a.jpg": await drawing().withExif(exif).jpeg().toBuffer() });
    expect(value.get("a.jpg")).toMatchObject({ creator: "Picture desk", copyright: "The Desk" });
  });
});

describe("what is refused", () => {
  test("a damaged, cut or empty picture", async () => {
    const jpeg = await drawing().jpeg().toBuffer();
    const png = await drawing().png().toBuffer();
    const avif = await drawing().avif().toBuffer();
    const corrupt = Buffer.from(png);
    const middle = Math.trunc(png.length / 2);
    corrupt.fill(0x55, middle, middle + 40);
    const report = await reportOn({
      "cut.jpg": jpeg.subarray(0, jpeg.length - 200),
      "cut.png": png.subarray(0, png.length - 200),
      "cut.avif": avif.subarray(0, Math.trunc(avif.length / 2)),
      "corrupt.png": corrupt,
      "empty.gif": Buffer.alloc(0),
    });
    expect(report).toMatchInlineSnapshot(`
      "cut.jpg: This picture is damaged: it cannot be read to its end. Copy it again from where it came from, or open it in a picture editor and save it anew.
      cut.png: This picture is damaged: it cannot be read to its end. Copy it again from where it came from, or open it in a picture editor and save it anew.
      cut.avif: This picture is damaged: it cannot be read to its end. Copy it again from where it came from, or open it in a picture editor and save it anew.
      corrupt.png: This picture is damaged: it cannot be read to its end. Copy it again from where it came from, or open it in a picture editor and save it anew.
      empty.gif: This picture is empty: the file has no bytes. Save or copy it again."
    `);
  });

  test("a picture that is not what its name says", async () => {
    const report = await reportOn({
      "photo.jpg": await drawing().png().toBuffer(),
      "page.png": "<html><script>alert(1)</script></html>",
      "flag.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
      "flag.webp": "<svg xmlns='http://www.w3.org/2000/svg'/>",
      "scan.tiff": await drawing().tiff().toBuffer(),
    });
    expect(report).toMatchInlineSnapshot(`
      "photo.jpg: This file is named “.jpg”, but it is a picture of the kind “.png”. Rename it so that it ends in “.png”, and name it so in the story.
      page.png: This file is named “.png”, but it does not begin like any picture the press knows. Open it in a picture editor and save it as JPEG, PNG, WebP, GIF or AVIF.
      flag.svg: An SVG drawing can carry scripts, so the press does not print it. Save it as JPEG, PNG, WebP, GIF or AVIF.
      flag.webp: This file is named “.webp”, but it does not begin like any picture the press knows. Open it in a picture editor and save it as JPEG, PNG, WebP, GIF or AVIF.
      scan.tiff: The press does not print pictures of the kind “.tiff”. Save it as JPEG, PNG, WebP, GIF or AVIF."
    `);
  });

  test("a link, even to a good picture", async () => {
    await writeFile(join(folder, "a.jpg"), await drawing().jpeg().toBuffer());
    await symlink("a.jpg", join(folder, "b.jpg"));
    const { problems } = await readPictures(
      { folder, files: ["b.jpg"], stamps: new Map() },
      join(folder, "cache"),
    );
    expect(problems[0]?.message).toMatchInlineSnapshot(`"This picture is not an ordinary file."`);
  });

  test("more bytes than the press reads", async () => {
    const report = await reportOn({ "huge.jpg": Buffer.alloc(41 * 1024 * 1024) });
    expect(report).toMatchInlineSnapshot(
      `"huge.jpg: This picture is 41 MB; the press reads at most 40 MB. Save it as JPEG at quality 90, or make it smaller: 4,000 pixels across are plenty."`,
    );
  });

  test("bombs, before a pixel is unpacked", async () => {
    const bombs = {
      "bomb.png": pngBomb(16_000, 16_000),
      "bomb.gif": gifBomb(65_535, 65_535),
      "bomb.jpg": await jpegBomb(65_000, 65_000),
      "bomb.webp": await webpBomb(),
      "bomb.avif": await avifBomb(20_000, 20_000),
    };
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const report = await reportOn(bombs);
    // Two seconds each is the bar; the whole five take a tenth of one when the machine is idle.
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
    expect(report).toMatchInlineSnapshot(`
      "bomb.png: This picture is 16000 × 16000 pixels, 256 megapixels; the press prints at most 50. Make it smaller: 4,000 pixels across are plenty.
      bomb.gif: This picture is 65535 × 65535 pixels, 4295 megapixels; the press prints at most 50. Make it smaller: 4,000 pixels across are plenty.
      bomb.jpg: This picture is 65000 × 65000 pixels, 4225 megapixels; the press prints at most 50. Make it smaller: 4,000 pixels across are plenty.
      bomb.webp: This picture is damaged: it cannot be read to its end. Copy it again from where it came from, or open it in a picture editor and save it anew.
      bomb.avif: This picture is 20000 × 20000 pixels, 400 megapixels; the press prints at most 50. Make it smaller: 4,000 pixels across are plenty."
    `);
  });
});

describe("the memory", () => {
  test("spares an unchanged picture a second reading, and sees a changed one", async () => {
    const bytes = await drawing().png().toBuffer();
    const first = await read({ "a.png": bytes });
    // Same size, same inode, and its old time put back: only the time of the change itself tells.
    const other = await drawing(90, 60, 7).png().toBuffer();
    const path = join(folder, "a.png");
    const { mtime } = await stat(path);
    await writeFile(path, Buffer.concat([other, bytes]).subarray(0, bytes.length));
    await utimes(path, mtime, mtime);
    const second = await readPictures(
      { folder, files: ["a.png"], stamps: new Map() },
      join(folder, "cache"),
    );
    expect(second).not.toEqual(first);
  });

  test("is believed while the file is the same", async () => {
    const first = await read({ "a.png": await drawing().png().toBuffer() });
    const memory = join(folder, "cache/pictures.json");
    const text = await readFile(memory, "utf8");
    await writeFile(memory, text.replace('"width":90', '"width":91'));
    const { value } = await readPictures(
      { folder, files: ["a.png"], stamps: new Map() },
      join(folder, "cache"),
    );
    expect(value.get("a.png")).toEqual({ ...first.value.get("a.png"), width: 91 });
  });

  test.each(["", "{", "null", '{"version":0,"verdicts":[]}', '{"version":1,"verdicts":[{}]}'])(
    "is ignored when it reads %j",
    async (text) => {
      const files = { "a.png": await drawing().png().toBuffer() };
      const first = await read(files);
      await writeFile(join(folder, "cache/pictures.json"), text);
      expect(
        await readPictures({ folder, files: ["a.png"], stamps: new Map() }, join(folder, "cache")),
      ).toEqual(first);
    },
  );
});

/** A true PNG of one bit per pixel: a few kilobytes that unpack to a poster. */
function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))));
  const signature = Buffer.from("\u0089PNG\r\n\u001A\n", "latin1");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND")]);
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function gifBomb(width: number, height: number): Buffer {
  const gif = Buffer.from(
    "GIF89a....\u0000\u0000\u0000,\u0000\u0000\u0000\u0000....\u0000\u0002\u0002D\u0001\u0000;",
    "latin1",
  );
  for (const place of [6, 18]) {
    gif.writeUInt16LE(width, place);
    gif.writeUInt16LE(height, place + 2);
  }
  return gif;
}

/** A small JPEG whose frame header (SOF0) claims another size. */
async function jpegBomb(width: number, height: number): Promise<Buffer> {
  const jpeg = await drawing().jpeg().toBuffer();
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(height, frame + 5);
  jpeg.writeUInt16BE(width, frame + 7);
  return jpeg;
}

/** A lossless WebP whose header claims 16,384 × 16,384, the most the format can say. */
async function webpBomb(): Promise<Buffer> {
  const webp = await drawing().webp({ lossless: true }).toBuffer();
  const start = webp.indexOf("VP8L") + 9;
  webp.writeUInt32LE((webp.readUInt32LE(start) | 0x0fffffff) >>> 0, start);
  return webp;
}

async function avifBomb(width: number, height: number): Promise<Buffer> {
  const avif = await drawing().avif().toBuffer();
  const extent = avif.indexOf("ispe") + 8;
  avif.writeUInt32BE(width, extent);
  avif.writeUInt32BE(height, extent + 4);
  return avif;
}
