// An address that readers were given is theirs: it may lead on, or say that something is gone, but it
// may not fall silent. Here a new paper is held against the record of the old one, and for each
// address it would lose the writer is told which file probably had it, and how to keep it.

import type { Content } from "../source/content.ts";
import { field, type Place, type Problem } from "../problems/problem.ts";
import {
  type AddressedPage,
  type Hidden,
  type Newcomer,
  openSuspects,
  type Suspects,
} from "./suspects.ts";

/** The new paper's pages: those of stories and plain pages, old addresses included; and its lists. */
export interface AddressedPaper {
  readonly permanent: readonly AddressedPage[];
  readonly lists: readonly AddressedPage[];
}

/**
 * One problem for each recorded address that no permanent page has.
 * @param recorded every address of a story or plain page ever published
 */
export function findLostAddresses(
  recorded: readonly string[],
  paper: AddressedPaper,
  content: Content,
): Problem[] {
  const kept = new Set(paper.permanent.map(({ address }) => address));
  const lost = recorded.filter((address) => !kept.has(address));
  if (lost.length === 0) return [];
  const lists = new Set(paper.lists.map(({ address }) => address));
  const suspects = openSuspects(new Set(recorded), paper.permanent, content);
  return lost.map((address) =>
    lists.has(address) ? takenByList(address, suspects) : lostAddress(address, suspects),
  );
}

function lostAddress(address: string, suspects: Suspects): Problem {
  const moved = suspects.newcomerNamed(address);
  if (moved) return movedProblem(address, moved);
  const hidden = suspects.hiddenNamed(address);
  if (hidden) return hiddenProblem(address, hidden);
  const namesake = suspects.namesake(address);
  if (namesake) return namesakeProblem(address, namesake);
  const renamed = suspects.newcomerLike(address);
  return renamed ? movedProblem(address, renamed) : vanishedProblem(address, suspects);
}

function wouldBeLost(address: string, why: string): string {
  return `The address ${address} has been published, and would be lost: ${why}.`;
}

function aliasesOf({ aliases }: Newcomer): { readonly place?: Place } {
  return aliases.length > 0 ? { place: field("aliases") } : {};
}

/** What to write so that the old address leads to the file. */
function aliasLine(address: string, { aliases }: Newcomer): string {
  return `Write “aliases: [${[...aliases, address].join(", ")}]” into its header`;
}

function movedProblem(address: string, file: Newcomer): Problem {
  const isOneToDisks = file.address.toLowerCase() === address.toLowerCase();
  return {
    file: file.file,
    ...aliasesOf(file),
    message: wouldBeLost(address, `most probably this had it, and it is ${file.address} now`),
    cure: isOneToDisks
      ? "Give it its old name back: addresses that differ in capitals only are one to many disks."
      : `${aliasLine(address, file)}, or give it its old address back.`,
  };
}

function hiddenProblem(address: string, { file, reason, date }: Hidden): Problem {
  const [place, why, cure] =
    reason === "draft"
      ? [field("status"), "is a draft now", DRAFT_CURE]
      : [field("date"), `is to appear on ${date} only`, DATE_CURE];
  return {
    file,
    place,
    message: wouldBeLost(address, `most probably this had it, and it ${why}`),
    cure,
  };
}

const DRAFT_CURE = "Publish it again; if readers must not see it, write “status: withdrawn”.";
const DATE_CURE =
  "Write when it first appeared; if readers must not see it, write “status: withdrawn” as well. If that date has passed, this machine’s clock is wrong.";

function namesakeProblem(address: string, file: Newcomer): Problem {
  return {
    file: file.file,
    ...aliasesOf(file),
    message: wouldBeLost(
      address,
      "this had it, or one of the same name that is not there any more",
    ),
    cure: `${aliasLine(address, file)}; or write the other file back, with “status: withdrawn”.`,
  };
}

function vanishedProblem(address: string, suspects: Suspects): Problem {
  return {
    file: suspects.fileOf(address),
    message: wouldBeLost(address, "no file has it any more"),
    cure: `Write the file back, with “status: withdrawn” if readers must not see it. If it has another name now, write “aliases: [${address}]” into its header.`,
  };
}

function takenByList(address: string, suspects: Suspects): Problem {
  return {
    file: suspects.fileOf(address),
    message: `The address ${address} has been published as that of a story or page, and would be that of a list.`,
    cure: "Give the section, topic, series or author another name: an address does not come to mean something else.",
  };
}
