// The head of the front page as the newsroom has chosen it. Every edition is checked, those to come
// as well: a mistake should show when it is made, not at five in the morning.

import { field } from "../problems/problem.ts";
import { FRONT_FILE, type FrontSpec } from "../source/front-schema.ts";
import { dateOf, type Desk } from "./desk.ts";
import { type FiledStory, isShown } from "./file-story.ts";
import type { FrontChoice, Moment } from "./newspaper.ts";
import type { Register } from "./register.ts";
import type { Reference } from "./resolve-picture.ts";
import { reportUnknownId } from "./story-ids.ts";

export interface ComposedFront {
  /** Of the edition in force: those stories that readers can see. */
  readonly front: FrontChoice;
  /** When each edition begins. */
  readonly begins: readonly Moment[];
}

type EditionSpec = FrontSpec["editions"][number];

interface StoriesToChoose {
  /** By id. */
  readonly stories: ReadonlyMap<string, FiledStory>;
  readonly register: Register;
}

/** The choice at `desk.now`: that of the edition which began last. */
export function composeFront(choice: StoriesToChoose, desk: Desk): ComposedFront {
  const editions = desk.content.front?.editions ?? [];
  for (const [index, edition] of editions.entries()) checkStories(edition, index, choice, desk);
  const byStart = editionsByStart(editions, desk);
  const inForce = [...byStart.values()]
    .filter(({ from }) => from.instant <= desk.now.instant)
    .reduce((last: Edition | undefined, next) => (isLater(next, last) ? next : last), undefined);
  return {
    front: shownOf(inForce?.edition, choice, desk),
    begins: [...byStart.values()].map(({ from }) => from),
  };
}

interface Edition {
  readonly index: number;
  readonly from: Moment;
  readonly edition: EditionSpec;
}

function isLater({ from }: Edition, other: Edition | undefined): boolean {
  return other === undefined || from.instant > other.from.instant;
}

/** Editions by the instant at which they begin; two that would begin at once are reported. */
function editionsByStart(
  editions: readonly EditionSpec[],
  desk: Desk,
): ReadonlyMap<number, Edition> {
  const byStart = new Map<number, Edition>();
  for (const [index, edition] of editions.entries()) {
    const place = field("editions", index, "from");
    const from = dateOf(desk, FRONT_FILE, place, edition.from);
    if (!from) continue;
    const other = byStart.get(from.instant);
    if (!other) byStart.set(from.instant, { index, from, edition });
    else {
      desk.report({
        file: FRONT_FILE,
        place,
        message: `Edition ${index + 1} begins at the same moment as edition ${other.index + 1}, and only one can be in force.`,
        cure: "Give one of the two another time, or make one edition of them.",
      });
    }
  }
  return byStart;
}

/** Each story that an edition names, with its place in the file. */
function namedIn({ lead, slots = [] }: EditionSpec, index: number): readonly NamedStory[] {
  const at = (...path: (string | number)[]): Reference => ({
    file: FRONT_FILE,
    place: field("editions", index, ...path),
  });
  return [
    ...(lead === undefined ? [] : [{ id: lead, reference: at("lead") }]),
    ...slots.map((id, slot) => ({ id, reference: at("slots", slot) })),
  ];
}

interface NamedStory {
  readonly id: string;
  readonly reference: Reference;
}

/** No story stands in an edition twice, and every one exists. */
function checkStories(
  edition: EditionSpec,
  index: number,
  { stories, register }: StoriesToChoose,
  desk: Desk,
): void {
  const seen = new Set<string>();
  for (const { id, reference } of namedIn(edition, index)) {
    if (seen.has(id)) {
      desk.report({
        ...reference,
        message: `The story “${id}” stands in edition ${index + 1} twice.`,
        cure: "Take it out in one of the two places; the newest story fills what is left open.",
      });
    }
    seen.add(id);
    const mayBeMissing = desk.content.isCut || register.mayBeUnread(id);
    if (!stories.has(id) && !mayBeMissing)
      reportUnknownId(id, reference, { stories, register }, desk);
  }
}

/** What readers cannot see (yet, or any more) is passed over without a word. */
function shownOf(
  edition: EditionSpec | undefined,
  { stories }: StoriesToChoose,
  desk: Desk,
): FrontChoice {
  const isThere = (id: string) => {
    const story = stories.get(id);
    return story !== undefined && isShown(story, desk);
  };
  const { lead, slots = [] } = edition ?? {};
  return { ...(lead !== undefined && isThere(lead) && { lead }), slots: slots.filter(isThere) };
}
