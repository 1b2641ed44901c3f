// The way up from a page to the wider ones that hold it.

import type { Link } from "../../src/pages/page.ts";

/** Widest first; nothing at all for a page that nothing holds. */
export function Trail({ links }: { links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <ul class="trail label">
      {links.map(({ label, url }) => (
        <li>
          <a href={url}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
