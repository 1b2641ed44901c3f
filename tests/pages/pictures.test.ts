import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cropTo } from "../../src/pages/crop.ts";
import {
  planImage,
  planJpeg,
  planLogo,
  planSearchImages,
  planShareImage,
} from "../../src/pages/pictures.ts";
import { ENCODER_EDITION, PICTURE_ROLES } from "../../src/pages/picture-settings.ts";
import type { PictureFile } from "../../src/source/picture-file.ts";
import packageFile from "../../package.json" with { type: "json" };

const site = { basePath: "/news/", url: "https://example.org/news/" };

/** A photograph of 2400 × 1600 unless told otherwise. */
function photo({
  width = 2400,
  height = 1600,
  focus = [0.5, 0.5] as readonly [number, number],
} = {}) {
  const file: PictureFile = {
    file: "images/a.jpg",
    hash: "5e".repeat(32),
    format: "jpeg",
    width,
    height,
  };
  return { file, alt: "Two chairs", credit: "The Desk", focus };
}

const roles = Object.keys(PICTURE_ROLES) as (keyof typeof PICTURE_ROLES)[];

test("a lead offers AVIF, WebP and one JPEG, in its own shape", () => {
  const { image, derivatives } = planImage(photo(), "lead", site);
  expect(withoutHashes(image)).toMatchInlineSnapshot(`
    {
      "alt": "Two chairs",
      "height": 800,
      "loading": "eager",
      "sizes": "(min-width: 66rem) 50rem, (min-width: 44rem) 39rem, calc(100vw - 2rem)",
      "sources": [
        {
          "srcset": "/news/pictures/…-480.avif 480w, /news/pictures/…-720.avif 720w, /news/pictures/…-1200.avif 1200w, /news/pictures/…-1600.avif 1600w",
          "type": "image/avif",
        },
        {
          "srcset": "/news/pictures/…-480.webp 480w, /news/pictures/…-720.webp 720w, /news/pictures/…-1200.webp 1200w, /news/pictures/…-1600.webp 1600w",
          "type": "image/webp",
        },
      ],
      "src": "/news/pictures/…-1200.jpg",
      "srcset": "/news/pictures/…-1200.jpg 1200w",
      "width": 1200,
    }
  `);
  expect(derivatives.every(({ crop }) => crop === undefined)).toBe(true);
});

test("a teaser is lazy and cut to 3:2", () => {
  const { image } = planImage(photo({ width: 1000, height: 2000 }), "teaser", site);
  expect(withoutHashes(image)).toMatchInlineSnapshot(`
    {
      "alt": "Two chairs",
      "height": 320,
      "loading": "lazy",
      "sizes": "auto, (min-width: 62rem) 25rem, (min-width: 44rem) 46vw, calc(100vw - 2rem)",
      "sources": [
        {
          "srcset": "/news/pictures/…-320.avif 320w, /news/pictures/…-480.avif 480w, /news/pictures/…-720.avif 720w, /news/pictures/…-1000.avif 1000w",
          "type": "image/avif",
        },
        {
          "srcset": "/news/pictures/…-320.webp 320w, /news/pictures/…-480.webp 480w, /news/pictures/…-720.webp 720w, /news/pictures/…-1000.webp 1000w",
          "type": "image/webp",
        },
      ],
      "src": "/news/pictures/…-480.jpg",
      "srcset": "/news/pictures/…-480.jpg 480w",
      "width": 480,
    }
  `);
});

test("a lead taller than 4:5 is cut to 4:5 around its focus", () => {
  const { image, derivatives } = planImage(
    photo({ width: 1000, height: 3000, focus: [0.5, 0.1] }),
    "lead",
    site,
  );
  expect([image.width, image.height]).toEqual([1000, 1250]);
  expect(derivatives[0]?.crop).toEqual({ left: 0, top: 0, width: 1000, height: 1250 });
});

test("a small picture is offered at its own size, once", () => {
  const { derivatives } = planImage(photo({ width: 190, height: 120 }), "text", site);
  expect(derivatives.map(({ format, width, height }) => [format, width, height])).toEqual([
    ["avif", 190, 120],
    ["webp", 190, 120],
    ["jpeg", 190, 120],
  ]);
});

test("no two widths are nearly the same", () => {
  const { derivatives } = planImage(photo({ width: 760, height: 500 }), "lead", site);
  expect(derivatives.filter(({ format }) => format === "avif").map(({ width }) => width)).toEqual([
    480, 720,
  ]);
});

describe("for machines", () => {
  const sizesOf = (picture: ReturnType<typeof photo>) =>
    planSearchImages(picture, site).images.map(({ width, height }) => [width, height]);

  test.each(roles)("the JPEG of a %s is a file its page already has", (role) => {
    const { image } = planImage(photo(), role, site);
    const { width, height } = image;
    const url = `https://example.org${image.src}`;
    expect(planJpeg(photo(), role, site)).toEqual({ url, width, height });
  });

  test("the share picture is a JPEG of 1200 × 630 at an absolute address", () => {
    const { images, derivatives } = planShareImage(photo(), site);
    expect(images).toEqual([
      { url: `https://example.org/news/${derivatives[0]?.output}`, width: 1200, height: 630 },
    ]);
    expect(derivatives[0]?.output).toMatch(/^pictures\/[0-9a-f]{20}-1200\.jpg$/);
  });

  test("search engines get 16:9, 4:3 and 1:1", () => {
    expect(sizesOf(photo())).toEqual([
      [1200, 675],
      [1200, 900],
      [1200, 1200],
    ]);
  });

  test("a shape too small for them is left out", () => {
    expect(sizesOf(photo({ width: 320, height: 220 }))).toEqual([
      [320, 180],
      [293, 220],
    ]);
  });

  test("a logo keeps its shape", () => {
    const { images } = planLogo(photo({ width: 600, height: 120 }).file, site);
    expect(images).toEqual([{ url: expect.any(String), width: 600, height: 120 }]);
  });
});

describe("addresses", () => {
  const outputs = (picture: ReturnType<typeof photo>) =>
    planImage(picture, "teaser", site).derivatives.map(({ output }) => output);

  test("change with everything that decides the bytes", () => {
    const plain = outputs(photo());
    const square = photo({ width: 1600 });
    for (const other of [
      { ...photo(), credit: "Another desk" },
      { ...photo(), file: { ...photo().file, hash: "00".repeat(32) } },
      { ...photo(), file: { ...photo().file, creator: "A desk" } },
      square,
    ]) {
      expect(outputs(other).filter((output) => plain.includes(output))).toEqual([]);
    }
    const left = outputs({ ...square, file: { ...square.file, width: 3200 }, focus: [0, 0] });
    const right = outputs({ ...square, file: { ...square.file, width: 3200 }, focus: [1, 1] });
    expect(left).not.toEqual(right);
  });

  test("stay the same where only words or the file's place differ", () => {
    const moved = { ...photo(), alt: "Chairs", file: { ...photo().file, file: "b.jpg" } };
    expect(outputs(moved)).toEqual(outputs(photo()));
  });

  test("name the encoder that is installed", () => {
    expect(ENCODER_EDITION).toContain(`sharp ${packageFile.dependencies.sharp}`);
  });
});

describe("whatever the picture", () => {
  const pictures = fc
    .record({
      width: fc.integer({ min: 1, max: 9000 }),
      height: fc.integer({ min: 1, max: 9000 }),
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ x, y, ...size }) => photo({ ...size, focus: [x, y] }));

  test("a crop lies inside the picture and keeps the focus", () => {
    fc.assert(
      fc.property(
        pictures,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        ({ file, focus }, ratio) => {
          const { left, top, width, height } = cropTo(file, ratio, focus);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(file.width);
          expect(top + height).toBeLessThanOrEqual(file.height);
          expect(focus[0] * file.width).toBeGreaterThanOrEqual(left - 0.5);
          expect(focus[0] * file.width).toBeLessThanOrEqual(left + width + 0.5);
          expect(focus[1] * file.height).toBeGreaterThanOrEqual(top - 0.5);
          expect(focus[1] * file.height).toBeLessThanOrEqual(top + height + 0.5);
          expect([file.width - width, file.height - height]).toContain(0);
        },
      ),
    );
  });

  test("no derivative is larger than its part of the source", () => {
    fc.assert(
      fc.property(pictures, fc.constantFrom(...roles), (picture, role) => {
        const { derivatives } = planImage(picture, role, site);
        const all = [
          ...derivatives,
          ...planShareImage(picture, site).derivatives,
          ...planSearchImages(picture, site).derivatives,
        ];
        for (const { crop = picture.file, width, height } of all) {
          expect(width).toBeLessThanOrEqual(crop.width);
          expect(height).toBeLessThanOrEqual(crop.height);
          expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});

function withoutHashes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(/[0-9a-f]{20}-/g, "…-"));
}
