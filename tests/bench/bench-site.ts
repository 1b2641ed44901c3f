// What the benchmark knows of a system: where its site lies, how it is told to build, and how a
// story gets into it.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BenchStory } from "./generate-stories.ts";

export const SYSTEMS = ["Broadsheet", "Hugo", "Eleventy"] as const;
export type System = (typeof SYSTEMS)[number];

export interface BenchSite {
  readonly system: System;
  readonly folder: string;
  /** Absolute. */
  readonly output: string;
  readonly build: Command;
  /** What earlier builds leave behind; a cold build finds none of it. Absolute. */
  readonly leftovers: readonly string[];
  /** Adds a story, or replaces the one of the same slug. */
  writeStory(story: BenchStory): void;
  /** The layout of stories, and a string in it that stands on every story page. */
  readonly storyLayout: { readonly file: string; readonly mark: string };
}

/** A process to run. */
export interface Command {
  readonly file: string;
  readonly words: readonly string[];
  readonly cwd: string;
}

const PROJECT = join(import.meta.dirname, "../..");

/** The pictures and fonts that other systems get as finished files, and the paper's style sheet. */
export function sharedAssets(): ReadonlyMap<string, Uint8Array> {
  const font = (weight: number) =>
    readFileSync(
      join(
        PROJECT,
        `node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-normal.woff2`,
      ),
    );
  return new Map([
    ["paper.css", Buffer.from(styleSheet())],
    ["regular.woff2", font(400)],
    ["semibold.woff2", font(600)],
    ["icon.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["touch-icon.png", new Uint8Array(4_000)],
    ["card.jpg", new Uint8Array(30_000)],
  ]);
}

/** Broadsheet's own styles in one file, without the comments. */
function styleSheet(): string {
  const styles = join(PROJECT, "layouts/styles");
  const main = readFileSync(join(styles, "main.css"), "utf8");
  const imported = [...main.matchAll(/@import "([^"]+)"/g)].map(([, path = ""]) =>
    readFileSync(join(styles, path), "utf8"),
  );
  return imported
    .join("\n")
    .replaceAll(/\/\*[^]*?\*\//g, "")
    .replaceAll(/\n\s*/g, "\n");
}

export function save(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** A file of several fields and a text; JSON is YAML, so no value needs thought. */
export function withHeader(fields: Readonly<Record<string, unknown>>, text: string): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join("")}---\n\n${text}`;
}

/** What one author's page says. */
export const BIOGRAPHY = "Writes for this paper, and has done so since it was generated.";
