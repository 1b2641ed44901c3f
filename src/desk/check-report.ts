// What a check found, as the desk reads it and as a program does.

import { formatProblem } from "../problems/format-problem.ts";
import { quote } from "../problems/quote.ts";
import type { CheckResult, LocatedFinding } from "./check.ts";
import { count } from "./summary.ts";

/** What went before the names of files: content and output folder as they were typed. */
export interface Roots {
  readonly content: string;
  readonly output: string;
}

type Checked = Extract<CheckResult, { readonly kind: "checked" }>;

/** One finding after the other, in the form of every problem. */
export function findingsText(findings: readonly LocatedFinding[], roots: Roots): string {
  return findings
    .map((finding) => {
      const root = (finding.isWritten ? roots.content : roots.output).replace(/(?<=.)\/+$/, "");
      const word = finding.weight === "fault" ? "error" : "advice";
      return `${formatProblem(finding, root, word)}\n\n`;
    })
    .join("");
}

/** "Read 42 pages: 1 fault, 3 pieces of advice.", and where the contact sheet is. */
export function checkedLine({ pages, findings, sheet }: Checked): string {
  const faults = findings.filter(({ weight }) => weight === "fault").length;
  const advice = findings.length - faults;
  const found = [
    ...(faults > 0 ? [count(faults, "fault")] : []),
    ...(advice > 0 ? [count(advice, "piece of advice", "pieces of advice")] : []),
  ];
  const end = found.length === 0 ? ", and found nothing to mend." : `: ${found.join(", ")}.`;
  const line = `Read ${count(pages, "page")}${end}`;
  return sheet === undefined ? line : `${line}\nThe contact sheet is ${sheet}.`;
}

/** The same for a program: one JSON object. */
export function checkedJson({ pages, findings, sheet }: Checked, isPassed: boolean): string {
  return JSON.stringify({ passed: isPassed, pages, sheet, findings: findings.map(plain) });
}

function plain({ at, file, message, cure, weight, rule, output }: LocatedFinding): object {
  const place = at && { line: at.line, column: at.column };
  return { weight, rule, file, ...place, message, ...(cure !== undefined && { cure }), output };
}

/** @param folder as typed */
export function noPlaceForSheet(folder: string): string {
  return `the contact sheet cannot go into ${quote(folder)}: it must not stand in the paper, nor among other files. Name an empty folder with --sheet.`;
}

/** @param output as typed */
export function noPaper(output: string): string {
  return `there is no paper in ${quote(output)}. Build it first, or name its folder with --output.`;
}
