// What stands below the text and its notes: how the story came about, the parts beside it, and where
// it belongs.

import type { StoryProps } from "../../src/pages/page.ts";
import { LicenseOf, ReportingOf } from "./reporting.tsx";
import { SeriesWays } from "./series.tsx";
import { Topics } from "./topics.tsx";

/** Each of its parts may be absent. */
export function StoryFoot({ reporting, series, topics, license, words }: StoryProps) {
  return (
    <>
      <ReportingOf reporting={reporting} />
      <SeriesWays series={series} />
      <Topics topics={topics} label={words.topics} />
      <LicenseOf license={license} />
    </>
  );
}
