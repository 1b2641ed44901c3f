// Layouts are bound with JSX as strings, and printed by Preact where that fails: both must give the
// same bytes, or refuse.

import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  integer,
  letrec,
  oneof,
  property,
  record,
  string,
} from "fast-check";
import { Fragment, h } from "preact";
import { render as renderWithPreact } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { Fragment as Fragments, jsx, render } from "../../src/render/set-in-strings.ts";

/** One node of a page, to be made by both. */
type Node =
  | { readonly kind: "value"; readonly value: string | number | boolean | null | undefined }
  | { readonly kind: "list"; readonly children: readonly Node[] }
  | { readonly kind: "fragment"; readonly children: readonly Node[] }
  | { readonly kind: "component"; readonly children: readonly Node[] }
  | {
      readonly kind: "element";
      readonly name: string;
      readonly attributes: Readonly<Record<string, unknown>>;
      readonly children: readonly Node[];
    };

const texts = oneof(
  string({ unit: constantFrom("<", "&", '"', "'", ">", "a", " ", "é", "日", "\u0000") }),
  string(),
);
const values = oneof(texts, integer(), boolean(), constantFrom(null, undefined));
const names = constantFrom("class", "href", "lang", "alt", "value", "aria-current", "data-x");
const raw = record({ __html: constantFrom("", "<b>&amp;</b>") });

const { node } = letrec<{ node: Node; children: readonly Node[] }>((tie) => ({
  children: array(tie("node"), { maxLength: 4 }),
  node: oneof(
    { depthSize: "small", withCrossShrink: true },
    record({ kind: constant("value" as const), value: values }),
    record({ kind: constant("list" as const), children: tie("children") }),
    record({ kind: constant("fragment" as const), children: tie("children") }),
    record({ kind: constant("component" as const), children: tie("children") }),
    record({
      kind: constant("element" as const),
      name: constantFrom("p", "h2", "br", "img", "bdi", "video", "my-own"),
      attributes: oneof(
        dictionary(names, values),
        record({ dangerouslySetInnerHTML: raw }, { requiredKeys: [] }),
      ),
      children: tie("children"),
    }),
  ),
}));

/** Calls whatever makes elements as translated JSX does: one child alone, several as a list. */
function madeBy(
  make: (type: string | ((props: never) => unknown), props: Record<string, unknown>) => unknown,
  fragment: (props: never) => unknown,
) {
  const made = (one: Node): unknown => {
    if (one.kind === "value") return one.value;
    const [first, ...others] = one.children.map(made);
    const children = others.length === 0 ? first : [first, ...others];
    if (one.kind === "list") return [first, ...others];
    if (one.kind === "fragment") return make(fragment, { children });
    if (one.kind === "component") return make(Component, { children });
    return make(one.name, { ...one.attributes, ...(one.children.length > 0 && { children }) });
  };
  return made;
}

function Component({ children }: { readonly children: unknown }): unknown {
  return children;
}

const inStrings = madeBy((type, props) => jsx(type as never, props), Fragments);
const byPreact = madeBy((type, props) => h(type as never, props as never), Fragment as never);

describe("JSX as strings", () => {
  test("gives the bytes that Preact gives, whatever a layout says", () => {
    assert(
      property(node, (one) => {
        const page = byPreact({ kind: "element", name: "main", attributes: {}, children: [one] });
        expect(
          render(inStrings({ kind: "element", name: "main", attributes: {}, children: [one] })),
        ).toBe(renderWithPreact(page as never));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each<[string, () => unknown]>([
    ["a style made of an object", () => jsx("p", { style: { color: "red" } })],
    ["a name of Preact's own for an attribute", () => jsx("p", { className: "small" })],
    ["a drawing", () => jsx("svg", {})],
    ["a chosen option", () => jsx("select", { value: "a" })],
    [
      "a component that is a class",
      () =>
        jsx(
          class {
            render() {}
          } as never,
          {},
        ),
    ],
    ["a handler", () => jsx("p", { onclick: () => {} })],
    ["a promise", () => jsx("p", { children: Promise.resolve("late") })],
    ["a name that would end the tag", () => jsx("p><script", {})],
    ["an attribute that would end the tag", () => jsx("p", { "x><script>": true })],
  ])("leaves %s to Preact", (_, make) => {
    expect(make).toThrow(/^(?:A|An|The|Raw) /);
  });
});
