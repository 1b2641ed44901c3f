// A story of the text edition, or one page of a long one.

import type { Note, TextOpening, TextPiece, TextStoryProps } from "../src/pages/page.ts";
import { printDocument } from "./parts/document.tsx";
import { Moment } from "./parts/moment.tsx";
import { ReportingOf, SponsorOf } from "./parts/reporting.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";
import { TextDocument } from "./parts/text-document.tsx";
import { Run } from "./parts/text.tsx";

export const data = onePageForEach("text-story");

export default function printTextStory({ sheet }: TemplateData<TextStoryProps>): string {
  return printDocument(<TextStory {...sheet.props} />);
}

function TextStory({ headline, pageLabel, opening, pieces, ...sheet }: TextStoryProps) {
  return (
    <TextDocument sheet={sheet}>
      <h1>{headline}</h1>
      {pageLabel !== undefined && <p>{pageLabel}</p>}
      {opening && <Opening {...opening} />}
      {pieces.map((piece) => (
        <Piece {...piece} />
      ))}
    </TextDocument>
  );
}

function Opening({ labels, sponsor, standfirst, byline, dates }: TextOpening) {
  return (
    <>
      {labels.map((label) => (
        <p>
          <b>{label}</b>
        </p>
      ))}
      <SponsorOf sponsor={sponsor} />
      {standfirst !== undefined && (
        <p>
          <b>{standfirst}</b>
        </p>
      )}
      {byline !== "" && <p>{byline}</p>}
      {dates.map(({ label, time }) => (
        <p>
          {label} <Moment {...time} />
        </p>
      ))}
    </>
  );
}

function Piece(piece: TextPiece) {
  if (piece.kind === "html") return <Run html={piece.html} />;
  if (piece.kind === "reporting") return <ReportingOf reporting={piece.reporting} />;
  if (piece.kind === "dateline") return <p>{piece.dateline}</p>;
  return <Correction {...piece.note} />;
}

function Correction({ label, date, paragraphs: [first, ...others] }: Note) {
  return (
    <>
      <p>
        <b>{label}</b> (<Moment {...date} />) {first}
      </p>
      {others.map((words) => (
        <p>{words}</p>
      ))}
    </>
  );
}
