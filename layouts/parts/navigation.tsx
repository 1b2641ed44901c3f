// The sections of the paper, in one line.

import type { NavigationEntry } from "../../src/pages/page.ts";
import type { Tongue } from "./document.tsx";

export interface NavigationProps extends Tongue {
  readonly entries: readonly NavigationEntry[];
  /** What a screen reader calls it: "Sections". */
  readonly label: string;
}

/** Nothing at all for a paper without sections. */
export function Navigation({ entries, label, ...tongue }: NavigationProps) {
  if (entries.length === 0) return null;
  return (
    <nav class="navigation" aria-label={label} {...tongue}>
      <ul>
        {entries.map((entry) => (
          <li>
            <a href={entry.url} aria-current={entry.current}>
              {entry.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
