// A mailbox as a link.

import type { Link } from "./page-parts.ts";

/** @param mailbox one address, as the newsroom wrote it */
export function mailTo(mailbox: string): Link {
  return { label: mailbox, url: `mailto:${encodeURI(mailbox)}` };
}
