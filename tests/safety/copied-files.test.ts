// What lies under `content/files/` is published byte for byte. So none of it may be a page to a
// browser, an order to a host, or a photograph that says where it was taken.

import { readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { listFiles } from "../../src/source/list-files.ts";
import { readCopied } from "../../src/source/read-copied.ts";
import { contentFolder } from "../support/content-folder.ts";
import { problems, site } from "../support/site.ts";
import { storyWith } from "../support/source-problems.ts";

const STORY = storyWith("");
const XHTML = '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>';

/** The files named in a report; none of them was left out. */
async function refused(files: Readonly<Record<string, string | Buffer>>): Promise<string[]> {
  const bytes = new Map(
    Object.entries(files).map(([name, text]) => [`content/files/${name}`, Buffer.from(text)]),
  );
  const report = await problems(STORY, { bytes });
  return Object.keys(files).filter((name) => report.includes(`content/files/${name} error:`));
}

test("what a browser could take for a page is refused, whatever it is called", async () => {
  const pages = {
    plain: "<!DOCTYPE html><script>alert(1)</script>",
    "key.pem": "\n\t <script>alert(1)</script>",
    "list.jsonl": "\uFEFF<html><script>alert(1)</script>",
    ".well-known/proof": `<?xml version="1.0"?>${XHTML}`,
    "BingSiteAuth.xml": `<?xml version="1.0"?><users><user>0A</user>${XHTML}</users>`,
    "walk.gpx": `<gpx>${XHTML}</gpx>`,
    "notes.txt": "<!-- x --><svg onload=alert(1)>",
  };
  expect(await refused(pages)).toEqual(Object.keys(pages));
});

test("what tells a host how to serve the site is refused", async () => {
  const orders = {
    _headers: "/*\n  Content-Security-Policy: default-src *",
    _redirects: "/* https://x.example/:splat 302!",
    "_routes.json": "{}",
    "staticwebapp.config.json": "{}",
    "vercel.json": "{}",
    "serve.json": "{}",
    Staticfile: "root: /",
  };
  expect(await refused(orders)).toEqual(Object.keys(orders));
});

/** A PNG with one more chunk behind its header. */
function withChunk(png: Buffer, type: string, data: string): Buffer {
  const body = Buffer.from(type + data, "latin1");
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4, 0);
  frame.writeUInt32BE(crc32(body), 4);
  const end = 8 + 12 + 13;
  return Buffer.concat([
    png.subarray(0, end),
    frame.subarray(0, 4),
    body,
    frame.subarray(4),
    png.subarray(end),
  ]);
}

const icon = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#048" } })
  .png()
  .toBuffer();

/** A GIF with a note in XMP behind its header. */
function gifSaying(note: string): Buffer {
  const header = "GIF89a\u0001\0\u0001\0\0\0\0";
  return Buffer.from(`${header}!\u00FF\u000BXMP DataXMP${note}\u0001\0\0;`, "latin1");
}

test("a photograph with a camera's notes is refused, an icon is not", async () => {
  const photographs = {
    "exif.png": await sharp(icon)
      .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "35/1 41/1 22/1" } })
      .png()
      .toBuffer(),
    "xmp.png": withChunk(
      icon,
      "iTXt",
      'XML:com.adobe.xmp\0\0\0\0\0<x exif:GPSLatitude="35,41.3N"/>',
    ),
    "packed.png": withChunk(icon, "iTXt", "XML:com.adobe.xmp\0\u0001\0\0\0x\u009c"),
    "profile.png": withChunk(icon, "zTXt", "Raw profile type exif\0\0x\u009c"),
    "texts.png": withChunk(icon, "tEXt", "exif:GPSLatitude\x0035/1, 41/1, 22/1"),
    "favicon.ico": Buffer.concat([Buffer.alloc(22), icon, withChunk(icon, "eXIf", "II*")]),
    "xmp.gif": gifSaying('<x exif:GPSLatitude="35,41.3N"/>'),
  };
  expect(await refused(photographs)).toEqual(Object.keys(photographs));
});

/** A part of a film (ISO/IEC 14496-12, 4.2); `long` writes its size in 64 bits. */
function box(type: string, inside: string | Buffer, long = false): Buffer {
  const data = typeof inside === "string" ? Buffer.from(inside, "latin1") : inside;
  const head = Buffer.alloc(long ? 16 : 8);
  head.writeUInt32BE(long ? 1 : 8 + data.length, 0);
  head.write(type, 4, "latin1");
  if (long) head.writeBigUInt64BE(BigInt(16 + data.length), 8);
  return Buffer.concat([head, data]);
}

/** Whatever its pictures look like, they are not read. */
const film = (...notes: readonly Buffer[]) =>
  Buffer.concat([box("ftyp", "isom"), box("mdat", box("\u00A9xyz", "x"), true), ...notes]);

const PLACE = "+35.6894+139.6917/";
const HANDLER = box("hdlr", "\0".repeat(25));
const LOCATION = "com.apple.quicktime.location.ISO6709";
const VERSION = Buffer.alloc(4);

test("a film that tells where it was made, or with what, is refused", async () => {
  const ilst = box("ilst", box("\u00A9xyz", PLACE));
  const media = box("mdia", box("minf", box("stbl", box("stsd", "\0gpmd"))));
  const films = {
    "place.mp4": film(box("moov", box("udta", box("\u00A9xyz", PLACE)))),
    "place.m4v": film(box("moov", box("trak", box("udta", box("loci", PLACE))))),
    "sound.m4a": film(
      box("moov", box("udta", box("meta", Buffer.concat([VERSION, HANDLER, ilst])))),
    ),
    "keys.MOV": film(box("moov", box("meta", Buffer.concat([HANDLER, box("keys", LOCATION)])))),
    "maker.mov": film(box("moov", box("udta", box("\u00A9mak", "SECRETCAM")))),
    "xmp.mp4": film(box("uuid", `${"x".repeat(16)}<x exif:GPSLatitude="35,41.3N"/>`)),
    "track.mp4": film(box("moov", box("trak", media))),
    "quicktime.mov": film(box("moov", box("cmov", box("dcom", "zlib")))),
    "endless.mp4": Buffer.alloc(900_000, box("free", "")),
  };
  expect(await refused(films)).toEqual(Object.keys(films));
});

/** A frame of MP3's notes (ID3v2.3, 3.3), with what stands in it in the encoding that it names. */
function frame(type: string, inside: string | Buffer): Buffer {
  const data = typeof inside === "string" ? Buffer.from(inside, "latin1") : inside;
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([Buffer.from(type), size, Buffer.alloc(2), data]);
}

const id3 = (...frames: readonly Buffer[]) =>
  Buffer.concat([Buffer.from("ID3\u0003\0\0\0\0\u0010\0", "latin1"), ...frames, SOUND]);

/** Longer than what is looked at at one end. */
const SOUND = Buffer.alloc(3_000_000, "\u00FF\u00FB\u0090");

const vorbis = (note: string) => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(note.length);
  return Buffer.concat([size, Buffer.from(note)]);
};

/** A name and what is noted under it (Matroska, 5.1.8.1.2). */
const matroska = (name: string, said: string) =>
  Buffer.from(
    `\u0045\u00A3${String.fromCharCode(0x80 + name.length)}${name}\u0044\u0087${String.fromCharCode(0x80 + said.length)}${said}`,
    "latin1",
  );

const cover = await sharp(icon)
  .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "35/1 41/1 22/1" } })
  .jpeg()
  .toBuffer();
const utf16 = (text: string) => Buffer.from(`\u0001\uFEFF${text}`, "utf16le").subarray(1);

test("a recording that tells where it was made is refused, whatever form its notes have", async () => {
  const recordings = {
    "named.mp3": id3(frame("TXXX", `\0location\0Tokyo`)),
    "wide.mp3": id3(frame("TXXX", utf16("Location\0\uFEFFTokyo"))),
    "cover.mp3": id3(frame("APIC", Buffer.concat([Buffer.from("\0image/jpeg\0\u0003\0"), cover]))),
    "sound.aac": id3(frame("TXXX", "\0GPSLatitude\0x")),
    "sound.flac": Buffer.concat([Buffer.from("fLaC"), vorbis("LOCATION=Tokyo"), SOUND]),
    "sound.ogg": Buffer.concat([Buffer.from("OggS"), vorbis("geo_location=Tokyo"), SOUND]),
    "sound.opus": Buffer.concat([Buffer.from("OggS"), vorbis(`comment=${PLACE}`), SOUND]),
    "recorder.wav": Buffer.concat([
      Buffer.from("RIFF"),
      SOUND,
      Buffer.from("<LOCATION_GPS>35, 139<"),
    ]),
    "xmp.wav": Buffer.concat([
      Buffer.from("RIFF"),
      SOUND,
      Buffer.from('<x exif:GPSLatitude="35"/>'),
    ]),
    "place.webm": Buffer.concat([SOUND, matroska("COM.APPLE.QUICKTIME.LOCATION.ISO6709", "x")]),
    "maker.webm": Buffer.concat([matroska("MAKE", "SECRETCAM"), SOUND]),
  };
  expect(await refused(recordings)).toEqual(Object.keys(recordings));
});

test("a photograph, film or recording is known whatever it is called", async () => {
  const picture = () => sharp(icon);
  const disguised = {
    photograph: cover,
    "notes.txt": await picture().webp().toBuffer(),
    "raw.zip": await picture().tiff().toBuffer(),
    "data.csv": await picture().avif({ effort: 0 }).toBuffer(),
    "telephone.mov": box("ftyp", "heic"),
    "icon.pdf": icon,
    "favicon.ico": gifSaying(""),
    "walk.webm": film(box("moov", "")),
    "walk.txt": film(box("moov", "")),
    "talk.txt": id3(),
    "talk.mp4": Buffer.from("fLaC"),
  };
  expect(await refused(disguised)).toEqual(Object.keys(disguised));
});

test("the report on a film says what to do with it", async () => {
  const walk = film(box("moov", box("udta", box("\u00A9xyz", PLACE))));
  const report = await problems(STORY, { bytes: new Map([["content/files/walk.mp4", walk]]) });
  expect(report).toMatchInlineSnapshot(`
    "content/files/walk.mp4 error: “walk.mp4” holds notes of a camera, and may tell where it was taken.
      Export it again without place and camera, and put that copy here."
  `);
});

test("what newsrooms prove and hand out is copied byte for byte", async () => {
  const files: Readonly<Record<string, Buffer>> = {
    "BingSiteAuth.xml": Buffer.from(
      '<?xml version="1.0"?>\n<users>\n\t<user>0123456789ABCDEF0123456789ABCDEF</user>\n</users>',
    ),
    "ads.txt": Buffer.from("x.example, 1, DIRECT"),
    "table.csv": Buffer.from("a,<b>\n"),
    "icon.png": withChunk(icon, "tEXt", "Software\0A program"),
    "favicon.ico": Buffer.concat([Buffer.alloc(22), icon]),
    "small.ico": icon,
    "drawn.gif": gifSaying('<x xmp:CreatorTool="A"/>'),
    "drawn.png": withChunk(icon, "iTXt", 'XML:com.adobe.xmp\0\0\0\0\0<x xmp:CreatorTool="A"/>'),
    "film.mp4": film(
      box("moov", box("udta", box("\u00A9too", "A program"))),
      box("uuid", '<x xmp:CreatorTool="A"/>'),
    ),
    "id.txt": Buffer.from("ID3 is a format, II* is not, and GIF8 neither"),
    "talk.mp3": id3(
      frame("TIT2", "\0A new location for the fair"),
      frame("TXXX", "\0encoder\0A program"),
      frame("APIC", Buffer.concat([Buffer.from("\0image/png\0\u0003\0"), icon])),
    ),
    "talk.flac": Buffer.concat([Buffer.from("fLaC"), vorbis("TITLE=Latitude"), SOUND]),
    "talk.webm": Buffer.concat([matroska("TITLE", "Where to make a model"), SOUND]),
    "torn.mp4": Buffer.concat([box("moov", box("udta", "x")), Buffer.from([0, 0, 0, 3])]),
    ".well-known/proof": Buffer.from("a1b2"),
  };
  const bytes = new Map(
    Object.entries(files).map(([name, data]) => [`content/files/${name}`, data]),
  );
  await using built = await site(STORY, { bytes });
  for (const [name, data] of Object.entries(files))
    expect([name, readFileSync(join(built.output, name)).equals(data)]).toEqual([name, true]);
});

test("a file or folder that becomes a link between two looks is not followed", async () => {
  await using folder = await contentFolder(
    "-- files/a.txt --\nOurs\n-- files/deep/b.txt --\nOurs\n",
  );
  const { contentFolder: content } = folder;
  const { files, stamps } = listFiles(content).value;
  const outside = join(content, "../outside");
  renameSync(join(content, "files/deep"), outside);
  symlinkSync(outside, join(content, "files/deep"));
  writeFileSync(join(outside, "b.txt"), "Not ours");
  renameSync(join(content, "files/a.txt"), join(outside, "a.txt"));
  symlinkSync(join(outside, "a.txt"), join(content, "files/a.txt"));
  const read = await readCopied({ folder: content, files: files.copied, stamps });
  expect(read).toEqual({
    value: [],
    problems: [
      { file: "files/a.txt", message: "The file cannot be read (ELOOP)." },
      {
        file: "files/deep/b.txt",
        message: "The file changed while it was being read.",
        cure: "Build again.",
      },
    ],
  });
});
