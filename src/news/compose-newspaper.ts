// Makes the newspaper as of a moment out of what the gate let through: references are looked up,
// dates are read on the paper's clock, and whatever is not to be seen at `now` stays behind here.
// An unpublished story never leaves this room.

import type { KnownText } from "../markdown/known-text.ts";
import type { Outcome, Problem } from "../problems/problem.ts";
import type { Content } from "../source/content.ts";
import { claimAddresses } from "./claim-addresses.ts";
import { composeAuthors } from "./compose-author.ts";
import { composeFront } from "./compose-front.ts";
import { composePages } from "./compose-page.ts";
import { checkPolicies, composeSections, composeSite } from "./compose-site.ts";
import { composeStory, type References } from "./compose-story.ts";
import { type Desk, type NewspaperOptions, openDesk } from "./desk.ts";
import { type FiledPage, filePage } from "./file-page.ts";
import { type FiledStory, fileStory, isShown, type StoryState } from "./file-story.ts";
import { hasLedger, LEDGER_ADDRESS, ledgerEntries } from "./ledger.ts";
import { nextChangeAfter } from "./next-change.ts";
import type {
  Author,
  GoneStory,
  KilledStory,
  Moment,
  Name,
  Newspaper,
  Story,
} from "./newspaper.ts";
import { redirectsTo } from "./old-addresses.ts";
import { picturesInUse } from "./pictures-in-use.ts";
import { openRegister } from "./register.ts";
import { searchFaultyStories } from "./search-faulty-stories.ts";
import { indexById } from "./story-ids.ts";
import { composeSeries } from "./series.ts";
import { hasStaff } from "./staff.ts";
import { composeTopics } from "./topics.ts";

/** The newspaper, and what its stories were composed from. */
export interface ComposedNewspaper extends Outcome<Newspaper> {
  readonly standing: Standing;
}

/** What a story that is written anew, and nothing else, can be composed with again. */
export interface Standing {
  readonly references: References;
  /** Every story as it was filed. */
  readonly filed: readonly FiledStory[];
  /** Those that are composed and not shown. */
  readonly hidden: readonly Story[];
  /** When each edition of the front page begins. */
  readonly begins: readonly Moment[];
}

/**
 * The newspaper at `options.now`. Reports wrong dates, slugs and references, in unpublished stories
 * too: a mistake should show when it is made, not on the morning it goes live.
 *
 * @param texts the text of each file, by file name
 */
export function composeNewspaper(
  content: Content,
  texts: ReadonlyMap<string, KnownText>,
  options: NewspaperOptions,
): ComposedNewspaper {
  const problems: Problem[] = [];
  const desk = openDesk(content, texts, options, problems);
  const site = composeSite(desk, options.baseUrl);
  const sections = composeSections(desk);
  const filed = content.stories.flatMap((source) => fileStory(source, desk) ?? []);
  const filedPages = content.pages.map((source) => filePage(source, desk));
  const topics = composeTopics(filed, desk);
  const series = composeSeries(filed, desk);
  const register = openRegister(desk, filed, filedPages, { sections, topics, series });
  const authors = composeAuthors(desk, register);
  checkPolicies(register, desk);
  const own = {
    sections,
    topics: topics.values(),
    series: series.values(),
    authors: authors.values(),
  };
  const holds = claimAddresses(filed, filedPages, own, desk);
  const hasAddress = ({ file, address }: GoneStory) => holds(file, address);
  const byId = indexById(filed, desk);
  const references = { sections, authors, topics, series, register, stories: byId };
  const composed = filed.flatMap((story) => composeStory(story, references, desk) ?? []);
  const stories = visibleStories(composed.filter(hasAddress), byId, desk);
  const { front, begins } = composeFront({ stories: byId, register }, desk);
  searchFaultyStories(filed, references, desk);
  const pages = composePages(filedPages, register, desk).filter(hasAddress);
  const killed = filed.flatMap(killedStory).filter(hasAddress);
  const ledger = hasLedger(filed, filedPages, content.site) && ledgerEntries(stories, killed);
  const gone = [...filed, ...filedPages]
    .flatMap(goneStory)
    .filter((one) => hasAddress(one) && !(ledger && one.address === LEDGER_ADDRESS));
  const users = composed.filter(({ id }) => HAS_USE.has(byId.get(id)?.state));
  const value: Newspaper = {
    site,
    now: desk.now,
    stories,
    killed,
    gone,
    front,
    sections,
    authors: visibleAuthors(authors, stories),
    topics: byName(stories.flatMap((story) => story.topics)),
    series: byName(stories.flatMap((story) => story.series ?? [])),
    pages,
    ...(ledger && { ledger }),
    hasStaffPage: hasStaff(content, filedPages),
    redirects: redirectsTo([...stories, ...killed, ...gone, ...pages], holds),
    picturesInUse: picturesInUse({ site, stories: users, authors: authors.values(), pages }),
    ...nextChangeAfter(desk.now, filed, begins),
  };
  const shown = new Set(stories);
  const hidden = composed.filter((story) => !shown.has(story));
  return { value, problems, standing: { references, filed, hidden, begins } };
}

/** Stories whose pictures may be asked for, now or later. */
const HAS_USE: ReadonlySet<StoryState | undefined> = new Set(["live", "draft", "scheduled"]);

/** What readers may see, newest first; equal times by address, so that the order never depends on files. */
function visibleStories(
  composed: readonly Story[],
  byId: ReadonlyMap<string, FiledStory>,
  desk: Desk,
): readonly Story[] {
  return composed
    .filter(({ id }) => {
      const filed = byId.get(id);
      return filed !== undefined && isShown(filed, desk);
    })
    .sort((a, b) => b.published.instant - a.published.instant || (a.address < b.address ? -1 : 1));
}

/** Authors whom a visible story names, and those listed anyway. */
function visibleAuthors(
  authors: ReadonlyMap<string, Author>,
  stories: readonly Story[],
): readonly Author[] {
  const named = stories.flatMap((story) => story.authors);
  return byName([...named, ...[...authors.values()].filter(({ isListed }) => isListed)]);
}

/** Each once, by name; code units decide, so that no machine's locale does. */
function byName<Named extends Author | Name>(named: readonly Named[]): readonly Named[] {
  return [...new Set(named)].sort((a, b) =>
    `${a.name}\n${a.slug}` < `${b.name}\n${b.slug}` ? -1 : 1,
  );
}

function killedStory({
  source,
  state,
  id,
  address,
  aliases,
  corrections,
}: FiledStory): KilledStory[] {
  const notice = corrections.at(-1);
  const { file, spec } = source;
  return state === "killed" && notice
    ? [{ file, id, address, aliases, notice, syndicate: spec.syndicate }]
    : [];
}

function goneStory({ source, state, address, aliases }: FiledStory | FiledPage): GoneStory[] {
  return state === "gone" ? [{ file: source.file, address, aliases }] : [];
}
