// The ways on from a page of a list: to what is older and back to the latest.

import type { Link } from "../../src/pages/page.ts";

/** In the order given; nothing at all where the list has one page. */
export function Turn({ links }: { links: readonly (Link | undefined)[] }) {
  const present = links.filter((link) => link !== undefined);
  if (present.length === 0) return null;
  return (
    <p class="list-turn">
      {present.map(({ label, url }) => (
        <a href={url}>{label}</a>
      ))}
    </p>
  );
}
