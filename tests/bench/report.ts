// The figures as tables of plain text, for a terminal and for a README.

import { SYSTEMS, type System } from "./bench-site.ts";
import { type Amount, type Kind, unequalWork } from "./look-at-output.ts";
import type { Machine } from "./machine.ts";
import type { OutputScenario } from "./measure-outputs.ts";
import type { PaperFigures } from "./measure-paper.ts";
import { type Run, type Scenario, SCENARIOS } from "./scenarios.ts";

export function reportText(machine: Machine, papers: readonly PaperFigures[]): string {
  const parts = [
    machineText(machine),
    ...papers.flatMap((paper) => [
      workTable(paper),
      figuresTable(paper),
      ratioTable(paper),
      previewText(paper),
      outputsTable(paper),
    ]),
    growthTable(papers),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function machineText(machine: Machine): string {
  const { processor, cores, memoryBytes, system, loadBefore, node, eleventy, hugo } = machine;
  return [
    `${cores} × ${processor}, ${gigabytes(memoryBytes)} of memory, ${system}; load before: ${loadBefore.toFixed(1)}`,
    `Node ${node}, Eleventy ${eleventy}, ${hugo ? `Hugo ${hugo}` : "no Hugo on this machine"}`,
  ].join("\n");
}

/** All that was made, for the reader to see, and a word where the work was not the same. */
function workTable({ count, outputs }: PaperFigures): string {
  const column = (amount: Amount) => `${amount.files} (${megabytes(amount.bytes)})`;
  const rows = SYSTEMS.flatMap((system) => {
    const made = outputs[system]?.made;
    return made ? [[system, ...KIND_NAMES.map(([kind]) => column(made[kind]))]] : [];
  });
  const head = [`made of ${count}`, ...KIND_NAMES.map(([, name]) => name)];
  return [table([head, ...rows]), ...unequalWork(outputs).map(unequalText)].join("\n");
}

const KIND_NAMES: readonly (readonly [Kind, string])[] = [
  ["stories", "stories"],
  ["archive", "archive"],
  ["lists", "lists"],
  ["otherPages", "other pages"],
  ["feeds", "feeds"],
  ["sitemaps", "sitemaps"],
  ["redirects", "redirects"],
  ["otherFiles", "other files"],
];

function unequalText({ kind, files }: ReturnType<typeof unequalWork>[number]): string {
  const counts = Object.entries(files).map(([system, number]) => `${system} ${number}`);
  return `Not the same work: ${kind}: ${counts.join(", ")}`;
}

function figuresTable({ count, runs }: PaperFigures): string {
  const head = [`${count} stories`, "", "seconds", "processor s", "peak MB", "files written"];
  const rows = pairsOf(runs).map(([scenario, system]) => {
    const own = runs.filter((run) => run.scenario === scenario && run.system === system);
    const figure = (of: (run: Run) => number | undefined) => medianOf(own.map(of));
    return [
      SCENARIOS[scenario],
      system,
      rounded(figure(({ seconds }) => seconds)),
      rounded(figure(({ processorSeconds }) => processorSeconds)),
      whole(figure(memoryOf), 1e6),
      whole(figure(({ filesWritten }) => filesWritten)),
    ];
  });
  return table([head, ...rows]);
}

function pairsOf(runs: readonly Run[]): readonly (readonly [Scenario, System])[] {
  return scenariosOf(runs).flatMap((scenario) =>
    SYSTEMS.filter((system) =>
      runs.some((run) => run.system === system && run.scenario === scenario),
    ).map((system) => [scenario, system] as const),
  );
}

function scenariosOf(runs: readonly Run[]): readonly Scenario[] {
  return [...new Set(runs.map(({ scenario }) => scenario))];
}

function ratioTable({ count, runs }: PaperFigures): string {
  const others = SYSTEMS.filter(
    (system) => system !== "Broadsheet" && runs.some((run) => run.system === system),
  );
  if (others.length === 0 || !runs.some(({ system }) => system === "Broadsheet")) return "";
  const head = [
    `Broadsheet at ${count}`,
    ...others.flatMap((other) => [`time / ${other}`, "processor", "memory"]),
  ];
  const rows = scenariosOf(runs).map((scenario) => [
    SCENARIOS[scenario],
    ...others.flatMap((other) =>
      MEASURES.map((of) =>
        ratio(figure(runs, "Broadsheet", scenario, of), wholeBuild(runs, other, scenario, of)),
      ),
    ),
  ]);
  return table([head, ...rows]);
}

/** Where a system was not run again because it builds everything each time, its edit stands in. */
function wholeBuild(runs: readonly Run[], system: System, scenario: Scenario, of: Measure) {
  return figure(runs, system, scenario, of) ?? figure(runs, system, "edit", of);
}

type Measure = (run: Run) => number | undefined;

const memoryOf: Measure = ({ peakTreeBytes, peakBytes }) => peakTreeBytes ?? peakBytes;

const secondsOf: Measure = ({ seconds }) => seconds;
const processorOf: Measure = ({ processorSeconds }) => processorSeconds;

const MEASURES: readonly Measure[] = [secondsOf, processorOf, memoryOf];

function figure(
  runs: readonly Run[],
  system: System,
  scenario: Scenario,
  of: Measure,
): number | undefined {
  const own = runs.filter((run) => run.system === system && run.scenario === scenario);
  return medianOf(own.map(of));
}

function previewText({ count, preview }: PaperFigures): string {
  if (!preview) return "";
  const [least, most] = [Math.min(...preview.secondsToPage), Math.max(...preview.secondsToPage)];
  return `Live preview at ${count}: ready after ${rounded(preview.secondsToStart)} s; saved file to new page ${rounded(medianOf(preview.secondsToPage))} s (${rounded(least)} to ${rounded(most)})`;
}

/** A cold build and an edit with each optional output, and how much more each takes than without. */
function outputsTable({ count, outputCosts = [] }: PaperFigures): string {
  const [plain] = outputCosts;
  if (!plain) return "";
  const rows = OUTPUT_SCENARIOS.flatMap((scenario) =>
    outputCosts.map(({ output, runs }) => {
      const cost = (of: Measure, from = runs) => figure(from, "Broadsheet", scenario, of);
      const more = (of: Measure) => (output ? difference(cost(of), cost(of, plain.runs)) : "–");
      return [
        SCENARIOS[scenario],
        output ?? "none",
        rounded(cost(secondsOf)),
        more(secondsOf),
        rounded(cost(processorOf)),
        more(processorOf),
        whole(cost(memoryOf), 1e6),
        whole(cost(({ filesWritten }) => filesWritten)),
      ];
    }),
  );
  const head = ["seconds", "more", "processor s", "more", "peak MB", "files written"];
  return table([[`optional outputs at ${count}`, "", ...head], ...rows]);
}

const OUTPUT_SCENARIOS = ["cold", "edit"] as const satisfies readonly OutputScenario[];

function difference(a: number | undefined, b: number | undefined): string {
  return a === undefined || b === undefined ? "–" : (a - b).toFixed(2);
}

/** What ten times as many stories cost. */
function growthTable(papers: readonly PaperFigures[]): string {
  const [smaller, larger] = papers.slice(-2);
  if (!smaller || !larger) return "";
  const head = [`${larger.count} against ${smaller.count}`, "", "time", "processor", "memory"];
  const rows = pairsOf(larger.runs).map(([scenario, system]) => [
    SCENARIOS[scenario],
    system,
    ...MEASURES.map((of) =>
      ratio(figure(larger.runs, system, scenario, of), figure(smaller.runs, system, scenario, of)),
    ),
  ]);
  return table([head, ...rows]);
}

/** The middle one; undefined when any is. */
export function medianOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (known.length === 0 || known.length < values.length) return undefined;
  const middle = (known.length - 1) / 2;
  return (known[Math.floor(middle)]! + known[Math.ceil(middle)]!) / 2;
}

function ratio(a: number | undefined, b: number | undefined): string {
  return a === undefined || b === undefined || b === 0 ? "–" : (a / b).toFixed(2);
}

function rounded(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(2);
}

function whole(value: number | undefined, unit = 1): string {
  return value === undefined ? "–" : String(Math.round(value / unit));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function gigabytes(bytes: number): string {
  return `${Math.round(bytes / 1e9)} GB`;
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        /^[\d–]/.test(cell) && column > 0
          ? cell.padStart(widths[column]!)
          : cell.padEnd(widths[column]!),
      )
      .join("  ")
      .trimEnd(),
  );
  return [
    lines[0],
    "─".repeat(Math.max(...lines.map((line) => line.length))),
    ...lines.slice(1),
  ].join("\n");
}
