// What a photograph tells of its photographer stays in the newsroom: through the whole press, from
// every place a picture can stand in, no byte of it comes out.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "exifreader";
import sharp from "sharp";
import { expect, test } from "vitest";
import { site } from "../support/site.ts";

const SECRETS = ["SECRETCAM", "SECRETNUMBER", "SECRETHOUSE", "SECRETNOTE"];

/** A photograph that says where it was taken and with what, as EXIF, XMP and IPTC say it. */
async function photograph(hue: number): Promise<Buffer> {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" exif:GPSLatitude="35,41.3N" Iptc4xmpCore:Location="SECRETHOUSE"/></rdf:RDF></x:xmpmeta>`;
  const jpeg = await sharp({
    create: { width: 700, height: 500, channels: 3, background: { r: hue, g: 90, b: 60 } },
  })
    .withExif({
      IFD0: { Make: "SECRETCAM", ImageDescription: "SECRETNOTE" },
      IFD2: { BodySerialNumber: "SECRETNUMBER" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "35/1 41/1 22/1" },
    })
    .withXmp(xmp)
    .jpeg()
    .toBuffer();
  // A comment and an application segment of IPTC's, behind the start of the picture.
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xfe, "SECRETNOTE"),
    iptc(),
    jpeg.subarray(2),
  ]);
}

function segment(marker: number, text: string | Buffer): Buffer {
  const data = Buffer.from(text);
  return Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), data]);
}

/** Sub-location (2:92), within Photoshop's frame. */
function iptc(): Buffer {
  const record = Buffer.concat([Buffer.from([0x1c, 2, 92, 0, 11]), Buffer.from("SECRETHOUSE")]);
  const size = Buffer.from([0, 0, 0, record.length]);
  const frame = Buffer.from("Photoshop 3.0\u00008BIM\u0004\u0004\u0000\u0000", "latin1");
  return segment(0xed, Buffer.concat([frame, size, record]));
}

test("no place, camera, serial number or note of a photograph reaches a reader", async () => {
  const [lead, inText, portrait, card] = await Promise.all([10, 90, 170, 250].map(photograph));
  expect(load(lead!, { expanded: true }).gps).toBeDefined();
  for (const secret of SECRETS) expect(lead!.includes(secret)).toBe(true);
  await using built = await site(
    `-- content/authors/jane-doe.md --
---
name: Jane Doe
image: { src: jane.jpg, alt: Jane, credit: Jane Doe }
---
-- content/articles/storm.md --
---
headline: Storm
date: 2026-05-30
section: world
authors: [jane-doe]
image: { src: lead.jpg, alt: A storm, credit: Jane Doe / Agency }
social: { image: /images/card.jpg }
---
It rose.

![Trees](trees.jpg "Fallen" credit="Jane Doe / Agency")
`,
    {
      bytes: new Map([
        ["content/articles/lead.jpg", lead!],
        ["content/articles/trees.jpg", inText!],
        ["content/authors/jane.jpg", portrait!],
        ["content/images/card.jpg", card!],
      ]),
    },
  );
  const files = built
    .files()
    .map((file) => ({ file, bytes: readFileSync(join(built.output, file)) }));
  const pictures = files.filter(({ file }) => /\.(?:jpg|webp|avif)$/.test(file));
  expect(pictures.length).toBeGreaterThan(10);
  const told = files.filter(({ bytes }) => SECRETS.some((secret) => bytes.includes(secret)));
  expect(told.map(({ file }) => file)).toEqual([]);
  const originals = [lead, inText, portrait, card];
  expect(files.filter(({ bytes }) => originals.some((one) => one?.equals(bytes)))).toEqual([]);
  for (const { file, bytes } of pictures) {
    const { gps, exif, iptc: found } = load(bytes, { expanded: true });
    expect({ file, gps, exif, iptc: found }).toEqual({ file });
  }
});
