// The door for people who know Eleventy: `npx @11ty/eleventy` prints the whole paper, and with
// `--serve` it prints it again after each saved change, of a story, a layout or the press itself.
import { tsImport } from "tsx/esm/api";

export default async function (config) {
  const { configure } = await tsImport("./src/desk/eleventy-door.ts", import.meta.url);
  await configure(config);
}

export const config = { dir: { input: "layouts", output: "_site" } };
