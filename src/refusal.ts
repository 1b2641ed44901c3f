// A paper that is refused, and one reason for it that does not stand in the content: a clock that has
// gone back. Then stories would vanish that readers have seen, and each would be called a mistake of
// its writer's.

import type { BuildOrder, BuildResult } from "./build-order.ts";
import { lostAddresses } from "./new-paper.ts";
import { momentAt } from "./news/newsroom-clock.ts";
import { planPaper } from "./plan-paper.ts";
import type { LocatedProblem } from "./problems/located-problem.ts";
import { CannotWrite } from "./publish/cannot-write.ts";
import { readNextChange } from "./publish/next-change-file.ts";
import type { OutputFolder } from "./publish/output-folder.ts";
import type { StandIns } from "./stand-ins.ts";

/**
 * Refuses the paper with its problems.
 * @param more what is said besides, and is no mistake of its own
 * @throws CannotWrite when it has fewer as of the last publish, which is later than `order.now`
 */
export async function refusal(
  problems: readonly LocatedProblem[],
  order: BuildOrder,
  output: OutputFolder,
  more: readonly LocatedProblem[] = [],
): Promise<BuildResult> {
  const last = readNextChange(order.stateFolder);
  const place = output.releases?.output ?? output.path;
  const isEarlier = last?.output === place && order.now < last.asOf;
  if (last && isEarlier && !order.drafts) {
    const { planned, problems: then } = await planPaper({ ...order, now: last.asOf }, "stop");
    const lost = planned ? lostAddresses(planned, output.manifest.addresses, order) : [];
    const zone = planned?.paper.site.timezone ?? "UTC";
    if (then.length + lost.length < problems.length) throw clockWentBack(order.now, last, zone);
  }
  return { kind: "refused", problems: [...problems, ...more] };
}

/** Why the paper cannot go on without some files, though a version of each is kept. */
export function heldUpBy({ hindrances, standing }: StandIns): readonly LocatedProblem[] {
  return [...hindrances]
    .filter(([file]) => !standing.has(file))
    .map(([file, { why, cure }]) => ({ file, message: `${CANNOT_GO_ON} ${why}.`, cure }));
}

const CANNOT_GO_ON = "The paper cannot go on without this file:";

/**
 * Addresses that would be lost, in words that blame the right thing: where a file was set aside and
 * nothing stands in for it, that is why.
 */
export function lostBySettingAside(
  lost: readonly LocatedProblem[],
  { aside, standing }: StandIns,
): readonly LocatedProblem[] {
  const absent = [...aside].filter((file) => !standing.has(file));
  const [first] = absent;
  if (first === undefined) return lost;
  return lost.map(({ file, message }) => {
    const blamed = absent.includes(file) ? file : first;
    const address = message.replace(/: [^:]*$/, ".");
    return {
      file: blamed,
      message: `${CANNOT_GO_ON} this machine has kept no last good version of it. ${address}`,
      cure: "Mend the file.",
    };
  });
}

function clockWentBack(now: number, last: { readonly asOf: number }, zone: string): CannotWrite {
  const [here, before] = [now, last.asOf].map((instant) => momentAt(instant, zone).iso);
  return new CannotWrite(
    `The clock says ${here}, but this paper was last published as of ${before}: what has come out since would vanish.`,
    "Set the clock right, or name the moment with --now. The paper that was live is as it was.",
  );
}
