// The head of a story as one block: kicker, headline, standfirst, who, when. In print its address
// stands there too, so that a page torn out can be found again.

import type { StoryProps } from "../../src/pages/page.ts";
import { Byline } from "./byline.tsx";
import { Kicker } from "./kicker.tsx";
import { Moment } from "./moment.tsx";
import { SponsorOf } from "./reporting.tsx";
import { SeriesLine } from "./series.tsx";

/** Everything that stands above the picture. */
export function StoryHead(story: StoryProps) {
  return (
    <header class="story-head">
      {story.preview !== undefined && <p class="preview-mark">{story.preview}</p>}
      <Kicker {...story.kicker} genre={story.genre} />
      <SponsorOf sponsor={story.sponsor} />
      <SeriesLine series={story.series} />
      <h1 class="story-headline">{story.headline}</h1>
      {story.standfirst !== undefined && <p class="story-standfirst">{story.standfirst}</p>}
      <div class="story-signed">
        <Byline parts={story.byline} />
        <Dates {...story} />
        <Languages languages={story.languages} />
        <p class="print-address small">{story.printAddress}</p>
      </div>
    </header>
  );
}

/** Whoever cannot read the story finds it in their language before its first line. */
function Languages({ languages }: { languages: StoryProps["languages"] | undefined }) {
  if (!languages) return null;
  return (
    <p class="story-languages small">
      {languages.label}:{" "}
      {languages.links.map(({ language, label, url }) => (
        <>
          <a href={url} hreflang={language} lang={language}>
            <bdi>{label}</bdi>
          </a>{" "}
        </>
      ))}
    </p>
  );
}

function Dates({ published, updated, readingTime, words }: StoryProps) {
  return (
    <p class="story-dates small">
      <span>
        {words.published} <Moment {...published} />
      </span>{" "}
      {updated && (
        <span>
          {words.updated} <Moment {...updated} />
        </span>
      )}{" "}
      {readingTime !== undefined && <span class="story-length">{readingTime}</span>}
    </p>
  );
}
