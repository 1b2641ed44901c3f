// The story page, top to bottom. Nothing on it moves, covers the text or asks for anything.

import type { StoryProps } from "../src/pages/page.ts";
import { Document, printDocument } from "./parts/document.tsx";
import { Figure } from "./parts/figure.tsx";
import { Notes } from "./parts/notes.tsx";
import { Related } from "./parts/related.tsx";
import { StoryFoot } from "./parts/story-foot.tsx";
import { StoryHead } from "./parts/story-head.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";
import { Text } from "./parts/text.tsx";

export const data = onePageForEach("story");

export default function printStory({ sheet }: TemplateData<StoryProps>): string {
  return printDocument(<Story {...sheet.props} />);
}

function Story(story: StoryProps) {
  const { words, lead } = story;
  return (
    <Document sheet={story}>
      <article class="story">
        <StoryHead {...story} />
        {lead && <Figure figure={lead} place="lead" creditLabel={words.pictureCredit} />}
        <Notes notes={story.seriousNotes} weight="serious" />
        <Text text={story.text} dateline={story.dateline} creditLabel={words.pictureCredit} />
        <Notes notes={story.minorNotes} weight="minor" />
        <StoryFoot {...story} />
      </article>
      <Related teasers={story.related} label={words.related} />
      {story.report && (
        <p class="report">
          <a href={story.report.url} rel="nofollow">
            {story.report.label}
          </a>
        </p>
      )}
    </Document>
  );
}
