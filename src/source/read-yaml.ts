// YAML as plain data, with the place of every value, and without anything in YAML that can surprise:
// no anchors, aliases, tags, merge keys, directives or second documents; every field name once; at
// most twenty levels deep. YAML 1.2's core schema: a date stays text, `yes` is text, `2026` a number.

import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  Parser,
  Scalar,
} from "yaml";
import type { FieldPath, Position } from "../problems/problem.ts";
import { dropForbidden, unifyLineEnds } from "./forbidden-characters.ts";
import { positionAt } from "./text-position.ts";
import { type YamlNode, YamlPlaces } from "./yaml-places.ts";
import {
  ALIAS,
  cutShort,
  DIRECTIVE,
  HALF_CHARACTER,
  MERGE_KEY,
  NO_NAME,
  RESERVED_NAME,
  SECOND_DOCUMENT,
  tagged,
  tooDeep,
  twice,
  unreadNext,
  type Words,
} from "./yaml-refusals.ts";
import { explainYamlError } from "./yaml-words.ts";

/** What a YAML text says. */
export interface Yaml {
  /** Plain data. Objects have no prototype, so that no field name can reach one. */
  readonly data: unknown;
  /** Where each value stands and how it was written. */
  readonly places: YamlPlaces;
  /** What was wrong; the data under a fault's path is undefined. */
  readonly faults: readonly YamlFault[];
}

/** Something wrong with the YAML itself. Without `path` nothing could be read at all. */
export interface YamlFault {
  readonly place: Position;
  readonly path?: FieldPath;
  readonly message: string;
  readonly cure: string;
}

const DEEPEST = 20;

/**
 * Reads YAML. `firstLine` is the line of the file on which `text` begins. In fields named in `prose`
 * an unquoted value may not be followed by a comment: it is far more often a lost end of a sentence;
 * and a blank line parts paragraphs, in whichever of its ways YAML is written.
 */
export function readYaml(text: string, firstLine: number, prose: ReadonlySet<string>): Yaml {
  const refuse = (offset: number, words: Words): Yaml => ({
    data: undefined,
    places: new YamlPlaces(null, text, firstLine),
    faults: [{ place: positionAt(text, offset, firstLine), ...words }],
  });
  const directive = `\n${text}`.indexOf("\n%");
  if (directive !== -1) return refuse(directive, DIRECTIVE);
  const parsed = parseTokens(text);
  if (parsed.kind === "too deep") return refuse(parsed.offset, tooDeep(DEEPEST));
  const [document, second] = compose(parsed.tokens, text.length);
  const error = document?.errors[0] ?? second?.errors[0];
  if (error) {
    const { offset, ...words } = explainYamlError(error, text);
    return refuse(offset, words);
  }
  if (second) return refuse(second.range[0], SECOND_DOCUMENT);
  const root = document?.contents ?? null;
  const places = new YamlPlaces(root, text, firstLine);
  const reader = new DataReader(text, firstLine, prose);
  return { data: reader.read(root, []), places, faults: reader.faults };
}

type Parsed =
  | { readonly kind: "tokens"; readonly tokens: readonly CST.Token[] }
  | { readonly kind: "too deep"; readonly offset: number };

/**
 * The first of the parser's two steps, which keeps its own stack. The second step recurses, and on
 * deep nesting it does not throw but ends the whole process, so depth is checked in between.
 */
function parseTokens(text: string): Parsed {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    // The document and the value at hand stand on the stack too.
    if (parser.stack.length > DEEPEST + 2) return { kind: "too deep", offset: parser.offset };
  }
  tokens.push(...parser.end());
  return { kind: "tokens", tokens };
}

function compose(tokens: readonly CST.Token[], length: number): Document.Parsed[] {
  // `uniqueKeys` compares every key with every other; ours are compared in `DataReader`.
  const options = {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    prettyErrors: false,
  } as const;
  return [...new Composer(options).compose(tokens, true, length)];
}

/** Walks the nodes of one document and collects what the press does not read. */
class DataReader {
  readonly faults: YamlFault[] = [];
  readonly #text: string;
  readonly #firstLine: number;
  readonly #prose: ReadonlySet<string>;

  constructor(text: string, firstLine: number, prose: ReadonlySet<string>) {
    this.#text = text;
    this.#firstLine = firstLine;
    this.#prose = prose;
  }

  read(node: YamlNode, path: FieldPath): unknown {
    if (node === null) return null;
    if (isAlias(node)) return this.#refuse(node, path, ALIAS);
    if (node.anchor !== undefined) return this.#refuseMark(node, path, ALIAS);
    if (node.tag !== undefined) return this.#refuseMark(node, path, tagged(node.tag));
    if (isSeq<YamlNode>(node))
      return node.items.map((item, index) => this.read(item, [...path, index]));
    if (isMap<YamlNode, YamlNode>(node)) return this.#readMap(node.items, path);
    return isScalar(node) ? this.#readScalar(node, path) : undefined;
  }

  #readMap(pairs: readonly Pair<YamlNode, YamlNode>[], path: FieldPath): unknown {
    const data: Record<string, unknown> = Object.create(null);
    for (const { key, value } of pairs) {
      const name =
        isScalar(key) && key.anchor === undefined && key.tag === undefined
          ? printable(key.source ?? "")
          : "";
      if (!name) this.#refuse(key ?? value, [...path, ""], NO_NAME);
      else if (name === "__proto__") this.#refuse(key, [...path, name], RESERVED_NAME);
      else if (name === "<<") this.#refuse(key, [...path, name], MERGE_KEY);
      else if (name in data) this.#refuse(key, [...path, name], twice(name));
      else data[name] = this.read(value, [...path, name]);
    }
    return data;
  }

  #readScalar(node: Scalar, path: FieldPath): unknown {
    if (typeof node.value !== "string") return node.value;
    if (/\p{Surrogate}/u.test(node.value)) return this.#refuse(node, path, HALF_CHARACTER);
    const isLiteral = node.type === Scalar.BLOCK_LITERAL;
    const isBlock = isLiteral || node.type === Scalar.BLOCK_FOLDED;
    const text = printable(isBlock ? withoutLastLineEnds(node.value) : node.value);
    const comment = this.#commentBehind(node, path);
    if (comment !== undefined) {
      const isNext = comment.startsWith(",");
      const words = isNext ? unreadNext(comment.slice(1)) : cutShort(node.source ?? "", comment);
      return this.#refuse(node, path, words);
    }
    return this.#isProse(path) && !isLiteral ? inParagraphs(text) : text;
  }

  /**
   * The comment on the same line as an unquoted text, where a writer would not expect one. With the comma
   * before it, where it stands in the place of the next text: `[Storms, #MeToo`.
   */
  #commentBehind(node: Scalar, path: FieldPath): string | undefined {
    if (node.type !== Scalar.PLAIN || !node.range || !this.#isProse(path)) return undefined;
    const end = this.#text.indexOf("\n", node.range[1]);
    return /^,?[ \t]+#.*/s.exec(this.#text.slice(node.range[1], end === -1 ? undefined : end))?.[0];
  }

  #isProse(path: FieldPath): boolean {
    return this.#prose.has(path.findLast((step) => typeof step === "string") ?? "");
  }

  #refuse(node: YamlNode, path: FieldPath, words: Words): undefined {
    return this.#refuseAt(node?.range?.[0] ?? 0, path, words);
  }

  /** A node's range leaves out the mark before it (`&name`, `!!type`), which is what is wrong. */
  #refuseMark(node: YamlNode, path: FieldPath, words: Words): undefined {
    const value = node?.range?.[0] ?? 0;
    const before = this.#text.slice(Math.max(0, value - FARTHEST_MARK), value);
    const mark = /(?<!\S)[&!]\S*\s*$/.exec(before)?.[0] ?? "";
    return this.#refuseAt(value - mark.length, path, words);
  }

  #refuseAt(offset: number, path: FieldPath, words: Words): undefined {
    this.faults.push({ place: positionAt(this.#text, offset, this.#firstLine), path, ...words });
    return undefined;
  }
}

/** Characters between the start of a mark and its value; a longer name is pointed at less exactly. */
const FARTHEST_MARK = 200;

/** A text without what no output may hold; an escape such as `\x00` can bring it in. */
function printable(text: string): string {
  return dropForbidden(unifyLineEnds(text));
}

/** Where YAML joins lines, a blank one becomes a line end. It stays blank, as in a block of lines (`|`). */
function inParagraphs(text: string): string {
  return text.replaceAll(/\n+/g, "\n\n");
}

/** Line ends at the end of a block belong to YAML, not to the text. */
function withoutLastLineEnds(text: string): string {
  let end = text.length;
  while (text[end - 1] === "\n") end--;
  return text.slice(0, end);
}
