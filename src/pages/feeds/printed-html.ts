// The full text of an entry as RSS and Atom both have it: escaped once, since it is most of a feed.

import { rememberOf } from "../remember.ts";
import { printAhead } from "../xml.ts";
import type { FeedEntry } from "./feed.ts";

export const printedHtml = rememberOf(({ html }: FeedEntry) => printAhead(html));
