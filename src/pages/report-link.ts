// The way for readers to report an error in a story. It carries the story's id and the version they
// have read: addresses and headlines change, and by the time somebody looks, so has the text.

import type { Site, Story } from "../news/newspaper.ts";
import type { Link } from "./page.ts";
import { absoluteUrl } from "./urls.ts";
import type { Words } from "./words/words.ts";

/** "Report an error"; undefined where the paper has no address for that. */
export function reportLink(story: Story, site: Site, words: Words): Link | undefined {
  const { reportErrorsTo: address } = site;
  if (address === undefined) return undefined;
  const label = words.reportError;
  const isMail = address.startsWith("mailto:");
  return { label, url: isMail ? letter(address, label, story, site) : form(address, story) };
}

/** The reader writes above what the desk must know. */
function letter(mailbox: string, label: string, story: Story, site: Site): string {
  const { id, headline, modified } = story;
  const known = [absoluteUrl(site, story.address), `id: ${id}`, `version: ${modified.iso}`];
  const subject = `${label} – ${headline.trim()}`;
  const body = ["", "", ...known].join("\r\n");
  return `${encodeURI(mailbox)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

function form(address: string, { id, modified }: Story): string {
  const url = new URL(address);
  url.searchParams.append("story", id);
  url.searchParams.append("version", modified.iso);
  return url.href;
}
