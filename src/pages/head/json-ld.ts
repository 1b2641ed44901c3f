// JSON-LD as typed objects (schema.org). Printed in one place, escaped in one place.

/** A JSON value that is safe to serialise: no functions, no undefined. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** A schema.org graph: `{ "@context": "https://schema.org", "@graph": […] }`. */
export interface JsonLd {
  readonly "@context": "https://schema.org";
  readonly "@graph": readonly { readonly [key: string]: Json }[];
}

declare const safe: unique symbol;

/** JSON text that cannot end the `<script>` it stands in. Only `serialiseJsonLd` makes it. */
export type SafeJson = string & { readonly [safe]: true };

/**
 * Serialises a graph for a `<script type="application/ld+json">`: `<`, `>`, `&` and the two line
 * separators are written as `\uXXXX`, so that no text can end the element (HTML, 13.2.5.4).
 */
export function serialiseJsonLd(graph: JsonLd): SafeJson {
  return JSON.stringify(graph).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  ) as SafeJson;
}
