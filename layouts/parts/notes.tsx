// Corrections, clarifications, editor's notes and updates: what kind, when, and what.

import type { Note } from "../../src/pages/page.ts";
import { Moment } from "./moment.tsx";

export interface NotesProps {
  readonly notes: readonly Note[];
  /** "serious" stands above the text it puts right, "minor" below it. */
  readonly weight: "serious" | "minor";
}

/** Nothing at all for a story without notes. */
export function Notes({ notes, weight }: NotesProps) {
  if (notes.length === 0) return null;
  return (
    <div class="notes">
      {notes.map(({ label, date, paragraphs }) => (
        <div class={`note note-${weight}`} role="note">
          <p>
            <b class="note-label label">{label}</b>{" "}
            <span class="small">
              <Moment {...date} />
            </span>
          </p>
          {paragraphs.map((words) => (
            <p>{words}</p>
          ))}
        </div>
      ))}
    </div>
  );
}
