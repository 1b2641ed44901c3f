// What each optional output costs: a cold build and an edit of one story with it switched on, beside
// the same with none. Each paper is measured alone, and no other system is.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeBenchFolder } from "./bench-folder.ts";
import { broadsheetSite, type OptionalOutput } from "./broadsheet-site.ts";
import { measureProcess } from "./measure-process.ts";
import { type PaperOrder, writeArchive } from "./measure-paper.ts";
import { type Run, runScenario } from "./scenarios.ts";

/** One of the scenarios that are measured. */
export type OutputScenario = "cold" | "edit";

export interface OutputCost {
  /** Absent for the paper that has none. */
  readonly output?: OptionalOutput;
  readonly runs: readonly Run[];
}

export interface OutputsOrder extends Pick<
  PaperOrder,
  "count" | "runs" | "seed" | "folder" | "say"
> {
  readonly outputs: readonly OptionalOutput[];
}

/** The paper without any first. */
export async function measureOutputs(order: OutputsOrder): Promise<readonly OutputCost[]> {
  const costs: OutputCost[] = [];
  for (const output of order.outputs.length > 0 ? [undefined, ...order.outputs] : []) {
    order.say(`A paper of ${order.count} stories with ${output ?? "no optional output"} …`);
    const runs = await measureOutput(output, order);
    costs.push({ ...(output !== undefined && { output }), runs });
  }
  return costs;
}

/** One cold build, and as many edits as there are runs. */
async function measureOutput(
  output: OptionalOutput | undefined,
  order: OutputsOrder,
): Promise<readonly Run[]> {
  const folder = makeBenchFolder(order.count, order.folder);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once("exit", remove);
  try {
    const site = broadsheetSite(join(folder, "broadsheet"), order.count, output);
    const archive = writeArchive([site], order);
    await measureProcess({ ...site.build, words: ["src/bin.js", "--version"] });
    const { run } = await runScenario("cold", site, archive, 0);
    if (output !== undefined) expectOutput(output, site.output, archive.editable[0]!.address);
    const runs = [run];
    for (let repetition = 0; repetition < order.runs; repetition += 1)
      runs.push((await runScenario("edit", site, archive, repetition)).run);
    return runs;
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/** By each output a file that is there with it alone. */
const MARKS: Readonly<Record<OptionalOutput, (address: string) => string>> = {
  twins: (address) => `${address}index.json`,
  text: (address) => `text${address}index.html`,
  search: () => "search/en/start/pagefind.js",
  compress: (address) => `${address}index.html.br`,
};

/** A figure for work that was not done would look very good. */
function expectOutput(output: OptionalOutput, folder: string, address: string): void {
  const file = MARKS[output](address);
  if (!existsSync(join(folder, file))) throw new Error(`The paper with ${output} has no ${file}.`);
}
