// The parser: markdown-it with our rules in it. The table below is the whole list of what a text can
// hold beyond CommonMark, tables and strikethrough; each rule has its file.

import MarkdownIt, { type MarkdownIt as Parser, type StateCore } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import footnotePlugin from "markdown-it-footnote";
import { plainTokens } from "./plain-tokens.ts";
import { quotesFor, type Quotes } from "./quotes.ts";
import { recordOffsets } from "./record-offsets.ts";
import { boxes } from "./rules/boxes.ts";
import { characters } from "./rules/characters.ts";
import { code } from "./rules/code.ts";
import { footnoteBack, footnoteMark, footnotes } from "./rules/footnotes.ts";
import { headings } from "./rules/headings.ts";
import { links } from "./rules/links.ts";
import { losses, rememberDefinitions } from "./rules/losses.ts";
import { numbers } from "./rules/numbers.ts";
import { pictureSyntax } from "./rules/picture-syntax.ts";
import { pictures } from "./rules/pictures.ts";
import { runningWords } from "./rules/running-words.ts";
import { strays } from "./rules/strays.ts";
import { tableClose, tableOpen, tables } from "./rules/tables.ts";

/** Our steps over the whole text, each behind a step of markdown-it's or of ours. */
const STEPS: readonly [behind: string, name: string, step: (state: StateCore) => void][] = [
  ["block", "numbers", numbers],
  ["numbers", "definitions", rememberDefinitions],
  ["footnote_tail", "losses", losses],
  ["losses", "strays", strays],
  ["strays", "pictures", pictures],
  ["pictures", "links", links],
  ["text_join", "characters", characters],
  ["characters", "headings", headings],
  ["headings", "tables", tables],
];

const parsers = new Map<string, Parser>();

/** The parser of a language: one for each set of quotation marks, built once. */
export function parserFor(language: string): Parser {
  const quotes = quotesFor(language);
  const key = quotes.join(" ");
  const parser = parsers.get(key) ?? buildParser(quotes);
  parsers.set(key, parser);
  return parser;
}

function buildParser(quotes: Quotes): Parser {
  const md = new MarkdownIt({ html: false, linkify: true, typographer: true, quotes: [...quotes] });
  md.use(cjkFriendly).use(footnotePlugin).use(recordOffsets).use(plainTokens);
  // An indented paragraph is a paragraph; `(c)` and `...` stay; `^[notes]` within words are not for us.
  // `cleanText` has left nothing to `normalize`.
  md.disable(["code", "replacements", "footnote_inline", "normalize"]);
  leaveAddressesAlone(md);
  md.block.ruler.before("fence", "boxes", boxes, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.inline.ruler.at("image", pictureSyntax);
  md.core.ruler.at("inline", runningWords);
  md.core.ruler.at("footnote_tail", footnotes);
  for (const [behind, name, step] of STEPS) md.core.ruler.after(behind, name, step);
  printOurWay(md);
  return md;
}

/** Only a written-out http(s) address becomes a link; `links.ts` judges and encodes all of them. */
function leaveAddressesAlone(md: Parser): void {
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  for (const scheme of ["ftp:", "//", "mailto:"]) md.linkify.add(scheme, null);
  md.core.ruler.disable("linkify");
  // `items["a"]("b")` in words about programs is no link; everything else that looks like one is.
  md.validateLink = (address) => !/^["']/.test(address);
  md.normalizeLink = (address) => address;
  md.normalizeLinkText = (address) => address;
}

function printOurWay(md: Parser): void {
  const { escapeHtml } = md.utils;
  const { rules } = md.renderer;
  rules["fence"] = (tokens, index) => {
    const token = tokens[index];
    return token ? code(token, escapeHtml) : "";
  };
  rules["footnote_ref"] = (tokens, index) => {
    const token = tokens[index];
    return token ? footnoteMark(token) : "";
  };
  rules["note_back"] = (tokens, index) => {
    const token = tokens[index];
    return token ? footnoteBack(token, escapeHtml) : "";
  };
  rules["table_open"] = (tokens, index) => tableOpen(tokens, index, escapeHtml);
  rules["table_close"] = tableClose;
}
