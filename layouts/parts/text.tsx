// A text in reading order. Its HTML was made by `markdown/`, is typed as safe, and is printed here
// and nowhere else.

import type { SafeHtml } from "../../src/markdown/safe-html.ts";
import type { PrintedPart, PrintedText } from "../../src/pages/page.ts";
import { Figure } from "./figure.tsx";

export interface TextProps {
  readonly text: PrintedText;
  /** Place of reporting: run in before the first words, but an element of its own. */
  readonly dateline?: string | undefined;
  /** Before each picture's credit, for the ear. */
  readonly creditLabel: string;
}

/** Runs of paragraphs, and the figures between them. */
export function Text({ text, dateline, creditLabel }: TextProps) {
  return (
    <div class="text">
      {dateline !== undefined && <p class="dateline">{dateline}</p>}
      {text.map((part) => (
        <Part part={part} creditLabel={creditLabel} />
      ))}
    </div>
  );
}

/** Paragraphs. */
export function Run({ html, className }: { html: SafeHtml; className?: string }) {
  return <div class={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

function Part({ part, creditLabel }: { part: PrintedPart; creditLabel: string }) {
  return part.kind === "html" ? (
    <Run html={part.html} className="text-run" />
  ) : (
    <Figure figure={part.figure} place="text" creditLabel={creditLabel} />
  );
}
