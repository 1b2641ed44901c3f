// A newsroom that may do anything to its paper, as a value: what it has written, and each edit a
// function to what it has written next. Nothing here knows which edits the press refuses.

import { SITE } from "./content-folder.ts";

/** A story as the newsroom has it. */
export interface Copy {
  readonly slug: string;
  /** Wall clock of the paper, whose zone is UTC. */
  readonly date: string;
  readonly section: string;
  readonly topics: readonly string[];
  readonly series?: string | undefined;
  readonly status: "published" | "draft" | "withdrawn" | "killed";
  readonly picture?: string;
  readonly expires?: string;
  readonly corrections: readonly string[];
  readonly aliases: readonly string[];
  readonly translationOf?: string | undefined;
  readonly text: string;
}

export interface Newsroom {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How many edits there have been; makes each new text differ from all before. */
  readonly count: number;
  readonly copies: ReadonlyMap<number, Copy>;
  readonly site: string;
  /** What it has chosen for the front page; "" for nothing. */
  readonly front: string;
  readonly author: string;
  /** Which picture each file shows. */
  readonly pictures: readonly [number, number];
  readonly footer: string;
  readonly ink: string;
}

/** What happens, to which file, and a number that decides how. */
export interface Edit {
  readonly what: keyof typeof EDITS;
  readonly slot: number;
  readonly choice: number;
}

export const SLOTS = 6;

/** With every output there is. */
const SETTINGS = `${SITE}outputs: [twins, text]\n`;

export function newNewsroom(): Newsroom {
  const empty: Newsroom = {
    now: Date.parse("2026-06-01T12:00:00Z"),
    count: 0,
    copies: new Map(),
    site: SETTINGS,
    front: "",
    author: "---\nname: The desk\nkind: organization\nlisted: true\n---\n",
    pictures: [0, 1],
    footer: "{publisher}",
    ink: "#17130f",
  };
  return [0, 1, 2].reduce((room, slot) => EDITS.add(room, { slot, choice: slot }), empty);
}

export function edited(room: Newsroom, edit: Edit): Newsroom {
  return EDITS[edit.what]({ ...room, count: room.count + 1 }, edit);
}

type Apply = (room: Newsroom, edit: Omit<Edit, "what">) => Newsroom;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Everything that can happen in a newsroom. */
export const EDITS = {
  add: (room, { slot, choice }) => added(room, slot, room.now - choice * DAY),
  schedule: (room, { slot, choice }) => added(room, slot, room.now + (1 + choice) * DAY),
  draft: (room, { slot, choice }) => added(room, slot, room.now - choice * HOUR, "draft"),
  "publish a draft": changing(({ status, date }, { now }, choice) => ({
    status: status === "draft" ? "published" : status,
    date: status === "draft" && choice > 1 ? wallClock(now) : date,
  })),
  write: changing((copy, { count }) => ({ text: `${copy.text} Line ${count}.` })),
  "write as many letters": changing((copy, { count }) => ({
    text: copy.text.replace(/ \w+\.$/, ` ${["wind", "rain", "snow"][count % 3]}.`),
  })),
  rename: changing((copy, { count }) => ({
    slug: `story-${count}`,
    aliases: [...copy.aliases, addressOf(copy)],
  })),
  "rename and forget": changing((_, { count }) => ({ slug: `other-${count}` })),
  retag: changing((_, __, choice) => ({
    topics: [["Weather", "Sea"], ["Sea"], [], ["Harbour"]][choice] ?? [],
  })),
  "make part of a series": changing((_, __, choice) => ({
    series: [undefined, "The harbour", "the harbour", "The sea"][choice],
  })),
  translate: changing((_, { copies }, choice) => {
    const original = copies.get(choice);
    return { translationOf: original && (original.aliases[0] ?? addressOf(original)) };
  }),
  "move to a section": changing((_, __, choice) => ({
    section: choice % 2 ? "world" : "politics",
  })),
  redate: changing((copy, { now }, choice) => ({
    date: wallClock(now - choice * DAY),
    aliases: [...copy.aliases, addressOf(copy)],
  })),
  correct: changing(({ corrections }, { now }) => ({ corrections: [...corrections, iso(now)] })),
  illustrate: changing((_, __, choice) => ({ picture: `sky-${choice % 2}.png` })),
  "change a picture": (room, { choice }) => ({
    ...room,
    pictures: choice % 2 ? [room.count % 3, room.pictures[1]] : [room.pictures[0], room.count % 3],
  }),
  "let expire": changing((_, { now }, choice) => ({ expires: iso(now + choice * DAY) })),
  withdraw: changing(() => ({ status: "withdrawn" })),
  kill: changing(({ corrections }, { now }) => ({
    status: "killed",
    corrections: [...corrections, iso(now)],
  })),
  "take back to draft": changing(() => ({ status: "draft" })),
  delete: (room, { slot }) => ({
    ...room,
    copies: new Map([...room.copies].filter(([other]) => other !== slot)),
  }),
  "change the settings": (room, { choice }) => ({
    ...room,
    site: (choice === 3 ? SITE : SETTINGS)
      .replace("The Broadsheet", `The Broadsheet ${choice % 2}`)
      .replace("title: World", `title: World ${room.count % 3}`),
  }),
  "choose for the front": (room, { slot, choice }) => ({
    ...room,
    front: choice === 0 ? "" : frontOf(room, slot, choice),
  }),
  "write about the desk": (room) => ({
    ...room,
    author: `---\nname: The desk ${room.count % 4}\nkind: organization\nlisted: true\n---\nEdition ${room.count}.\n`,
  }),
  "edit a style sheet": (room) => ({ ...room, ink: `#17130${room.count % 10}` }),
  "edit a layout": (room) => ({ ...room, footer: `{publisher} (${room.count})` }),
  "wait an hour": (room) => ({ ...room, now: room.now + HOUR }),
  "wait days": (room, { choice }) => ({ ...room, now: room.now + [1, 2, 9, 40][choice]! * DAY }),
  "set the clock back": (room, { choice }) => ({ ...room, now: room.now - (1 + choice) * HOUR }),
} as const satisfies Record<string, Apply>;

/** An edition of an hour ago, and one to come, which is led by another story. */
function frontOf({ now, copies }: Newsroom, slot: number, choice: number): string {
  const ids = [...copies.values()].map((copy) => copy.aliases[0] ?? addressOf(copy));
  const turned = [...ids.slice(slot), ...ids.slice(0, slot)];
  const edition = (from: number, [lead, ...others]: readonly string[]) =>
    `  - { from: ${iso(from)}, ${lead ? `lead: ${lead}, ` : ""}slots: [${others.join(", ")}] }\n`;
  const [old, next] = [turned.slice(0, 1 + choice), turned.toReversed().slice(0, 2)];
  return `editions:\n${edition(now - HOUR, old)}${edition(now + choice * DAY, next)}`;
}

function added(
  room: Newsroom,
  slot: number,
  moment: number,
  status: Copy["status"] = "published",
): Newsroom {
  if (room.copies.has(slot)) return room;
  const copy: Copy = {
    slug: `story-of-${slot}`,
    date: wallClock(moment),
    section: "world",
    topics: ["Weather"],
    status,
    corrections: [],
    aliases: [],
    text: "The wind rose at noon, and with it the wind.",
  };
  return { ...room, copies: new Map([...room.copies, [slot, copy]]) };
}

/** An edit of one story; nothing happens where there is none. */
function changing(change: (copy: Copy, room: Newsroom, choice: number) => Partial<Copy>): Apply {
  return (room, { slot, choice }) => {
    const copy = room.copies.get(slot);
    if (!copy) return room;
    const next: Copy = { ...copy, ...change(copy, room, choice) };
    return { ...room, copies: new Map([...room.copies, [slot, next]]) };
  };
}

/** Where the copy stands once it is published. */
export function addressOf({ date, slug }: Copy): string {
  return `/${date.slice(0, 10).replaceAll("-", "/")}/${slug}/`;
}

function iso(instant: number): string {
  return new Date(instant).toISOString().replace(".000", "");
}

function wallClock(instant: number): string {
  return iso(instant).slice(0, 16).replace("T", " ");
}

/** Every file of content and layouts the newsroom has its hands on, by path below the root. */
export function filesOf(
  room: Newsroom,
  pictures: readonly Buffer[],
  layouts: Readonly<Record<"footer" | "tokens", string>>,
): Map<string, string | Buffer> {
  return new Map<string, string | Buffer>([
    ["content/site.yaml", room.site],
    ...(room.front === "" ? [] : [["content/front.yaml", room.front] as const]),
    ["content/authors/desk.md", room.author],
    ...room.pictures.map((one, at) => [`content/images/sky-${at}.png`, pictures[one]!] as const),
    ["layouts/parts/footer.tsx", layouts.footer.replace("{publisher}", room.footer)],
    ["layouts/styles/tokens.css", layouts.tokens.replace("#17130f", room.ink)],
    ...[...room.copies].map(
      ([slot, copy]) => [`content/articles/${slot}.md`, print(copy, slot)] as const,
    ),
  ]);
}

function print(copy: Copy, slot: number): string {
  const corrections = copy.corrections.map(
    (date) => `  - { date: ${date}, kind: correction, text: It was so. }`,
  );
  const lines = [
    `headline: Story ${slot}`,
    `date: ${copy.date}`,
    `section: ${copy.section}`,
    `slug: ${copy.slug}`,
    `status: ${copy.status}`,
    `topics: [${copy.topics.join(", ")}]`,
    ...(copy.series === undefined ? [] : [`series: ${copy.series}`]),
    `aliases: [${copy.aliases.join(", ")}]`,
    ...(copy.translationOf ? [`language: ru`, `translation_of: ${copy.translationOf}`] : []),
    ...(copy.picture ? [`image: { src: /images/${copy.picture}, alt: Sky, credit: Ours }`] : []),
    ...(copy.expires ? [`expires: ${copy.expires}`] : []),
    ...(corrections.length > 0 ? ["corrections:", ...corrections] : []),
  ];
  return `---\n${lines.join("\n")}\n---\n${copy.text}\n`;
}
