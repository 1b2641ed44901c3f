// The feed of the paper's corrections: an entry for each correction, not for each story, so that who
// follows it learns of every one. Its id hangs on the story's own and on the date of the correction;
// another headline, address, kind or wording leaves it as it is.

import { LEDGER_ADDRESS } from "../../news/ledger.ts";
import type { LedgerEntry, Newspaper, Site, Story } from "../../news/newspaper.ts";
import { entryMatter, ledgerTitle, storiesOf } from "../corrections-pages.ts";
import { noteOf } from "../labels.ts";
import type { StoryIndex } from "../story-index.ts";
import { absoluteUrl } from "../urls.ts";
import { wordsFor } from "../words/words-for.ts";
import { FEED_LENGTH, feedAround, type FeedEntry } from "./feed.ts";
import { type FeedFile, inEveryNotation } from "./feed-files.ts";
import { noteHtml, readingAs } from "./feed-text.ts";
import { correctionTag } from "./tag-uri.ts";

/** In every notation; none where the paper has no ledger. */
export function correctionsFeed(paper: Newspaper, index: StoryIndex): readonly FeedFile[] {
  const { site, ledger } = paper;
  if (!ledger) return [];
  const list = { title: ledgerTitle(paper), address: LEDGER_ADDRESS };
  const entries = ledger.filter(({ syndicate }) => syndicate).slice(0, FEED_LENGTH);
  return inEveryNotation(LEDGER_ADDRESS, {
    matter: [site, list, ...entries.map((entry) => entryMatter(entry, index))],
    shows: storiesOf(entries, index),
    make: () => {
      const made = entries.map((entry) => feedEntry(entry, index.byId.get(entry.id), site));
      return feedAround(list, site, made);
    },
  });
}

/** @param story absent where it was killed */
function feedEntry(entry: LedgerEntry, story: Story | undefined, site: Site): FeedEntry {
  const { id, address, correction } = entry;
  const language = story?.language ?? site.language;
  const words = wordsFor(language);
  const { label } = noteOf(correction, words, language, site.timezone);
  return {
    id: correctionTag(id, correction.key, site),
    url: absoluteUrl(site, address),
    title: `${label} – ${story?.headline ?? words.killedTitle}`,
    summary: correction.text,
    language,
    ...(language !== site.language && { ownLanguage: language }),
    authors: [],
    categories: [],
    published: correction.date,
    modified: correction.date,
    html: readingAs(language, noteHtml(correction, language, site)),
  };
}
