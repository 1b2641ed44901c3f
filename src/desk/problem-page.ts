// Problems in the browser: in full where the story would stand, and above every other page, so that
// nobody overlooks them.

export const PROBLEM_STYLE_ADDRESS = "/@broadsheet/problems.css";

/** Plain and unmistakable; it must not look like part of the paper. */
export const PROBLEM_STYLE = `
.broadsheet-problems { margin: 0; padding: 1rem 1.5rem; background: #7a0010; color: #fff;
  font: 1rem/1.5 system-ui, sans-serif; }
.broadsheet-problems h1 { margin: 0 0 .5rem; font: inherit; font-weight: 700; }
.broadsheet-problems pre { margin: 0 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere;
  font: .875rem/1.5 ui-monospace, monospace; }
.broadsheet-problems-brief { max-height: 40vh; overflow: auto; }
`;

/** More than anybody reads at once; the terminal has them all. */
const MOST_SHOWN = 50;

/** A page that shows nothing but reports of problems. */
export function problemPage(reports: readonly string[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title(reports)}</title>${LINK}</head><body>${panel(reports, "full")}</body></html>`;
}

/** A page of the paper with the problems of other stories above it. */
export function withProblems(html: string, reports: readonly string[]): string {
  if (reports.length === 0) return html;
  return html
    .replace("</head>", () => `${LINK}</head>`)
    .replace(/<body[^>]*>/, (body) => body + panel(reports, "brief"));
}

const LINK = `<link rel="stylesheet" href="${PROBLEM_STYLE_ADDRESS}">`;

function panel(reports: readonly string[], length: "full" | "brief"): string {
  const shown = reports.slice(0, MOST_SHOWN).map((report) => `<pre>${escape(report)}</pre>`);
  const left = reports.length - shown.length;
  const rest = left > 0 ? `<p>${left} more are listed in the terminal.</p>` : "";
  return `<section class="broadsheet-problems broadsheet-problems-${length}" lang="en" dir="ltr"><h1>${title(reports)}</h1>${shown.join("")}${rest}</section>`;
}

function title({ length }: readonly string[]): string {
  return length === 1 ? "1 problem to mend" : `${length} problems to mend`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
