// A correction is a record: whoever has read it may quote it. Entries are added, never changed or
// taken away without another that says so.

import { pageRule } from "../rule.ts";
import { hasRewrittenCorrections, versionOn } from "../story-version.ts";

export const rewrittenCorrections = pageRule(function* (page, { earlier }) {
  const version = versionOn(page);
  const before = version && earlier.get(version.id);
  if (!before || !hasRewrittenCorrections(before, version)) return;
  yield {
    weight: "advice",
    output: page.output,
    field: ["corrections"],
    message:
      "An entry in the corrections of the story is not what readers have seen, or is gone, and no further entry says so.",
    cure: "Put it back as it was and add an entry. Where only a slip was mended, `broadsheet check --accept` takes it as it is.",
  };
});
