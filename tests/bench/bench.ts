// `npm run bench -- [stories …]`: Broadsheet, Hugo and plain Eleventy on the same archive.

import { parseArgs } from "node:util";
import { SYSTEMS, type System } from "./bench-site.ts";
import { OPTIONAL_OUTPUTS, type OptionalOutput } from "./broadsheet-site.ts";
import { thisMachine } from "./machine.ts";
import { measureOutputs } from "./measure-outputs.ts";
import { measurePaper, type PaperFigures } from "./measure-paper.ts";
import { reportText } from "./report.ts";
import { type Scenario, SCENARIOS } from "./scenarios.ts";

const USAGE = `npm run bench -- [stories …] [options]

  stories                how many, one archive each; default: 1000 10000
  --runs <number>        builds of each kind; default: 3, above 10000 stories 1
  --systems <names>      of ${SYSTEMS.join(",")}; default: all that are installed
  --scenarios <names>    of ${Object.keys(SCENARIOS).join(",")}; default: all
  --outputs <names>      optional outputs whose cost is measured, up to 10000 stories: of
                         ${OPTIONAL_OUTPUTS.join(",")}, or none; default: all
  --no-preview           leave out the live preview
  --seed <number>        another archive; default: 1
  --folder <folder>      work there; default: in memory where there is room
  --keep                 leave the sites where they are
  --json                 every run as JSON, instead of tables of medians`;

/** Above this, a cold build for each output takes longer than anybody waits. */
const MOST_WITH_OUTPUTS = 10_000;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      runs: { type: "string" },
      systems: { type: "string" },
      scenarios: { type: "string" },
      outputs: { type: "string" },
      seed: { type: "string", default: "1" },
      preview: { type: "boolean", default: true },
      folder: { type: "string" },
      keep: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const machine = thisMachine();
  const systems = namesFrom(values.systems, SYSTEMS).filter(
    (system) => system !== "Hugo" || machine.hugo !== undefined,
  );
  if (machine.hugo === undefined) console.error("Hugo is not installed here: going on without.");
  const scenarios = namesFrom(values.scenarios, Object.keys(SCENARIOS) as Scenario[]);
  const isOwn = systems.includes("Broadsheet");
  const outputs =
    values.outputs === "none" || !isOwn ? [] : namesFrom(values.outputs, OPTIONAL_OUTPUTS);
  const papers: PaperFigures[] = [];
  for (const count of positionals.length > 0 ? positionals.map(countFrom) : [1_000, 10_000]) {
    const order = {
      count,
      systems,
      scenarios,
      runs: values.runs === undefined ? (count > 10_000 ? 1 : 3) : countFrom(values.runs),
      seed: countFrom(values.seed),
      preview: values.preview,
      keep: values.keep,
      ...(values.folder !== undefined && { folder: values.folder }),
      say: (progress: string) => console.error(progress),
    };
    const figures = await measurePaper(order);
    const measured = count > MOST_WITH_OUTPUTS ? [] : outputs;
    papers.push({ ...figures, outputCosts: await measureOutputs({ ...order, outputs: measured }) });
  }
  console.log(values.json ? JSON.stringify({ machine, papers }) : reportText(machine, papers));
}

/** Some of the names there are, in their order. */
function namesFrom<Name extends Scenario | System | OptionalOutput>(
  written: string | undefined,
  all: readonly Name[],
): readonly Name[] {
  if (written === undefined) return all;
  const wanted = written.toLowerCase().split(",");
  const stray = wanted.find((name) => !all.some((known) => known.toLowerCase() === name));
  if (stray !== undefined) throw new Error(`“${stray}” is none of ${all.join(", ")}.`);
  return all.filter((name) => wanted.includes(name.toLowerCase()));
}

function countFrom(written: string): number {
  const count = Number(written);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`“${written}” is not a number of anything.`);
}

/** Gigabytes of memory must not stay behind when somebody has seen enough. */
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
  process.once(signal, () => process.exit(code));
await main();
