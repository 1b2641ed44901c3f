// The foot of every page: who publishes the paper, and where it speaks about itself. No year and no
// clock: a date here would reprint the whole archive every January.

import type { Footer as FootProps, Link } from "../../src/pages/page.ts";
import type { Tongue } from "./document.tsx";
import { LicenseOf } from "./reporting.tsx";

export interface FooterProps extends FootProps, Tongue {
  /** The way back to the front page. */
  readonly front: Link;
}

/** The links in the order given, the front page first. */
export function Footer({ publisher, license, links, front, ...tongue }: FooterProps) {
  return (
    <footer class="footer small" {...tongue}>
      <ul>
        {[front, ...links].map(({ label, url }) => (
          <li>
            <a href={url}>{label}</a>
          </li>
        ))}
      </ul>
      <p class="footer-publisher">{publisher}</p>
      <LicenseOf license={license} />
    </footer>
  );
}
