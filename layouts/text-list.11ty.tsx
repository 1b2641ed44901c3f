// The front of the text edition, or one of its sections. An entry is a paragraph in a list: without a
// style sheet nothing else keeps the links a finger's width apart.

import type { TextListProps, TextTeaser } from "../src/pages/page.ts";
import { printDocument } from "./parts/document.tsx";
import { Moment } from "./parts/moment.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";
import { TextDocument, TextLink } from "./parts/text-document.tsx";

export const data = onePageForEach("text-list");

export default function printTextList({ sheet }: TemplateData<TextListProps>): string {
  return printDocument(<TextList {...sheet.props} />);
}

function TextList({ title, subtitle, stories, sections, sectionsLabel, ...sheet }: TextListProps) {
  return (
    <TextDocument sheet={sheet}>
      <h1>{title}</h1>
      {subtitle !== undefined && <p>{subtitle}</p>}
      {stories.length > 0 && (
        <ul>
          {stories.map((story) => (
            <Entry {...story} />
          ))}
        </ul>
      )}
      {sections.length > 0 && (
        <>
          <h2>{sectionsLabel}</h2>
          <ul>
            {sections.map((section) => (
              <li>
                <p>
                  <TextLink {...section} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </TextDocument>
  );
}

function Entry({ labels, published, ...link }: TextTeaser) {
  return (
    <li>
      <p>
        {labels.map((label) => (
          <>
            <b>{label}</b>{" "}
          </>
        ))}
        <TextLink {...link} />{" "}
        <small>
          <Moment {...published} />
        </small>
      </p>
    </li>
  );
}
