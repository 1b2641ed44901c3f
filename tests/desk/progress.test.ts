import { expect, test } from "vitest";
import { openProgress, progressWords } from "../../src/desk/progress.ts";

test("who waits is told how far the work has come, and how long it takes once that is known", () => {
  expect(progressWords("pictures", 12, 40, 1_000)).toBe("Pictures: 12 of 40");
  expect(progressWords("pages", 4_000, 16_000, 40_000)).toBe(
    "Pages: 4000 of 16000, about 2 min to go",
  );
  expect(progressWords("pages", 15_000, 16_000, 150_000)).toBe(
    "Pages: 15000 of 16000, less than a minute to go",
  );
  expect(progressWords("pages", 16_000, 16_000, 160_000)).toBe("Pages: 16000 of 16000");
});

test("each kind of work has a beginning of its own, and the line goes when all is done", () => {
  const written: string[] = [];
  let now = 0;
  const line = openProgress(
    (text) => written.push(text),
    () => now,
  );
  line.show("pages", 250, 1_000);
  now = 60_000;
  line.show("pages", 500, 1_000);
  line.show("pictures", 1, 100);
  line.clear();
  line.clear();
  expect(written).toEqual([
    "\r\u001B[KPages: 250 of 1000",
    "\r\u001B[KPages: 500 of 1000, about 1 min to go",
    "\r\u001B[KPictures: 1 of 100",
    "\r\u001B[K",
  ]);
});
