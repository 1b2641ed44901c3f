// What Markdown would silently leave out of print: definitions that nothing uses, cells beyond a
// table's columns, text nested too deep. Nothing a reporter wrote may vanish, so each is a problem.

import type { StateCore, Token } from "markdown-it";
import { quote } from "../../problems/quote.ts";
import { inlineBlocks } from "../inline-blocks.ts";
import { placeOfLine, readingOf, type Reading } from "../reading.ts";

/** Remembers link definitions before the parser drops them. Runs right after the blocks are known. */
export function rememberDefinitions(state: StateCore): void {
  const definitions = state.tokens.filter(({ type }) => type === "reference_definition");
  state.env["definitions"] = definitions;
}

/** Reports all losses. Runs when the running words have been read. */
export function losses(state: StateCore): void {
  const reading = readingOf(state.env);
  reportUnusedDefinitions(state, reading);
  reportDepth(state, reading);
  reportSurplusCells(state.tokens, reading);
}

function reportUnusedDefinitions(state: StateCore, reading: Reading): void {
  const definitions = state.env["definitions"] as readonly Token[];
  if (definitions.length === 0) return;
  const used = usedLabels(state.tokens);
  for (const { meta, map } of definitions) {
    // The first definition of a label counts; deleting it here makes a second one a loss as well.
    if (used.delete(String(meta?.["label"])) || !map) continue;
    const line = reading.lineAt(map[0]).trim();
    reading.report(
      placeOfLine(reading, map[0]),
      `The line ${quote(line)} would not be printed: it defines a link that nothing uses.`,
      "Take the line out; or, if it is meant as text, write \\[ instead of [.",
    );
  }
}

function usedLabels(tokens: readonly Token[]): Set<string> {
  const used = new Set<string>();
  for (const { children } of inlineBlocks(tokens)) {
    for (const { type, meta } of children) {
      const label = meta?.["label"];
      if (type === "link_open" && typeof label === "string") used.add(label);
    }
  }
  return used;
}

/** The parser stops reading at its `maxNesting`; a container that deep may have lost its text. */
function reportDepth(state: StateCore, reading: Reading): void {
  const deepest = state.md.options.maxNesting - 1;
  const lost = state.tokens.find(
    ({ type, level }) => level >= deepest && /^(?:blockquote|list_item)_open$/.test(type),
  );
  if (!lost?.map) return;
  reading.report(
    placeOfLine(reading, lost.map[0]),
    "Lists or quotations lie too deep within each other here.",
    "Take some of the > or list marks off.",
  );
}

function reportSurplusCells(tokens: readonly Token[], reading: Reading): void {
  let columns = 0;
  let isHead = false;
  for (const { type, map } of tokens) {
    if (type === "thead_open") [columns, isHead] = [0, true];
    else if (type === "thead_close") isHead = false;
    else if (type === "th_open") columns++;
    else if (type === "tr_open" && !isHead && map) reportRow(map[0], columns, reading);
  }
}

function reportRow(line: number, columns: number, reading: Reading): void {
  const row = reading.lineAt(line).replace(/^[\s>]*\|?/, "");
  const surplus = row.split(/(?<!\\)\|/).slice(columns);
  const lost = surplus.find((cell) => cell.trim() !== "")?.trim();
  if (lost === undefined) return;
  reading.report(
    reading.placeOf(line, reading.lineAt(line).lastIndexOf(lost)),
    `This row has more cells than the table has columns, so ${quote(lost)} would not be printed.`,
    "Give the table another column, or write \\| for a stroke that is part of the text.",
  );
}
