import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText } from "../../src/source/decode-text.ts";
import { sourceProblems } from "../support/source-problems.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const storm = Buffer.from("---\nheadline: Storm\n");
const utf16 = Buffer.from("\ufeffStorm", "utf16le");

/** Name, bytes after `---\nheadline: Storm\n`, offset of the first bad byte within them. */
test.each([
  ["Latin-1", bytes(0x63, 0x61, 0x66, 0xe9, 0x20), 3],
  ["Latin-1 at the end", bytes(0x61, 0xe9), 1],
  ["a stray continuation", bytes(0x61, 0x80), 1],
  ["an overlong slash", bytes(0xc0, 0xaf), 0],
  ["an overlong slash of three", bytes(0xe0, 0x80, 0xaf), 0],
  ["an overlong slash of four", bytes(0xf0, 0x80, 0x80, 0xaf), 0],
  ["a surrogate", bytes(0x61, 0xed, 0xa0, 0x80), 1],
  ["beyond U+10FFFF", bytes(0xf4, 0x90, 0x80, 0x80), 0],
  ["five bytes", bytes(0xf8, 0x88, 0x80, 0x80, 0x80), 0],
  ["0xFF", bytes(0x61, 0x62, 0xff), 2],
  ["cut short", bytes(0x61, 0xe2, 0x82), 1],
  ["cut short before a letter", bytes(0x61, 0xe2, 0x82, 0x61), 1],
])("%s is refused at its first bad byte", (_, bad, offset) => {
  const decoded = decodeText(Buffer.concat([storm, bad]));
  expect(decoded).toMatchObject({ kind: "fault", place: { line: 3, column: offset + 1 } });
  expect(decoded).toMatchObject({
    message: expect.stringContaining(`offset ${storm.length + offset} `),
  });
});

test.each([
  ["UTF-16 (little-endian)", utf16],
  ["UTF-16 (big-endian)", Buffer.from(utf16).swap16()],
  ["UTF-32 (little-endian)", bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)],
  ["UTF-32 (big-endian)", bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x61)],
])("%s is called by its name", (name, written) => {
  const message = `The file is written in ${name}; the press reads UTF-8 only.`;
  expect(decodeText(written)).toMatchObject({ kind: "fault", message });
});

test("LF, CRLF, CR and a byte order mark make no difference", () => {
  for (const text of ["a\nb\n\nc\n", "a\r\nb\r\n\r\nc\r\n", "a\rb\r\rc\r", "\ufeffa\nb\n\nc\n"])
    expect(decodeText(Buffer.from(text))).toEqual({ kind: "text", text: "a\nb\n\nc\n" });
});

test("every well-formed text arrives as it was written", () => {
  const text = fc
    .string({ unit: "binary" })
    .filter((value) => !/[\r\0]/.test(value) && !value.startsWith("\ufeff"));
  fc.assert(
    fc.property(text, (value) => {
      expect(decodeText(Buffer.from(value))).toEqual({ kind: "text", text: value });
    }),
    { numRuns: 1000 },
  );
});

test("bytes are accepted exactly when they are UTF-8 without NUL", () => {
  const array = fc.array(fc.constantFrom(0x61, 0x80, 0xbf, 0xc3, 0xe0, 0xa0, 0xed, 0xf4, 0x8f), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(array, (values) => {
      const written = Uint8Array.from(values);
      const isSame = Buffer.from(Buffer.from(written).toString("utf8")).equals(written);
      expect(decodeText(written).kind).toBe(isSame ? "text" : "fault");
    }),
    { numRuns: 3000 },
  );
});

test("what a writer is told", async () => {
  const files = new Map([
    ["articles/a-latin.md", Buffer.from("---\nheadline: Café\n---\n", "latin1")],
    ["articles/b-nul.md", Buffer.from("---\nheadline: A\0B\n---\n")],
    ["articles/c-utf16.md", Buffer.from("\ufeff---\nheadline: Storm\n---\n", "utf16le")],
    ["articles/d-huge.md", Buffer.alloc(1024 * 1024 + 1, "a")],
  ]);
  expect(await sourceProblems("", files)).toMatchInlineSnapshot(`
    "content/articles/a-latin.md:2:14 error: The file is not UTF-8: the byte at offset 17 (0xE9; in Latin-1 it would be “é”) cannot stand there.
      2 | headline: Caf�
        |              ^
      Open it in your editor and save it again with the encoding UTF-8.
    content/articles/b-nul.md:2:12 error: There is a NUL character at byte offset 15, which no text can hold.
      2 | headline: A␀B
        |            ^
      If the file should be text, it may be UTF-16: save it again with the encoding UTF-8.
    content/articles/c-utf16.md error: The file is written in UTF-16 (little-endian); the press reads UTF-8 only.
      Open it in your editor and save it again with the encoding UTF-8.
    content/articles/d-huge.md error: The file holds 1048577 bytes; the press reads a text of 1048576 at most.
      Split the text, or put long tables into a file under “files/” and link to it."
  `);
});
