// Problems in the browser: in full where the story would stand, in brief above every other page.

import type { LocatedProblem } from "../problems/located-problem.ts";
import { formatProblem } from "../problems/format-problem.ts";

export const PROBLEM_STYLE_ADDRESS = "/@broadsheet/problems.css";

/** Plain and unmistakable; it must not look like part of the paper. */
export const PROBLEM_STYLE = `
.broadsheet-problems { margin: 0; padding: 1rem 1.5rem; background: #7a0010; color: #fff;
  font: 1rem/1.5 system-ui, sans-serif; }
.broadsheet-problems h1 { margin: 0 0 .5rem; font-size: 1.25rem; }
.broadsheet-problems pre { margin: 0 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere;
  font: .875rem/1.5 ui-monospace, monospace; }
`;

/** A page that shows nothing but problems. */
export function problemPage(problems: readonly LocatedProblem[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title(problems)}</title>${LINK}</head><body>${panel(problems)}</body></html>`;
}

/** A page of the paper with the problems of other stories above it. */
export function withProblems(html: string, problems: readonly LocatedProblem[]): string {
  if (problems.length === 0) return html;
  return html
    .replace("</head>", () => `${LINK}</head>`)
    .replace(/<body[^>]*>/, (body) => body + panel(problems));
}

const LINK = `<link rel="stylesheet" href="${PROBLEM_STYLE_ADDRESS}">`;

function panel(problems: readonly LocatedProblem[]): string {
  const list = problems.map((problem) => `<pre>${escape(formatProblem(problem, "content"))}</pre>`);
  return `<section class="broadsheet-problems" lang="en" dir="ltr"><h1>${title(problems)}</h1>${list.join("")}</section>`;
}

function title(problems: readonly LocatedProblem[]): string {
  return problems.length === 1 ? "1 problem to mend" : `${problems.length} problems to mend`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
