// Feeds as the validating parser of Ruby's own library reads them, which nobody here wrote: it refuses
// an element that is missing, stands twice or has a value its standard does not know. For tests only.

import { execFileSync } from "node:child_process";

/** What a reader in Ruby has of one entry; dates in UTC. */
export interface EntryInRuby {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly published: string;
  readonly authors: readonly string[];
  readonly html: string;
}

const SCRIPT = String.raw`
require "rss"
require "json"
require "time"
def atom(entry)
  { id: entry.id.content, title: entry.title.content, url: entry.link.href,
    published: entry.published.content.utc.iso8601,
    authors: entry.authors.map { |author| author.name.content }, html: entry.content.content }
end
def rss(item)
  { id: item.guid.content, title: item.title, url: item.link, published: item.pubDate.utc.iso8601,
    authors: item.dc_creators.map(&:value), html: item.content_encoded }
end
def entries(text)
  feed = RSS::Parser.parse(text, true)
  feed.items.map { |item| feed.is_a?(RSS::Atom::Feed) ? atom(item) : rss(item) }
rescue RSS::Error => error
  error.message
end
STDIN.set_encoding("UTF-8")
puts JSON.generate(JSON.parse(STDIN.read).map { |text| entries(text) })
`;

export const hasRuby = (() => {
  try {
    execFileSync("ruby", ["-r", "rss", "-e", "0"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** @returns for each feed its entries, or why it is refused, in the parser's words */
export function feedsInRuby(texts: readonly string[]): (readonly EntryInRuby[] | string)[] {
  const input = JSON.stringify(texts);
  const said = execFileSync("ruby", ["-e", SCRIPT], { input, encoding: "utf8" });
  return JSON.parse(said) as (readonly EntryInRuby[] | string)[];
}
