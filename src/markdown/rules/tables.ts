// Tables: in a box that scrolls, so that a wide one does not widen the page; header cells say what
// they head; alignment is a class, because the site's policy allows no inline style.

import type { StateCore, Token } from "markdown-it";
import { inlineText } from "../plain-text.ts";

/** Gives tables and their cells their attributes. The box itself is printed by `tableOpen`. */
export function tables(state: StateCore): void {
  const labels = new Map<string, number>();
  const { tokens } = state;
  let table: Token | undefined;
  let heads: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === "table_open") [table, heads] = [token, []];
    if (token.type === "th_open") heads.push(setHeaderCell(tokens, index));
    if (token.type === "th_open" || token.type === "td_open") alignByClass(token);
    if (token.type === "thead_close" && table) nameTable(table, heads, labels);
  }
}

/** An empty header cell heads nothing: it is set as a plain cell. Gives the cell's words. */
function setHeaderCell(tokens: readonly Token[], index: number): string {
  const [open, words, close] = tokens.slice(index, index + 3);
  const text = words ? inlineText(words).trim() : "";
  if (text !== "") open?.attrSet("scope", "col");
  else if (open && close) open.tag = close.tag = "td";
  return text;
}

function alignByClass(cell: Token): void {
  const style = cell.attrGet("style");
  if (style === null) return;
  cell.attrs = (cell.attrs ?? []).filter(([name]) => name !== "style");
  cell.attrPush(["class", String(style).replace("text-align:", "align-")]);
}

/** A region that scrolls needs a name: its column heads, numbered where two tables have the same. */
function nameTable(table: Token, heads: readonly string[], labels: Map<string, number>): void {
  const label = heads.filter((head) => head !== "").join(", ");
  if (label === "") return;
  const count = (labels.get(label) ?? 0) + 1;
  labels.set(label, count);
  table.meta = { label: count === 1 ? label : `${label} (${count})` };
}

/** Prints the start of a table in its box: a `section` with a name is a region to a screen reader. */
export function tableOpen(tokens: readonly Token[], index: number, escape: Escape): string {
  const label = tokens[index]?.meta?.["label"];
  const name = typeof label === "string" ? ` aria-label="${escape(label)}"` : "";
  return `<section class="table" tabindex="0"${name}>\n<table>\n`;
}

/** Prints the end of a table and its box. */
export function tableClose(): string {
  return "</table>\n</section>\n";
}

type Escape = (text: string) => string;
