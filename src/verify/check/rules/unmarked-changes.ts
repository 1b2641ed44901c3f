// The honest “updated”: whoever has read a story is told when it says something else. A change of the
// layout moves no date and is none; a change of the words that moves no date is pointed out, until it
// is declared or accepted.

import { pageRule } from "../rule.ts";
import { hasChangedSilently, versionOn } from "../story-version.ts";

export const unmarkedChanges = pageRule(function* (page, { earlier }) {
  const version = versionOn(page);
  const before = version && earlier.get(version.id);
  if (!before || !hasChangedSilently(before, version)) return;
  yield {
    weight: "advice",
    output: page.output,
    message: "The words of the story are not what they were, and nothing on the page says so.",
    cure: "Write “updated” for news, an entry in “corrections” for a mistake. Where only the wording is smoother, `broadsheet check --accept` takes it as it is.",
  };
});
