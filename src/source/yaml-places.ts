// Where the values of a YAML text stand and how they were written: the way back from a field to its
// line, so that the rest of the press can speak of fields and never carries positions.

import { type Alias, isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { type FieldPath, position, type Position } from "../problems/problem.ts";
import { positionAt } from "./text-position.ts";

/** What can stand for a value; null when nothing was written. */
export type YamlNode = Alias | Scalar | YAMLMap<YamlNode, YamlNode> | YAMLSeq<YamlNode> | null;

/** A value and the name before its colon; a list's entries have none. */
interface Entry {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

/** The places of one YAML text whose first line is line `firstLine` of its file. */
export class YamlPlaces {
  readonly #root: YamlNode;
  readonly #text: string;
  readonly #firstLine: number;

  constructor(root: YamlNode, text: string, firstLine: number) {
    this.#root = root;
    this.#text = text;
    this.#firstLine = firstLine;
  }

  /** Where the value stands; for an empty one its name, for a missing one that of its parent. */
  valueAt(path: FieldPath): Position {
    const found = this.#find(path);
    if (found && !isEmpty(found.value)) return this.#start(found.value);
    return found ? this.#start(found.key ?? found.value) : this.nameAt(path.slice(0, -1));
  }

  /** Where the name before the value's colon stands; for an entry of a list its own first character. */
  nameAt(path: FieldPath): Position {
    if (path.length === 0) return position(1, 1);
    const found = this.#find(path);
    return found ? this.#start(found.key ?? found.value) : this.nameAt(path.slice(0, -1));
  }

  /** A single value as it was written, without its quotes; undefined for lists, groups and nothing. */
  written(path: FieldPath): string | undefined {
    const value = this.#find(path)?.value;
    return isScalar(value) ? value.source : undefined;
  }

  #start(node: YamlNode): Position {
    const offset = node?.range?.[0];
    return offset === undefined ? position(1, 1) : positionAt(this.#text, offset, this.#firstLine);
  }

  #find(path: FieldPath): Entry | undefined {
    let entry: Entry | undefined = { key: null, value: this.#root };
    for (const step of path) entry = entry && child(entry.value, step);
    return entry;
  }
}

function child(node: YamlNode, step: string | number): Entry | undefined {
  if (isMap<YamlNode, YamlNode>(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.source === String(step));
    return pair && { key: pair.key, value: pair.value };
  }
  const item = isSeq<YamlNode>(node) && typeof step === "number" ? node.items[step] : undefined;
  return item === undefined ? undefined : { key: null, value: item };
}

function isEmpty(node: YamlNode): boolean {
  return node === null || (isScalar(node) && node.value === null && !node.source);
}
