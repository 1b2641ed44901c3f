// Footnotes: markdown-it-footnote reads `[^1]` and `[^1]: …`; this gathers the notes at the end of
// the text, links both ways with words for the ear, and reports what would vanish. It replaces the
// plugin's own last step, whose cost grows with the square of the number of notes.

import type { Env, StateCore, Token } from "markdown-it";
import { quote } from "../../problems/quote.ts";
import { placeOfLine, readingOf, type Labels } from "../reading.ts";

/** What the plugin keeps: numbers by `:label` (-1: not referred to), and the notes in order. */
interface Footnotes {
  readonly refs?: Readonly<Record<string, number>>;
  readonly list?: readonly { readonly label: string; readonly count: number }[];
}

interface Note {
  readonly label: string;
  readonly tokens: Token[];
  /** Where the block before it begins: the nearest we know of a note without words. */
  readonly line: number;
}

/** The core rule. */
export function footnotes(state: StateCore): void {
  const found = footnotesOf(state.env);
  if (!found) return;
  const notes = new Map<string, Note>();
  const text = takeNotes(state, notes);
  for (const note of notes.values()) {
    if ((found.refs?.[`:${note.label}`] ?? -1) < 0) reportLost(state, note);
  }
  state.tokens = text;
  if (!found.list?.length) return;
  const { labels } = readingOf(state.env);
  const section = block(state, "notes_open", "section", 1, {
    class: "footnotes",
    role: "doc-endnotes",
    "aria-label": labels.footnotes,
  });
  text.push(section, block(state, "notes_list_open", "ol", 1));
  for (const [index, { label, count }] of found.list.entries()) {
    text.push(block(state, "note_open", "li", 1, { id: `note_${index + 1}` }));
    const backs = Array.from({ length: count }, (_, time) => back(state, labels, index, time));
    for (const token of withBacks(notes.get(label)?.tokens ?? [], backs)) text.push(token);
    text.push(block(state, "note_close", "li", -1));
  }
  text.push(block(state, "notes_list_close", "ol", -1));
  text.push(block(state, "notes_close", "section", -1));
}

function footnotesOf(env: Env): Footnotes | undefined {
  return env["footnotes"] as Footnotes | undefined;
}

/** Moves the notes' blocks into `notes`; gives the text without them. A note can begin in a note. */
function takeNotes(state: StateCore, notes: Map<string, Note>): Token[] {
  const text: Token[] = [];
  const open: Note[] = [];
  let line = 0;
  for (const token of state.tokens) {
    if (token.map) line = token.map[0];
    if (token.type === "footnote_reference_open") {
      open.push({ label: String(token.meta?.["label"]), tokens: [], line });
    } else if (token.type === "footnote_reference_close") {
      const note = open.pop();
      if (note && notes.has(note.label)) reportLost(state, note);
      else if (note) notes.set(note.label, note);
    } else {
      (open.at(-1)?.tokens ?? text).push(token);
    }
  }
  return text;
}

function reportLost(state: StateCore, { label, tokens, line }: Note): void {
  const reading = readingOf(state.env);
  const mark = quote(`[^${label}]`);
  reading.report(
    placeOfLine(reading, tokens.find(({ map }) => map)?.map?.[0] ?? line),
    `This footnote would not be printed, because nothing refers to it or there is another ${mark}.`,
    `Put the mark ${mark} where the note belongs, give the note another name, or take it out.`,
  );
}

/** The links back stand at the end of the note's last paragraph, else in one of their own. */
function withBacks(note: readonly Token[], backs: readonly Token[]): readonly Token[] {
  const last = note.at(-1);
  if (last?.type !== "paragraph_close") return [...note, ...backs];
  return [...note.slice(0, -1), ...backs, last];
}

function back(state: StateCore, labels: Labels, index: number, time: number): Token {
  const token = new state.Token("note_back", "a", 0);
  const number = `${index + 1}${time === 0 ? "" : `-${time + 1}`}`;
  token.meta = { number, label: `${labels.backToText} (${number})` };
  return token;
}

function block(
  state: StateCore,
  type: string,
  tag: string,
  nesting: -1 | 0 | 1,
  attrs: Readonly<Record<string, string>> = {},
): Token {
  const token = new state.Token(type, tag, nesting);
  token.block = true;
  token.attrs = Object.entries(attrs);
  return token;
}

/** Prints the mark in the text. */
export function footnoteMark(token: Token): string {
  const number = Number(token.meta?.["id"]) + 1;
  const time = Number(token.meta?.["subId"]);
  const id = `noteref_${number}${time > 0 ? `-${time + 1}` : ""}`;
  return `<sup class="footnote-ref"><a href="#note_${number}" id="${id}" role="doc-noteref">${number}</a></sup>`;
}

/** Prints the link from a note back to its mark. U+FE0E keeps the arrow from turning into an emoji. */
export function footnoteBack(token: Token, escape: (text: string) => string): string {
  const number = String(token.meta?.["number"]);
  const label = escape(String(token.meta?.["label"]));
  return ` <a class="footnote-back" href="#noteref_${number}" role="doc-backlink" aria-label="${label}">↩\uFE0E</a>`;
}
