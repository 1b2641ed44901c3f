// One page as a stranger reads it: its elements, what it says of itself in the head, and the story
// that its data for machines describe. Nothing here knows how the page was made.

import { attribute, type Element, readTree } from "./html-tree.ts";

export interface PublishedPage {
  /** Its file: `2019/05/31/storm/index.html`. */
  readonly output: string;
  readonly html: string;
  /** Every element, in the order in which they begin. */
  readonly elements: readonly Element[];
  /** The elements of these names, in the same order. */
  readonly all: (...names: string[]) => readonly Element[];
  readonly ids: ReadonlySet<string>;
  /** What its `<meta>` of that property or name say. */
  readonly meta: (key: string) => readonly string[];
  /** It sends readers on, and is never read. */
  readonly isRedirect: boolean;
  /** Its data for machines (JSON-LD); undefined where they cannot be read. */
  readonly graph: readonly JsonObject[] | undefined;
  /** The story among these data, if it is the page of one. */
  readonly story?: JsonObject;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function readPublishedPage(output: string, html: string): PublishedPage {
  const elements = readTree(html);
  const all = (...names: string[]) => elements.filter(({ tagName }) => names.includes(tagName));
  const graph = readGraph(all("script"));
  const story = graph?.find(isStory);
  return {
    output,
    html,
    elements,
    all,
    ids: new Set(elements.flatMap((element) => attribute(element, "id") ?? [])),
    meta: metaIn(all("meta")),
    isRedirect: all("meta").some((meta) => attribute(meta, "http-equiv") === "refresh"),
    graph,
    ...(story && { story }),
  };
}

/** What the object says under a name, if that is text. */
export function textUnder(object: JsonObject | undefined, name: string): string | undefined {
  const value = object?.[name];
  return typeof value === "string" ? value : undefined;
}

/** The objects that stand under a name, alone or in a list. */
export function objectsUnder(object: JsonObject | undefined, name: string): readonly JsonObject[] {
  return [object?.[name]].flat().filter(isObject);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function metaIn(elements: readonly Element[]): PublishedPage["meta"] {
  const contents = new Map<string, string[]>();
  for (const element of elements) {
    const key = attribute(element, "property") ?? attribute(element, "name") ?? "";
    contents.set(key, [...(contents.get(key) ?? []), attribute(element, "content") ?? ""]);
  }
  return (key) => contents.get(key) ?? [];
}

function readGraph(scripts: readonly Element[]): readonly JsonObject[] | undefined {
  try {
    return scripts
      .filter((script) => attribute(script, "type") === "application/ld+json")
      .flatMap(({ childNodes: [text] }): unknown[] => {
        const value: unknown = JSON.parse(text && "value" in text ? text.value : "");
        return isObject(value) && Array.isArray(value["@graph"]) ? value["@graph"] : [value];
      })
      .filter(isObject);
  } catch {
    return undefined;
  }
}

function isStory(object: JsonObject): boolean {
  return [object["@type"]].flat().some((type) => type === "NewsArticle" || type === "Article");
}
